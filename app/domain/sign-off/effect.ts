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
 * narrows carries it forward, or restores it where it was suspended and the session is ready again. From the start on
 * an edit does nothing more to it, because the session is being held or was.
 */
export function signOffEffect(
  signOff: SignOff,
  { before, after, judgement, isAnswer, now }: Judged,
): SignOffEffect {
  const standing = standingOf(signOff);
  if (standing === "lapsed") return "nothing";
  if (isAnswer) {
    const suspends =
      judgement.broken.length > 0 && standing === "signed" && isBefore(now, after.session.endsAt);
    return suspends ? "suspended" : "nothing";
  }
  if (!isBefore(now, before.session.startsAt) && !isBefore(now, after.session.startsAt)) return "nothing";
  if (judgement.effect !== "carried_forward") return judgement.effect;
  // A policy that changed since is confirmed by the next material edit: what it asks for now has to be there.
  const { ready, needsAcceptance } = judgement.after;
  const complete = ready && needsAcceptance.length === 0;
  if (standing === "suspended") return complete ? "restored" : "nothing";
  return complete ? "carried_forward" : "lapsed";
}
