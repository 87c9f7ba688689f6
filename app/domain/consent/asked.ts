import { digestOf } from "../record/digest";
import type { View } from "../readiness/view";
import type { ConsentScope } from "../record/fields";
import type { ConsentEvent } from "../record/participant";
import type { Facts } from "../record/schema";
import type { Session } from "../record/session";
import { dayOfOne } from "./last-days";
import { factsBeside, type Question } from "./questions";

/**
 * What a page asked, to be sent back with the answer: the digest of its words, and of the session's facts that were told
 * beside them or shown with them.
 */
export function askedOf(words: string, question: Question, view: View): string {
  return `${words}.${factsOf(question, shownWith(view, question))}`;
}

/** The same of a sheet of paper: words and facts alone. A session that is moved after it was printed asks nobody again. */
export function askedOnPaper(words: string, question: Question): string {
  return `${words}.${factsOf(question, null)}`;
}

/** The digest of the words; empty where there is none. */
export function wordsAsked(asked: string | undefined): string {
  return asked?.split(".")[0] ?? "";
}

/** Whether the facts told and shown with what a page asked are still those of the question. */
export function toldTheSame(asked: string | undefined, question: Question, view: View): boolean {
  return asked?.split(".")[1] === factsOf(question, shownWith(view, question));
}

function factsOf({ organisations, until, tell }: Question, shown: Shown | null): string {
  return digestOf({ organisations, until, tell, ...shown }).slice(0, 32);
}

type Shown = { platformsSince: string | null; since?: string[]; session?: string[] };

/**
 * What a page rests on beside what it tells, while somebody reads it: which session it is, and when; on which platforms;
 * and since when it is recorded. A yes that is saved keeps nothing of it: it outlives a session that is moved, and is
 * older than what is switched on or chosen later.
 */
function shownWith({ facts: { session }, platformsSince }: View, { scope }: Question): Shown {
  const { title, startsAt, endsAt, zone, media } = session;
  const on = [media.recording, media.aiNotes].filter((entry) => entry.on);
  return {
    platformsSince: platformsSince?.toString() ?? null,
    ...(scope === "recording_kept" ? { since: on.map(({ since }) => since) } : {}),
    ...(scope === "take_part" ? { session: [title, startsAt, endsAt, zone] } : {}),
  };
}

const withFacts: ConsentScope[] = ["recording_kept", "rebroadcast", "images", "third_party"];

/**
 * What a yes keeps of the facts told beside its question now: their digest; null for a question that has none. Whose use it is
 * and until when are kept with the yes as they are, but for a day that is told of one use while none is known of the other.
 */
export function toldNow(session: Session, scope: ConsentScope): string | null {
  if (!withFacts.includes(scope)) return null;
  const facts = factsBeside(session, scope);
  const day = dayOfOne(session, scope);
  return digestOf(day ? { facts, day } : facts).slice(0, 32);
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
