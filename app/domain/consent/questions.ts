import type { ConsentScope } from "../record/fields";
import type { Participant } from "../record/participant";
import type { Session } from "../record/session";
import type { View } from "../readiness/view";
import { dateInWords, listInWords, parseDate } from "../time/words";
import { neededScopes } from "./scopes";

/** One thing to ask one person about, with what they have to be told of this very session. */
export type Question = {
  scope: ConsentScope;
  /** Organisations beside ours whom a yes would be about. */
  organisations: string[];
  /** The local date until which a yes has to hold; null for the session itself. */
  until: string | null;
  /** Facts to tell beside the fixed words, in sentences. */
  tell: string[];
};

type Asked = Omit<Question, "tell">;

/** What this session has to ask one participant, each scope once, in the order in which it is asked. */
export function questionsFor(view: View, participant: Participant): Question[] {
  const needed = neededScopes(view, participant);
  const scopes = [...new Set(needed.map(({ scope }) => scope))];
  return scopes.map((scope) => {
    const parts = needed.filter((one) => one.scope === scope);
    const asked = {
      scope,
      organisations: parts.map(({ organisation }) => organisation).filter((name) => name !== null),
      until: lastDay(
        scope,
        parts.map(({ until }) => until),
      ),
    };
    return { ...asked, tell: toTell(view, asked) };
  });
}

/** The last day of all that one answer is about. Where ours or another's replay has none, no day may be promised. */
function lastDay(scope: ConsentScope, days: (string | null)[]): string | null {
  if (scope === "rebroadcast" && days.includes(null)) return null;
  const known = days.filter((day) => day !== null).sort();
  return known.at(-1) ?? null;
}

function toTell(view: View, question: Asked): string[] {
  const { scope, organisations } = question;
  const named = organisations.length > 0 ? [`The other organisation is ${listInWords(organisations)}.`] : [];
  const facts = factsBeside(view.facts.session, scope).flatMap(factInWords);
  const until = untilInWords(question) ?? (scope === "images" ? "Ask us how long we keep them." : null);
  const told = scope === "recording_kept" ? [...facts, ...named] : [...named, ...facts];
  return [...told, ...(until ? [until] : [])];
}

/** Until when a yes holds, as a sentence of its own among what is told; null for the session itself. */
export function untilInWords({ scope, until }: Pick<Question, "scope" | "until">): string | null {
  if (!until) return null;
  const day = dateInWords(parseDate(until));
  if (scope === "images") return `We keep the pictures until ${day}.`;
  if (scope === "rebroadcast") return `It may be shown until ${day}.`;
  return scope === "recording_kept" ? `It is kept until ${day}.` : `Your yes counts until ${day}.`;
}

type Fact = "why" | "seen_by" | "purpose" | "where" | "data_use";

/** What staff typed of what is told beside a question, whose use it is and until when apart; each value once. */
export function factsBeside(
  { kind, media, organiser }: Session,
  scope: ConsentScope,
): { fact: Fact; values: string[] }[] {
  const outside = kind === "host" ? null : organiser;
  if (scope === "images") return [known("purpose", [media.imagesUse?.purpose])];
  if (scope === "third_party") return [known("data_use", [outside?.dataUse])];
  if (scope === "rebroadcast") {
    const ours = media.replay ? media.replayUse?.where : null;
    const theirs = outside?.reused?.answer === "yes" ? outside.reused.where : null;
    return [known("where", [ours, theirs])];
  }
  if (scope !== "recording_kept") return [];
  const on = [media.recording, media.aiNotes].filter((entry) => entry.on);
  return [
    known(
      "why",
      on.map(({ reason }) => reason),
    ),
    known(
      "seen_by",
      on.map(({ seenBy }) => seenBy),
    ),
  ];
}

function known(fact: Fact, values: (string | null | undefined)[]) {
  return { fact, values: [...new Set(values.filter((value) => value !== null && value !== undefined))] };
}

/** How each fact begins, and what to ask where nothing is known of it, if anything. */
const factWords: Record<Fact, { what: string; ask: string | null }> = {
  why: { what: "Why we record", ask: null },
  seen_by: { what: "Who can see it", ask: "Ask us who can see it." },
  purpose: { what: "What the pictures are for", ask: "Ask us what the pictures are for." },
  where: { what: "It may be shown again here", ask: "Ask us where." },
  data_use: {
    what: "What they get to know about you, and why",
    ask: "Ask us what they get to know about you.",
  },
};

/** What is known of one thing, as one sentence. */
function factInWords({ fact, values }: { fact: Fact; values: string[] }): string[] {
  const { what, ask } = factWords[fact];
  const line = listInWords(values);
  if (line) return [`${what}: ${line}${/[.!?]$/.test(line) ? "" : "."}`];
  return ask === null ? [] : [ask];
}
