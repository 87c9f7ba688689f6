import { readOrganisation } from "~/data/database.server";
import type { Actor } from "~/domain/actor";

/** The types of everything that the organisation's audit trail holds, oldest first. */
export function eventTypes({ organisationId, userId }: Actor): Promise<string[]> {
  return readOrganisation({ organisationId, actorId: userId }, async (tx) => {
    const events = await tx.auditEvent.findMany({ where: { organisationId }, orderBy: { seq: "asc" } });
    return events.map(({ payload }) =>
      typeof payload === "object" && payload !== null && "type" in payload ? String(payload["type"]) : "",
    );
  });
}
