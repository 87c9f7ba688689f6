import { Temporal } from "temporal-polyfill";
import {
  forgetContactsLater,
  keepContact,
  listContacts,
  mayReadContact,
  removeContacts,
} from "~/data/consent-contacts.server";
import { listOpenRequests } from "~/data/consent-requests.server";
import type { Transaction } from "~/data/database.server";
import type { Submission } from "~/data/submission.server";
import type { Actor } from "~/domain/actor";
import type { ContactAnswer } from "~/domain/consent/contact";
import { linkState } from "~/domain/consent/own-link";
import { viewAt } from "~/domain/readiness/view";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { change, type Clock } from "./change.server";
import { holdSession } from "./edit-session.server";

export type NewContact = { address: string; safe: ContactAnswer; why: string | null };
type Options = { submission?: Submission | undefined; clock?: Clock | undefined };

/**
 * Records where a young person's link can be sent and whether contact there is safe for them, in place of what was
 * recorded before. The address goes with their request; that contact is not safe stays until the session is over or
 * cancelled.
 *
 * Refusals: `not_found`, `forbidden`, `not_asked` for somebody who has no open link, `too_late` once the session has
 * started, `why_missing` where it is safe and nobody says how that is known, `said_not_safe` where a colleague recorded
 * that it is not.
 */
export function recordContact(
  actor: Actor,
  sessionId: string,
  participantId: string,
  { address, safe, why }: NewContact,
  { submission, clock }: Options = {},
): Promise<Outcome<null>> {
  const { organisationId, userId } = actor;
  return change(
    actor,
    async ({ tx, now, record: note }) => {
      const held = await holdSession(tx, actor, sessionId, "session.edit");
      if (!held.ok) return held;
      const view = viewAt(held.value.record, Temporal.Instant.from(now));
      const participant = view.participants.find(({ id }) => id === participantId);
      if (!participant) return refuse("not_found", "There is nobody with this code in this session.");
      if (linkState(view, participant) !== "asks") return tooLate;
      const open = await listOpenRequests(tx, organisationId, sessionId);
      if (!open.some((request) => request.participantId === participantId)) return notAsked;
      if (safe === "safe" && why === null) return whyMissing;
      if (await isWarnedOf(tx, actor, { sessionId, participantId })) return saidNotSafe;
      const contact = { participantId, address, safe, why, recordedBy: userId, recordedAt: now };
      await keepContact(tx, { organisationId, sessionId }, contact);
      await forgetContactsLater(tx, sessionId, view.end.toString());
      note({ type: "contact.recorded", subject: `participant:${participantId}`, sessionId, safe });
      return accept(null);
    },
    { sessionId, submission, clock },
  );
}

/** Whether a colleague, whose contact the actor may not see, said that it is not safe. */
async function isWarnedOf(
  tx: Transaction,
  actor: Actor,
  { sessionId, participantId }: { sessionId: string; participantId: string },
): Promise<boolean> {
  const contacts = await listContacts(tx, actor.organisationId, sessionId);
  const before = contacts.find((contact) => contact.participantId === participantId);
  return before?.safe === "not_safe" && !mayReadContact(actor, before);
}

/** Removes a young person's contact for good, and what was said of it. Refuses `not_found`, `forbidden` and `said_not_safe`. */
export function removeContact(
  actor: Actor,
  sessionId: string,
  participantId: string,
  { submission, clock }: Options = {},
): Promise<Outcome<null>> {
  const { organisationId } = actor;
  return change(
    actor,
    async ({ tx, record: note }) => {
      const held = await holdSession(tx, actor, sessionId, "session.edit");
      if (!held.ok) return held;
      if (await isWarnedOf(tx, actor, { sessionId, participantId })) return saidNotSafe;
      const isHere = held.value.record.participants.some(({ id }) => id === participantId);
      const removed = isHere
        ? await removeContacts(tx, organisationId, { participantIds: [participantId] })
        : 0;
      if (removed === 0) return refuse("not_found", "No contact is held of them.");
      note({ type: "contact.removed", subject: `participant:${participantId}`, sessionId });
      return accept(null);
    },
    { sessionId, submission, clock },
  );
}

const tooLate = refuse("too_late", "The session has started, so that nobody is asked any more.");
const notAsked = refuse("not_asked", "They have no link. Ask them by link first.");
const saidNotSafe = refuse(
  "said_not_safe",
  "Somebody else recorded that contact is not safe for them. Speak with whoever plans this session with you first",
  "safe",
);
const whyMissing = refuse("why_missing", "Write how you know that contact there is safe", "why");
