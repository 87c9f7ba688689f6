import { Temporal } from "temporal-polyfill";
import { holdOpenRequest, noteOnRequest, type LinkOwner } from "~/data/consent-requests.server";
import { listWordings, type Wording } from "~/data/consent-wordings.server";
import { addConsentEvents, type NewConsentEvent } from "~/data/consent-writes.server";
import { newId } from "~/data/new-id.server";
import type { Submission } from "~/data/submission.server";
import { toldNow, toldTheSame, wordsAsked } from "~/domain/consent/asked";
import { isAskedAgain } from "~/domain/consent/asked-again";
import { identifyGiver } from "~/domain/consent/giver-identity";
import { linkQuestions } from "~/domain/consent/link-questions";
import { deviceRests } from "~/domain/consent/own-device";
import { linkState, proposeName, takeOwnAnswers, type OwnAnswers } from "~/domain/consent/own-link";
import { questionsFor, type Question } from "~/domain/consent/questions";
import { validUntil } from "~/domain/consent/recording";
import { ownYes } from "~/domain/consent/withdrawal";
import { viewAt } from "~/domain/readiness/view";
import { consentScope, type ConsentScope } from "~/domain/record/fields";
import type { Participant } from "~/domain/record/participant";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import type { Clock } from "./change.server";
import { answerInSession, type SessionEdit, type SessionEdited } from "./edit-session.server";
import { notUsable } from "./open-consent-link.server";
import { newestSeq, wordingOf } from "./record-consent.server";

export type LinkAnswers = {
  answers: OwnAnswers;
  /** What was asked, words and facts, one for each answer, as `askedOf` puts it. */
  asked: Partial<Record<ConsentScope, string>>;
  /** A made-up name that they would like to be shown by; null for none. */
  name: string | null;
  /** The place in the order of answers of the newest one about them when they began. */
  seen: number;
};

type Options = { submission?: Submission | undefined; clock?: Clock | undefined };

/**
 * A young person answers about themselves: one event for each question, with the very words that they read. A no is
 * always taken; a yes is not where an answer of theirs is on record that this form has not seen, as when an older form is
 * sent again, or where the question means something else now than the words that they read, or the session's facts are
 * other than those that they were told; the other answers of the same form are taken. A yes after their own no waits until
 * a worker who has spoken with them confirms it.
 *
 * Refusals: `not_usable`, `over`, `answered_since`, `wording_missing`, `name_refused`, `cancelled`, and as
 * `takeOwnAnswers`.
 */
export function answerThroughLink(
  owner: LinkOwner,
  said: LinkAnswers,
  options: Options,
): Promise<Outcome<SessionEdited>> {
  return answerInSession(owner, options, async (edit) => {
    const own = await ownPlace(owner, edit);
    if (!own.ok) return own;
    const { participant, view, state, askedAt, how } = own.value;
    const answered = consentScope.options.filter((scope) => said.answers[scope]);
    const questions =
      state === "asks"
        ? linkQuestions(view, participant, { askedAt, answered })
        : questionsFor(view, participant);
    const taken = takeOwnAnswers(state, questions, said.answers);
    if (!taken.ok) return taken;
    // What others say about them makes nothing of their own older.
    const ownEvents = edit.record.consentEvents.filter(({ giver }) => giver.relationship === "self");
    const stale = newestSeq(ownEvents, participant.id) > said.seen;
    const asked = questions.filter(({ scope }) => {
      const answer = taken.value[scope];
      return answer === "no" || (answer === "yes" && !stale);
    });
    if (asked.length === 0) return answeredSince;
    const wordings = await listWordings(edit.tx, owner.organisationId);
    const read = asked.map((question) => {
      const answer = taken.value[question.scope] ?? "no";
      const words = said.asked[question.scope];
      const wording = wordingOf(wordings, question.scope, wordsAsked(words));
      const event = wording && ownEvent(edit, { participant, question, answer, wording, how });
      return { event, told: toldTheSame(words, question, view) };
    });
    const events = read.flatMap(({ event, told }) =>
      event && (event.answer === "no" || (told && !isAskedAgain(view, event))) ? [event] : [],
    );
    if (read.some(({ event }) => !event) || events.length === 0) return wordingMissing;
    const named = await noteName(owner, edit, own.value, { events, name: said.name });
    return named.ok ? addOwn(owner, edit, events) : named;
  });
}

/**
 * A young person changes their mind about some of what they agreed to, or all of it, at any time while any of it is in
 * use or kept. No reason is asked.
 *
 * Refusals: `not_usable`, `over`, `nothing_to_withdraw`, `cancelled`.
 */
