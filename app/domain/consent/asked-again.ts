import { Temporal } from "temporal-polyfill";
import { olderThan, type View } from "../readiness/view";
import type { ConsentScope } from "../record/fields";
import type { WordingChange } from "../record/organisation";
import type { ConsentEvent } from "../record/participant";
import { isStaffRoute } from "./answer-routes";
import { toldOtherwise } from "./asked";
import { lastDay } from "./last-days";
import { neededScopes } from "./scopes";

type Answer = Pick<ConsentEvent, "scope" | "answer" | "wording">;

/** The versions of one question that changed its meaning before the session, and before the moment asked about. */
function changesOf(view: View, scope: ConsentScope): WordingChange[] {
  return (view.facts.policy.wordingChanges ?? [])
    .filter((change) => change.scope === scope)
    .filter(({ from }) => !olderThan(view.at.toString(), from) && olderThan(from, view.start.toString()))
    .sort((a, b) => a.version - b.version);
}

function answersTo({ wording }: Answer, { wordingId, version }: WordingChange): boolean {
  return wording.id === wordingId && wording.version >= version;
}

/** Whether a yes stopped counting because its question means something else now, and an editor ended the answers to it. */
export function endedByWording(view: View, event: Answer): boolean {
  return changesOf(view, event.scope).some((change) => change.endsEarlier && !answersTo(event, change));
}

/** Whether a yes was given to other facts than the plan has now, while it can still be given anew. */
export function isToldOtherwise(view: View, event: ConsentEvent): boolean {
  const open = Temporal.Instant.compare(view.at, view.start) < 0;
  return open && event.answer === "yes" && (toldOtherwise(view.facts, event) || hasDayNow(view, event));
}

/** Whether somebody was told on a page of their own to ask for how long, and could be told a last day now. */
function hasDayNow(view: View, { participantId, scope, how, validUntil }: ConsentEvent): boolean {
  const participant = view.participants.find(({ id }) => id === participantId);
  if (isStaffRoute(how) || validUntil !== null || !participant) return false;
  const parts = neededScopes(view, participant).filter((part) => part.scope === scope);
  return lastDay(scope, parts) !== null;
}

/**
 * Whether a yes was given to a question that means something else now. Once it is edited back to the very words that
 * the yes was given to, nobody is asked again. A no is never asked about again: it is simply no.
 */
export function isAskedAgain(view: View, event: Answer): boolean {
  if (event.answer !== "yes") return false;
  if (endedByWording(view, event)) return true;
  const newest = changesOf(view, event.scope).at(-1);
  return newest !== undefined && !answersTo(event, newest) && event.wording.digest !== newest.digest;
}
