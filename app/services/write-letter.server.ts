import { checkpointsNow } from "~/data/audit-checkpoint.server";
import { contactSafeDays, listContacts } from "~/data/consent-contacts.server";
import { consentLinkToken } from "~/data/consent-link-token.server";
import { readOpenRequest } from "~/data/consent-requests.server";
import type { Transaction } from "~/data/database.server";
import type { DueMail } from "~/data/mail.server";
import { mailedLinkToken } from "~/data/one-time-secret.server";
import { loadSessionRecord } from "~/data/session-record.server";
import { askMail } from "~/domain/consent/ask-words";
import { contactState } from "~/domain/consent/contact";
import { linkState } from "~/domain/consent/own-link";
import { viewAt } from "~/domain/readiness/view";
import { Temporal } from "temporal-polyfill";

/** A mail as it leaves. */
export type Letter = {
  to: string;
  /** The name beside our address; null for the address alone. */
  senderName: string | null;
  /** Never names a young person or a session: subject lines show on locked telephones. */
  subject: string;
  text: string;
};

/** The address that a link's token opens: of staff, or of a young person's own; null where no phone can open that. */
export type Links = { staff: (token: string) => string; own: (token: string) => string | null };

/** The words of a mail, made when it leaves; null where what it is about is over. */
export async function writeLetter(tx: Transaction, mail: DueMail, links: Links): Promise<Letter | null> {
  if (mail.to === null) return writeOwnLetter(tx, mail, links);
  const words = await wordsOf(tx, mail, links);
  return words && { to: mail.to, senderName: null, ...words };
}

/** A young person's link, to the address that stands with their request, while that is safe and they are still asked. */
async function writeOwnLetter(
  tx: Transaction,
  { organisationId, about: requestId }: DueMail,
  links: Links,
): Promise<Letter | null> {
  const request = await readOpenRequest(tx, organisationId, requestId);
  const record = request && (await loadSessionRecord(tx, organisationId, request.sessionId));
  const view = record && viewAt(record, Temporal.Now.instant());
  const participant = view?.participants.find(({ id }) => id === request?.participantId);
  if (
    !request?.opens ||
    request.check.kind === "here" ||
    !view ||
    !participant ||
    linkState(view, participant) !== "asks"
  )
    return null;
  const link = links.own(consentLinkToken(requestId));
  if (link === null) return null;
  const contacts = await listContacts(tx, organisationId, request.sessionId);
  const contact = contacts.find(({ participantId }) => participantId === participant.id);
  if (!contact?.address) return null;
  if (contactState(contact, await contactSafeDays(tx, organisationId), view.at) !== "safe") return null;
  const { publicName } = await tx.organisation.findUniqueOrThrow({
    where: { id: organisationId },
    select: { publicName: true },
  });
  return {
    to: contact.address,
    senderName: publicName,
    ...askMail({ publicName, link, check: request.check.kind }),
  };
}

type Words = Pick<Letter, "subject" | "text">;

async function wordsOf(tx: Transaction, mail: DueMail, links: Links): Promise<Words | null> {
  const { organisationId, about } = mail;
  switch (mail.kind) {
    case "password_reset":
      return resetWords(links.staff(mailedLinkToken(about)));
    case "invitation": {
      const { name } = await tx.organisation.findUniqueOrThrow({
        where: { id: organisationId },
        select: { name: true },
      });
      const open = await tx.invitation.count({ where: { organisationId, id: about, endedAt: null } });
      return open === 1 ? invitationWords(name, links.staff(mailedLinkToken(about))) : null;
    }
    case "checkpoint":
      return checkpointWords(JSON.stringify(await checkpointsNow(tx, organisationId), null, 2));
    case "consent_request":
      return null;
  }
}

function paragraphs(...given: string[]): string {
  return [...given, ""].join("\n\n");
}

function resetWords(link: string): Words {
  return {
    subject: "Choose a new Greenroom password",
    text: paragraphs(
      "Somebody asked for a new password for the Greenroom account with this address.",
      "Open this link within one hour to choose one. It works once, and for you alone:",
      link,
      "If it was not you, you need not do anything: your password stays as it is.",
    ),
  };
}

function invitationWords(organisation: string, link: string): Words {
  return {
    subject: `${organisation} invites you to Greenroom`,
    text: paragraphs(
      `${organisation} plans its livestreams with Greenroom and invites you to join.`,
      "Open this link within seven days. It works once, and for you alone:",
      link,
      "If you did not expect this, you need not do anything.",
    ),
  };
}

function checkpointWords(file: string): Words {
  return {
    subject: "Greenroom: keep this checkpoint of your audit trail",
    text: `${explanation}\n\n${file}\n`,
  };
}

const explanation = `You get this once a day on which something happened, because you are a safeguarding lead. There is nothing to do but keep it.

It is a signed statement of what your organisation's audit trail was when this message was sent. Somebody with the whole database in hand could rewrite the trail; they cannot rewrite a message that you have. It holds numbers and checksums, and nothing about anybody.

Whoever runs Greenroom can compare the two: save what stands below, from the first { to the last }, as checkpoint.json, and run

    npx greenroom verify --database --checkpoint checkpoint.json`;
