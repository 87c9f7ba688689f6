import { Temporal } from "temporal-polyfill";
import { addConsentEvents, type NewConsentEvent } from "~/data/consent-writes.server";
import { newId } from "~/data/new-id.server";
import type { Submission } from "~/data/submission.server";
import type { Actor } from "~/domain/actor";
import { correctable } from "~/domain/consent/correction";
import { viewAt } from "~/domain/readiness/view";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import type { Clock } from "./change.server";
import { editAnswers, type SessionEdited } from "./edit-session.server";

/**
 * Says of answers that staff wrote down that they were written down wrongly: what stands as a yes was none. Each becomes a
 * no that names the answer it corrects; both stay on record. It is nobody's change of mind, and it never makes a yes.
 *
 * Refusals: `not_found`, `nothing_to_correct` where one of them is not a yes that stands and that staff recorded, and as
 * `editSession`.
 */
export function correctConsent(
  actor: Actor,
  sessionId: string,
  participantId: string,
  answerIds: readonly string[],
  { submission, clock }: { submission?: Submission | undefined; clock?: Clock | undefined } = {},
): Promise<Outcome<SessionEdited>> {
  const about = { sessionId, participantId };
  return editAnswers(actor, about, { submission, clock }, async ({ tx, now, record, note }, participant) => {
    const open = correctable(viewAt(record, Temporal.Instant.from(now)), participant);
    const wrong = open.filter(({ id }) => answerIds.includes(id));
    if (wrong.length === 0 || wrong.length < new Set(answerIds).size) {
      return refuse("nothing_to_correct", "Select which answers were written down wrongly", "answerIds");
    }
    const { organisationId, userId } = actor;
    const events = wrong.map((yes): NewConsentEvent & { corrects: string } => ({
      ...yes,
      id: newId(),
      answer: "no",
      recordedAt: now,
      recordedBy: userId,
      validUntil: null,
      corrects: yes.id,
      confirmedBy: null,
    }));
    await addConsentEvents(tx, { organisationId, sessionId }, events);
    for (const { id, scope, answer, corrects } of events) {
      const about = { subject: `consent:${id}`, sessionId, participantId } as const;
      note({ type: "consent.recorded", ...about, scope, answer });
      note({ type: "consent.corrected", ...about, corrects });
    }
    return accept(null);
  });
}
