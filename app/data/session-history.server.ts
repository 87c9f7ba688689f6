import type { Actor } from "~/domain/actor";
import { may } from "~/domain/permissions";
import type { ExportFormat } from "~/domain/record/fields";
import { readOrganisation } from "./database.server";

type Row = {
  seq: bigint;
  type: "session.changed" | "record.exported";
  section: string | null;
  format: ExportFormat | null;
  redacted: boolean | null;
  reason: string | null;
};

export type HistoryDetail =
  | { type: "session.changed"; section: string }
  | { type: "record.exported"; format: ExportFormat; redacted: boolean; reason: string | null };

/**
 * What the trail says of a session's edits and exports beyond its record, by the event's number. For whoever may see
 * the session, which the caller has made sure of; why names left is for those alone who may have names.
 */
export function listHistoryDetails(actor: Actor, sessionId: string): Promise<Map<number, HistoryDetail>> {
  const { organisationId, userId } = actor;
  return readOrganisation({ organisationId, actorId: userId }, async (tx) => {
    const rows = await tx.$queryRaw<Row[]>`
      SELECT e.seq, e.payload ->> 'type' AS type, e.payload ->> 'section' AS section,
        e.payload ->> 'format' AS format, (e.payload ->> 'redacted')::boolean AS redacted, r.reason
      FROM audit_event e
      LEFT JOIN export_reason r
        ON r.organisation_id = e.organisation_id AND r.export_id = (e.payload ->> 'exportId')::uuid
      WHERE e.organisation_id = ${organisationId}::uuid AND e.payload ->> 'sessionId' = ${sessionId}
        AND e.payload ->> 'type' IN ('session.changed', 'record.exported')`;
    const mayKnowWhy = may(actor, "record.export_named");
    return new Map(
      rows.flatMap(({ seq, section, format, redacted, reason }): [number, HistoryDetail][] => {
        if (section !== null) return [[Number(seq), { type: "session.changed", section }]];
        if (format === null || redacted === null) return [];
        const why = mayKnowWhy ? reason : null;
        return [[Number(seq), { type: "record.exported", format, redacted, reason: why }]];
      }),
    );
  });
}
