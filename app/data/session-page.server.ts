import { Temporal } from "temporal-polyfill";
import type { Actor } from "~/domain/actor";
import { may, seesEverySession, seesRedactedOnly, type SessionSubject } from "~/domain/permissions";
import { evaluate } from "~/domain/readiness/evaluate";
import type { Readiness } from "~/domain/readiness/result";
import { digestOf } from "~/domain/record/digest";
import type { ListedFacts, SessionRecord } from "~/domain/record/schema";
import { statusOf, type SessionStatus } from "~/domain/session/status";
import { materialFacts } from "~/domain/sign-off/material-facts";
import { subjectOf } from "~/domain/sign-off/subject";
import type { Prisma } from "~/generated/prisma/client";
import { readOrganisation, type Transaction } from "./database.server";
import { listWideners, listWidenersOf } from "./lock-session.server";
import { loadListedFacts, loadSessionRecord } from "./session-record.server";

/** A session as every page about it needs it: the record, and what follows from it at this moment. */
export type JudgedSession = {
  record: SessionRecord;
  /** Rises with every edit; forms carry it, so that a stale one is noticed. */
  version: number;
  subject: SessionSubject;
  readiness: Readiness;
  status: SessionStatus;
  /** Of the material facts: what a sign-off is bound to. */
  digest: string;
};

export function judge(
  record: ListedFacts,
  at: Temporal.Instant,
): Pick<JudgedSession, "readiness" | "status" | "digest"> {
  const readiness = evaluate(record, at);
  const digest = digestOf(materialFacts(record));
  return { readiness, digest, status: statusOf(record, readiness, digest) };
}

const isId = (id: string) => /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(id);

/** A session that the actor may see, judged now; null where there is none or it is not theirs to see. */
export function findSessionFor(
  actor: Actor,
  sessionId: string,
  at = Temporal.Now.instant(),
): Promise<JudgedSession | null> {
  return seesRedactedOnly(actor) ? Promise.resolve(null) : findWholeSession(actor, sessionId, at);
}

/** As `findSessionFor`, also for those who may be shown the redacted record only: the caller redacts it. */
export function findWholeSession(
  actor: Actor,
  sessionId: string,
  at: Temporal.Instant,
): Promise<JudgedSession | null> {
  if (!isId(sessionId)) return Promise.resolve(null);
  return readOrganisation({ organisationId: actor.organisationId, actorId: actor.userId }, async (tx) => {
    const row = await tx.session.findUnique({
      where: { organisationId_id: { organisationId: actor.organisationId, id: sessionId } },
      select: { version: true },
    });
    const record = row && (await loadSessionRecord(tx, actor.organisationId, sessionId));
    if (!record) return null;
    const wideners = await listWideners(tx, actor.organisationId, sessionId);
    const subject = subjectOf(record, wideners);
    if (!may(actor, "session.view", subject)) return null;
    return { record, version: row.version, subject, ...judge(record, at) };
  });
}

export type SessionList = {
  /** Only sessions that end after this instant, ISO 8601 in UTC; soonest first. */
  endsAfter?: string;
  /** Only sessions that ended at or before this instant; the latest first. */
  endedBy?: string;
  kind?: "host" | "join";
  skip?: number;
  /** Every session is judged, so that there is always a limit. */
  take: number;
};
/** A session as lists show it: without its history and without the facts as signed. */
export type ListedSession = Omit<JudgedSession, "version" | "record"> & { record: ListedFacts };

/**
 * The sessions that the actor may see, cut by a list's wishes and judged now; `total` counts those that `skip` and
 * `take` leave out. The number of queries does not grow with them.
 */
export function findSessionList(
  actor: Actor,
  list: SessionList,
  at = Temporal.Now.instant(),
): Promise<{ sessions: ListedSession[]; total: number }> {
  return readOrganisation({ organisationId: actor.organisationId, actorId: actor.userId }, (tx) =>
    listJudged(tx, actor, list, at),
  );
}

/** The same inside a transaction. */
export async function listJudged(
  tx: Transaction,
  actor: Actor,
  { endsAfter, endedBy, kind, skip = 0, take }: SessionList,
  at: Temporal.Instant,
): Promise<{ sessions: ListedSession[]; total: number }> {
  if (!may(actor, "session.view")) return { sessions: [], total: 0 };
  const { organisationId } = actor;
  const where: Prisma.SessionWhereInput = {
    AND: [
      inSight(actor),
      endsAfter === undefined ? {} : { endsAt: { gt: new Date(endsAfter) } },
      endedBy === undefined ? {} : { endsAt: { lte: new Date(endedBy) } },
      kind === undefined ? {} : { kind },
    ],
  };
  const direction = endedBy === undefined ? "asc" : "desc";
  const total = await tx.session.count({ where });
  const rows = await tx.session.findMany({
    where,
    select: { id: true },
    orderBy: [{ startsAt: direction }, { id: direction }],
    skip,
    take,
  });
  const ids = rows.map(({ id }) => id);
  const records = await loadListedFacts(tx, organisationId, ids);
  const wideners = await listWidenersOf(tx, organisationId, ids);
  const sessions = records.map((record) => ({
    record,
    subject: subjectOf(record, wideners.get(record.session.id)),
    ...judge(record, at),
  }));
  return { sessions, total };
}

/** As `may` decides for one session, said as a filter: a planner sees what they planned or are assigned to. */
export function inSight(actor: Actor): Prisma.SessionWhereInput {
  const { organisationId, userId } = actor;
  if (seesEverySession(actor)) return { organisationId };
  const assigned = { adults: { some: { adult: { members: { some: { userId } } } } } };
  return { organisationId, OR: [{ plannedBy: userId }, assigned] };
}
