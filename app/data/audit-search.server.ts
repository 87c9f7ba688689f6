import { Temporal } from "temporal-polyfill";
import { Prisma } from "~/generated/prisma/client";
import type { Actor } from "~/domain/actor";
import { HOME_ZONE } from "~/domain/time/today";
import { readOrganisation, type Transaction } from "./database.server";

/** What is looked for; `null` leaves nothing out. Dates are the first and last day, where the organisation is. */
export type AuditSearch = {
  who: string | null;
  kind: string | null;
  session: string | null;
  from: string | null;
  to: string | null;
};

/** One event with the names that its ids have now. Null: nobody, or no session. */
export type FoundEvent = {
  seq: number;
  at: string;
  type: string;
  by: string | null;
  session: { id: string; reference: string } | null;
  /** The member that it is about. */
  member: string | null;
  roles: string[];
  page: string | null;
};

type Row = {
  seq: bigint;
  at: string;
  type: string;
  by: string | null;
  /** Whether a young person did it, on a page of their own. */
  young: boolean;
  subject: string;
  session_id: string | null;
  reference: string | null;
  roles: string[] | null;
  page: string | null;
};

/** Counting further would cost more than the number is worth. */
export const MOST_COUNTED = 10_000;

/** A part of what is found, the newest first, and how many there are (`MOST_COUNTED` at most). */
export function searchAudit(
  { organisationId, userId }: Actor,
  search: AuditSearch,
  { skip, take }: { skip: number; take: number },
): Promise<{ total: number; events: FoundEvent[] }> {
  return readOrganisation({ organisationId, actorId: userId }, async (tx) => {
    const where = conditions(organisationId, search);
    const [counted] = await tx.$queryRaw<{ total: bigint }[]>`
      SELECT count(*) AS total FROM (SELECT FROM audit_event e ${where} LIMIT ${MOST_COUNTED}) AS found`;
    const rows = await tx.$queryRaw<Row[]>`
      SELECT e.seq, e.payload ->> 'at' AS at, e.payload ->> 'type' AS type, e.payload ->> 'by' AS by,
        EXISTS (SELECT FROM participant p WHERE p.organisation_id = e.organisation_id
          AND p.id = (e.payload ->> 'by')::uuid) AS young,
        e.payload ->> 'subject' AS subject, e.payload ->> 'sessionId' AS session_id, s.reference,
        ARRAY(SELECT jsonb_array_elements_text(e.payload -> 'roles')) AS roles, e.payload ->> 'page' AS page
      FROM audit_event e
      LEFT JOIN session s
        ON s.organisation_id = e.organisation_id AND s.id = (e.payload ->> 'sessionId')::uuid
      ${where} ORDER BY e.seq DESC LIMIT ${take} OFFSET ${skip}`;
    const names = await namesOf(tx, organisationId);
    return { total: Number(counted?.total ?? 0), events: rows.map((row) => found(row, names)) };
  });
}

function conditions(organisationId: string, { who, kind, session, from, to }: AuditSearch): Prisma.Sql {
  const at = Prisma.sql`(e.payload ->> 'at')::timestamptz`;
  const all = [Prisma.sql`e.organisation_id = ${organisationId}::uuid`];
  if (who) all.push(Prisma.sql`e.payload ->> 'by' = ${who}`);
  if (kind) all.push(Prisma.sql`e.payload ->> 'type' = ${kind}`);
  if (session)
    all.push(Prisma.sql`e.payload ->> 'sessionId' IN (SELECT t.id::text FROM session t
      WHERE t.organisation_id = ${organisationId}::uuid AND upper(t.reference) = ${session})`);
  if (from) all.push(Prisma.sql`${at} >= ${startOf(from, 0)}::timestamptz`);
  if (to) all.push(Prisma.sql`${at} < ${startOf(to, 1)}::timestamptz`);
  return Prisma.sql`WHERE ${Prisma.join(all, " AND ")}`;
}

/** When a day, or one so many days after it, begins where the organisation is. */
function startOf(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toZonedDateTime(HOME_ZONE).toInstant().toString();
}

/** Everybody who belongs or belonged to the organisation: names are looked up now, and stand in no event. */
async function namesOf(tx: Transaction, organisationId: string): Promise<Map<string, string>> {
  const rows = await tx.membership.findMany({
    where: { organisationId },
    select: { userId: true, user: { select: { name: true } } },
  });
  return new Map(rows.map(({ userId, user }) => [userId, user.name]));
}

function found({ seq, session_id: id, reference, ...row }: Row, names: Map<string, string>): FoundEvent {
  const [kind, subject = ""] = row.subject.split(":");
  return {
    seq: Number(seq),
    at: row.at,
    type: row.type,
    by:
      row.by &&
      (row.young ? "a young person" : (names.get(row.by) ?? "somebody who is not known here any more")),
    session: id && reference ? { id, reference } : null,
    member: kind === "user" ? (names.get(subject) ?? null) : null,
    roles: row.roles ?? [],
    page: row.page,
  };
}

export type AuditChoices = { people: { id: string; name: string }[]; kinds: string[] };

/** Whom and what the search can ask for: everybody who ever belonged to the organisation, and what has happened. */
export function listAuditChoices({ organisationId, userId }: Actor): Promise<AuditChoices> {
  return readOrganisation({ organisationId, actorId: userId }, async (tx) => {
    const names = await namesOf(tx, organisationId);
    const kinds = await tx.$queryRaw<{ type: string }[]>`
      SELECT DISTINCT payload ->> 'type' AS type FROM audit_event WHERE organisation_id = ${organisationId}::uuid`;
    return {
      people: [...names]
        .map(([id, name]) => ({ id, name }))
        .sort((a, b) => a.name.localeCompare(b.name, "en")),
      kinds: kinds.map(({ type }) => type),
    };
  });
}
