import { defaultBriefing } from "~/domain/defaults/briefing";
import type { Actor } from "~/domain/actor";
import { briefingPoint, type BriefingPoint } from "~/domain/record/fields";
import { z } from "zod";
import { readOrganisation, type Transaction } from "./database.server";

const points = z.partialRecord(briefingPoint, z.string());

/** The organisation's newest words for each point of the briefing; where it has none for a point, the default ones. */
export function findBriefingWords(actor: Actor): Promise<Record<BriefingPoint, string>> {
  const { organisationId, userId } = actor;
  return readOrganisation({ organisationId, actorId: userId }, async (tx) => ({
    ...defaultBriefing,
    ...(await newestPoints(tx, organisationId)),
  }));
}

/** The organisation's own newest words alone, inside a transaction. */
export async function newestPoints(
  tx: Transaction,
  organisationId: string,
): Promise<Partial<Record<BriefingPoint, string>>> {
  const newest = await tx.briefingText.findFirst({
    where: { organisationId, fromAt: { lte: new Date() } },
    orderBy: { version: "desc" },
    select: { points: true },
  });
  return newest ? points.parse(newest.points) : {};
}
