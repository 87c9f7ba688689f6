import { toParticipant } from "./session-record/participant-rows.server";
import type { Actor } from "~/domain/actor";
import type { Participant } from "~/domain/record/participant";
import { readOrganisation, type Transaction } from "./database.server";
import { inSight } from "./session-page.server";

/** Somebody as they last took part, and in what. */
export type KnownPerson = { participant: Participant; sessionTitle: string };

const MOST = 200;

/** As `listKnownPeople`, in a reading of its own. */
export function findKnownPeople(actor: Actor, sessionId: string): Promise<KnownPerson[]> {
  const scope = { organisationId: actor.organisationId, actorId: actor.userId };
  return readOrganisation(scope, (tx) => listKnownPeople(tx, actor, sessionId));
}

/**
 * The people of sessions that the actor may see who do not take part in this one, as they last took part, by name.
 * At most 200, those who took part last.
 */
export async function listKnownPeople(
  tx: Transaction,
  actor: Actor,
  sessionId: string,
  personIds?: string[],
): Promise<KnownPerson[]> {
  const { organisationId } = actor;
  const rows = await tx.participant.findMany({
    where: {
      organisationId,
      session: inSight(actor),
      person: {
        participations: { none: { sessionId, removedAt: null } },
        ...(personIds ? { id: { in: personIds } } : {}),
      },
    },
    include: { person: true, session: { select: { title: true } } },
    distinct: ["personId"],
    orderBy: [{ personId: "asc" }, { addedAt: "desc" }, { id: "desc" }],
  });
  return rows
    .sort((a, b) => +b.addedAt - +a.addedAt)
    .slice(0, MOST)
    .map((row) => ({ participant: toParticipant(row), sessionTitle: row.session.title }))
    .sort((a, b) => nameOf(a).localeCompare(nameOf(b), "en-GB"));
}

function nameOf({ participant }: KnownPerson): string {
  return participant.displayName ?? participant.code;
}
