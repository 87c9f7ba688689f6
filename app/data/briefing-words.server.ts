import { defaultBriefing } from "~/domain/defaults/briefing";
import type { Actor } from "~/domain/actor";
import { briefingPoint, type BriefingPoint } from "~/domain/record/fields";
import { z } from "zod";
import { readOrganisation } from "./database.server";

const points = z.partialRecord(briefingPoint, z.string());

/** The organisation's newest words for each point of the briefing; where it has none for a point, the default ones. */
export function findBriefingWords(actor: Actor): Promise<Record<BriefingPoint, string>> {
  const { organisationId, userId } = actor;
  return readOrganisation({ organisationId, actorId: userId }, async (tx) => {
    const newest = await tx.briefingText.findFirst({
      where: { organisationId, fromAt: { lte: new Date() } },
      orderBy: { version: "desc" },
      select: { points: true },
    });
    return { ...defaultBriefing, ...(newest ? points.parse(newest.points) : {}) };
  });
}
