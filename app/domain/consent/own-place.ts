import { Temporal } from "temporal-polyfill";
import type { View } from "../readiness/view";
import type { ConsentScope } from "../record/fields";
import type { Participant } from "../record/participant";
import { longDate, timeInWords } from "../time/words";
import { standingAnswers, type Standing } from "./answers";
import { toldTheSame, wordsAsked } from "./asked";
import { isAskedAgain } from "./asked-again";
import { parentNeeded } from "./givers";
import { questionsFor } from "./questions";

/** Whom a young person speaks to about a session, and how they reach them. */
export type SpeakTo = { name: string; contact: string | null };

/** The adults whom the session names as contact for young people. */
export function speakTo(view: View): SpeakTo[] {
  return view.inRole("support_contact").map(({ adult, assignment }) => ({
    name: adult.name,
    contact: assignment.contact,
  }));
}

const TELEPHONE = /\+?\d[\d ()-]{5,}\d/;

/** A number to call about the session that names nobody; null where the record holds none. */
export function numberToCall(view: View): string | null {
  const { session, organisation } = view.facts;
  const route = organisation.contactRoutes.find(
    ({ id, kind }) => id === session.contactRouteId && kind === "phone",
  );
  const told = [...speakTo(view).map(({ contact }) => contact), route?.value ?? null];
  return told.map((text) => (text ? (TELEPHONE.exec(text)?.[0] ?? null) : null)).find(Boolean) ?? null;
}

/** When the session is, in the words of its own zone: `Thursday 10 December 2026, 5pm to 6pm`. */
export function whenForThem({ start, end, facts, startDate }: View): string {
  const time = (at: Temporal.Instant) => timeInWords(at.toZonedDateTimeISO(facts.session.zone).toPlainTime());
  return `${longDate(startDate)}, ${time(start)} to ${time(end)}`;
}

/** Whether the session is on at this moment. */
function isLive({ at, start, end }: View): boolean {
  return Temporal.Instant.compare(at, start) >= 0 && Temporal.Instant.compare(at, end) < 0;
}

/**
 * Whether somebody beside the young person is asked too, by the organisation's own policy. `not_known`: no birth is held,
 * so that it cannot be said.
 */
export function whoElse(view: View, participant: Participant): "parent" | "nobody" | "not_known" {
  const age = view.ageOf(participant);
  if (age === null) return "not_known";
  const asked = questionsFor(view, participant).some(({ scope }) =>
    parentNeeded(view, participant, age, scope),
  );
  return asked ? "parent" : "nobody";
}

/** What stands of a young person's own answers, in the order in which they are asked; null: not answered. */
export type OwnAnswer = {
  scope: ConsentScope;
  counts: Standing["counts"] | null;
  /** When it reached the record, ISO 8601 in UTC. */
  recordedAt: string | null;
  /** The last local day that a yes of theirs was told, or that they set; null: none. */
  until: string | null;
};

export function ownAnswers(view: View, participant: Participant): OwnAnswer[] {
  const answers = questionsFor(view, participant).map(({ scope }) => {
    const own = standingAnswers(view, participant, scope).find(
      ({ event }) => event.giver.relationship === "self",
    );
    const { recordedAt = null, validUntil: until = null } = own?.event ?? {};
    return { scope, counts: own?.counts ?? null, recordedAt, until };
  });
  const first = answers.find(({ scope }) => scope === "take_part");
  return first?.counts === "no" || first?.counts === "withdrawn" ? [first] : answers;
}

/** Whether an answer reached the record since they were asked (ISO 8601 in UTC). */
export function answeredAfter({ recordedAt }: Pick<OwnAnswer, "recordedAt">, askedAt: string): boolean {
  if (recordedAt === null) return false;
  return Temporal.Instant.compare(Temporal.Instant.from(recordedAt), Temporal.Instant.from(askedAt)) >= 0;
}

/**
 * To which of the questions that they have just answered with yes no such yes is on record, as they had said something
 * newer elsewhere, or the question means something else by now, or the facts told beside it are others. `asked`: what they
 * read, as `askedOf` puts it. `seen`: the place in the order of answers of the newest one about them when they began.
 */
export function notTaken(
  view: View,
  participant: Participant,
  given: readonly { scope: ConsentScope; answer: "yes" | "no"; asked: string }[],
  seen: number,
): ConsentScope[] {
  const questions = questionsFor(view, participant);
  const own = view.facts.consentEvents
    .filter(({ participantId, giver }) => participantId === participant.id && giver.relationship === "self")
    .sort((a, b) => a.seq - b.seq);
  const left = given.filter(({ scope, answer, asked }) => {
    const newest = own.findLast((event) => event.scope === scope);
    const question = questions.find((one) => one.scope === scope);
    const told = question !== undefined && toldTheSame(asked, question, view);
    const stands = newest?.answer === "yes" && newest.wording.digest === wordsAsked(asked);
    return answer === "yes" && !(stands && !isAskedAgain(view, newest) && (told || newest.seq > seen));
  });
  return left.map(({ scope }) => scope);
}

/** The number to call while a session is on; null at any other time, or where the record holds none. */
export function liveCall(view: View): string | null {
  return isLive(view) ? numberToCall(view) : null;
}
