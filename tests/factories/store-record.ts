import type { Transaction } from "~/data/database.server";
import { detailsOf } from "~/domain/session/new-session";
import { toStored, toStoredOrNull } from "~/data/stored-time.server";
import type { SessionRecord } from "~/domain/record/schema";
import { storeAnswers } from "./store-answers";
import { storeOrganisation } from "./store-organisation";
import { storeSignOffs } from "./store-sign-offs";

/**
 * Writes a whole record as the rows that it would have come from, in the organisation that `tx` is in. Nothing is
 * decided and nothing is audited: this is for tests that need a record to be there.
 */
export async function storeRecord(tx: Transaction, record: SessionRecord): Promise<void> {
  await storeOrganisation(tx, record);
  await storeSession(tx, record);
  await storeOtherSessions(tx, record);
  await storeAnswers(tx, record);
  await storeSignOffs(tx, record);
}

async function storeSession(
  tx: Transaction,
  { session, organisation, consentEvents }: SessionRecord,
): Promise<void> {
  const organisationId = organisation.id;
  await tx.session.create({
    data: {
      organisationId,
      id: session.id,
      reference: session.reference,
      title: session.title,
      description: session.description,
      kind: session.kind,
      format: session.format,
      audience: session.audience,
      plannedBy: session.plannedBy,
      createdAt: toStored(session.createdAt),
      startsAt: toStored(session.startsAt),
      endsAt: toStored(session.endsAt),
      timesSince: toStoredOrNull(session.timesSince),
      zone: session.zone,
      contactRouteId: session.contactRouteId,
      reportingAdultId: session.reportingAdultId,
      consentSeq: Math.max(0, ...consentEvents.map(({ seq }) => seq)),
      details: detailsOf(session),
      cancelledAt: toStoredOrNull(session.cancelled?.at ?? null),
      cancelledBy: session.cancelled?.by ?? null,
      cancelledReason: session.cancelled?.reason ?? null,
      recordedLateAt: toStoredOrNull(session.recordedLate?.at ?? null),
      recordedLateBy: session.recordedLate?.by ?? null,
      recordedLateReason: session.recordedLate?.reason ?? null,
    },
  });
  await tx.sessionPlatform.createMany({
    data: session.platforms.map((link, position) => ({
      organisationId,
      sessionId: session.id,
      position,
      modeId: link.modeId,
      chosenAt: toStored(link.chosenAt),
      settings: link.settings,
      checkedBy: link.checked?.by ?? null,
      checkedAt: toStoredOrNull(link.checked?.recordedAt ?? null),
    })),
  });
  await tx.sessionAdult.createMany({
    data: session.assignments.map((assignment) => ({
      organisationId,
      id: assignment.id,
      sessionId: session.id,
      adultId: assignment.adultId,
      role: assignment.role,
      present: assignment.present,
      confirmedBy: assignment.confirmed?.by ?? null,
      confirmedAt: toStoredOrNull(assignment.confirmed?.recordedAt ?? null),
      deviceKind: assignment.device?.kind ?? null,
      deviceAuthorisedBy: assignment.device?.authorisedBy ?? null,
      deviceReason: assignment.device?.reason ?? null,
      deviceRecordedAt: toStoredOrNull(assignment.device?.recordedAt ?? null),
      contact: assignment.contact,
      reachableFrom: toStoredOrNull(assignment.reachableFrom),
      reachableTo: toStoredOrNull(assignment.reachableTo),
      addedAt: toStored(assignment.addedAt),
    })),
  });
}

/** The sessions in which an adult of this one is needed elsewhere. */
async function storeOtherSessions(
  tx: Transaction,
  { adults, session, organisation }: SessionRecord,
): Promise<void> {
  const bookings = adults.flatMap((adult) =>
    adult.otherSessions.map((other) => ({ ...other, adultId: adult.id })),
  );
  for (const [i, other] of bookings.entries()) {
    await tx.session.create({
      data: {
        organisationId: organisation.id,
        id: other.sessionId,
        reference: `${session.reference}-${i}`.slice(-20),
        title: "Elsewhere",
        kind: "host",
        format: "livestream",
        audience: "named",
        plannedBy: session.plannedBy,
        startsAt: toStored(other.startsAt),
        endsAt: toStored(other.endsAt),
        zone: session.zone,
        details: {},
        adults: {
          create: {
            id: other.sessionId,
            adultId: other.adultId,
            role: "observer",
            present: true,
            addedAt: toStored(other.recordedAt),
          },
        },
      },
    });
  }
}
