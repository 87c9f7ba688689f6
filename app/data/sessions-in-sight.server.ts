import type { Actor } from "~/domain/actor";
import { seesEverySession } from "~/domain/permissions";
import type { SessionRecord } from "~/domain/record/schema";
import type { Prisma } from "~/generated/prisma/client";
import type { Transaction } from "./database.server";
import { loadSessionRecord, loadSessionRecords } from "./session-record.server";

/** As `may` decides for one session, said as a filter: a planner sees what they planned or are assigned to. */
function inSight(actor: Actor): Prisma.SessionWhereInput {
  const { organisationId, userId, roles } = actor;
  if (seesEverySession(actor)) return { organisationId };
  if (!roles.includes("planner")) return { organisationId, id: { in: [] } };
  const assigned = { adults: { some: { adult: { members: { some: { userId } } } } } };
  return { organisationId, OR: [{ plannedBy: userId }, assigned] };
}

/**
 * The full record of a session that the actor may see, or null where there is none or it is not theirs to see. A person
 * who is only a reviewer must be shown the redacted form of it.
 */
export async function findSessionRecord(
  tx: Transaction,
  actor: Actor,
  sessionId: string,
): Promise<SessionRecord | null> {
  const found = await tx.session.findFirst({
    where: { AND: [inSight(actor), { id: sessionId }] },
    select: { id: true },
  });
  return found && loadSessionRecord(tx, actor.organisationId, found.id);
}

export type SessionList = {
  /** Only sessions that end after this instant, ISO 8601. */
  endsAfter?: string;
  /** Only sessions that ended at or before this instant, ISO 8601. */
  endedBy?: string;
  limit: number;
};

/**
 * The full records of the sessions that the actor may see, by start; those past, the latest first. With the same number
 * of queries whatever their number.
 */
export async function listSessionRecords(
  tx: Transaction,
  actor: Actor,
  { endsAfter, endedBy, limit }: SessionList,
): Promise<SessionRecord[]> {
  const endsAt = {
    ...(endsAfter === undefined ? {} : { gt: new Date(endsAfter) }),
    ...(endedBy === undefined ? {} : { lte: new Date(endedBy) }),
  };
  const direction = endedBy === undefined ? "asc" : "desc";
  const rows = await tx.session.findMany({
    where: { AND: [inSight(actor), { endsAt }] },
    orderBy: [{ startsAt: direction }, { id: direction }],
    take: limit,
    select: { id: true },
  });
  return loadSessionRecords(
    tx,
    actor.organisationId,
    rows.map((row) => row.id),
  );
}
