import { isBefore } from "../time/order";
import type { SessionRecord, SignOff } from "../record/schema";
import type { EditJudgement } from "./judge-edit";
import { standingOf } from "./standing";

export type SignOffEffect = "nothing" | "carried_forward" | "lapsed" | "suspended" | "restored";

type Judged = {
  /** The record before and after the edit. */
  before: SessionRecord;
  after: SessionRecord;
  judgement: EditJudgement;
  /** A young person's or parent's answer, as against an edit of ours. */
  isAnswer: boolean;
  /** The instant of the edit, ISO 8601 in UTC. */
  now: string;
};

/**
 * What a judged edit does to a sign-off. A lapse is final. A no suspends it until the session has ended; what only
 * narrows carries it forward. From the start on an edit does nothing more to it, because the session is being held or
 * was.
 */
export function signOffEffect(
  signOff: SignOff,
  { before, after, judgement, isAnswer, now }: Judged,
): SignOffEffect {
  const standing = standingOf(signOff);
  if (standing === "lapsed") return "nothing";
  if (isAnswer && standing === "signed") {
    return judgement.broken.length > 0 && isBefore(now, after.session.endsAt) ? "suspended" : "nothing";
  }
  if (!isBefore(now, before.session.startsAt) && !isBefore(now, after.session.startsAt)) return "nothing";
  const effect = isAnswer ? "nothing" : judgement.effect;
  const { ready, needsAcceptance } = judgement.after;
  const complete = ready && needsAcceptance.length === 0;
  if (standing === "suspended") return effectWhileSuspended(effect, judgement.mended.length > 0, complete);
  if (effect !== "carried_forward") return effect;
  // A policy that changed since is confirmed by the next material edit: what it asks for now has to be there.
  return complete ? "carried_forward" : "lapsed";
}

/**
 * A suspended sign-off comes back by narrowing alone, once everything is in place. Whatever else puts right something
 * that was in the way, as a new yes does, ends it: the session needs signing again.
 */
function effectWhileSuspended(
  effect: EditJudgement["effect"],
  mends: boolean,
  complete: boolean,
): SignOffEffect {
  if (effect !== "carried_forward") return mends ? "lapsed" : effect;
  return mends && complete ? "restored" : "nothing";
}
