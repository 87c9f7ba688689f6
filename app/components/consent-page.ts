import { askedOf } from "~/domain/consent/asked";
import { giversOf } from "~/domain/consent/giver-identity";
import { decidableIn } from "~/domain/consent/decisions";
import { consentRows } from "~/domain/consent/matrix";
import { answersOnRecord } from "~/domain/consent/on-record";
import { questionsFor } from "~/domain/consent/questions";
import { shortLine, type ShortVersion } from "~/domain/consent/short-version";
import { waitingYes } from "~/domain/consent/withdrawal";
import { withdrawableBy } from "~/domain/consent/withdrawal";
import { giverWords, scopeHeadings } from "~/domain/consent/words";
import type { Readiness } from "~/domain/readiness/result";
import { nameOf, type View } from "~/domain/readiness/view";
import type { ConsentScope } from "~/domain/record/fields";
import type { ConsentEvent, Participant } from "~/domain/record/participant";
import type { AskedQuestion } from "./consent-questions";

type Words = ReadonlyMap<ConsentScope, { words: string; short: ShortVersion | null; digest: string }>;

/** What the page on which one young person's answers are recorded shows. */
export function consentPage(view: View, readiness: Readiness, participant: Participant, words: Words) {
  const row = consentRows(view, readiness).find(({ id }) => id === participant.id);
  const { consentEvents } = view.facts;
  const own = consentEvents.filter((event) => event.participantId === participant.id);
  const questions = questionsFor(view, participant).map((question): AskedQuestion => {
    const { scope, tell } = question;
    const wording = words.get(scope);
    return {
      scope,
      tell,
      words: wording?.words ?? null,
      short: shortLine(wording?.short ?? null),
      asked: wording ? askedOf(wording.digest, question, view) : null,
      onRecord: answersOnRecord(row?.cells.find((cell) => cell.scope === scope)),
    };
  });
  return {
    code: participant.code,
    name: nameOf(participant),
    questions,
    unworded: questions.some(({ words: asked }) => asked === null),
    knownGivers: giversOf(consentEvents, participant.id)
      .filter(({ relationship }) => relationship !== "self")
      .map((giver) => ({ id: giver.id, words: giverWords(giver) })),
    onlyThemselves: (view.ageOf(participant) ?? 0) >= 18,
    afterNo: own.some(({ answer }) => answer !== "yes"),
    waiting: waitingOf(view, participant),
    canWithdraw: withdrawableBy(view, participant).length > 0,
    answered: own.length,
    canBeDecided: decidableIn(view).includes(participant.id),
    seen: Math.max(0, ...own.map(({ seq }) => seq)),
  };
}

/** Each yes that waits until a worker has spoken with whoever gave it, by who that is. */
export type Waiting = { giver: string; answerIds: string[]; scopes: string[] };

function waitingOf(view: View, participant: Participant): Waiting[] {
  const byGiver = new Map<string, ConsentEvent[]>();
  for (const event of waitingYes(view, participant))
    byGiver.set(event.giver.id, [...(byGiver.get(event.giver.id) ?? []), event]);
  return [...byGiver.values()].map((events) => ({
    giver: events.map(({ giver }) => giverWords(giver))[0] ?? "",
    answerIds: events.map(({ id }) => id),
    scopes: events.map(({ scope }) => scopeHeadings[scope]),
  }));
}
