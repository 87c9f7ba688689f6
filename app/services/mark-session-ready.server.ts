import { Temporal } from "temporal-polyfill";
import { newId } from "~/data/new-id.server";
import type { Submission } from "~/data/submission.server";
import type { Actor } from "~/domain/actor";
import { evaluate } from "~/domain/readiness/evaluate";
import { digestOf } from "~/domain/record/digest";
import { accept, refuse, refuseStale, type Outcome } from "~/domain/refusal";
import { statusOf } from "~/domain/session/status";
import { materialFacts } from "~/domain/sign-off/material-facts";
import { change, type Clock } from "./change.server";
import { holdSession } from "./edit-session.server";

type Options = { version: number | null; submission?: Submission | undefined; clock?: Clock | undefined };

/**
 * Marks a session ready, which sends it for sign-off. Judged inside the transaction on the record as it is held, so
 * that neither a forged request nor a race can mark what is not ready.
 *
 * Refusals: `not_found`, `forbidden`, `stale_version`, `not_ready`, `already_waiting`, `already_signed_off`.
 */
export function markSessionReady(
  actor: Actor,
  sessionId: string,
  { version, submission, clock }: Options,
): Promise<Outcome<{ sessionId: string }>> {
  return change(
    actor,
    async ({ tx, now, record: note }) => {
      const held = await holdSession(tx, actor, sessionId, "session.mark_ready");
      if (!held.ok) return held;
      if (version !== null && version !== held.value.version) return refuseStale();
      const { record } = held.value;
      const readiness = evaluate(record, Temporal.Instant.from(now));
      if (!readiness.ready) {
        return refuse(
          "not_ready",
          "Something still has to be put right before this session can be marked ready.",
        );
      }
      const digest = digestOf(materialFacts(record));
      const status = statusOf(record, readiness, digest);
      if (status === "waiting_for_sign_off") {
        return refuse("already_waiting", "This session is already waiting for sign-off.");
      }
      if (status === "signed_off") return refuse("already_signed_off", "This session is already signed off.");
      const { organisationId, userId } = actor;
      const requestId = newId();
      await tx.signOffRequest.create({
        data: {
          organisationId,
          id: requestId,
          sessionId,
          requestedAt: new Date(now),
          requestedBy: userId,
          digest,
        },
      });
      note({ type: "session.marked_ready", subject: `session:${sessionId}`, sessionId, requestId, digest });
      return accept({ sessionId });
    },
    { sessionId, submission, clock },
  );
}
