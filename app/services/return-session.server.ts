import { Temporal } from "temporal-polyfill";
import { tellMembers } from "~/data/notices.server";
import type { Submission } from "~/data/submission.server";
import type { Actor } from "~/domain/actor";
import { evaluate } from "~/domain/readiness/evaluate";
import { digestOf } from "~/domain/record/digest";
import { accept, type Outcome } from "~/domain/refusal";
import { newestSubmission, statusOf } from "~/domain/session/status";
import { materialFacts } from "~/domain/sign-off/material-facts";
import { change, type Clock } from "./change.server";
import { holdForApprover, notWaiting } from "./sign-off-session.server";

/** Sends a session back to its planner with comments. Refusals as for signing off. */
export function returnSession(
  actor: Actor,
  sessionId: string,
  {
    comments,
    submission,
    clock,
  }: { comments: string; submission?: Submission | undefined; clock?: Clock | undefined },
): Promise<Outcome<{ sessionId: string }>> {
  return change(
    actor,
    async ({ tx, now, record: note }) => {
      const held = await holdForApprover(tx, actor, sessionId);
      if (!held.ok) return held;
      const record = held.value;
      const { organisationId } = actor;
      const open = newestSubmission(record);
      const status = statusOf(
        record,
        evaluate(record, Temporal.Instant.from(now)),
        digestOf(materialFacts(record)),
      );
      if (!open || status !== "waiting_for_sign_off") return notWaiting;
      await tx.signOffRequest.updateMany({
        where: { id: open.id },
        data: { returnedAt: new Date(now), returnedBy: actor.userId, comments },
      });
      await tellMembers(tx, [record.session.plannedBy], { organisationId, sessionId, kind: "returned", now });
      note({ type: "session.returned", subject: `session:${sessionId}`, sessionId, requestId: open.id });
      return accept({ sessionId });
    },
    { sessionId, submission, clock },
  );
}
