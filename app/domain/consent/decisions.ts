import { Temporal } from "temporal-polyfill";
import type { View } from "../readiness/view";
import type { ConsentScope, Role } from "../record/fields";
import type { Participant } from "../record/participant";
import { accept, refuse, type Outcome } from "../refusal";
import { parseDate } from "../time/words";
import { standingAnswers, type Standing } from "./answers";
import { decisionBarWords } from "./decision-words";
import type { Giver } from "./giver-identity";
import { byTwoPeople, competenceReaches, decisionBar, parental, parentNeeded } from "./givers";
import { neededScopes } from "./scopes";

/** What a safeguarding lead decides about one young person's answers in one session. Dates are the last good day. */
export type Decision =
  | {
      kind: "competence_decision";
      /** Whether they can answer without a parent or carer; a no ends an earlier yes. */
      agreed: boolean;
      scopes: readonly ConsentScope[];
      proposedBy: string | null;
      note: string;
      until: string | null;
    }
  | {
      kind: "conflict_decision";
      /** Whose answer counts; null takes an earlier decision back. */
      giverId: string | null;
      scopes: readonly ConsentScope[];
      note: string;
      until: string | null;
    };

/** Somebody's answers to what givers differ about. */
export type DifferingGiver = { giver: Giver; scopes: ConsentScope[] };

/** What is for a safeguarding lead to decide: where somebody may answer alone, and where answers differ, and whose. */
export type OpenDecisions = {
  competence: ConsentScope[];
  conflict: ConsentScope[];
  givers: DifferingGiver[];
};

type Answers = { own: Standing | null; parents: Standing[]; asked: boolean };

/**
 * Whether those who answered are at odds, so that a lead decides: a parent or carer does not agree where another does,
 * or where none is asked and the young person agrees. The young person's own no is no such case, and neither is the
 * no of somebody whose answer the policy asks for.
 */
export function answersDiffer({ own, parents, asked }: Answers): boolean {
  if (own && own.counts !== "yes") return false;
  const agree = parents.filter(({ counts }) => counts === "yes");
  return agree.length < parents.length && (agree.length > 0 || (!asked && own !== null));
}

/** What a safeguarding lead can decide now about the scopes that the session uses of somebody. */
export function openDecisions(view: View, participant: Participant): OpenDecisions {
  const age = view.ageOf(participant) ?? 0;
  const scopes = [...new Set(neededScopes(view, participant).map(({ scope }) => scope))];
  const conflict = scopes.filter((scope) => age < 18 && answersDiffer(answersTo(view, participant, scope)));
  return {
    competence: scopes.filter((scope) => competenceReaches(view, age, scope)),
    conflict,
    givers: differingGivers(view, participant, conflict),
  };
}

/** The ids of the participants about whose answers a safeguarding lead can decide something now. */
export function decidableIn(view: View): string[] {
  return view.participants
    .filter((participant) => {
      const { competence, conflict } = openDecisions(view, participant);
      return competence.length + conflict.length > 0;
    })
    .map(({ id }) => id);
}

/**
 * Whether somebody may record a decision about a young person's answers. Refusals: `barred` for the planner and the
 * host, `scope_not_open`, `proposer_not_allowed`, `giver_not_allowed`, `until_past`.
 */
export function checkDecision(
  view: View,
  participant: Participant,
  by: string,
  decision: Decision,
  workers: readonly { userId: string; roles: readonly Role[] }[],
): Outcome<null> {
  const bar = decisionBar(view, by);
  if (bar) return refuse("barred", decisionBarWords[bar]);
  const open = openDecisions(view, participant);
  const outcome =
    decision.kind === "competence_decision"
      ? checkCompetence(view, open, by, decision, workers)
      : checkConflict(open, decision);
  if (!outcome.ok) return outcome;
  if (decision.until && Temporal.PlainDate.compare(parseDate(decision.until), todayIn(view)) < 0) {
    return refuse("until_past", "The last day must not be in the past", untilField[decision.kind]);
  }
  return accept(null);
}

const untilField = { competence_decision: "agreedUntil", conflict_decision: "until" } as const;

/** Who may have proposed that somebody answers alone: a worker, as against a reviewer, and not who decides. */
export function mayPropose(
  view: View,
  by: string,
  { userId, roles }: { userId: string; roles: readonly Role[] },
): boolean {
  return roles.some((role) => role !== "reviewer") && byTwoPeople(view, { by, proposedBy: userId });
}

function checkCompetence(
  view: View,
  open: OpenDecisions,
  by: string,
  { agreed, scopes, proposedBy }: Extract<Decision, { kind: "competence_decision" }>,
  workers: readonly { userId: string; roles: readonly Role[] }[],
): Outcome<null> {
  if (open.competence.length === 0) {
    return refuse("scope_not_open", "At this age there is nothing that a safeguarding lead could decide.");
  }
  if (!agreed) return accept(null);
  if (scopes.length === 0 || !scopes.every((scope) => open.competence.includes(scope))) {
    return refuse("scope_not_open", "Select what they can answer alone", "forScopes");
  }
  const proposer = workers.find(({ userId }) => userId === proposedBy);
  if (!proposer || !mayPropose(view, by, proposer)) {
    return refuse("proposer_not_allowed", "Select who proposed it", "proposedBy");
  }
  return accept(null);
}

function checkConflict(
  open: OpenDecisions,
  { giverId, scopes }: Extract<Decision, { kind: "conflict_decision" }>,
): Outcome<null> {
  if (scopes.length === 0 || !scopes.every((scope) => open.conflict.includes(scope))) {
    return refuse("scope_not_open", "Select what you decide about", "scopes");
  }
  if (giverId === null) return accept(null);
  const chosen = open.givers.find(({ giver }) => giver.id === giverId);
  if (!chosen || !scopes.every((scope) => chosen.scopes.includes(scope))) {
    return refuse("giver_not_allowed", "Select somebody who answered everything you decide about", "giver");
  }
  return accept(null);
}

function answersTo(view: View, participant: Participant, scope: ConsentScope): Answers {
  const answers = standingAnswers(view, participant, scope);
  return {
    own: answers.find(({ event }) => event.giver.relationship === "self") ?? null,
    parents: answers.filter(({ event }) => parental.includes(event.giver.relationship)),
    asked: parentNeeded(view, participant, view.ageOf(participant) ?? 0, scope),
  };
}

function differingGivers(view: View, participant: Participant, scopes: ConsentScope[]): DifferingGiver[] {
  const givers = new Map<string, DifferingGiver>();
  for (const scope of scopes) {
    const { own, parents } = answersTo(view, participant, scope);
    for (const { event } of own ? [own, ...parents] : parents) {
      const known = givers.get(event.giver.id) ?? { giver: event.giver, scopes: [] };
      givers.set(event.giver.id, { ...known, scopes: [...known.scopes, scope] });
    }
  }
  return [...givers.values()];
}

function todayIn(view: View): Temporal.PlainDate {
  return view.at.toZonedDateTimeISO(view.facts.session.zone).toPlainDate();
}
