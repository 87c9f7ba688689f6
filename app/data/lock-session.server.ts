import type { Transaction } from "./database.server";
import { toInstant } from "./stored-time.server";

/**
 * Holds a session until the transaction ends, so that whoever else would change it waits, and answers with its
 * version; null where the organisation has none with this id.
 */
export async function lockSession(
  tx: Transaction,
  organisationId: string,
  sessionId: string,
): Promise<number | null> {
  const rows = await tx.$queryRaw<{ version: number }[]>`
    SELECT version FROM session
    WHERE organisation_id = ${organisationId}::uuid AND id = ${sessionId}::uuid
    FOR UPDATE`;
  return rows[0]?.version ?? null;
}

/** Holds several sessions until the transaction ends, in the order of their ids, so that no two who do so wait for each other. */
export async function lockSessions(tx: Transaction, organisationId: string, ids: string[]): Promise<void> {
  await tx.$queryRaw`
    SELECT id FROM session
    WHERE organisation_id = ${organisationId}::uuid AND id = ANY(${ids}::uuid[])
    ORDER BY id
    FOR UPDATE`;
}

/** When something last happened to a session, by the trail: ISO 8601 in UTC; null before anything has. Looking is nothing. */
export async function lastEventOf(
  tx: Transaction,
  organisationId: string,
  sessionId: string,
): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ last: Date | null }[]>`
    SELECT max((payload->>'at')::timestamptz) AS last FROM audit_event
    WHERE organisation_id = ${organisationId}::uuid AND payload->>'sessionId' = ${sessionId}
      AND payload->>'type' NOT IN ('session.viewed', 'participant.viewed')`;
  return row?.last ? toInstant(row.last) : null;
}

/**
 * Who widened a session since its last sign-off (or ever, before the first): from the audit trail, which holds what
 * each edit did, of the session itself or of something that it shares with others.
 */
export async function listWideners(
  tx: Transaction,
  organisationId: string,
  sessionId: string,
): Promise<string[]> {
  return (await listWidenersOf(tx, organisationId, [sessionId])).get(sessionId) ?? [];
}

/** The same for several sessions at once; sessions that nobody widened are left out. */
export async function listWidenersOf(
  tx: Transaction,
  organisationId: string,
  sessionIds: string[],
): Promise<Map<string, string[]>> {
  const rows = await tx.$queryRaw<{ session: string; by: string }[]>`
    WITH history AS (
      SELECT seq, payload->>'sessionId' AS session, payload->>'type' AS type,
        payload->>'effect' AS effect, payload->>'by' AS by
      FROM audit_event
      WHERE organisation_id = ${organisationId}::uuid AND payload->>'sessionId' = ANY(${sessionIds}::text[]))
    SELECT DISTINCT session, by FROM history
    WHERE type = 'session.changed' AND effect = 'lapsed' AND by IS NOT NULL
      AND seq > COALESCE((
        SELECT max(seq) FROM history AS signed
        WHERE signed.session = history.session AND signed.type = 'session.signed_off'), 0)`;
  const found = new Map<string, string[]>();
  for (const { session, by } of rows) found.set(session, [...(found.get(session) ?? []), by]);
  return found;
}
