import {
  endConsentRequests,
  holdOpenRequest,
  noteOnRequest,
  TRIES_BEFORE_LOCK,
  type LinkOwner,
} from "~/data/consent-requests.server";
import { tellWhoAsked } from "~/data/notices.server";
import { loadSessionRecord } from "~/data/session-record.server";
import type { Actor } from "~/domain/actor";
import { doubtedAnswers } from "~/domain/consent/denied-link";
import { fitsAsWord } from "~/domain/consent/own-link";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { change } from "./change.server";
import { aboutRequest, noSuchLink, onRequest, type RequestOptions } from "./on-request.server";

/** A worker takes a link back: it opens nothing from now on. Refuses `not_found` and `forbidden`. */
export function takeRequestBack(
  actor: Actor,
  sessionId: string,
  requestId: string,
  options: RequestOptions = {},
): Promise<Outcome<null>> {
  return onRequest(actor, { sessionId, requestId }, options, async ({ tx, now, record }, request) => {
    await endConsentRequests(tx, actor.organisationId, [requestId], { why: "taken_back", now });
    record({ type: "consent_request.ended", ...aboutRequest(request), why: "taken_back" });
    return accept(null);
  });
}

/** A worker opens a link that wrong tries have locked. Refuses `not_found`, `forbidden` and `not_locked`. */
export function unlockRequest(
  actor: Actor,
  sessionId: string,
  requestId: string,
  options: RequestOptions = {},
): Promise<Outcome<null>> {
  return onRequest(actor, { sessionId, requestId }, options, async ({ tx, record }, request) => {
    if (request.wrongTries < TRIES_BEFORE_LOCK) return refuse("not_locked", "This link is not locked.");
    await noteOnRequest(tx, actor.organisationId, requestId, { wrongTries: 0 });
    record({ type: "consent_request.unlocked", ...aboutRequest(request) });
    return accept(null);
  });
}

/**
 * A worker agrees another word with the person than the one that opens their link now, as long as nobody has opened it.
 * Refuses `not_found`, `forbidden`, `no_word` where day and month of birth open it, `opened_already`, `word_too_short`.
 */
export function changeAgreedWord(
  actor: Actor,
  sessionId: string,
  requestId: string,
  word: string,
  options: RequestOptions = {},
): Promise<Outcome<null>> {
  return onRequest(actor, { sessionId, requestId }, options, async ({ tx, record }, request) => {
    if (request.check.kind !== "word") return noWord;
    if (request.openedAt !== null) return openedAlready;
    if (!fitsAsWord(word)) return refuse("word_too_short", "Choose a word of four letters or more", "word");
    await noteOnRequest(tx, actor.organisationId, requestId, { word });
    record({ type: "consent_request.word_changed", ...aboutRequest(request) });
    return accept(null);
  });
}

/**
 * Whoever opened the link says that they are not the person: it ends, nothing of a visit that is not saved is kept, and who
 * asked is told. Answers that were saved before stand, as the person may have given them: who asked is told of those too.
 */
export function denyLink(
  owner: LinkOwner,
  { clock }: Pick<RequestOptions, "clock"> = {},
): Promise<Outcome<null>> {
  const { organisationId, requestId, participantId } = owner;
  return change(
    { organisationId, userId: participantId },
    async ({ tx, now, record }) => {
      const request = await holdOpenRequest(tx, organisationId, requestId);
      if (!request) return noSuchLink;
      await endConsentRequests(tx, organisationId, [requestId], { why: "not_me", now });
      const events = (await loadSessionRecord(tx, organisationId, request.sessionId))?.consentEvents ?? [];
      const answered = doubtedAnswers(events, { ...request, endedAt: now }).length > 0;
      const kind = answered ? "link_stopped_answered" : "link_stopped";
      await tellWhoAsked(tx, organisationId, request, { kind, now });
      record({ type: "consent_request.ended", ...aboutRequest(request), why: "not_me" });
      return accept(null);
    },
    { clock },
  );
}

const noWord = refuse("no_word", "This link opens with their day and month of birth.");
const openedAlready = refuse(
  "opened_already",
  "They have opened the link with their word. Make a new link for another.",
);
