import type { ConsentScope } from "../record/fields";
import type { Participant } from "../record/participant";
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
  const recording = scope === "recording_kept" ? ourRecording(view) : [];
  const until = untilInWords(question) ?? (scope === "images" ? "Ask us how long we keep them." : null);
  return [...recording, ...named, ...usedFor(view, question), ...(until ? [until] : [])];
}

/** Until when a yes holds, as a sentence of its own among what is told; null for the session itself. */
export function untilInWords({ scope, until }: Pick<Question, "scope" | "until">): string | null {
  if (!until) return null;
  const day = dateInWords(parseDate(until));
  if (scope === "images") return `We keep the pictures until ${day}.`;
  if (scope === "rebroadcast") return `It may be shown until ${day}.`;
  return scope === "recording_kept" ? `It is kept until ${day}.` : `Your yes counts until ${day}.`;
}

/** What pictures are for, where something is shown again, and what another organisation gets to know. */
function usedFor(view: View, { scope }: Asked): string[] {
  const { media, organiser } = view.facts.session;
  const outside = view.hosting ? null : organiser;
  if (scope === "images")
    return told("What the pictures are for", [media.imagesUse?.purpose], "Ask us what the pictures are for.");
  if (scope === "third_party")
    return told(
      "What they get to know about you, and why",
      [outside?.dataUse],
      "Ask us what they get to know about you.",
    );
  if (scope !== "rebroadcast") return [];
  const ours = media.replay ? media.replayUse?.where : null;
  const theirs = outside?.reused?.answer === "yes" ? outside.reused.where : null;
  return told("It may be shown again here", [ours, theirs], "Ask us where.");
}

function ourRecording(view: View): string[] {
  const { recording, aiNotes } = view.facts.session.media;
  const on = [recording, aiNotes].filter((entry) => entry.on);
  return [
    ...told(
      "Why we record",
      on.map((entry) => entry.reason),
    ),
    ...told(
      "Who can see it",
      on.map((entry) => entry.seenBy),
      "Ask us who can see it.",
    ),
  ];
}

/** What staff typed about one thing, each once, as one sentence. Where nothing is known: what to ask, if anything. */
function told(what: string, values: (string | null | undefined)[], ask: string | null = null): string[] {
  const known = [...new Set(values.filter((value) => value !== null && value !== undefined))];
  const line = listInWords(known);
  if (line) return [`${what}: ${line}${/[.!?]$/.test(line) ? "" : "."}`];
  return ask === null ? [] : [ask];
}
