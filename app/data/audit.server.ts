import canonicalize from "canonicalize";
import { auditEvent, type AuditEvent } from "~/domain/audit-events";
import { installationEvent, type InstallationEvent } from "~/domain/installation-events";
import type { Scope, Transaction } from "./database.server";
import { toInstant } from "./stored-time.server";

type Row = { seq: bigint; hash: Uint8Array; recorded_at: Date };

/** Where a chain ends. `hash` in base64; `at` by the database's clock, ISO 8601 in UTC. */
export type ChainEnd = { seq: number; hash: string; at: string };

/**
 * Adds events to the organisation's chain, in order, and answers with its new end. At the end of a transaction: from
 * here on every other writer of the organisation waits. Only a checkpoint and `appendInstallationEvents` may come after it.
 *
 * @param at the instant of the service's clock, ISO 8601 in UTC; the chain's own time is the database's
 */
export async function appendAuditEvents(
  tx: Transaction,
  { organisationId, actorId }: Scope,
  at: string,
  events: AuditEvent[],
): Promise<ChainEnd> {
  const bodies = events.map((event) => bodyOf(auditEvent.parse(event), at, actorId));
  const rows = await tx.$queryRaw<Row[]>`
    INSERT INTO audit_event (organisation_id, body)
    SELECT ${organisationId}::uuid, b.body FROM unnest(${bodies}::text[]) WITH ORDINALITY AS b (body, place)
    ORDER BY b.place
    RETURNING seq, hash, recorded_at`;
  const last = rows.reduce((a, b) => (b.seq > a.seq ? b : a));
  return endOf(last.seq, last.hash, last.recorded_at);
}

export function endOf(seq: bigint, hash: Uint8Array, at: Date): ChainEnd {
  return { seq: Number(seq), hash: Buffer.from(hash).toString("base64"), at: toInstant(at) };
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
