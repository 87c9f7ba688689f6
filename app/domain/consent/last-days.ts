import type { ConsentScope } from "../record/fields";
import type { Session } from "../record/session";
import { dateInWords, parseDate } from "../time/words";
import type { NeededScope } from "./scopes";

type Until = { scope: ConsentScope; until: string | null };

/** The last day of all that one answer is about. Where ours or another's use has none, no day may be promised. */
export function lastDay(scope: ConsentScope, parts: readonly NeededScope[]): string | null {
  const days = parts.map(({ until }) => until);
  return scope in askUntilWhen && days.includes(null) ? null : latestOf(days);
}

/** Until when, as it is told: one day for all of it; where only some of it has one, that, and what to ask of the rest. */
export function untilTold(question: Until, parts: readonly NeededScope[]): string[] {
  const told = untilInWords(question);
  if (told) return [told];
  const words = eachUntil[question.scope];
  if (words && parts.some(({ until }) => until !== null)) {
    return parts.map(({ organisation, until }) => {
      const { ask, told } = organisation === null ? words.ours : words.theirs;
      return until === null ? ask : `${told} until ${dateInWords(parseDate(until))}.`;
    });
  }
  const ask = askUntilWhen[question.scope];
  return ask ? [ask] : [];
}

/** Until when a yes holds, as a sentence of its own among what is told; null for the session itself. */
export function untilInWords({ scope, until }: Until): string | null {
  if (!until) return null;
  const day = dateInWords(parseDate(until));
  if (scope === "images") return `We keep the pictures until ${day}.`;
  if (scope === "rebroadcast") return `It may be shown until ${day}.`;
  return `It is kept until ${day}.`;
}

const askUntilWhen: Partial<Record<ConsentScope, string>> = {
  recording_kept: "Ask us how long it is kept.",
  rebroadcast: "Ask us how long it may be shown.",
  images: "Ask us how long we keep them.",
};

type Words = { told: string; ask: string };

/** What is ours and what is another organisation's, where only one of them has a last day. */
const eachUntil: Partial<Record<ConsentScope, { ours: Words; theirs: Words }>> = {
  recording_kept: {
    ours: { told: "We keep it", ask: "Ask us how long we keep it." },
    theirs: {
      told: "The other organisation keeps it",
      ask: "Ask us how long the other organisation keeps it.",
    },
  },
  rebroadcast: {
    ours: { told: "We may show it", ask: "Ask us how long we may show it." },
    theirs: {
      told: "The other organisation may show it",
      ask: "Ask us how long the other organisation may show it.",
    },
  },
};

/**
 * The last days of our use and of another organisation's where only one of them has one. Such a day is told, and no yes
 * holds it, because nothing is promised of the whole. Null otherwise.
 */
export function dayOfOne({ kind, media, organiser }: Session, scope: ConsentScope) {
  const outside = kind === "host" ? null : organiser;
  const kept = [media.recording, media.aiNotes].filter(({ on }) => on).map(({ deleteBy }) => deleteBy);
  if (scope === "recording_kept" && kept.length > 0) return apart(latestOf(kept), outside?.saved);
  if (scope === "rebroadcast" && media.replay) return apart(media.replayUse?.until ?? null, outside?.reused);
  return null;
}

type Told = NonNullable<Session["organiser"]>["saved"];

function apart(ours: string | null, told: Told | undefined) {
  if (told?.answer !== "yes") return null;
  return (ours === null) === (told.until === null) ? null : { ours, theirs: told.until };
}

function latestOf(days: (string | null)[]): string | null {
  const known = days.filter((day) => day !== null).sort();
  return known.at(-1) ?? null;
}
