import { Temporal } from "temporal-polyfill";
import { forgetContactsLater, listContacts, removeContacts } from "~/data/consent-contacts.server";
import { withOrganisation } from "~/data/database.server";
import { loadSessionRecord } from "~/data/session-record.server";
import { viewAt } from "~/domain/readiness/view";
import { accept } from "~/domain/refusal";
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
    const record = await loadSessionRecord(tx, organisationId, sessionId);
    const end = record && viewAt(record, clock()).end;
    if (!end || Temporal.Instant.compare(end, clock()) <= 0) return true;
    await forgetContactsLater(tx, sessionId, end.toString());
    return false;
  });
  if (!isOver) return 0;
  const outcome = await change(
    { organisationId, userId: null },
    async ({ tx, record }) => {
      const removed = await removeContacts(tx, organisationId, { sessionId });
      record({ type: "contacts.forgotten", subject: `session:${sessionId}`, sessionId, removed });
      return accept(removed);
    },
    { sessionId, clock },
  );
  return outcome.ok ? outcome.value : 0;
}
