import type { Session } from "../record/session";

type Media = Session["media"];
type Kept = Omit<Media["recording"], "since">;
type Chat = Media["chat"]["value"];
type Donations = Media["donations"]["value"];

/** What a session shows and keeps, as somebody answers it. A `null` leaves what is recorded as it is. */
export type MediaChange = Pick<Media, "camera" | "voice" | "name" | "images" | "replay" | "adultOnCamera"> & {
  chat: Chat;
  donations: Donations | null;
  recording: Kept;
  aiNotes: Kept;
};

const chatFromClosed: readonly Chat[] = ["off", "host_only", "moderated", "open"];
const asking: readonly Donations[] = ["on", "cannot_be_switched_off"];

/**
 * The session's media after a change. The moments since when the chat is open, money is asked for or something is
 * kept move only when that is opened, opened further or switched on, so that closing never undoes a briefing or a yes.
 */
export function mediaAfter(before: Media, change: MediaChange, now: string): Media {
  const opened = chatFromClosed.indexOf(change.chat) > chatFromClosed.indexOf(before.chat.value);
  const donations = change.donations ?? before.donations.value;
  const asks = asking.includes(donations) && !asking.includes(before.donations.value);
  return {
    camera: change.camera,
    voice: change.voice,
    name: change.name,
    images: change.images,
    replay: change.replay,
    adultOnCamera: change.adultOnCamera,
    chat: { value: change.chat, since: opened ? now : before.chat.since },
    donations: { value: donations, since: asks ? now : before.donations.since },
    recording: keptAfter(before.recording, change.recording, now),
    aiNotes: keptAfter(before.aiNotes, change.aiNotes, now),
  };
}

function keptAfter(before: Media["recording"], change: Kept, now: string): Media["recording"] {
  if (!change.on)
    return { on: false, since: before.since, reason: null, keptWhere: null, seenBy: null, deleteBy: null };
  return { ...change, since: before.on ? before.since : now };
}
