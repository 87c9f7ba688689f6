import type { Transaction } from "~/data/database.server";
import { toInstant, toInstantOrNull, toPlainDate, toPlainDateOrNull } from "~/data/stored-time.server";
import { adult, type Adult } from "~/domain/record/adult";

/** An adult but for their other sessions, which depend on the session that asks. */
export type AdultAlone = Omit<Adult, "otherSessions">;

const adultAlone = adult.omit({ otherSessions: true });

export async function loadAdults(
  tx: Transaction,
  organisationId: string,
  ids: string[],
): Promise<Map<string, AdultAlone>> {
  const oldestFirst = [{ recordedAt: "asc" }, { id: "asc" }] as const;
  const rows = await tx.adult.findMany({
    where: { organisationId, id: { in: ids } },
    include: {
      vettingChecks: { orderBy: [...oldestFirst] },
      training: { orderBy: [...oldestFirst] },
      differences: { orderBy: { otherAdultId: "asc" } },
    },
  });
  return new Map(
    rows.map((row) => [
      row.id,
      adultAlone.parse({
        id: row.id,
        name: row.name,
        email: row.email,
        over18: row.over18By &&
          row.over18At && { answer: row.over18, by: row.over18By, recordedAt: toInstant(row.over18At) },
        vetting: row.vettingChecks.map((check) => ({
          id: check.id,
          scheme: check.scheme,
          level: check.level,
          workforce: check.workforce,
          issuedOn: toPlainDate(check.issuedOn),
          recheckDue: toPlainDateOrNull(check.recheckDue),
          updateService: check.updateService,
          lastStatusCheckOn: toPlainDateOrNull(check.lastStatusCheckOn),
          clearedForRole: check.clearedForRole,
          clearedOn: toPlainDateOrNull(check.clearedOn),
          recordedAt: toInstant(check.recordedAt),
        })),
        training: row.training.map(({ id, title, completedOn, recordedAt }) => ({
          id,
          title,
          completedOn: toPlainDate(completedOn),
          recordedAt: toInstant(recordedAt),
        })),
        stoodDownAt: toInstantOrNull(row.stoodDownAt),
        differsFrom: row.differences.map(({ otherAdultId, statedBy, recordedAt }) => ({
          adultId: otherAdultId,
          by: statedBy,
          recordedAt: toInstant(recordedAt),
        })),
      }),
    ]),
  );
}

export type Booking = { adultId: string; sessionId: string; startsAt: Date; endsAt: Date; recordedAt: Date };

/** When these adults are assigned, to any session that is not cancelled and touches the days between the two instants. */
export async function loadBookings(
  tx: Transaction,
  organisationId: string,
  adultIds: string[],
  between: { from: Date; to: Date },
): Promise<Booking[]> {
  const rows = await tx.sessionAdult.findMany({
    where: {
      organisationId,
      adultId: { in: adultIds },
      session: { cancelledAt: null, startsAt: { lt: between.to }, endsAt: { gt: between.from } },
    },
    select: { adultId: true, addedAt: true, session: { select: { id: true, startsAt: true, endsAt: true } } },
    orderBy: [{ addedAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ adultId, addedAt, session }) => ({
    adultId,
    sessionId: session.id,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    recordedAt: addedAt,
  }));
}
