import type { Actor } from "~/domain/actor";
import { may } from "~/domain/permissions";
import { readOrganisation } from "./database.server";

/** Who opened pages of a session about its young people. `name` is null for a reader who may not have names. */
export type SessionViews = { name: string | null; times: number; last: string }[];

type Row = { user_id: string; times: number; last: string };

/**
 * Who looked, in sum, the one who looked last at the front: of each person how often and when last. For whoever may see
 * the session, which the caller has made sure of; names are for those alone who may have names.
 */
export function listSessionViews(actor: Actor, sessionId: string): Promise<SessionViews> {
  const { organisationId, userId } = actor;
  return readOrganisation({ organisationId, actorId: userId }, async (tx) => {
    const rows = await tx.$queryRaw<Row[]>`
      SELECT e.payload ->> 'by' AS user_id, count(*)::integer AS times, max(e.payload ->> 'at') AS last
      FROM audit_event e
      WHERE e.organisation_id = ${organisationId}::uuid AND e.payload ->> 'sessionId' = ${sessionId}
        AND e.payload ->> 'type' IN ('session.viewed', 'participant.viewed')
      GROUP BY 1 ORDER BY last DESC`;
    if (!may(actor, "record.export_named"))
      return rows.map(({ times, last }) => ({ name: null, times, last }));
    const people = await tx.membership.findMany({
      where: { organisationId, userId: { in: rows.map((row) => row.user_id) } },
      select: { userId: true, user: { select: { name: true } } },
    });
    const names = new Map(people.map((person) => [person.userId, person.user.name]));
    return rows.map(({ user_id: id, times, last }) => ({
      name: names.get(id) ?? "Somebody who has left",
      times,
      last,
    }));
  });
}
