import type { ConsentEvent } from "~/domain/record/participant";
import type { Transaction } from "./database.server";
import { takeConsentPlaces } from "./session-numbers.server";
import { toStored, toStoredOrNull } from "./stored-time.server";

export type NewConsentEvent = Omit<ConsentEvent, "seq">;

/** Adds answers in their order after all that the session has. Names and organisations go to rows of their own. */
export async function addConsentEvents(
  tx: Transaction,
  { organisationId, sessionId }: { organisationId: string; sessionId: string },
  events: NewConsentEvent[],
): Promise<void> {
  const first = await takeConsentPlaces(tx, { organisationId, id: sessionId }, events.length);
  await tx.consentEvent.createMany({
    data: events.map((event, at) => ({
      organisationId,
      sessionId,
      id: event.id,
      seq: first + at,
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
      told: (event.answer === "yes" && event.told) || null,
    })),
  });
  await tx.consentNote.createMany({
    data: events.map(({ id, giver, organisations }) => ({
      organisationId,
      consentEventId: id,
      giverName: giver.name,
      organisations,
    })),
  });
  for (const { id, confirmedBy } of events) {
    if (confirmedBy) await addConfirmation(tx, { organisationId, eventId: id, ...confirmedBy });
  }
}

type Confirmation = { organisationId: string; eventId: string; by: string; at: string };

/** Notes that a worker who spoke with the person confirmed a yes. */
export async function addConfirmation(
  tx: Transaction,
  { organisationId, eventId, by, at }: Confirmation,
): Promise<void> {
  await tx.consentConfirmation.create({
    data: { organisationId, consentEventId: eventId, confirmedBy: by, confirmedAt: toStored(at) },
  });
}
