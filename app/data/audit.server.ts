import canonicalize from "canonicalize";
import { auditEvent, type AuditEvent } from "~/domain/audit-events";
import { installationEvent, type InstallationEvent } from "~/domain/installation-events";
import type { Scope, Transaction } from "./database.server";

/**
 * Adds events to the organisation's chain, in order. At the end of a transaction: from here on every other writer of
 * the organisation waits. Only `appendInstallationEvents` may come after it.
 *
 * @param at the instant of the service's clock, ISO 8601 in UTC; the chain's own time is the database's
 */
export async function appendAuditEvents(
  tx: Transaction,
  { organisationId, actorId }: Scope,
  at: string,
  events: AuditEvent[],
): Promise<void> {
  const bodies = events.map((event) => bodyOf(auditEvent.parse(event), at, actorId));
  await tx.$executeRaw`
    INSERT INTO audit_event (organisation_id, body)
    SELECT ${organisationId}::uuid, b.body FROM unnest(${bodies}::text[]) WITH ORDINALITY AS b (body, place)
    ORDER BY b.place`;
}

/**
 * Adds events to the installation's chain, in order. Always the very last statement of a transaction, after
 * `appendAuditEvents`: whoever holds this chain waits for nothing more, so that no two wait for each other.
 *
 * @param at as for `appendAuditEvents`
 */
export async function appendInstallationEvents(
  tx: Transaction,
  { actorId }: Pick<Scope, "actorId">,
  at: string,
  events: InstallationEvent[],
): Promise<void> {
  const bodies = events.map((event) => bodyOf(installationEvent.parse(event), at, actorId));
  await tx.$queryRaw`SELECT app.append_installation_audit_events(${bodies}::text[])`;
}

/** The text that is hashed: RFC 8785. */
function bodyOf(event: AuditEvent | InstallationEvent, at: string, by: string | null): string {
  return canonicalize({ ...event, at, by }) ?? "";
}