export function changeMindThroughLink(
  owner: LinkOwner,
  scopes: readonly ConsentScope[] | "everything",
  options: Options,
): Promise<Outcome<SessionEdited>> {
  return answerInSession(owner, options, async (edit) => {
    const own = await ownPlace(owner, edit);
    if (!own.ok) return own;
    const { participant, view, how } = own.value;
    const given = ownYes(view, participant).filter(
      ({ scope }) => scopes === "everything" || scopes.includes(scope),
    );
    if (given.length === 0)
      return refuse("nothing_to_withdraw", "Select what you have changed your mind about", "scopes");
    const { now } = edit;
    const events = given.map((yes): NewConsentEvent => ({
      ...yes,
      id: newId(),
      answer: "withdrawn",
      how,
      at: now,
      recordedAt: now,
      recordedBy: participant.id,
      validUntil: null,
      corrects: null,
      confirmedBy: null,
    }));
    await noteName(owner, edit, own.value, { events, name: null });
    return addOwn(owner, edit, events);
  });
}

/** Whoever answers, and how things stand for them, while their link, or their turn on our device, is open and good for something. */
async function ownPlace({ organisationId, requestId, participantId }: LinkOwner, edit: SessionEdit) {
  const { tx, now, record } = edit;
  const request = await holdOpenRequest(tx, organisationId, requestId);
  const participant = record.participants.find(({ id }) => id === participantId);
  if (!request || !participant) return notUsable;
  const { check, askedAt, proposedName: name, nameAccepted } = request;
  const view = viewAt(record, Temporal.Instant.from(now));
  if (check.kind === "here" && deviceRests(askedAt, view.at)) return notUsable;
  const state = linkState(view, participant);
  const how = check.kind === "here" ? ("our_device" as const) : ("link" as const);
  // One that was refused may be wished for again: it is looked at again then.
  const proposed = {
    name: nameAccepted === false ? null : name,
    waits: name !== null && nameAccepted === null,
  };
  return state === "over" ? over : accept({ participant, view, state, askedAt, how, proposed });
}

/**
 * Beside a yes to showing a name: what they wish to be shown by, or that they wish for nothing any more. A no to it, or to
 * taking part, takes back a wish that nobody has looked at yet.
 */
async function noteName(
  { organisationId, requestId, sessionId, participantId }: LinkOwner,
  { tx, note }: SessionEdit,
  { participant, proposed }: { participant: Participant; proposed: { name: string | null; waits: boolean } },
  { events, name }: { events: readonly NewConsentEvent[]; name: string | null },
): Promise<Outcome<null>> {
  const about = { subject: `request:${requestId}` as const, sessionId, participantId };
  const agreed = events.some(({ scope, answer }) => scope === "name_shown" && answer === "yes");
  const declined = events.some(
    ({ scope, answer }) => (scope === "name_shown" || scope === "take_part") && answer !== "yes",
  );
  if (!agreed && !declined) return accept(null);
  if (name === null || declined) {
    if (!proposed.waits) return accept(null);
    await noteOnRequest(tx, organisationId, requestId, { proposedName: null });
    note({ type: "consent_request.name_taken_back", ...about });
    return accept(null);
  }
  if (name === proposed.name) return accept(null);
  const wish = proposeName(participant, name);
  if (!wish.ok) return wish;
  await noteOnRequest(tx, organisationId, requestId, { proposedName: wish.value, nameAccepted: null });
  note({ type: "consent_request.name_proposed", ...about });
  return accept(null);
}

type OwnAnswer = {
  participant: Participant;
  question: Question;
  answer: "yes" | "no";
  wording: Wording;
  how: "link" | "our_device";
};

function ownEvent(
  { record, now }: SessionEdit,
  { participant, question, answer, wording: { id, version, digest, language }, how }: OwnAnswer,
): NewConsentEvent {
  const giver = identifyGiver({ kind: "self" }, participant, record.consentEvents, newId());
  if (!giver) throw new Error("Everybody can answer about themselves");
  const told = answer === "yes" ? toldNow(record.session, question.scope) : null;
  return {
    id: newId(),
    participantId: participant.id,
    scope: question.scope,
    answer,
    giver,
    how,
    at: now,
    recordedAt: now,
    recordedBy: participant.id,
    wording: { id, version, digest, language },
    validUntil: answer === "yes" ? validUntil(question, null) : null,
    organisations: question.organisations,
    ...(told === null ? {} : { told }),
    corrects: null,
    confirmedBy: null,
  };
}

async function addOwn(
  { organisationId, sessionId, participantId }: LinkOwner,
  { tx, note }: SessionEdit,
  events: NewConsentEvent[],
): Promise<Outcome<null>> {
  await addConsentEvents(tx, { organisationId, sessionId }, events);
  for (const { id, scope, answer } of events) {
    note({ type: "consent.recorded", subject: `consent:${id}`, sessionId, participantId, scope, answer });
  }
  return accept(null);
}

const over = refuse("over", "There is nothing more to say no to.");
const answeredSince = refuse(
  "answered_since",
  "There is a newer answer of yours than this page knew. Open your link again.",
);
const wordingMissing = refuse(
  "wording_missing",
  "The questions have changed since you opened this page. Open your link again.",
);
