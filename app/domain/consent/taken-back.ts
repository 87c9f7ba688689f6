import type { View } from "../readiness/view";
import { consentScope, type ConsentScope } from "../record/fields";
import type { ConsentEvent, Participant } from "../record/participant";
import { isBefore } from "../time/order";
import { standingAnswers } from "./answers";
import { neededScopes } from "./scopes";

/** Something that a session uses of a young person, or may have used since it began, to which they do not agree any more. */
export type TakenBack = { participant: Participant; scope: ConsentScope; event: ConsentEvent };

/**
 * What was taken back by the answers that `isNew` holds for and that still bind: a withdrawal, a no after a yes of the same
 * giver or, once the session has begun, any no, because it is used by then without a yes: also one that corrects a yes
 * which nobody gave, which is no change of mind before. It is about something that the session uses or, once it has begun,
 * about something lasting that was agreed to, whatever the plan says now.
 */
export function takenBack(view: View, isNew: (event: ConsentEvent) => boolean): TakenBack[] {
  return view.participants.flatMap((participant) => {
    const used = neededScopes(view, participant).map(({ scope }) => scope);
    const kept = lastingOf(view, participant);
    return consentScope.options
      .filter((scope) => used.includes(scope) || kept.includes(scope))
      .flatMap((scope) =>
        standingAnswers(view, participant, scope)
          .map(({ binding }) => binding)
          .filter((event) => isNew(event) && isChangeOfMind(view, event))
          .slice(0, 1)
          .map((event) => ({ participant, scope, event })),
      );
  });
}

function isChangeOfMind(view: View, event: ConsentEvent): boolean {
  if (event.answer === "withdrawn") return true;
  if (event.answer === "yes") return false;
  if (saidSinceStart(view, event)) return true;
  return event.corrects === null && answersBefore(view, event).some(({ answer }) => answer === "yes");
}

/**
 * Whether somebody has to be told of a change of mind: a no that is said again is no news, unless the session began in
 * between.
 */
export function isNews(view: View, { event }: TakenBack): boolean {
  const before = answersBefore(view, event).at(-1);
  if (before?.answer === "yes") return true;
  if (!saidSinceStart(view, event)) return false;
  return !before || !saidSinceStart(view, before);
}

function saidSinceStart({ facts }: View, { recordedAt }: ConsentEvent): boolean {
  return !isBefore(recordedAt, facts.session.startsAt);
}

/** What the same giver said before about the same thing, in the database's own order. */
function answersBefore(view: View, event: ConsentEvent): ConsentEvent[] {
  return view.facts.consentEvents
    .filter(
      (earlier) =>
        earlier.seq < event.seq &&
        earlier.participantId === event.participantId &&
        earlier.scope === event.scope &&
        earlier.giver.relationship === event.giver.relationship &&
        (event.giver.relationship === "self" || earlier.giver.id === event.giver.id),
    )
    .sort((a, b) => a.seq - b.seq);
}

const lasting: ConsentScope[] = [
  "recording_kept",
  "rebroadcast",
  "public_broadcast",
  "images",
  "third_party",
];

/** What the plan keeps, shows again or gives away of a young person. */
export function lastingUses(view: View, participant: Participant): ConsentScope[] {
  const used = neededScopes(view, participant).map(({ scope }) => scope);
  return lasting.filter((scope) => used.includes(scope));
}

/**
 * What may be left of a young person once a session has begun, which has to be stopped using, or removed: what the plan
 * keeps now, and what somebody agreed to keep, because a plan that changed since says nothing of what was kept before. Of
 * recordings alone it is known that they were off from before the start.
 */
export function lastingOf(view: View, participant: Participant): ConsentScope[] {
  if (isBefore(view.at.toString(), view.facts.session.startsAt)) return [];
  const uses = lastingUses(view, participant);
  // What a yes that nobody gave had people keep before it was corrected is kept without one.
  const early = view.facts.consentEvents.filter((event) => !saidSinceStart(view, event));
  const corrected = new Set(early.map(({ corrects }) => corrects));
  const agreed = view.facts.consentEvents.filter(
    ({ id, participantId, answer }) =>
      participantId === participant.id && answer === "yes" && !corrected.has(id),
  );
  return lasting.filter(
    (scope) =>
      uses.includes(scope) ||
      (agreed.some((yes) => yes.scope === scope) && !(scope === "recording_kept" && neverRecorded(view))),
  );
}

function neverRecorded({ facts }: View): boolean {
  const { media, organiser, startsAt } = facts.session;
  const saved = organiser?.saved ?? null;
  return (
    [media.recording, media.aiNotes].every(({ on, since }) => !on && isBefore(since, startsAt)) &&
    (saved === null || (saved.answer !== "yes" && isBefore(saved.recordedAt, startsAt)))
  );
}

/** What whoever runs the session does about it, so that it reads on after a session code: "YP-03: camera off". */
export const changeNeeded: Record<ConsentScope, string> = {
  take_part: "does not take part",
  camera: "camera off",
  voice: "microphone off",
  name_shown: "no name shown",
  chat: "nothing of theirs in the chat",
  recording_kept: "not in a recording that is kept",
  rebroadcast: "not in a recording that is shown again",
  public_broadcast: "not on a stream that strangers can watch",
  images: "no photos or screenshots",
  third_party: "nothing of theirs for the other organisation",
  parent_contact: "no contact at home",
};

const BEGINNING = "taken_back.";

/** A change of mind as a code for notices: the session code and the scope, never a name, and never why. */
export function takenBackCode({ participant, scope }: TakenBack): string {
  return `${BEGINNING}${participant.code}.${scope}`;
}

/** What such a code tells people to do; null for any other code. */
export function takenBackWords(code: string): string | null {
  if (!code.startsWith(BEGINNING)) return null;
  const [who = "", scope] = code.slice(BEGINNING.length).split(".");
  const known = consentScope.safeParse(scope);
  return known.success ? `${who}: ${changeNeeded[known.data]}` : null;
}
