import { Temporal } from "temporal-polyfill";
import { contactSafeDays, listContacts, mayReadContact } from "~/data/consent-contacts.server";
import {
  noteOnRequest,
  TRIES_BEFORE_LOCK,
  type ConsentRequest,
  type NudgeWay,
} from "~/data/consent-requests.server";
import { newestMails, queueMail, sendMailAgain } from "~/data/mail.server";
import type { Actor } from "~/domain/actor";
import { contactState, whyNotSent } from "~/domain/consent/contact";
import { noPhones, opensOnPhones } from "~/domain/consent/opens-on-phones";
import { linkState } from "~/domain/consent/own-link";
import { linkProgress } from "~/domain/consent/own-link-progress";
import { viewAt, type View } from "~/domain/readiness/view";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import type { Change } from "./change.server";
import { aboutRequest, noSuchLink, onRequest, type RequestOptions } from "./on-request.server";

const ON_ITS_WAY = ["waiting", "not_sent_yet", "leaving"];

/**
 * Has a young person's link leave by e-mail: the same link each time, to the address that the actor recorded, and only
 * while contact there is known to be safe. One that was cut off on its way is sent once more.
 *
 * Refusals: `not_found`, `forbidden`, `too_late`, `answered`, `not_usable` for a link that does not open any more,
 * `no_mail`, `no_phones` where no phone can open an address of this origin, `no_contact`, `not_safe`, `on_its_way`.
 */
export function sendOwnLink(
  actor: Actor,
  sessionId: string,
  requestId: string,
  { sendsMail, origin, ...options }: RequestOptions & { sendsMail: boolean; origin: string },
): Promise<Outcome<null>> {
  return onUnanswered(actor, { sessionId, requestId }, options, async (edit, request, view) => {
    const { tx, now, record: note } = edit;
    const { organisationId } = actor;
    if (!sendsMail) return refuse("no_mail", "This Greenroom sends no mail.");
    if (!opensOnPhones(origin)) return noPhones;
    if (!request.opens) return refuse("not_usable", "This link does not open any more. Make a new one.");
    const contact = (await listContacts(tx, organisationId, sessionId)).find(
      ({ participantId }) => participantId === request.participantId,
    );
    if (!contact || !mayReadContact(actor, contact)) return noContact;
    const state = contactState(contact, await contactSafeDays(tx, organisationId), view.at);
    const why = whyNotSent[state];
    if (why !== null) return refuse("not_safe", why);
    const last = (await newestMails(tx, organisationId, [requestId], view.at)).get(requestId);
    if (last && ON_ITS_WAY.includes(last.state)) return refuse("on_its_way", "It is on its way already.");
    if (last?.state === "may_not_have_left") {
      await sendMailAgain(tx, { organisationId, mailId: last.id });
    } else {
      const usableForSeconds = Math.floor(view.at.until(view.start).total("seconds"));
      await queueMail(tx, organisationId, {
        kind: "consent_request",
        about: requestId,
        to: null,
        usableForSeconds,
      });
    }
    if (last?.state === "sent")
      await noteOnRequest(tx, organisationId, requestId, { nudged: { at: now, how: "mail" } });
    note({ type: "consent_request.mailed", ...aboutRequest(request) });
    return accept(null);
  });
}

/**
 * A worker has told somebody again of their link, without Greenroom. Refuses `not_found`, `forbidden`, `too_late`,
 * `answered`, and `not_safe` for a text where anybody recorded that contact is not safe.
 */
export function noteNudge(
  actor: Actor,
  sessionId: string,
  requestId: string,
  how: Exclude<NudgeWay, "mail">,
  options: RequestOptions = {},
): Promise<Outcome<null>> {
  return onUnanswered(actor, { sessionId, requestId }, options, async ({ tx, now, record }, request) => {
    const contacts = await listContacts(tx, actor.organisationId, sessionId);
    const theirs = contacts.find(({ participantId }) => participantId === request.participantId);
    if (how === "copied" && theirs?.safe === "not_safe") return notSafe;
    await noteOnRequest(tx, actor.organisationId, requestId, { nudged: { at: now, how } });
    record({ type: "consent_request.nudged", ...aboutRequest(request), how });
    return accept(null);
  });
}

function onUnanswered(
  actor: Actor,
  ids: { sessionId: string; requestId: string },
  options: RequestOptions,
  work: (edit: Change, request: ConsentRequest, view: View) => Promise<Outcome<null>>,
): Promise<Outcome<null>> {
  return onRequest(actor, ids, options, async (edit, request, record) => {
    const view = viewAt(record, Temporal.Instant.from(edit.now));
    const participant = view.participants.find(({ id }) => id === request.participantId);
    if (request.check.kind === "here" || !participant) return noSuchLink;
    if (linkState(view, participant) !== "asks") return tooLate;
    const facts = { ...request, locked: request.wrongTries >= TRIES_BEFORE_LOCK };
    return linkProgress(view, facts) === "answered" ? answered : work(edit, request, view);
  });
}

const tooLate = refuse("too_late", "The session has started, so that nobody is asked any more.");
const notSafe = refuse("not_safe", "Contact is not safe for them. Send nothing: tell them in person.");
const answered = refuse("answered", "They have answered already.");
const noContact = refuse("no_contact", "Record first where it can be sent, and whether that is safe.");
