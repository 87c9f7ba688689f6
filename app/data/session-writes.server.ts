import type { Prisma } from "~/generated/prisma/client";
import type { Session } from "~/domain/record/session";
import type { Transaction } from "./database.server";
import { sessionDetails } from "./session-record/session-rows.server";

export type SessionKey = { organisationId: string; id: string };

/**
 * Holds a session until the end of the transaction, so that what is decided on it is decided on what will be stored.
 * Returns its version, or null where there is no such session.
 */
export async function lockSession(
  tx: Transaction,
  { organisationId, id }: SessionKey,
): Promise<number | null> {
  const [row] = await tx.$queryRaw<{ version: number }[]>`
    SELECT version FROM session WHERE organisation_id = ${organisationId}::uuid AND id = ${id}::uuid FOR UPDATE`;
  return row?.version ?? null;
}

/** Counts the edit: whoever saw the version before it has seen an old one. Returns the new version. */
export async function bumpSession(tx: Transaction, { organisationId, id }: SessionKey): Promise<number> {
  const { version } = await tx.session.update({
    where: { organisationId_id: { organisationId, id } },
    data: { version: { increment: 1 } },
    select: { version: true },
  });
  return version;
}

/** A reference that people can say, as in `LS-0012`, counted up within the organisation. */
export async function nextSessionReference(tx: Transaction, organisationId: string): Promise<string> {
  const { sessionCount } = await tx.organisation.update({
    where: { id: organisationId },
    data: { sessionCount: { increment: 1 } },
    select: { sessionCount: true },
  });
  return `LS-${String(sessionCount).padStart(4, "0")}`;
}

/** Takes the next `count` places in the order of a session's consent answers, and returns the first of them. */
export async function takeConsentPlaces(
  tx: Transaction,
  { organisationId, id }: SessionKey,
  count: number,
): Promise<number> {
  const { consentSeq } = await tx.session.update({
    where: { organisationId_id: { organisationId, id } },
    data: { consentSeq: { increment: count } },
    select: { consentSeq: true },
  });
  return consentSeq - count + 1;
}

/** The code for the next young person of a session, as in `YP-03`. Codes of those who were removed are not given again. */
export async function nextParticipantCode(
  tx: Transaction,
  { organisationId, id }: SessionKey,
): Promise<string> {
  const taken = await tx.participant.count({ where: { organisationId, sessionId: id } });
  return `YP-${String(taken + 1).padStart(2, "0")}`;
}

export type SessionDetails = Pick<Session, keyof typeof sessionDetails.shape>;

/** The sections that stand in a session's `details`, out of a whole session. */
export function detailsOf(session: SessionDetails): Prisma.InputJsonObject {
  const keys = new Set(Object.keys(sessionDetails.shape));
  const sections = Object.fromEntries(Object.entries(session).filter(([key]) => keys.has(key)));
  return sessionDetails.parse(sections);
}
