import type { Transaction } from "~/data/database.server";
import type { SessionRecord } from "~/domain/record/schema";

type Row = {
  session_id: string;
  seq: bigint;
  at: string;
  type: string;
  by: string | null;
  subject: string;
  hash: string;
};

/** The history of each session in the organisation's chain, oldest first. Who looked at it is no part of it. */
export async function loadAuditEntries(
  tx: Transaction,
  organisationId: string,
  sessionIds: string[],
): Promise<Map<string, SessionRecord["audit"]>> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT e.payload ->> 'sessionId' AS session_id, e.seq, e.payload ->> 'at' AS at, e.payload ->> 'type' AS type,
      e.payload ->> 'by' AS by, e.payload ->> 'subject' AS subject, encode(e.hash, 'hex') AS hash
    FROM audit_event e
    WHERE e.organisation_id = ${organisationId}::uuid AND e.payload ->> 'sessionId' = ANY (${sessionIds}::text[])
      AND e.payload ->> 'type' NOT IN ('session.viewed', 'participant.viewed')
    ORDER BY e.seq`;
  const found = new Map<string, SessionRecord["audit"]>(sessionIds.map((id) => [id, []]));
  for (const { session_id: sessionId, seq, ...entry } of rows)
    found.get(sessionId)?.push({ ...entry, seq: Number(seq) });
  return found;
}
