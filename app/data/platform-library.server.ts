import { Temporal } from "temporal-polyfill";
import type { Actor } from "~/domain/actor";
import type { Policy } from "~/domain/record/organisation";
import type { PlatformMode } from "~/domain/record/platform-mode";
import { readOrganisation, type Transaction } from "./database.server";
import { loadModes } from "./session-record/mode-rows.server";
import { loadPolicies, policyFor } from "./session-record/organisation-rows.server";
import { inSight } from "./session-page.server";
import { toInstant } from "./stored-time.server";

export type UpcomingSession = { id: string; title: string; startsAt: string; zone: string };

/** Every platform mode in use, by name, with how many sessions that have not started rest on it, and today's policy. */
export function listPlatforms(
  { organisationId, userId }: Actor,
  at = Temporal.Now.instant(),
): Promise<{ modes: { mode: PlatformMode; upcoming: number }[]; policy: Policy }> {
  return readOrganisation({ organisationId, actorId: userId }, async (tx) => {
    const upcoming = { session: { startsAt: { gt: new Date(at.epochMilliseconds) }, cancelledAt: null } };
    const rows = await tx.platformMode.findMany({
      where: { organisationId, retiredAt: null },
      select: { id: true, _count: { select: { sessions: { where: upcoming } } } },
      orderBy: [{ name: "asc" }, { id: "asc" }],
    });
    const modes = await loadModes(
      tx,
      organisationId,
      rows.map(({ id }) => id),
    );
    return {
      modes: rows.flatMap(({ id, _count }) => {
        const mode = modes.get(id);
        return mode ? [{ mode, upcoming: _count.sessions }] : [];
      }),
      policy: await policyToday(tx, organisationId, at),
    };
  });
}

export type PlatformPage = {
  mode: PlatformMode;
  version: number;
  policy: Policy;
  /** Names of who checked it, by id. */
  reviewers: Record<string, string>;
  /** Sessions that have not started and rest on it: those that the actor may see, and how many there are. */
  upcoming: UpcomingSession[];
  upcomingCount: number;
};

const isId = (id: string) => /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(id);

/** One platform mode in use with its reach; null where the organisation has none with this id. */
export function findPlatform(
  actor: Actor,
  modeId: string,
  at = Temporal.Now.instant(),
): Promise<PlatformPage | null> {
  const { organisationId, userId } = actor;
  if (!isId(modeId)) return Promise.resolve(null);
  return readOrganisation({ organisationId, actorId: userId }, async (tx) => {
    const row = await tx.platformMode.findFirst({
      where: { organisationId, id: modeId, retiredAt: null },
      select: { version: true },
    });
    const mode = row && (await loadModes(tx, organisationId, [modeId])).get(modeId);
    if (!row || !mode) return null;
    const onIt = {
      organisationId,
      cancelledAt: null,
      startsAt: { gt: new Date(at.epochMilliseconds) },
      platforms: { some: { modeId } },
    };
    const sessions = await tx.session.findMany({
      where: { AND: [inSight(actor), onIt] },
      select: { id: true, title: true, startsAt: true, zone: true },
      orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    });
    const reviewers = await tx.membership.findMany({
      where: { organisationId, userId: { in: mode.reviews.map(({ reviewedBy }) => reviewedBy) } },
      select: { userId: true, user: { select: { name: true } } },
    });
    return {
      mode,
      version: row.version,
      policy: await policyToday(tx, organisationId, at),
      reviewers: Object.fromEntries(reviewers.map((member) => [member.userId, member.user.name])),
      upcoming: sessions.map((session) => ({ ...session, startsAt: toInstant(session.startsAt) })),
      upcomingCount: await tx.session.count({ where: onIt }),
    };
  });
}

/** The policy that holds today. */
export async function policyToday(
  tx: Transaction,
  organisationId: string,
  at = Temporal.Now.instant(),
): Promise<Policy> {
  return policyFor(await loadPolicies(tx, organisationId), at.toString(), "Europe/London");
}
