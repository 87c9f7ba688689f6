import type { Temporal } from "temporal-polyfill";
import type { Adult } from "../record/adult";
import type { Policy } from "../record/organisation";
import type { Statement } from "../record/statement";
import { lastGoodDay } from "../time/due";
import { oldestFirst } from "../time/order";
import { parseDate } from "../time/words";
import { adultStatements } from "./adult-statements";
import { bestCheck, forChildren, trainingDue } from "./standing";

/** `ending`: good today, and runs out within sixty days. `refused`: on record as a no. */
export type StandingState = "missing" | "refused" | "over" | "ending" | "good";

/** How one thing stands on a day. `until`: its last good day as `2026-12-10`, where it has one. */
export type Standing = { state: StandingState; until: string | null };

export type AdultStanding = { vetting: Standing; training: Standing; statements: Standing };

const soonDays = 60;

/**
 * How an adult's vetting, training and statements stand on `today`, for a list that warns in time. Whether they hold
 * for a session is judged on that session's own date by readiness.
 */
export function adultStanding(
  adult: Pick<Adult, "vetting" | "training">,
  statements: Statement[],
  policy: Policy,
  today: Temporal.PlainDate,
): AdultStanding {
  return {
    vetting: vettingStanding(adult, policy, today),
    training: dated(trainingDue(adult, policy), today),
    statements: statementsStanding(statements, policy, today),
  };
}

/** The newest statement of each kind. */
export function newestStatements(statements: Statement[]): Map<Statement["kind"], Statement> {
  const inOrder = oldestFirst(statements, ({ recordedAt }) => recordedAt);
  return new Map(inOrder.map((statement) => [statement.kind, statement]));
}

function vettingStanding(adult: Pick<Adult, "vetting">, policy: Policy, today: Temporal.PlainDate): Standing {
  const best = bestCheck(adult, policy);
  if (!best) return { state: "missing", until: null };
  if (best.check.clearedForRole && best.check.workforce === null) return { state: "missing", until: null };
  const clears = best.check.clearedForRole && forChildren(best.check);
  return clears ? dated(best.due, today) : { state: "refused", until: null };
}

function statementsStanding(statements: Statement[], policy: Policy, today: Temporal.PlainDate): Standing {
  const newest = newestStatements(statements);
  const made = adultStatements.map(({ kind }) => newest.get(kind) ?? null);
  if (made.some((statement) => statement?.answer === "no")) return { state: "refused", until: null };
  const oldest = made.map((statement) => statement?.statedOn ?? "").sort()[0];
  return dated(oldest ? lastGoodDay(parseDate(oldest), policy.statementMonths) : null, today);
}

function dated(due: Temporal.PlainDate | null, today: Temporal.PlainDate): Standing {
  if (!due) return { state: "missing", until: null };
  const left = today.until(due).days;
  const state = left < 0 ? "over" : left <= soonDays ? "ending" : "good";
  return { state, until: due.toString() };
}
