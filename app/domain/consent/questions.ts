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
  const byScope = new Map<ConsentScope, Asked>();
  for (const { scope, organisation, until } of neededScopes(view, participant)) {
    const known = byScope.get(scope) ?? { scope, organisations: [], until: null };
    byScope.set(scope, {
      ...known,
      organisations: organisation ? [...known.organisations, organisation] : known.organisations,
      until:
        [known.until, until]
          .filter((date) => date !== null)
          .sort()
          .at(-1) ?? null,
    });
  }
  return [...byScope.values()].map((question) => ({ ...question, tell: toTell(view, question) }));
}

function toTell(view: View, { scope, organisations, until }: Asked): string[] {
  const named = organisations.length > 0 ? [`The other organisation is ${listInWords(organisations)}.`] : [];
  const kept = until ? [`It is kept until ${dateInWords(parseDate(until))}.`] : [];
  if (scope === "recording_kept") return [...ourRecording(view), ...named, ...kept];
  if (scope === "rebroadcast") {
    const where = view.hosting ? null : view.facts.session.organiser?.reused?.where;
    return [...named, ...(where ? [`It may be shown again here: ${where}.`] : []), ...kept];
  }
  return named;
}

function ourRecording(view: View): string[] {
  const { recording, aiNotes } = view.facts.session.media;
  const on = [recording, aiNotes].filter((entry) => entry.on);
  const reasons = unique(on.map((entry) => entry.reason));
  const seenBy = unique(on.map((entry) => entry.seenBy));
  return [
    ...(reasons.length > 0 ? [`Why we record: ${listInWords(reasons)}.`] : []),
    ...(seenBy.length > 0 ? [`Who can see it: ${listInWords(seenBy)}.`] : []),
  ];
}

function unique(values: (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))];
}
