import { Temporal } from "temporal-polyfill";
import { yesThatBegins } from "../consent/begins";
import { isBefore } from "../time/order";
import type { SessionRecord, SignOff } from "../record/schema";
import { blocking, type EditJudgement } from "./judge-edit";
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
export function signOffEffect(signOff: SignOff, judged: Judged): SignOffEffect {
  const { before, after, judgement, isAnswer, now } = judged;
  const standing = standingOf(signOff);
  if (standing === "lapsed") return "nothing";
  if (isAnswer && standing === "signed") {
    return judgement.broken.length > 0 && isBefore(now, after.session.endsAt) ? "suspended" : "nothing";
  }
  if (!isBefore(now, before.session.startsAt) && !isBefore(now, after.session.startsAt)) return "nothing";
  const effect = isAnswer ? "nothing" : judgement.effect;
  const { ready, needsAcceptance } = judgement.after;
  const complete = ready && needsAcceptance.length === 0;
  if (standing === "suspended") {
    const mends = isAnswer ? isPutRightByYes(judged) : judgement.mended.length > 0;
    return effectWhileSuspended(effect, mends, complete);
  }
  if (effect !== "carried_forward") return effect;
  // A policy that changed since is confirmed by the next material edit: what it asks for now has to be there.
  return complete ? "carried_forward" : "lapsed";
}

/**
 * A suspended sign-off comes back by narrowing alone, once everything is in place. Whatever else puts right something
 * that was in the way, as a yes that begins to count does, ends it: the session needs signing again.
 */
function effectWhileSuspended(
  effect: EditJudgement["effect"],
  mends: boolean,
  complete: boolean,
): SignOffEffect {
  if (effect !== "carried_forward") return mends ? "lapsed" : effect;
  return mends && complete ? "restored" : "nothing";
}

/**
 * Whether an answer put right what stood in the way. Only a yes that counts does, also where something else about it
 * stands in the way then: a no said again, or to more, is another obstacle in the place of the one before, and a no to
 * taking part merely leaves nothing else to ask.
 */
function isPutRightByYes({ before, after, judgement, now }: Judged): boolean {
  const at = Temporal.Instant.from(now);
  const inTheWay = judgement.after.requirements.flatMap(blocking).map(({ subject }) => subject);
  return yesThatBegins({ before, after, at }).some(({ participantId, scope }) => {
    const whose = `participant:${participantId}`;
    if (inTheWay.includes(`${whose}:take_part`)) return false;
    return judgement.eased.some(
      (subject) => subject === whose || `${subject}:`.startsWith(`${whose}:${scope}:`),
    );
  });
}
