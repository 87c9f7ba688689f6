import type { View } from "../readiness/view";
import { consentScope, type ConsentScope } from "../record/fields";
import type { ConsentEvent, Participant } from "../record/participant";
import { standingAnswers } from "./answers";
import { neededScopes } from "./scopes";

/** Something that a session uses of a young person, which was agreed to and is not any more. */
export type TakenBack = { participant: Participant; scope: ConsentScope; event: ConsentEvent };

/**
 * What was taken back by the answers that `isNew` holds for: a withdrawal, or a no after a yes of the same giver, that
 * is still their newest, about something that the session uses. A correction is no change of mind.
 */
export function takenBack(view: View, isNew: (event: ConsentEvent) => boolean): TakenBack[] {
  return view.participants.flatMap((participant) => {
    const used = neededScopes(view, participant).map(({ scope }) => scope);
    return consentScope.options
      .filter((scope) => used.includes(scope))
      .flatMap((scope) =>
        standingAnswers(view, participant, scope)
          .map(({ event }) => event)
          .filter((event) => isNew(event) && isChangeOfMind(view, event))
          .slice(0, 1)
          .map((event) => ({ participant, scope, event })),
      );
  });
}

function isChangeOfMind(view: View, event: ConsentEvent): boolean {
  if (event.answer === "withdrawn") return true;
  if (event.answer === "yes" || event.corrects !== null) return false;
  return answersBefore(view, event).some(({ answer }) => answer === "yes");
}

/** Whether somebody has to be told of a change of mind: a no that is said again is no news. */
export function isNews(view: View, { event }: TakenBack): boolean {
  return answersBefore(view, event).at(-1)?.answer === "yes";
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

/** What stays of a young person once a session has begun: it is what has to be stopped using, or removed. */
export function lastingUses(view: View, participant: Participant): ConsentScope[] {
  const used = neededScopes(view, participant).map(({ scope }) => scope);
  return lasting.filter((scope) => used.includes(scope));
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
