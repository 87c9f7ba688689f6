import { z } from "zod";
import { briefingPoint, type BriefingPoint } from "~/domain/record/fields";
import type { Actor } from "~/domain/actor";
import { readOrganisation } from "./database.server";

export type BriefingText = { version: number; points: Partial<Record<BriefingPoint, string>> };

const points = z.partialRecord(briefingPoint, z.string());

/** The briefing as it is read aloud at an instant (ISO 8601): the newest version in force by then. */
export function findBriefingText(
  { organisationId, userId }: Actor,
  at: string,
): Promise<BriefingText | null> {
  return readOrganisation({ organisationId, actorId: userId }, async (tx) => {
    const row = await tx.briefingText.findFirst({
      where: { organisationId, fromAt: { lte: new Date(at) } },
      orderBy: { version: "desc" },
    });
    return row && { version: row.version, points: points.parse(row.points) };
  });
}
