import type { Temporal } from "temporal-polyfill";
import { viewAt } from "../readiness/view";
import { consentScope } from "../record/fields";
import type { ConsentEvent } from "../record/participant";
import type { Facts } from "../record/schema";
import { standingAnswers, type Standing } from "./answers";

type Edit = { before: Facts; after: Facts; at: Temporal.Instant };

/** Each yes that begins to count by an edit, whoever gave it: given, or confirmed by it. One that waits does not count. */
export function yesThatBegins({ before, after, at }: Edit): ConsentEvent[] {
  const counted = new Set(
    standingIn(before, at)
      .filter(isYes)
      .map(({ event }) => event.id),
  );
  return standingIn(after, at)
    .filter((answer) => isYes(answer) && !counted.has(answer.event.id))
    .map(({ event }) => event);
}

/** Whether somebody says no by an edit to what they had not said no to: one that is said again is no news. */
export function isNoNew({ before, after, at }: Edit): boolean {
  const said = new Set(
    standingIn(before, at)
      .filter(isNo)
      .map(({ event }) => about(event)),
  );
  return standingIn(after, at).some((answer) => isNo(answer) && !said.has(about(answer.event)));
}

function standingIn(facts: Facts, at: Temporal.Instant): Standing[] {
  const view = viewAt(facts, at);
  return view.participants.flatMap((participant) =>
    consentScope.options.flatMap((scope) => standingAnswers(view, participant, scope)),
  );
}

function isYes({ counts }: Standing): boolean {
  return counts === "yes";
}

function isNo({ counts }: Standing): boolean {
  return counts === "no" || counts === "withdrawn";
}

/** What an answer is about, and whose it is. */
function about({ participantId, scope, giver }: ConsentEvent): string {
  return `${participantId} ${scope} ${giver.relationship === "self" ? "self" : giver.id}`;
}
