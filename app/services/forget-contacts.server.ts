import { Temporal } from "temporal-polyfill";
import { forgetContactsLater, listContacts, removeContacts } from "~/data/consent-contacts.server";
import { withOrganisation, type Transaction } from "~/data/database.server";
import { lockSession } from "~/data/lock-session.server";
import { loadSessionRecord } from "~/data/session-record.server";
import { viewAt } from "~/domain/readiness/view";
import { accept, refuse } from "~/domain/refusal";
import { change, type Clock } from "./change.server";

export type SessionId = { organisationId: string; sessionId: string };

/**
 * Removes what is held of a session's contacts once it is over; for one that was moved, that is later. Returns how many
 * went.
 */
export async function forgetContacts(
  { organisationId, sessionId }: SessionId,
  { clock = Temporal.Now.instant }: { clock?: Clock } = {},
): Promise<number> {
  const isOver = await withOrganisation({ organisationId, actorId: null }, async (tx) => {
    if ((await listContacts(tx, organisationId, sessionId)).length === 0) return false;
    const end = await endAhead(tx, { organisationId, sessionId }, clock());
    if (end) await forgetContactsLater(tx, sessionId, end.toString());
    return end === null;
  });
  if (!isOver) return 0;
  const outcome = await change(
    { organisationId, userId: null },
    async ({ tx, now, record }) => {
      // Whoever moved the session meanwhile has had its contacts looked at again.
      if (await endAhead(tx, { organisationId, sessionId }, Temporal.Instant.from(now))) return notOver;
      const removed = await removeContacts(tx, organisationId, { sessionId });
      record({ type: "contacts.forgotten", subject: `session:${sessionId}`, sessionId, removed });
      return accept(removed);
    },
    { sessionId, clock },
  );
  return outcome.ok ? outcome.value : 0;
}

/** Holds a session, and tells when it ends; null for one that has ended, or that is not there. */
async function endAhead(
  tx: Transaction,
  { organisationId, sessionId }: SessionId,
  now: Temporal.Instant,
): Promise<Temporal.Instant | null> {
  await lockSession(tx, organisationId, sessionId);
  const record = await loadSessionRecord(tx, organisationId, sessionId);
  const end = record && viewAt(record, now).end;
  return end && Temporal.Instant.compare(end, now) > 0 ? end : null;
}

const notOver = refuse("not_over", "The session was moved and is not over.");
