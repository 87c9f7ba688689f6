import canonicalize from "canonicalize";
import { auditEvent, type AuditEvent } from "~/domain/audit-events";
import type { Scope, Transaction } from "./database.server";

/**
 * Adds events to the organisation's chain, in order. The last statement of a transaction: from here to its end every
 * other writer of the organisation waits.
 *
 * @param at the instant of the service's clock, ISO 8601 in UTC; the chain's own time is the database's
 */
export async function appendAuditEvents(
  tx: Transaction,
  { organisationId, actorId }: Scope,
  at: string,
  events: AuditEvent[],
): Promise<void> {
  const bodies = events.map((event) => canonicalize({ ...auditEvent.parse(event), at, by: actorId }) ?? "");
  await tx.$executeRaw`
    INSERT INTO audit_event (organisation_id, body)
    SELECT ${organisationId}::uuid, b.body FROM unnest(${bodies}::text[]) WITH ORDINALITY AS b (body, place)
    ORDER BY b.place`;
}
