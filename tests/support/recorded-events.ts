import { readOrganisation } from "~/data/database.server";
import type { Actor } from "~/domain/actor";
import { asVerifier } from "./owner";

/** The types of everything that the organisation's audit trail holds, oldest first. */
export function eventTypes({ organisationId, userId }: Actor): Promise<string[]> {
  return readOrganisation({ organisationId, actorId: userId }, async (tx) => {
    const events = await tx.auditEvent.findMany({ where: { organisationId }, orderBy: { seq: "asc" } });
    return events.map(({ payload }) =>
      typeof payload === "object" && payload !== null && "type" in payload ? String(payload["type"]) : "",
    );
  });
}

/** The types of everything that the installation's trail holds about one account or organisation, oldest first. */
export async function installationEventTypes(ownerUrl: string, id: string): Promise<string[]> {
  const rows = await asVerifier<{ type: string }>(
    ownerUrl,
    `SELECT payload ->> 'type' AS type FROM installation_audit_event
     WHERE split_part(payload ->> 'subject', ':', 2) = $1 ORDER BY seq`,
    [id],
  );
  return rows.map(({ type }) => type);
}
