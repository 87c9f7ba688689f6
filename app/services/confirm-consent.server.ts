import { Temporal } from "temporal-polyfill";
import { addConfirmation } from "~/data/consent-writes.server";
import type { Submission } from "~/data/submission.server";
import type { Actor } from "~/domain/actor";
import { waitingYes } from "~/domain/consent/withdrawal";
import { viewAt } from "~/domain/readiness/view";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import type { Clock } from "./change.server";
import { editAnswers, wasCancelled, type SessionEdited } from "./edit-session.server";

/**
 * A worker who has spoken with whoever answered confirms what they were shown of each yes that follows a no and waits for
 * it. Whatever came since, or waits of somebody else, goes on waiting.
 *
 * Refusals: `not_found`, `nothing_waits`, and as `editSession`.
 */
export function confirmConsent(
  actor: Actor,
  sessionId: string,
  participantId: string,
  answerIds: readonly string[],
  { submission, clock }: { submission?: Submission | undefined; clock?: Clock | undefined },
): Promise<Outcome<SessionEdited>> {
  const about = { sessionId, participantId };
  return editAnswers(actor, about, { submission, clock }, async ({ tx, now, record, note }, participant) => {
    if (record.session.cancelled) return wasCancelled;
    const waiting = waitingYes(viewAt(record, Temporal.Instant.from(now)), participant).filter(({ id }) =>
      answerIds.includes(id),
    );
    if (waiting.length === 0)
      return refuse("nothing_waits", "No answer of theirs waits to be confirmed any more.");
    const { organisationId, userId: by } = actor;
    for (const { id } of waiting) {
      await addConfirmation(tx, { organisationId, eventId: id, by, at: now });
      note({ type: "consent.confirmed", subject: `consent:${id}`, sessionId, participantId });
    }
    return accept(null);
  });
}
