import { digestOf } from "../record/digest";
import type { ConsentScope } from "../record/fields";
import type { ConsentEvent } from "../record/participant";
import type { Facts } from "../record/schema";
import type { Session } from "../record/session";
import { factsBeside, type Question } from "./questions";

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

const withFacts: ConsentScope[] = ["recording_kept", "rebroadcast", "images", "third_party"];

/**
 * What a yes keeps of the facts told beside its question now: their digest; null for a question that has none. Whose use it is
 * and until when are kept with the yes as they are.
 */
export function toldNow(session: Session, scope: ConsentScope): string | null {
  return withFacts.includes(scope) ? digestOf(factsBeside(session, scope)).slice(0, 32) : null;
}

/**
 * Whether a yes was given to other facts than are told now. One that keeps nothing of them had none to keep, was not
 * given on a young person's own page, or is from before they were kept. In a redacted record only those keep anything of
 * which it is true.
 */
export function toldOtherwise(
  { session, derived }: Pick<Facts, "session" | "derived">,
  { scope, told }: Pick<ConsentEvent, "scope" | "told">,
): boolean {
  if (told === undefined) return false;
  return derived !== null || told !== toldNow(session, scope);
}
