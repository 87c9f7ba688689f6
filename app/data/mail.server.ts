import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import type { Actor } from "~/domain/actor";
import { mailState, type MailFailure, type MailState } from "~/domain/mail-state";
import { readOrganisation, withOrganisation, withoutOrganisation, type Transaction } from "./database.server";
import { newId } from "./new-id.server";
import { toInstant, toInstantOrNull } from "./stored-time.server";

const mailKind = z.enum(["invitation", "password_reset", "checkpoint", "consent_request"]);
const mailFailure = z.enum([
  "unreachable",
  "refused",
  "uncertain",
  "dropped",
]) satisfies z.ZodType<MailFailure>;

export type MailKind = z.infer<typeof mailKind>;

export type NewMail = {
  /** Which words it is made of. */
  kind: MailKind;
  /** The id that they are about: an invitation, a reset, the organisation, a request. */
  about: string;
  /** Null for a request to a young person: the address stands with it, and goes with it. */
  to: string | null;
  /** After so many seconds it is of no use and is not sent any more. */
  usableForSeconds: number;
};

/** Has a mail leave once the transaction is committed, and not if it is not. */
export async function queueMail(
  tx: Transaction,
  organisationId: string,
  { kind, about, to, usableForSeconds }: NewMail,
): Promise<string> {
  const id = newId();
  await tx.$executeRaw`
    INSERT INTO mail (organisation_id, id, kind, about, to_address, expires_at)
    VALUES (${organisationId}::uuid, ${id}::uuid, ${kind}, ${about}::uuid, ${to},
      CURRENT_TIMESTAMP + make_interval(secs => ${usableForSeconds}::integer))`;
  await sendLater(tx, id);
  return id;
}

async function sendLater(tx: Transaction, mailId: string): Promise<void> {
  await tx.$queryRaw`SELECT app.send_mail_later(${mailId}::uuid)`;
}

export type MailId = { organisationId: string; mailId: string };
export type DueMail = MailId & { kind: MailKind; about: string; to: string | null };

type DueRow = { kind: string; about: string; to_address: string | null };

/** A mail that may leave now, held until the transaction ends; null where it may not, or not any more. */
export async function holdDueMail(tx: Transaction, mail: MailId): Promise<DueMail | null> {
  const [row] = await tx.$queryRaw<DueRow[]>`
    SELECT kind, about, to_address FROM mail
    WHERE organisation_id = ${mail.organisationId}::uuid AND id = ${mail.mailId}::uuid AND sent_at IS NULL
      AND attempt_began_at IS NULL AND coalesce(failure, 'unreachable') = 'unreachable'
      AND expires_at > clock_timestamp()
    FOR UPDATE`;
  return row ? { ...mail, kind: mailKind.parse(row.kind), about: row.about, to: row.to_address } : null;
}

/** Notes that an attempt begins, and which. Committed before anything leaves, so that whatever cuts it off leaves a trace. */
export async function noteMailAttempt(tx: Transaction, { organisationId, mailId }: MailId): Promise<number> {
  const [row] = await tx.$queryRaw<{ attempts: number }[]>`
    UPDATE mail SET attempts = attempts + 1, attempt_began_at = clock_timestamp(), failure = NULL
    WHERE organisation_id = ${organisationId}::uuid AND id = ${mailId}::uuid
    RETURNING attempts`;
  return row?.attempts ?? 0;
}

/** Notes that a mail is of no use any more: what it was about is over. */
export async function dropMail(tx: Transaction, { organisationId, mailId }: MailId): Promise<void> {
  await tx.mail.updateMany({ where: { organisationId, id: mailId }, data: { failure: "dropped" } });
}

/**
 * What came of an attempt. Only a mail that the server certainly did not take may be tried again; what came of an older
 * attempt than the newest counts only where it was sent.
 */
