import { digestOf } from "../record/digest";
import type { Question } from "./questions";

/** What a page asked, to be sent back with the answer: the digest of its words, and of the session's facts told beside them. */
export function askedOf(words: string, question: Question): string {
  return `${words}.${factsOf(question)}`;
}

/** The digest of the words; empty where there is none. */
export function wordsAsked(asked: string | undefined): string {
  return asked?.split(".")[0] ?? "";
}

/** Whether the facts told with what was asked are still those of the question: whose use, until when, and what else was told. */
export function toldTheSame(asked: string | undefined, question: Question): boolean {
  return asked?.split(".")[1] === factsOf(question);
}

function factsOf({ organisations, until, tell }: Question): string {
  return digestOf({ organisations, until, tell }).slice(0, 32);
}
