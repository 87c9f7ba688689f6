import { Temporal } from "temporal-polyfill";
import { addConsentEvents, type NewConsentEvent } from "~/data/consent-writes.server";
import { newId } from "~/data/new-id.server";
import type { Submission } from "~/data/submission.server";
import type { Actor } from "~/domain/actor";
import type { StaffRoute } from "~/domain/consent/answer-routes";
import { checkStaffRoute, isFuture } from "~/domain/consent/recording";
import { standingYes } from "~/domain/consent/withdrawal";
import { viewAt } from "~/domain/readiness/view";
import type { ConsentScope } from "~/domain/record/fields";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import type { Clock } from "./change.server";
import { editAnswers, type SessionEdited } from "./edit-session.server";

/** `giverId`: whose answers are taken back; the young person's own where null. No reason is asked or kept. */
export type Withdrawal = {
  giverId: string | null;
  scopes: readonly ConsentScope[] | "everything";
  how: StaffRoute;
  /** When it was said, an instant; null for just now. */
  at: string | null;
};

type Options = { submission?: Submission | undefined; clock?: Clock | undefined };

/**
 * Records that somebody changed their mind: a withdrawal for each scope, at once and whatever else has happened to the
 * session, by any of the staff who see it, for young people tell whom they trust. It suspends a running sign-off where the session rests on what was agreed.
 *
 * Refusals: `not_found`, `route_not_theirs`, `in_future`, `nothing_to_withdraw` where none of their answers is a yes, and as `editSession`.
 */
export function withdrawConsent(
  actor: Actor,
  sessionId: string,
  participantId: string,
  { giverId, scopes, how, at }: Withdrawal,
  { submission, clock }: Options,
): Promise<Outcome<SessionEdited>> {
  const about = { sessionId, participantId };
  const options = { action: "consent.withdraw", submission, clock } as const;
  return editAnswers(actor, about, options, async ({ tx, now, record, note }, participant) => {
    const view = viewAt(record, Temporal.Instant.from(now));
    const mayRecord = checkStaffRoute(how);
    if (!mayRecord.ok) return mayRecord;
    if (isFuture(view, at)) return refuse("in_future", "When they said so must be in the past", "date");

    const given = standingYes(view, participant).filter(
      ({ giver, scope }) =>
        (giverId === null ? giver.relationship === "self" : giver.id === giverId) &&
        (scopes === "everything" || scopes.includes(scope)),
    );
    if (given.length === 0) {
      return refuse("nothing_to_withdraw", "Select what they have changed their mind about", "scopes");
    }
    const events = given.map((yes): NewConsentEvent => ({
      ...yes,
      id: newId(),
      answer: "withdrawn",
      how,
      at: at ?? now,
      recordedAt: now,
      recordedBy: actor.userId,
      validUntil: null,
      corrects: null,
      confirmedBy: null,
    }));
    await addConsentEvents(tx, { organisationId: actor.organisationId, sessionId }, events);
    for (const { id, scope, answer } of events) {
      note({ type: "consent.recorded", subject: `consent:${id}`, sessionId, participantId, scope, answer });
    }
    return accept(null);
  });
}
