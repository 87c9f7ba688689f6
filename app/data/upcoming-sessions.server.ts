import type { Prisma } from "~/generated/prisma/client";
import type { Transaction } from "./database.server";

/** What is shared between sessions: all of the organisation, one adult, one mode, adults' time, or a young person. */
export type Shared =
  | { kind: "organisation" }
  | { kind: "adult"; adultId: string }
  | { kind: "platform_mode"; modeId: string }
  /** Who planned them. */
  | { kind: "planner"; userId: string }
  /** The time of adults who are booked from one session, in all the others. */
  | { kind: "bookings"; adultIds: readonly string[]; exceptSessionId: string }
  /** Of a young person who is edited from one session, in all the others. */
  | { kind: "person"; personId: string; exceptSessionId: string };

/** The ids of the sessions that start after `now` (ISO 8601) and rest on what is shared. */
export async function listUpcomingOn(
  tx: Transaction,
  organisationId: string,
  shared: Shared,
  now: string,
): Promise<string[]> {
  const rows = await tx.session.findMany({
    where: { organisationId, startsAt: { gt: new Date(now) }, ...restsOn(shared) },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return rows.map(({ id }) => id);
}

function restsOn(shared: Shared): Prisma.SessionWhereInput {
  if (shared.kind === "organisation") return {};
  if (shared.kind === "planner") return { plannedBy: shared.userId };
  if (shared.kind === "platform_mode") return { platforms: { some: { modeId: shared.modeId } } };
  if (shared.kind === "bookings") {
    const { adultIds, exceptSessionId } = shared;
    return { id: { not: exceptSessionId }, adults: { some: { adultId: { in: [...adultIds] } } } };
  }
  if (shared.kind === "person") {
    const { personId, exceptSessionId } = shared;
    return { id: { not: exceptSessionId }, participants: { some: { personId, removedAt: null } } };
  }
  const { adultId } = shared;
  return { OR: [{ adults: { some: { adultId } } }, { reportingAdultId: adultId }] };
}
