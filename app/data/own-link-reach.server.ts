import { Temporal } from "temporal-polyfill";
import type { Actor } from "~/domain/actor";
import { contactState, type ContactAnswer, type ContactState } from "~/domain/consent/contact";
import type { MailState } from "~/domain/mail-state";
import {
  contactSafeDays,
  listContacts,
  mayReadContact,
  type ConsentContact,
} from "./consent-contacts.server";
import { readOrganisation } from "./database.server";
import { newestMails } from "./mail.server";

/** How a young person can be reached with their link, as far as the actor may see it. */
export type Reach = {
  /** Null where none is recorded, or `hidden` where somebody else did. */
  contact: { address: string | null; state: ContactState } | null;
  hidden: boolean;
  /** Whether anybody recorded that contact is not safe: whoever may not see the contact is told that too. */
  notSafe: boolean;
  /** What became of the newest mail with their link; null where there is none. */
  mail: MailState | null;
};

export type Reaches = {
  publicName: string | null;
  of: (person: { requestId: string; participantId: string }) => Reach;
};

/** How everybody can be reached who has one of these requests open. */
export function findReaches(
  actor: Actor,
  sessionId: string,
  requestIds: readonly string[],
  at = Temporal.Now.instant(),
): Promise<Reaches> {
  const { organisationId, userId } = actor;
  return readOrganisation({ organisationId, actorId: userId }, async (tx) => {
    const contacts = await listContacts(tx, organisationId, sessionId);
    const days = await contactSafeDays(tx, organisationId);
    const mails = await newestMails(tx, organisationId, requestIds, at);
    const { publicName } = await tx.organisation.findUniqueOrThrow({
      where: { id: organisationId },
      select: { publicName: true },
    });
    return {
      publicName,
      of: ({ requestId, participantId }) => {
        const recorded = contacts.find((contact) => contact.participantId === participantId);
        const seen = recorded && mayReadContact(actor, recorded) ? recorded : null;
        return {
          contact: seen && { address: seen.address, state: contactState(seen, days, at) },
          hidden: recorded !== undefined && seen === null,
          notSafe: recorded?.safe === "not_safe",
          mail: mails.get(requestId)?.state ?? null,
        };
      },
    };
  });
}

/** One young person's contact, as far as the actor may see it, and for how many days it holds that it is safe. */
export function findContact(
  actor: Actor,
  sessionId: string,
  participantId: string,
): Promise<{ contact: ConsentContact | null; hidden: ContactAnswer | null; days: number }> {
  const { organisationId, userId } = actor;
  return readOrganisation({ organisationId, actorId: userId }, async (tx) => {
    const contacts = await listContacts(tx, organisationId, sessionId);
    const recorded = contacts.find((contact) => contact.participantId === participantId);
    const contact = recorded && mayReadContact(actor, recorded) ? recorded : null;
    const days = await contactSafeDays(tx, organisationId);
    return { contact, hidden: recorded && contact === null ? recorded.safe : null, days };
  });
}
