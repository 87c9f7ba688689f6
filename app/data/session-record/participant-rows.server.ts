import type { Prisma } from "~/generated/prisma/client";
import type { Transaction } from "~/data/database.server";
import { toInstant, toPlainDateOrNull } from "~/data/stored-time.server";
import {
  briefing,
  consentEvent,
  participant,
  type Briefing,
  type ConsentEvent,
  type Participant,
} from "~/domain/record/participant";
import { toRecorded } from "./session-rows.server";

export type OfSession<T> = { sessionId: string; value: T };

/** Who takes part now; those who were removed are not part of a record. */
export async function loadParticipants(
  tx: Transaction,
  organisationId: string,
  sessionIds: string[],
): Promise<OfSession<Participant>[]> {
  const rows = await tx.participant.findMany({
    where: { organisationId, sessionId: { in: sessionIds }, removedAt: null },
    include: { person: true },
    orderBy: [{ sessionId: "asc" }, { code: "asc" }],
  });
  return rows.map((row) => ({ sessionId: row.sessionId, value: toParticipant(row) }));
}

export type ParticipantRow = Prisma.ParticipantGetPayload<{ include: { person: true } }>;

export function toParticipant(row: ParticipantRow): Participant {
  const confirmed = toRecorded(row.displayNameConfirmedBy, row.displayNameConfirmedAt);
  return participant.parse({
    id: row.id,
    personId: row.personId,
    code: row.code,
    firstName: row.person.firstName,
    surname: row.person.surname,
    noSurname: toRecorded(row.noSurnameBy, row.noSurnameAt),
    displayName: row.displayName,
    displayNameConfirmed:
      confirmed && row.confirmedDisplayName !== null
        ? { ...confirmed, displayName: row.confirmedDisplayName }
        : null,
    birth: row.person.birth,
    accessRoute: row.accessRoute,
    needs: row.needs,
    exposure: { camera: row.camera, voice: row.voice, name: row.nameShown, chat: row.chat },
    notCaptured: toRecorded(row.notCapturedBy, row.notCapturedAt),
    addedAt: toInstant(row.addedAt),
  });
}

/** Every answer of the session, also about those who were removed, in the order in which the database took them. */
export async function loadConsentEvents(
  tx: Transaction,
  organisationId: string,
  sessionIds: string[],
): Promise<OfSession<ConsentEvent>[]> {
  const rows = await tx.consentEvent.findMany({
    where: { organisationId, sessionId: { in: sessionIds } },
    include: { note: true, confirmation: true },
    orderBy: [{ sessionId: "asc" }, { seq: "asc" }],
  });
  return rows.map((row) => ({ sessionId: row.sessionId, value: toConsentEvent(row) }));
}

type ConsentRow = Prisma.ConsentEventGetPayload<{ include: { note: true; confirmation: true } }>;

function toConsentEvent(row: ConsentRow): ConsentEvent {
  const { confirmation, note } = row;
  return consentEvent.parse({
    id: row.id,
    seq: row.seq,
    participantId: row.participantId,
    scope: row.scope,
    answer: row.answer,
    giver: { id: row.giverId, relationship: row.relationship, name: note?.giverName ?? null },
    how: row.how,
    at: toInstant(row.givenAt),
    recordedAt: toInstant(row.recordedAt),
    recordedBy: row.recordedBy,
    wording: {
      id: row.wordingId,
      version: row.wordingVersion,
      digest: row.wordingDigest,
      language: row.wordingLanguage,
    },
    validUntil: toPlainDateOrNull(row.validUntil),
    organisations: note?.organisations ?? [],
    corrects: row.corrects,
    ...(row.told === null ? {} : { told: row.told }),
    confirmedBy: confirmation && { by: confirmation.confirmedBy, at: toInstant(confirmation.confirmedAt) },
  });
}

export async function loadBriefings(
  tx: Transaction,
  organisationId: string,
  sessionIds: string[],
): Promise<OfSession<Briefing>[]> {
  const rows = await tx.briefing.findMany({
    where: { organisationId, sessionId: { in: sessionIds } },
    orderBy: [{ sessionId: "asc" }, { recordedAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ sessionId, organisationId: _organisationId, ...row }) => ({
    sessionId,
    value: briefing.parse({
      ...row,
      briefedAt: toInstant(row.briefedAt),
      recordedAt: toInstant(row.recordedAt),
    }),
  }));
}
