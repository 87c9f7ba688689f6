import type { Prisma } from "~/generated/prisma/client";
import type { Transaction } from "~/data/database.server";
import { toInstant, toInstantOrNull } from "~/data/stored-time.server";
import { session, type Assignment, type ChosenMode, type Session } from "~/domain/record/session";

/** The sections of a session that are always read and written whole, as its `details` hold them. */
export const sessionDetails = session.pick({
  purpose: true,
  places: true,
  media: true,
  accounts: true,
  inviteText: true,
  topic: true,
  titleConfirmed: true,
  accessibility: true,
  riskAssessment: true,
  linkSharedPrivately: true,
  audienceRestricted: true,
  saving: true,
  organiser: true,
  audienceNotice: true,
});

const rows = {
  platforms: { orderBy: { position: "asc" } },
  adults: { orderBy: [{ addedAt: "asc" }, { id: "asc" }] },
  signOffRequests: { orderBy: [{ requestedAt: "asc" }, { id: "asc" }] },
} satisfies Prisma.SessionInclude;

export type SessionRow = Prisma.SessionGetPayload<{ include: typeof rows }>;

export function findSessionRows(
  tx: Transaction,
  organisationId: string,
  ids: string[],
): Promise<SessionRow[]> {
  return tx.session.findMany({ where: { organisationId, id: { in: ids } }, include: rows });
}

export function toSession(row: SessionRow): Session {
  return session.parse({
    ...sessionDetails.parse(row.details),
    id: row.id,
    reference: row.reference,
    title: row.title,
    description: row.description,
    kind: row.kind,
    format: row.format,
    audience: row.audience,
    plannedBy: row.plannedBy,
    createdAt: toInstant(row.createdAt),
    startsAt: toInstant(row.startsAt),
    endsAt: toInstant(row.endsAt),
    timesSince: toInstantOrNull(row.timesSince),
    zone: row.zone,
    contactRouteId: row.contactRouteId,
    reportingAdultId: row.reportingAdultId,
    platforms: row.platforms.map(toChosenMode),
    assignments: row.adults.map(toAssignment),
    submissions: row.signOffRequests.map(toSubmission),
    cancelled: toEnding(row.cancelledAt, row.cancelledBy, row.cancelledReason),
    recordedLate: toEnding(row.recordedLateAt, row.recordedLateBy, row.recordedLateReason),
  });
}

function toChosenMode(row: SessionRow["platforms"][number]): ChosenMode {
  return {
    modeId: row.modeId,
    chosenAt: toInstant(row.chosenAt),
    settings: session.shape.platforms.element.shape.settings.parse(row.settings),
    checked: toRecorded(row.checkedBy, row.checkedAt),
  };
}

function toAssignment(row: SessionRow["adults"][number]): Assignment {
  return {
    id: row.id,
    adultId: row.adultId,
    role: session.shape.assignments.element.shape.role.parse(row.role),
    present: row.present,
    confirmed: toRecorded(row.confirmedBy, row.confirmedAt),
    device: toDevice(row),
    contact: row.contact,
    reachableFrom: toInstantOrNull(row.reachableFrom),
    reachableTo: toInstantOrNull(row.reachableTo),
    addedAt: toInstant(row.addedAt),
  };
}

function toDevice(row: SessionRow["adults"][number]): Assignment["device"] {
  if (row.deviceKind === null || row.deviceRecordedAt === null) return null;
  return {
    kind: row.deviceKind === "personal" ? "personal" : "organisation",
    authorisedBy: row.deviceAuthorisedBy,
    reason: row.deviceReason,
    recordedAt: toInstant(row.deviceRecordedAt),
  };
}

function toSubmission(row: SessionRow["signOffRequests"][number]): Session["submissions"][number] {
  const { returnedAt, returnedBy, comments } = row;
  return {
    id: row.id,
    at: toInstant(row.requestedAt),
    by: row.requestedBy,
    digest: row.digest,
    returned:
      returnedAt && returnedBy && comments ? { at: toInstant(returnedAt), by: returnedBy, comments } : null,
  };
}

function toEnding(at: Date | null, by: string | null, reason: string | null): Session["cancelled"] {
  return at && by && reason ? { at: toInstant(at), by, reason } : null;
}

/** Two columns that are filled together: who recorded something, and when. */
export function toRecorded(by: string | null, at: Date | null): { by: string; recordedAt: string } | null {
  return by && at ? { by, recordedAt: toInstant(at) } : null;
}
