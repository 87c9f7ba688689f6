import type { Transaction } from "./database.server";

export type SessionKey = { organisationId: string; id: string };

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
