import { Temporal } from "temporal-polyfill";
import type { ConsentScope } from "../record/fields";
import type { Participant } from "../record/participant";
import { strangersMayWatch } from "../readiness/rules/considered";
import type { View } from "../readiness/view";

/** How a participant reaches the stream, its organiser or a recording: the person's own settings under the session's. */
export function exposureOf(view: View, participant: Participant) {
  const { media } = view.facts.session;
  const { camera, voice, name, chat } = participant.exposure;
  return {
    camera: media.camera && camera,
    voice: media.voice && voice,
    name: media.name && name,
    chat: (media.chat.value === "open" || media.chat.value === "moderated") && chat,
  };
}

/**
 * Whether anything of a participant can be seen, heard or read by others or kept. A statement that they are not
 * captured counts while camera, voice, name and chat are off. Somebody who joins from elsewhere counts as captured until
 * a named adult states it; somebody in the room does not.
 */
export function isCaptured(view: View, participant: Participant): boolean {
  const exposure = exposureOf(view, participant);
  if (exposure.camera || exposure.voice || exposure.name || exposure.chat) return true;
  return !participant.notCaptured && participant.accessRoute !== "in_room";
}

export type NeededScope = {
  scope: ConsentScope;
  /** An organisation beside ours that the answer must have named. */
  organisation: string | null;
  /**
   * The local date until which the answer must hold; `null` for the session's own end, or, of images and what is shown
   * again, for no end that is known.
   */
  until: string | null;
  /** Answers older than this were given about something else. */
  since: string | null;
};

/** The scopes that this session really uses of one participant, in the order in which they are asked. */
export function neededScopes(view: View, participant: Participant): NeededScope[] {
  const { media, organiser } = view.facts.session;
  const exposure = exposureOf(view, participant);
  const scope = (name: ConsentScope, more: Partial<NeededScope> = {}): NeededScope => ({
    scope: name,
    organisation: null,
    until: null,
    since: null,
    ...more,
  });
  const needed = [scope("take_part")];
  if (exposure.camera) needed.push(scope("camera"));
  if (exposure.voice) needed.push(scope("voice"));
  if (exposure.name) needed.push(scope("name_shown"));
  if (exposure.chat) needed.push(scope("chat"));
  if (!isCaptured(view, participant)) return needed;

  const kept = [media.recording, media.aiNotes].filter((entry) => entry.on);
  const outside = view.hosting ? null : organiser;
  if (kept.length > 0) {
    needed.push(
      scope("recording_kept", {
        until:
          kept
            .map((entry) => entry.deleteBy)
            .filter((date) => date !== null)
            .sort()
            .at(-1) ?? null,
        since:
          kept
            .map((entry) => entry.since)
            .sort()
            .at(-1) ?? null,
      }),
    );
  }
  if (outside?.saved?.answer === "yes") {
    needed.push(scope("recording_kept", { organisation: outside.name, until: outside.saved.until }));
  }
  if (media.replay) needed.push(scope("rebroadcast", { until: lasting(view, media.replayUse?.until) }));
  if (outside?.reused?.answer === "yes") {
    needed.push(scope("rebroadcast", { organisation: outside.name, until: outside.reused.until }));
  }
  if (strangersMayWatch(view)) needed.push(scope("public_broadcast"));
  if (media.images) needed.push(scope("images", { until: lasting(view, media.imagesUse?.until) }));
  if (outside) needed.push(scope("third_party", { organisation: outside.name }));
  return needed;
}

/** The last day of what is kept or shown on; a day before the session ends is a slip, and a yes has to hold for the session. */
function lasting(view: View, until: string | null | undefined): string | null {
  return until && Temporal.PlainDate.compare(until, view.endDate) >= 0 ? until : null;
}
