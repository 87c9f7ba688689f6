import { Temporal } from "temporal-polyfill";
import { listMembers } from "~/data/members.server";
import { tellMembers } from "~/data/notices.server";
import type { Submission } from "~/data/submission.server";
import type { Actor } from "~/domain/actor";
import { evaluate } from "~/domain/readiness/evaluate";
import { digestOf } from "~/domain/record/digest";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { concerned } from "~/domain/session/concerned";
import { statusOf } from "~/domain/session/status";
import { materialFacts } from "~/domain/sign-off/material-facts";
import { isBefore } from "~/domain/time/order";
import { change, type Clock } from "./change.server";
import { holdSession } from "./edit-session.server";

type Options = {
  reason: string;
  submission?: Submission | undefined;
  clock?: Clock | undefined;
};

/**
 * Records a session that has already happened without a sign-off: its checks stand as facts, with no stamp, and say
 * that they were recorded late. Every approver is told.
 *
 * Refusals: `not_found`, `forbidden`, `not_over`, `cancelled`, `already_held`.
 */
export function recordSessionLate(
  actor: Actor,
  sessionId: string,
  { reason, submission, clock }: Options,
): Promise<Outcome<{ sessionId: string }>> {
  return change(
    actor,
    async ({ tx, now, record: note }) => {
      const held = await holdSession(tx, actor, sessionId, "session.edit");
      if (!held.ok) return held;
      const { record } = held.value;
      const readiness = evaluate(record, Temporal.Instant.from(now));
      const status = statusOf(record, readiness, digestOf(materialFacts(record)));
      if (status === "cancelled") return refuse("cancelled", "This session was cancelled.");
      if (status === "finished" || status === "live" || status === "recorded_late") {
        return refuse("already_held", "This session is on record already.");
      }
      if (isBefore(now, record.session.endsAt)) {
        return refuse("not_over", "A session can be recorded late only once it has ended.");
      }
      await tx.session.updateMany({
        where: { id: sessionId },
        data: {
          recordedLateAt: new Date(now),
          recordedLateBy: actor.userId,
          recordedLateReason: reason,
          version: { increment: 1 },
        },
      });
      const approvers = (await listMembers(tx, actor.organisationId))
        .filter(({ roles }) => roles.includes("approver"))
        .map(({ userId }) => userId);
      const told = [...new Set([...concerned(record), ...approvers])].filter((id) => id !== actor.userId);
      await tellMembers(tx, told, { ...actor, sessionId, kind: "recorded_late", now });
      note({ type: "session.recorded_late", subject: `session:${sessionId}`, sessionId });
      return accept({ sessionId });
    },
    { sessionId, submission, clock },
  );
}
