import type { Actor } from "~/domain/actor";
import type { RemovalTask } from "~/domain/consent/removal-task";
import { consentScope, type ConsentScope } from "~/domain/record/fields";
import { readOrganisation, type Transaction } from "./database.server";
import { newId } from "./new-id.server";
import { inSight } from "./session-page.server";
import { toInstantOrNull, toPlainDate, toStored } from "./stored-time.server";

/** `dueOn`: a local date of the session's zone. `doneBy`: the name of whoever said that it is done. */
export type StoredRemovalTask = {
  id: string;
  participantId: string;
  code: string;
  scopes: ConsentScope[];
  dueOn: string;
  doneAt: string | null;
  doneBy: string | null;
};

/** What is still to be removed of a session's young people, for the page of whoever is asked to do it. */
export type OpenRemoval = { sessionId: string; title: string; reference: string; dueOn: string };

export async function openRemovalTask(
  tx: Transaction,
  { organisationId, sessionId, now }: { organisationId: string; sessionId: string; now: string },
  { participant, scopes, dueOn }: RemovalTask,
): Promise<string> {
  const id = newId();
  await tx.removalTask.create({
    data: {
      organisationId,
      id,
      sessionId,
      participantId: participant.id,
      scopes,
      openedAt: toStored(now),
      dueOn: toStored(dueOn),
    },
  });
  return id;
}

/** Marks those of the tasks that are open about a participant as done by whoever says so; the ids of what was open. */
export async function closeRemovalTasks(
  tx: Transaction,
  { organisationId, userId }: Actor,
  of: { sessionId: string; participantId: string; taskIds: readonly string[]; now: string },
): Promise<string[]> {
  const { sessionId, participantId, taskIds, now } = of;
  const closed = await tx.removalTask.updateManyAndReturn({
    where: { organisationId, sessionId, participantId, id: { in: [...taskIds] }, doneAt: null },
    data: { doneAt: toStored(now), doneBy: userId },
    select: { id: true },
  });
  return closed.map(({ id }) => id);
}

/** Every task of a session, the one due first at the front. */
export function listRemovalTasks(
  { organisationId, userId }: Actor,
  sessionId: string,
): Promise<StoredRemovalTask[]> {
  return readOrganisation({ organisationId, actorId: userId }, async (tx) => {
    const rows = await tx.removalTask.findMany({
      where: { organisationId, sessionId },
      include: {
        participant: { select: { code: true } },
        finisher: { select: { user: { select: { name: true } } } },
      },
      orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    });
    return rows.map(({ id, participantId, participant, scopes, dueOn, doneAt, finisher }) => ({
      id,
      participantId,
      code: participant.code,
      scopes: scopes.map((scope) => consentScope.parse(scope)),
      dueOn: toPlainDate(dueOn),
      doneAt: toInstantOrNull(doneAt),
      doneBy: finisher?.user.name ?? null,
    }));
  });
}

/** What waits in the sessions that somebody sees, one line a session with its nearest date; at most `limit`. */
export async function listOpenRemovals(tx: Transaction, actor: Actor, limit: number): Promise<OpenRemoval[]> {
  const rows = await tx.removalTask.findMany({
    where: { organisationId: actor.organisationId, doneAt: null, session: inSight(actor) },
    select: { sessionId: true, dueOn: true, session: { select: { title: true, reference: true } } },
    distinct: ["sessionId"],
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    take: limit,
  });
  return rows.map(({ sessionId, dueOn, session }) => ({ sessionId, dueOn: toPlainDate(dueOn), ...session }));
}
