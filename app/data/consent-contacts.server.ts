import { z } from "zod";
import type { Actor } from "~/domain/actor";
import { contactAnswers, type ContactAnswer } from "~/domain/consent/contact";
import type { Transaction } from "./database.server";
import { toInstant, toStored } from "./stored-time.server";

const contactAnswer = z.enum(contactAnswers);
const NOT_SAFE: ContactAnswer = "not_safe";

export type ConsentContact = {
  participantId: string;
  /** Null where the link that it was recorded for has ended: that contact is not safe stays on record without it. */
  address: string | null;
  safe: ContactAnswer;
  why: string | null;
  recordedBy: string;
  /** ISO 8601 in UTC. */
  recordedAt: string;
};

/** Every contact of a session, for whoever has looked at who may see them. */
export async function listContacts(
  tx: Transaction,
  organisationId: string,
  sessionId: string,
): Promise<ConsentContact[]> {
  const rows = await tx.consentContact.findMany({
    where: { organisationId, sessionId },
    orderBy: { participantId: "asc" },
  });
  return rows.map(({ participantId, address, safe, why, recordedBy, recordedAt }) => ({
    participantId,
    address,
    safe: contactAnswer.parse(safe),
    why,
    recordedBy,
    recordedAt: toInstant(recordedAt),
  }));
}

/** Whether somebody may see a contact: whoever recorded it, and safeguarding leads. */
export function mayReadContact({ userId, roles }: Actor, { recordedBy }: ConsentContact): boolean {
  return recordedBy === userId || roles.includes("safeguarding_lead");
}

export async function keepContact(
  tx: Transaction,
  { organisationId, sessionId }: { organisationId: string; sessionId: string },
  { participantId, recordedAt, ...answers }: ConsentContact & { address: string },
): Promise<void> {
  const contact = { ...answers, recordedAt: toStored(recordedAt) };
  await tx.consentContact.upsert({
    where: { organisationId_participantId: { organisationId, participantId } },
    create: { organisationId, sessionId, participantId, ...contact },
    update: contact,
  });
}

/**
 * Removes the addresses of some participants for good. What stays is that contact is not safe, where somebody said so: it
 * is as true of the next link.
 */
export async function forgetAddresses(
  tx: Transaction,
  organisationId: string,
  participantIds: readonly string[],
): Promise<void> {
  const theirs = { organisationId, participantId: { in: [...participantIds] } };
  await tx.consentContact.deleteMany({ where: { ...theirs, safe: { not: NOT_SAFE } } });
  await tx.consentContact.updateMany({
    where: { ...theirs, safe: NOT_SAFE },
    data: { address: null, why: null },
  });
}

/** Removes contacts for good: those of a session, or of some of its participants. Returns how many there were. */
export async function removeContacts(
  tx: Transaction,
  organisationId: string,
  whose: { sessionId: string } | { participantIds: readonly string[] },
): Promise<number> {
  const of = "sessionId" in whose ? whose : { participantId: { in: [...whose.participantIds] } };
  const { count } = await tx.consentContact.deleteMany({ where: { organisationId, ...of } });
  return count;
}

/** Has a session's contacts looked at again at an instant, ISO 8601 in UTC, once this transaction is committed. */
export async function forgetContactsLater(tx: Transaction, sessionId: string, at: string): Promise<void> {
  await tx.$queryRaw`SELECT app.forget_contacts_later(${sessionId}::uuid, ${at}::timestamptz)`;
}

/** For how many days it holds that contact is safe. */
export async function contactSafeDays(tx: Transaction, id: string): Promise<number> {
  const { contactSafeDays: days } = await tx.organisation.findUniqueOrThrow({
    where: { id },
    select: { contactSafeDays: true },
  });
  return days;
}
