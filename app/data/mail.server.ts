import type { Actor } from "~/domain/actor";
import { readOrganisation, withOrganisation, withoutOrganisation, type Transaction } from "./database.server";
import { newId } from "./new-id.server";
import { toInstant, toInstantOrNull } from "./stored-time.server";

export type MailKind = "invitation" | "password_reset" | "checkpoint";

export type NewMail = {
  kind: MailKind;
  to: string;
  /** Never names a young person: subject lines show on locked telephones. */
  subject: string;
  text: string;
  /** After so many seconds it is of no use and is not sent any more. */
  usableForSeconds: number;
};

/** Has a mail leave once the transaction is committed, and not if it is not. */
export async function queueMail(tx: Transaction, organisationId: string, mail: NewMail): Promise<void> {
  const { kind, to, subject, text, usableForSeconds } = mail;
  await tx.$executeRaw`
    INSERT INTO mail (organisation_id, id, kind, to_address, subject, text, expires_at)
    VALUES (${organisationId}::uuid, ${newId()}::uuid, ${kind}, ${to}, ${subject}, ${text},
      CURRENT_TIMESTAMP + make_interval(secs => ${usableForSeconds}::integer))`;
}

export type DueMail = {
  organisationId: string;
  id: string;
  to: string;
  subject: string;
  text: string;
  /** How often it was tried, this time included. */
  attempts: number;
};

type Row = {
  organisation_id: string;
  mail_id: string;
  to_address: string;
  subject: string;
  mail_text: string;
  attempts: number;
};

/** The next mail that is due, held for `leaseSeconds`: no other process gets it meanwhile. Null where there is none. */
export function claimMail(leaseSeconds: number): Promise<DueMail | null> {
  return withoutOrganisation(async (tx) => {
    const [row] = await tx.$queryRaw<Row[]>`SELECT * FROM app.claim_mail(${leaseSeconds}::integer)`;
    if (!row) return null;
    const { organisation_id: organisationId, mail_id: id, to_address: to, mail_text: text } = row;
    return { organisationId, id, to, subject: row.subject, text, attempts: row.attempts };
  });
}

/** `null`: it was taken. `refused`: it never will be. `unreachable`: to be tried again after so many seconds. */
export type MailFailure = "refused" | { unreachableFor: number } | null;

/** Notes what became of a mail. Its text is emptied unless it is to be tried again. */
export async function settleMail({ organisationId, id }: DueMail, failure: MailFailure): Promise<void> {
  const why = failure === null || failure === "refused" ? failure : "unreachable";
  const retry = typeof failure === "object" && failure !== null ? failure.unreachableFor : 0;
  await withOrganisation(
    { organisationId, actorId: null },
    (tx) => tx.$queryRaw`SELECT mail_id FROM app.settle_mail(${id}::uuid, ${why}, ${retry}::integer)`,
  );
}

/** `waiting`: not tried yet. `not_sent_yet`: tried, and tried again. `refused` and `given_up`: nobody tries any more. */
export type MailState = "sent" | "waiting" | "not_sent_yet" | "refused" | "given_up";

export type ListedMail = {
  id: string;
  to: string;
  subject: string;
  queuedAt: string;
  sentAt: string | null;
  state: MailState;
};

const MOST_LISTED = 100;

/** What was to leave the organisation by e-mail, newest first; never the text. */
export function listMail({ organisationId, userId }: Actor): Promise<ListedMail[]> {
  return readOrganisation({ organisationId, actorId: userId }, async (tx) => {
    const rows = await tx.mail.findMany({
      where: { organisationId },
      omit: { text: true },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: MOST_LISTED,
    });
    return rows.map((row) => ({
      id: row.id,
      to: row.toAddress,
      subject: row.subject,
      queuedAt: toInstant(row.createdAt),
      sentAt: toInstantOrNull(row.sentAt),
      state: stateOf(row),
    }));
  });
}

type Stored = { sentAt: Date | null; nextAttemptAt: Date | null; failure: string | null };

function stateOf({ sentAt, nextAttemptAt, failure }: Stored): MailState {
  if (sentAt) return "sent";
  if (failure === "refused") return "refused";
  if (!nextAttemptAt) return "given_up";
  return failure ? "not_sent_yet" : "waiting";
}
