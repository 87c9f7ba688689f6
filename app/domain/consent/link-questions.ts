import type { View } from "../readiness/view";
import type { ConsentScope } from "../record/fields";
import type { Participant } from "../record/participant";
import { askedAgainOf } from "./asked-again";
import { haveAnswered, ownAnswers } from "./own-place";
import { questionsFor, type Question } from "./questions";

/**
 * What a young person's own link asks them now: every question, until each has an answer of theirs that is newer than
 * when they were asked (ISO 8601 in UTC); from then on, where questions have changed their meaning, those alone, with
 * whatever they have answered in this visit already.
 */
export function linkQuestions(
  view: View,
  participant: Participant,
  { askedAt, answered }: { askedAt: string; answered: readonly ConsentScope[] },
): Question[] {
  const questions = questionsFor(view, participant);
  const again = changedQuestions(view, participant, askedAt);
  if (again.length === 0) return questions;
  return questions.filter(({ scope }) => again.includes(scope) || answered.includes(scope));
}

/** The questions that have changed their meaning since somebody answered all of them; none before that. */
export function changedQuestions(view: View, participant: Participant, askedAt: string): ConsentScope[] {
  const answers = ownAnswers(view, participant);
  if (!haveAnswered(answers, askedAt)) return [];
  const asked = answers.map(({ scope }) => scope);
  return askedAgainOf(view, participant).filter((scope) => asked.includes(scope));
}