export async function settleMail(
  { organisationId, mailId }: MailId,
  attempt: number,
  outcome: "sent" | Exclude<MailFailure, "dropped">,
): Promise<void> {
  await withOrganisation(
    { organisationId, actorId: null },
    (tx) => tx.$executeRaw`
      UPDATE mail SET failure = ${outcome === "sent" ? null : outcome},
        sent_at = CASE WHEN ${outcome === "sent"} THEN clock_timestamp() END,
        attempt_began_at = CASE WHEN ${outcome === "unreachable"} THEN NULL ELSE attempt_began_at END
      WHERE organisation_id = ${organisationId}::uuid AND id = ${mailId}::uuid
        AND sent_at IS NULL AND attempt_began_at IS NOT NULL
        AND (attempts = ${attempt}::integer OR ${outcome === "sent"})`,
  );
}

/** Lets a mail leave that was cut off. Its caller has looked at its state. */
export async function sendMailAgain(tx: Transaction, { organisationId, mailId }: MailId): Promise<void> {
  await tx.$executeRaw`
    UPDATE mail SET failure = NULL, attempt_began_at = NULL
    WHERE organisation_id = ${organisationId}::uuid AND id = ${mailId}::uuid AND sent_at IS NULL`;
  await sendLater(tx, mailId);
}

/** Lets jobs be taken again whose worker has been silent for so long that it is dead. Returns how many. */
export function resumeJobs(idleSeconds: number): Promise<number> {
  return withoutOrganisation(async (tx) => {
    const [row] = await tx.$queryRaw<
      { resumed: number }[]
    >`SELECT app.resume_jobs(${idleSeconds}::integer) AS resumed`;
    return row?.resumed ?? 0;
  });
}

export type ListedMail = {
  id: string;
  kind: MailKind;
  about: string;
  to: string | null;
  queuedAt: string;
  sentAt: string | null;
  state: MailState;
};

const MOST_LISTED = 100;

/** What was to leave the organisation by e-mail, newest first. */
export function listMail(
  { organisationId, userId }: Actor,
  at = Temporal.Now.instant(),
): Promise<ListedMail[]> {
  return readOrganisation({ organisationId, actorId: userId }, async (tx) => {
    const rows = await tx.mail.findMany({
      where: { organisationId },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: MOST_LISTED,
    });
    return rows.map((row) => listed(row, at));
  });
}

/** One mail, held until the transaction ends; null where there is none. */
export async function holdMail(
  tx: Transaction,
  { organisationId, mailId: id }: MailId,
  at: Temporal.Instant,
): Promise<ListedMail | null> {
  await tx.$queryRaw`
    SELECT id FROM mail WHERE organisation_id = ${organisationId}::uuid AND id = ${id}::uuid FOR UPDATE`;
  const row = await tx.mail.findUnique({ where: { organisationId_id: { organisationId, id } } });
  return row && listed(row, at);
}

/** The newest mail about each of these ids. */
export async function newestMails(
  tx: Transaction,
  organisationId: string,
  about: readonly string[],
  at: Temporal.Instant,
): Promise<Map<string, ListedMail>> {
  const rows = await tx.mail.findMany({
    where: { organisationId, about: { in: [...about] } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return new Map(rows.map((row) => [row.about, listed(row, at)]));
}

type Stored = NonNullable<Awaited<ReturnType<Transaction["mail"]["findUnique"]>>>;

function listed(row: Stored, at: Temporal.Instant): ListedMail {
  const { id, about, toAddress: to } = row;
  const sentAt = toInstantOrNull(row.sentAt);
  const facts = {
    attemptBeganAt: toInstantOrNull(row.attemptBeganAt),
    sentAt,
    expiresAt: toInstant(row.expiresAt),
    failure: row.failure === null ? null : mailFailure.parse(row.failure),
  };
  const state = mailState(facts, at);
  return { id, kind: mailKind.parse(row.kind), about, to, queuedAt: toInstant(row.createdAt), sentAt, state };
}
