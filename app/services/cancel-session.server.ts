import { Temporal } from "temporal-polyfill";
import { removeContacts } from "~/data/consent-contacts.server";
import { tellMembers } from "~/data/notices.server";
import type { Submission } from "~/data/submission.server";
import type { Actor } from "~/domain/actor";
import { evaluate } from "~/domain/readiness/evaluate";
import { digestOf } from "~/domain/record/digest";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { concerned } from "~/domain/session/concerned";
import { statusOf } from "~/domain/session/status";
import { materialFacts } from "~/domain/sign-off/material-facts";
import { change, type Clock } from "./change.server";
import { holdSession } from "./edit-session.server";

type Options = {
  reason: string;
  submission?: Submission | undefined;
  clock?: Clock | undefined;
};

/**
 * Cancels a session for good, with a reason, and tells whoever plans, signed or hosts it. Its history stays.
 *
 * Refusals: `not_found`, `forbidden`, `cancelled`, `already_held`.
 */
export function cancelSession(
  actor: Actor,
  sessionId: string,
  { reason, submission, clock }: Options,
): Promise<Outcome<{ sessionId: string }>> {
  return change(
    actor,
    async ({ tx, now, record: note }) => {
      const held = await holdSession(tx, actor, sessionId, "session.cancel");
      if (!held.ok) return held;
      const { record } = held.value;
      const readiness = evaluate(record, Temporal.Instant.from(now));
      const status = statusOf(record, readiness, digestOf(materialFacts(record)));
      if (status === "cancelled") return refuse("cancelled", "This session was cancelled already.");
      if (status === "live" || status === "finished" || status === "recorded_late") {
        return refuse("already_held", "This session has been held, so it cannot be cancelled.");
      }
      await tx.session.updateMany({
        where: { id: sessionId },
        data: {
          cancelledAt: new Date(now),
          cancelledBy: actor.userId,
          cancelledReason: reason,
          version: { increment: 1 },
        },
      });
      await removeContacts(tx, actor.organisationId, { sessionId });
      const told = concerned(record).filter((userId) => userId !== actor.userId);
      await tellMembers(tx, told, { ...actor, sessionId, kind: "cancelled", now });
      note({ type: "session.cancelled", subject: `session:${sessionId}`, sessionId });
      return accept({ sessionId });
    },
    { sessionId, submission, clock },
  );
}
