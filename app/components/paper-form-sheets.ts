import { askedOnPaper } from "~/domain/consent/asked";
import { paperReference, wordsMark } from "~/domain/consent/paper-reference";
import type { ShortVersion } from "~/domain/consent/short-version";
import { speakTo, whenForThem, whoElse, type SpeakTo } from "~/domain/consent/own-place";
import { questionsFor, type Question } from "~/domain/consent/questions";
import { nameOf, type View } from "~/domain/readiness/view";
import type { ConsentScope } from "~/domain/record/fields";
import type { Participant } from "~/domain/record/participant";
import { dateInWords, parseDate } from "~/domain/time/words";
import type { PaperExtra } from "~/forms/paper-form-choice";

type Words = ReadonlyMap<ConsentScope, { words: string; short: ShortVersion | null; digest: string }>;

export type PaperSheet = {
  reference: string;
  /** Shown on the screen alone, so that staff find the person. */
  code: string;
  session: string;
  when: string;
  name: string | null;
  born: string | null;
  title: string | null;
  questions: (Pick<Question, "scope" | "tell"> & { words: string; short: string[] })[];
  mark: string;
  alsoAsked: ReturnType<typeof whoElse>;
  speakTo: SpeakTo[];
};

/** One young person's form; null where a question has no words yet. */
export function paperSheet(
  view: View,
  participant: Participant,
  words: Words,
  extras: readonly PaperExtra[],
): PaperSheet | null {
  const asked = questionsFor(view, participant);
  const questions = asked.flatMap(({ scope, tell }) => {
    const wording = words.get(scope);
    return wording
      ? [{ scope, tell, words: wording.words, short: wording.short?.map(({ line }) => line) ?? [] }]
      : [];
  });
  if (questions.length < asked.length) return null;
  const { reference, title } = view.facts.session;
  return {
    reference: paperReference(participant),
    code: participant.code,
    session: reference,
    when: whenForThem(view),
    name: extras.includes("name") ? nameOf(participant) : null,
    born: extras.includes("birth") ? bornOn(participant) : null,
    title: extras.includes("title") ? title : null,
    questions,
    mark: markOfQuestions(view, participant, words),
    alsoAsked: whoElse(view, participant),
    speakTo: speakTo(view),
  };
}

/** The mark of what somebody is asked and told now. */
export function markOfQuestions(view: View, participant: Participant, words: Words): string {
  const asked = questionsFor(view, participant);
  return wordsMark(
    asked.map((question) => askedOnPaper(words.get(question.scope)?.digest ?? question.scope, question)),
  );
}

function bornOn({ birth }: Participant): string | null {
  return birth?.length === "2026-11-22".length ? dateInWords(parseDate(birth)) : null;
}
