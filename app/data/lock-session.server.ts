import type { Transaction } from "./database.server";

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

/**
 * Who widened a session since its last sign-off (or ever, before the first): from the audit trail, which holds what
 * each edit did.
 */
export async function listWideners(
  tx: Transaction,
  organisationId: string,
  sessionId: string,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ by: string }[]>`
    SELECT DISTINCT payload->>'by' AS by FROM audit_event
    WHERE organisation_id = ${organisationId}::uuid
      AND payload->>'sessionId' = ${sessionId}
      AND payload->>'type' = 'session.changed'
      AND payload->>'effect' = 'lapsed'
      AND payload->>'by' IS NOT NULL
      AND seq > COALESCE((
        SELECT max(seq) FROM audit_event
        WHERE organisation_id = ${organisationId}::uuid
          AND payload->>'sessionId' = ${sessionId}
          AND payload->>'type' = 'session.signed_off'), 0)`;
  return rows.map(({ by }) => by);
}
