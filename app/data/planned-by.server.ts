import type { Actor } from "~/domain/actor";
import { readOrganisation, type Transaction } from "./database.server";

/** The sessions of a planner that have not started at `now` (ISO 8601) and are not cancelled: what somebody else takes over. */
export async function listToHandOver(
  tx: Transaction,
  { organisationId, userId, now }: { organisationId: string; userId: string; now: string },
): Promise<string[]> {
  const rows = await tx.session.findMany({
    where: { organisationId, plannedBy: userId, cancelledAt: null, startsAt: { gt: new Date(now) } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return rows.map(({ id }) => id);
}

/** How many sessions somebody would hand over now. */
export function countToHandOver(actor: Actor, userId: string, now: string): Promise<number> {
  const { organisationId } = actor;
  return readOrganisation({ organisationId, actorId: actor.userId }, async (tx) => {
    const ids = await listToHandOver(tx, { organisationId, userId, now });
    return ids.length;
  });
}
