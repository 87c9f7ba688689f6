import { Temporal } from "temporal-polyfill";
import { evaluate } from "../readiness/evaluate";
import type { Readiness } from "../readiness/result";
import type { ListedFacts, ListedSignOff } from "../record/schema";
import { coveredDigest, standingBefore, standingOf } from "./standing";

/**
 * Whether a sign-off is in force: given, neither suspended nor lapsed, for the facts as they stand (`digest`), and
 * with every requirement met. What the organisation changed in its policy since is flagged and voids nothing, so the
 * policy as signed is enough.
 */
export function isInForce(
  signOff: ListedSignOff,
  record: ListedFacts,
  readiness: Readiness,
  digest: string,
): boolean {
  if (standingOf(signOff) !== "signed" || coveredDigest(signOff) !== digest) return false;
  return isComplete(readiness) || isComplete(asSigned(signOff, record, readiness.at));
}

/** Whether the policy has changed since so that a sign-off in force would not be given today. */
export function isFlagged(readiness: Readiness): boolean {
  return readiness.blockers.length === 0 && !isComplete(readiness);
}

/**
 * Whether the session began under a sign-off in force. What is recorded from the start on changes nothing of that: a
 * session that was held stays held.
 */
export function heldUnder(signOff: ListedSignOff, record: ListedFacts, digest: string): boolean {
  const { startsAt } = record.session;
  if (standingBefore(signOff, startsAt) !== "signed") return false;
  if (coveredDigest(signOff) !== digest) return true;
  const lastMoment = Temporal.Instant.from(startsAt).subtract({ milliseconds: 1 });
  return isComplete(evaluate(record, lastMoment)) || isComplete(asSigned(signOff, record, lastMoment));
}

function asSigned(signOff: ListedSignOff, record: ListedFacts, at: Temporal.Instant): Readiness {
  return evaluate({ ...record, policy: signOff.facts.policy }, at);
}

function isComplete({ ready, needsAcceptance }: Readiness): boolean {
  return ready && needsAcceptance.length === 0;
}
