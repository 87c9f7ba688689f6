import type { ConsentScope } from "../record/fields";
import type { Participant } from "../record/participant";
import type { Session } from "../record/session";
import type { View } from "../readiness/view";
import { listInWords } from "../time/words";
import { lastDay, untilTold } from "./last-days";
import { neededScopes, type NeededScope } from "./scopes";

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
      until: lastDay(scope, parts),
    };
    return { ...asked, tell: toTell(view, asked, parts) };
  });
}

function toTell(view: View, question: Asked, parts: readonly NeededScope[]): string[] {
  const { scope, organisations } = question;
  const named = organisations.length > 0 ? [`The other organisation is ${listInWords(organisations)}.`] : [];
  const facts = factsBeside(view.facts.session, scope).flatMap(factInWords);
  const told = scope === "recording_kept" ? [...facts, ...named] : [...named, ...facts];
  return [...told, ...untilTold(question, parts)];
}

type Fact = "why" | "seen_by" | "purpose" | "where" | "data_use";

/** What staff typed of what is told beside a question, whose use it is and until when apart; each value once. */
export function factsBeside({ kind, media, organiser }: Session, scope: ConsentScope): Known[] {
  const outside = kind === "host" ? null : organiser;
  if (scope === "images") return [known("purpose", [media.imagesUse?.purpose])];
  if (scope === "third_party") return [known("data_use", [outside?.dataUse])];
  if (scope === "rebroadcast") {
    const ours = media.replay ? [media.replayUse?.where] : [];
    const theirs = outside?.reused?.answer === "yes" ? [outside.reused.where] : [];
    return [known("where", [...ours, ...theirs])];
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

/** What is known of one thing. `partly`: of something else that it is about nothing is known. */
type Known = { fact: Fact; values: string[]; partly: boolean };

function known(fact: Fact, all: (string | null | undefined)[]): Known {
  const values = all.filter((value) => value !== null && value !== undefined);
  return { fact, values: [...new Set(values)], partly: values.length > 0 && values.length < all.length };
}

/** How each fact begins, and what to ask where nothing is known of it, or not of all, if anything. */
const factWords: Record<Fact, { what: string; ask: string | null; askMore?: string }> = {
  why: { what: "Why we record", ask: null },
  seen_by: {
    what: "Who can see it",
    ask: "Ask us who can see it.",
    askMore: "Ask us who else can see it.",
  },
  purpose: { what: "What the pictures are for", ask: "Ask us what the pictures are for." },
  where: { what: "It may be shown again here", ask: "Ask us where.", askMore: "Ask us where else." },
  data_use: {
    what: "What they get to know about you, and why",
    ask: "Ask us what they get to know about you.",
  },
};

/** What is known of one thing, as one sentence, and what to ask. */
function factInWords({ fact, values, partly }: Known): string[] {
  const { what, ask, askMore } = factWords[fact];
  const line = listInWords(values);
  if (!line) return ask === null ? [] : [ask];
  return [`${what}: ${line}${/[.!?]$/.test(line) ? "" : "."}`, ...(partly && askMore ? [askMore] : [])];
}
