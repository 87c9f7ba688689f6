import type { Transaction } from "~/data/database.server";
import { toStored, toStoredOrNull } from "~/data/stored-time.server";
import type { SessionRecord } from "~/domain/record/schema";

/** The participants of a record with their consent and briefings, and all statements. */
export async function storeAnswers(tx: Transaction, record: SessionRecord): Promise<void> {
  await storeParticipants(tx, record);
  await storeRemoved(tx, record);
  await storeConsent(tx, record);
  await storeBriefings(tx, record);
  await storeStatements(tx, record);
}

async function storeParticipants(tx: Transaction, { organisation, session, participants }: SessionRecord) {
  const organisationId = organisation.id;
  await tx.youngPerson.createMany({
    data: participants.map(({ personId, firstName, surname, birth }) => ({
      organisationId,
      id: personId,
      firstName,
      surname,
      birth,
    })),
  });
  await tx.participant.createMany({
    data: participants.map((participant) => ({
      organisationId,
      id: participant.id,
      sessionId: session.id,
      personId: participant.personId,
      code: participant.code,
      displayName: participant.displayName,
      confirmedDisplayName: participant.displayNameConfirmed?.displayName ?? null,
      displayNameConfirmedBy: participant.displayNameConfirmed?.by ?? null,
      displayNameConfirmedAt: toStoredOrNull(participant.displayNameConfirmed?.recordedAt ?? null),
      noSurnameBy: participant.noSurname?.by ?? null,
      noSurnameAt: toStoredOrNull(participant.noSurname?.recordedAt ?? null),
      accessRoute: participant.accessRoute,
      needs: participant.needs,
      camera: participant.exposure.camera,
      voice: participant.exposure.voice,
      nameShown: participant.exposure.name,
      chat: participant.exposure.chat,
      notCapturedBy: participant.notCaptured?.by ?? null,
      notCapturedAt: toStoredOrNull(participant.notCaptured?.recordedAt ?? null),
      addedAt: toStored(participant.addedAt),
    })),
  });
}

/** Whoever is answered about and takes no part any more. */
async function storeRemoved(tx: Transaction, record: SessionRecord) {
  const { organisation, session, participants, consentEvents, briefings } = record;
  const present = new Set(participants.map(({ id }) => id));
  const spokenOf = new Set([...consentEvents, ...briefings].map(({ participantId }) => participantId));
  const removed = [...spokenOf].filter((id) => !present.has(id));
  const organisationId = organisation.id;
  await tx.youngPerson.createMany({ data: removed.map((id) => ({ organisationId, id })) });
  await tx.participant.createMany({
    data: removed.map((id, i) => ({
      organisationId,
      id,
      sessionId: session.id,
      personId: id,
      code: `YP-${90 + i}`,
      needs: [],
      camera: false,
      voice: false,
      nameShown: false,
      chat: false,
      addedAt: toStored(session.createdAt),
      removedAt: toStored(session.createdAt),
    })),
  });
}

async function storeConsent(tx: Transaction, { organisation, session, consentEvents }: SessionRecord) {
  const organisationId = organisation.id;
  await tx.consentWording.createMany({
    skipDuplicates: true,
    data: consentEvents.map(({ wording, scope, at }) => ({
      ...wording,
      organisationId,
      scope,
      words: scope,
      publishedAt: toStored(at),
    })),
  });
  await tx.consentEvent.createMany({
    data: consentEvents.map((event) => ({
      organisationId,
      id: event.id,
      sessionId: session.id,
      seq: event.seq,
      participantId: event.participantId,
      scope: event.scope,
      answer: event.answer,
      giverId: event.giver.id,
      relationship: event.giver.relationship,
      how: event.how,
      givenAt: toStored(event.at),
      recordedAt: toStored(event.recordedAt),
      recordedBy: event.recordedBy,
      wordingId: event.wording.id,
      wordingVersion: event.wording.version,
      wordingLanguage: event.wording.language,
      wordingDigest: event.wording.digest,
      validUntil: toStoredOrNull(event.validUntil),
      corrects: event.corrects,
      told: event.told ?? null,
    })),
  });
  await tx.consentNote.createMany({
    data: consentEvents.map(({ id, giver, organisations }) => ({
      organisationId,
      consentEventId: id,
      giverName: giver.name,
      organisations,
    })),
  });
  await tx.consentConfirmation.createMany({
    data: consentEvents.flatMap(({ id, confirmedBy }) =>
      confirmedBy
        ? [
            {
              organisationId,
              consentEventId: id,
              confirmedBy: confirmedBy.by,
              confirmedAt: toStored(confirmedBy.at),
            },
          ]
        : [],
    ),
  });
}

async function storeBriefings(tx: Transaction, { organisation, session, briefings }: SessionRecord) {
  await tx.briefing.createMany({
    data: briefings.map((briefing) => ({
      ...briefing,
      organisationId: organisation.id,
      sessionId: session.id,
      briefedAt: toStored(briefing.briefedAt),
      recordedAt: toStored(briefing.recordedAt),
    })),
  });
}

async function storeStatements(tx: Transaction, { organisation, session, statements }: SessionRecord) {
  const organisationId = organisation.id;
  await tx.statement.createMany({
    data: statements.map(({ about, by, as, note: _note, ...statement }) => ({
      ...statement,
      organisationId,
      sessionId: about.kind === "session" || about.kind === "participant" ? session.id : null,
      adultId: about.kind === "adult" ? about.id : null,
      participantId: about.kind === "participant" ? about.id : null,
      statedBy: by,
      statedAs: as,
      statedOn: toStored(statement.statedOn),
      recordedAt: toStored(statement.recordedAt),
      until: toStoredOrNull(statement.until),
    })),
  });
  await tx.statementNote.createMany({
    data: statements.flatMap(({ id, note }) =>
      note === null ? [] : [{ organisationId, statementId: id, note }],
    ),
  });
}
