import type { Participant } from "~/domain/record/participant";
import type { Transaction } from "./database.server";
import { toStored, toStoredOrNull } from "./stored-time.server";

type Where = { organisationId: string; sessionId: string };

/** Adds a row for somebody who takes part; the person must be there. */
export async function addParticipantRow(
  tx: Transaction,
  where: Where,
  participant: Participant,
): Promise<void> {
  const { id, personId, code, addedAt } = participant;
  const key = { ...where, id, personId, code, addedAt: toStored(addedAt) };
  await tx.participant.create({ data: { ...key, ...columns(participant) } });
}

/** Writes what of a participant can change. */
export async function writeParticipantRow(
  tx: Transaction,
  { organisationId, sessionId }: Where,
  participant: Participant,
): Promise<void> {
  await tx.participant.updateMany({
    where: { organisationId, sessionId, id: participant.id },
    data: columns(participant),
  });
}

function columns(participant: Participant) {
  const { displayNameConfirmed, noSurname, notCaptured, exposure } = participant;
  return {
    displayName: participant.displayName,
    confirmedDisplayName: displayNameConfirmed?.displayName ?? null,
    displayNameConfirmedBy: displayNameConfirmed?.by ?? null,
    displayNameConfirmedAt: toStoredOrNull(displayNameConfirmed?.recordedAt ?? null),
    noSurnameBy: noSurname?.by ?? null,
    noSurnameAt: toStoredOrNull(noSurname?.recordedAt ?? null),
    accessRoute: participant.accessRoute,
    needs: participant.needs,
    camera: exposure.camera,
    voice: exposure.voice,
    nameShown: exposure.name,
    chat: exposure.chat,
    notCapturedBy: notCaptured?.by ?? null,
    notCapturedAt: toStoredOrNull(notCaptured?.recordedAt ?? null),
  };
}
