import type { Actor } from "~/domain/actor";
import type { Participant } from "~/domain/record/participant";
import type { Facts, SessionRecord } from "~/domain/record/schema";
import type { LinkOwner } from "./consent-requests.server";
import { readOrganisation, type Transaction } from "./database.server";
import { loadSessionRecord } from "./session-record.server";
import { toParticipant } from "./session-record/participant-rows.server";
import { toStored } from "./stored-time.server";

/**
 * A record and in it somebody who was taken off the list once the session had begun, for they may have been seen and
 * recorded, and say no to that as everybody does. Whoever was taken off before stays out.
 */
export async function withWhoLeft<R extends Pick<Facts, "session" | "participants">>(
  tx: Transaction,
  organisationId: string,
  record: R,
  participantId: string,
): Promise<R> {
  if (record.participants.some(({ id }) => id === participantId)) return record;
  const left = await leftSince(tx, organisationId, record, participantId);
  return { ...record, participants: [...record.participants, ...left] };
}

/** The record of a young person's link, and in it that young person, as `withWhoLeft`; null where there is no such session. */
export async function loadRecordOf(
  tx: Transaction,
  { organisationId, sessionId, participantId }: LinkOwner,
): Promise<SessionRecord | null> {
  const record = await loadSessionRecord(tx, organisationId, sessionId);
  return record && withWhoLeft(tx, organisationId, record, participantId);
}

/** Everybody who was taken off the list of a session since it began, by their code. */
export function listWhoLeft(
  { organisationId, userId }: Actor,
  record: Pick<Facts, "session">,
): Promise<Participant[]> {
  return readOrganisation({ organisationId, actorId: userId }, (tx) => leftSince(tx, organisationId, record));
}

/** A record and in it everybody who was taken off the list since the session began. */
export async function withAllWhoLeft<R extends Pick<Facts, "session" | "participants">>(
  actor: Actor,
  record: R,
): Promise<R> {
  return { ...record, participants: [...record.participants, ...(await listWhoLeft(actor, record))] };
}

async function leftSince(
  tx: Transaction,
  organisationId: string,
  { session }: Pick<Facts, "session">,
  participantId?: string,
): Promise<Participant[]> {
  const rows = await tx.participant.findMany({
    where: {
      organisationId,
      sessionId: session.id,
      removedAt: { gte: toStored(session.startsAt) },
      ...(participantId !== undefined && { id: participantId }),
    },
    include: { person: true },
    orderBy: { code: "asc" },
  });
  return rows.map(toParticipant);
}
