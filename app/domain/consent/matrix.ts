import { Temporal } from "temporal-polyfill";
import type { Finding, Readiness } from "../readiness/result";
import { nameOf, type View } from "../readiness/view";
import { consentScope, type ConsentScope } from "../record/fields";
import type { Participant } from "../record/participant";
import { dateInWords } from "../time/words";
import { standingAnswers, type Standing } from "./answers";
import { neededScopes } from "./scopes";
import { giverWords, howWords } from "./words";

/** `more_needed`: there is a yes, and something still keeps it from counting. */
export type CellState = "yes" | "no" | "withdrawn" | "not_asked" | "more_needed";
export type CellAnswer = { id: string; who: string; counts: Standing["counts"]; detail: string };
export type ConsentCell = {
  scope: ConsentScope;
  state: CellState;
  /** What keeps it from counting, in a sentence; null where nothing does. */
  problem: string | null;
  /** It stands, and is asked again because the question means something else now. */
  again: boolean;
  answers: CellAnswer[];
};
export type ConsentRow = { id: string; code: string; name: string; cells: ConsentCell[] };

/** Who answered what, for the scopes that the session uses of each participant, and what is still missing. */
export function consentRows(view: View, readiness: Readiness): ConsentRow[] {
  const findings = readiness.requirements.flatMap(({ id, findings }) => (id === "R30" ? findings : []));
  return view.participants.map((participant) => ({
    id: participant.id,
    code: participant.code,
    name: nameOf(participant),
    cells: scopesOf(view, participant).map((scope) => cellOf(view, participant, scope, findings)),
  }));
}

/** The scopes that the session uses of anybody, in the order in which they are asked. */
export function columnsOf(rows: readonly ConsentRow[]): ConsentScope[] {
  const used = new Set(rows.flatMap(({ cells }) => cells.map(({ scope }) => scope)));
  return consentScope.options.filter((scope) => used.has(scope));
}

function scopesOf(view: View, participant: Participant): ConsentScope[] {
  return [...new Set(neededScopes(view, participant).map(({ scope }) => scope))];
}

function cellOf(view: View, participant: Participant, scope: ConsentScope, findings: Finding[]): ConsentCell {
  const about = `participant:${participant.id}:${scope}`;
  const here = findings.filter(({ subject }) => subject === about || subject.startsWith(`${about}:`));
  const blocking = here.filter(({ severity }) => severity === "blocks");
  const answers = standingAnswers(view, participant, scope);
  const staysOut = findings.some(
    ({ subject, kind }) => kind === "wrong" && subject === `participant:${participant.id}:take_part`,
  );
  const state = stateOf(blocking, answers, staysOut);
  return {
    scope,
    state,
    problem: state === "more_needed" ? (blocking[0]?.headline ?? null) : null,
    again: blocking.length === 0 && here.some(({ code }) => code === "asked_again"),
    answers: answers.map((answer) => answerOf(view, answer)),
  };
}

/** Of somebody who stays out nothing but taking part is judged, so that their other answers speak for themselves. */
function stateOf(blocking: Finding[], answers: Standing[], staysOut: boolean): CellState {
  const own = answers.find(({ event }) => event.giver.relationship === "self");
  if (own?.counts === "withdrawn") return "withdrawn";
  if (answers.length === 0) return "not_asked";
  if (blocking.some(({ code }) => code === "refused")) return "no";
  if (blocking.length > 0) return "more_needed";
  const open = staysOut ? answers.filter(({ counts }) => counts !== "yes") : [];
  if (open.length === 0) return "yes";
  return open.every(({ counts }) => counts === "unconfirmed") ? "more_needed" : "no";
}

function answerOf(view: View, { event, counts }: Standing): CellAnswer {
  const { zone } = view.facts.session;
  const on = Temporal.Instant.from(event.at).toZonedDateTimeISO(zone).toPlainDate();
  return {
    id: event.id,
    who: giverWords(event.giver),
    counts,
    detail: `${howWords[event.how]}, ${dateInWords(on)}`,
  };
}
