import type { Statement } from "../record/statement";
import { listInWords } from "../time/words";
import type { DecisionBar } from "./givers";
import { scopeWords } from "./words";

/** Why a safeguarding lead decides nothing in this session. */
export const decisionBarWords: Record<DecisionBar, string> = {
  planned_it: "You planned this session, so another safeguarding lead has to decide.",
  hosts_it: "You host this session, so another safeguarding lead has to decide.",
};

/** Counts the wordings of each decision; a statement keeps the one that was on the page. */
export const decisionVersions = { competence_decision: 1, conflict_decision: 1 } as const;

export type DecisionKind = keyof typeof decisionVersions;

export function isDecision<S extends Statement>(statement: S): statement is S & { kind: DecisionKind } {
  return Object.hasOwn(decisionVersions, statement.kind);
}

/** What was decided, as a heading: without the reason, and without a giver's name. */
export function decisionTitle({ kind, answer }: Pick<Statement, "answer"> & { kind: DecisionKind }): string {
  if (kind === "competence_decision") {
    return answer === "yes"
      ? "Decided: can answer without a parent or carer"
      : "Decided: cannot answer without a parent or carer";
  }
  return answer === "yes" ? "Decided whose answer counts" : "Decision on whose answer counts taken back";
}

/** What a decision is about: "take part and be heard". Empty where it names nothing. */
export function decisionScopes({ scopes }: Pick<Statement, "scopes">): string {
  return listInWords(scopes.map((scope) => scopeWords[scope]));
}
