import type { View } from "../readiness/view";
import type { ConsentScope } from "../record/fields";
import type { Participant } from "../record/participant";
import { ownAgain } from "./own-again";
import { answeredAfter, ownAnswers, type OwnAnswer } from "./own-place";
import { questionsFor, type Question } from "./questions";

/**
 * What a young person's own link asks them now: the questions that are open, with whatever they have answered in this
 * visit already; every question, for another go at them, where none is open.
 */
export function linkQuestions(
  view: View,
  participant: Participant,
  { askedAt, answered }: { askedAt: string; answered: readonly ConsentScope[] },
): Question[] {
  const questions = questionsFor(view, participant);
  const open = openQuestions(view, participant, askedAt);
  if (open.length === 0) return questions;
  return questions.filter(({ scope }) => open.includes(scope) || answered.includes(scope));
}

/**
 * The questions of today without an answer of their own that is newer than when they were asked (ISO 8601 in UTC), and
 * those that are asked again since they answered. All of them where they did not take part before they were asked; none
 * once they do not.
 */
export function openQuestions(view: View, participant: Participant, askedAt: string): ConsentScope[] {
  const answers = ownAnswers(view, participant);
  const [first] = answers;
  if (first && isNo(first) && !answeredAfter(first, askedAt)) {
    return questionsFor(view, participant).map(({ scope }) => scope);
  }
  const again = ownAgain(view, participant);
  return answers
    .filter((answer) => !answeredAfter(answer, askedAt) || again[answer.scope])
    .map(({ scope }) => scope);
}

function isNo({ counts }: OwnAnswer): boolean {
  return counts === "no" || counts === "withdrawn";
}
