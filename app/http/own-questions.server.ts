import type { Around } from "~/components/own-page";
import { askedOf } from "~/domain/consent/asked";
import { speakTo } from "~/domain/consent/own-place";
import { linkQuestions } from "~/domain/consent/link-questions";
import { ownAgain, type Again } from "~/domain/consent/own-again";
import { questionsFor, type Question } from "~/domain/consent/questions";
import type { ShortVersion } from "~/domain/consent/short-version";
import { consentScope, type ConsentScope } from "~/domain/record/fields";
import { paths } from "~/paths";
import { linkProblem } from "./own-problem";
import { tellsNothing, type OwnVisit, type Visit } from "./own-visit.server";

/** `again`: why it is asked once more, where they said yes before. */
export type OwnQuestion = Question & {
  words: string;
  short: ShortVersion | null;
  /** What the form sends back of what was asked. */
  asked: string;
  again: Again | null;
};

/**
 * The questions of a visit in their order, each in the words that the organisation uses now.
 * @throws Response 409 where a question has no words
 */
export function ownQuestions(own: OwnVisit): OwnQuestion[] {
  const { wordings } = own;
  const again = whatIsAgain(own);
  return askedNow(own).map((question) => {
    const wording = wordings.get(question.scope);
    if (!wording) throw linkProblem("not_ready");
    const { words, short, digest } = wording;
    return {
      ...question,
      words,
      short,
      asked: askedOf(digest, question, own.view),
      again: again[question.scope] ?? null,
    };
  });
}

/** Nothing where it would tell what was answered elsewhere, and nothing once no yes is taken. */
function whatIsAgain(own: OwnVisit): ReturnType<typeof ownAgain> {
  return own.state !== "asks" || tellsNothing(own) ? {} : ownAgain(own.view, own.participant);
}

/**
 * Until the session starts the questions that are open, with those to which a yes of this visit was not taken; from then on
 * all of them, to say no to. All of them too where those that are open would tell what was answered elsewhere.
 */
function askedNow(own: OwnVisit): Question[] {
  const { view, participant, state, askedAt, visit } = own;
  if (state !== "asks" || tellsNothing(own)) return questionsFor(view, participant);
  const answered = consentScope.options.filter((scope) => visit.answers[scope] ?? visit.left.includes(scope));
  return linkQuestions(view, participant, { askedAt, answered });
}

/** The first question without an answer in this visit, or else the page to check them; a no to taking part ends them. */
export function nextQuestion(own: OwnVisit): string {
  const { answers } = own.visit;
  if (answers.take_part?.answer === "no") return paths.ownAnswers;
  const open = ownQuestions(own).find(({ scope }) => !answers[scope]);
  return open ? paths.ownQuestion(open.scope) : paths.ownAnswers;
}

/** Where answering once more begins, on the page of what they have agreed to. */
export function firstAsked(own: OwnVisit): ConsentScope {
  return askedNow(own)[0]?.scope ?? "take_part";
}

export type GivenAnswer = { scope: ConsentScope; answer: "yes" | "no"; asked: string };

/** What was answered in this visit to the questions that are still asked. */
export function givenAnswers(own: OwnVisit): GivenAnswer[] {
  const { answers } = own.visit;
  const given = ownQuestions(own).flatMap(({ scope }) => {
    const one = answers[scope];
    return one ? [{ scope, ...one }] : [];
  });
  return answers.take_part?.answer === "no" ? given.filter(({ scope }) => scope === "take_part") : given;
}

/** Of that, what can still be saved once the session has started: a no alone. None at any other time. */
export function givenNoes(own: OwnVisit): GivenAnswer[] {
  return own.state === "narrows" ? givenAnswers(own).filter(({ answer }) => answer === "no") : [];
}

/** What stands around each page of a visit. */
export function aroundOf({ publicName, view, whoToTell, helpList, here }: OwnVisit): Around {
  return { publicName, speakTo: speakTo(view), whoToTell, helpList, who: here?.who ?? null };
}

/** A visit with one more answer. */
export function answeredIn(visit: Visit, { scope, ...given }: GivenAnswer, name: string | null): Visit {
  const kept = scope === "name_shown" ? name : visit.name;
  return { ...visit, answers: { ...visit.answers, [scope]: given }, name: kept, said: null };
}
