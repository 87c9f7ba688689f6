import { Temporal } from "temporal-polyfill";
import type { Session } from "../record/session";

type Media = Session["media"];
type Kept = Omit<Media["recording"], "since">;
type Chat = Media["chat"]["value"];
type Donations = Media["donations"]["value"];
type ImagesUse = NonNullable<Media["imagesUse"]>;
type ReplayUse = NonNullable<Media["replayUse"]>;

/** What a session shows and keeps, as somebody answers it. A `null` leaves what is recorded as it is. */
export type MediaChange = Pick<Media, "camera" | "voice" | "name" | "images" | "replay" | "adultOnCamera"> & {
  chat: Chat;
  donations: Donations | null;
  recording: Kept;
  aiNotes: Kept;
  imagesUse?: ImagesUse | undefined;
  replayUse?: ReplayUse | undefined;
};

const chatFromClosed: readonly Chat[] = ["off", "host_only", "moderated", "open"];
const asking: readonly Donations[] = ["on", "cannot_be_switched_off"];

/**
 * The session's media after a change. The moments since when the chat is open or money is asked for move only when that is
 * opened or opened further, so that closing never undoes a briefing. What is kept has the moment when it was last switched
 * on or off: whether it ran while the session was on is told by that.
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
    ...(change.images && isKnown(change.imagesUse) ? { imagesUse: change.imagesUse } : {}),
    ...(change.replay && isKnown(change.replayUse) ? { replayUse: change.replayUse } : {}),
  };
}

/** Whether anything is said of a use; one of which nothing is known leaves no trace in a record. */
function isKnown<T extends object>(use: T | undefined): use is T {
  return use !== undefined && Object.values(use).some((value) => value !== null);
}

function keptAfter(before: Media["recording"], change: Kept, now: string): Media["recording"] {
  if (!change.on)
    return {
      on: false,
      since: before.on ? now : before.since,
      reason: null,
      keptWhere: null,
      seenBy: null,
      deleteBy: null,
    };
  return { ...change, since: before.on ? before.since : now };
}

/** Which of photos and replay would end before the session's local last day: a slip; null where none would. */
export function endsTooEarly(media: Media, endDate: Temporal.PlainDate): "imagesUse" | "replayUse" | null {
  const early = (["imagesUse", "replayUse"] as const).find((use) => {
    const until = media[use]?.until;
    return until && Temporal.PlainDate.compare(until, endDate) < 0;
  });
  return early ?? null;
}
