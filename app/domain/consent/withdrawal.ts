import { Temporal } from "temporal-polyfill";
import type { View } from "../readiness/view";
import { consentScope, type ConsentScope } from "../record/fields";
import type { ConsentEvent, Participant } from "../record/participant";
import { standingAnswers } from "./answers";
import type { Giver } from "./giver-identity";

export type Withdrawable = { giver: Giver; scopes: ConsentScope[] };

/** What each giver can take back: every scope to which their newest answer is a yes. */
export function withdrawableBy(view: View, participant: Participant): Withdrawable[] {
  const byGiver = new Map<string, Withdrawable>();
  for (const event of standingYes(view, participant)) {
    const known = byGiver.get(event.giver.id) ?? { giver: event.giver, scopes: [] };
    byGiver.set(event.giver.id, { ...known, scopes: [...known.scopes, event.scope] });
  }
  const own = ({ giver }: Withdrawable) => (giver.relationship === "self" ? 0 : 1);
  return [...byGiver.values()].sort((a, b) => own(a) - own(b));
}

/** Every yes that stands as its giver's newest answer, also one that still waits to be confirmed. */
export function standingYes(view: View, participant: Participant): ConsentEvent[] {
  return consentScope.options
    .flatMap((scope) => standingAnswers(view, participant, scope))
    .map(({ event }) => event)
    .filter(({ answer }) => answer === "yes");
}

/** The same of those that the young person gave about themselves. */
export function ownYes(view: View, participant: Participant): ConsentEvent[] {
  return standingYes(view, participant).filter(({ giver }) => giver.relationship === "self");
}

/** The yes answers that wait until somebody who spoke with the person confirms them. */
export function waitingYes(view: View, participant: Participant): ConsentEvent[] {
  return consentScope.options
    .flatMap((scope) => standingAnswers(view, participant, scope))
    .filter(({ counts }) => counts === "unconfirmed")
    .map(({ event }) => event);
}

/** Whether an answer reached the record more than a day after it was given. */
export function recordedLater({ at, recordedAt }: Pick<ConsentEvent, "at" | "recordedAt">): boolean {
  return Temporal.Instant.from(at).until(Temporal.Instant.from(recordedAt)).total("hours") > 24;
}
