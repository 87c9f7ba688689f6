import type { ConsentScope } from "../record/fields";
import type { Participant, Relationship } from "../record/participant";
import type { Statement } from "../record/statement";
import { olderThan, type View } from "../readiness/view";

const forStrangers: ConsentScope[] = ["public_broadcast", "rebroadcast"];

/** Who may answer for a child beside the child: holders of parental responsibility, also an authority that holds it. */
export const parental: Relationship[] = ["parent", "person_with_parental_responsibility", "local_authority"];

/** Whether a parent or carer must answer beside the young person, judged by age on the session's local date. */
export function parentNeeded(
  view: View,
  participant: Participant,
  age: number,
  scope: ConsentScope,
): boolean {
  const { policy } = view.facts;
  if (age >= 18) return false;
  if (age >= policy.parentConsentUnder) return policy.parentConsentFrom16;
  return !competenceDecision(view, participant, age, scope);
}

/**
 * A decision, in force, that this young person understands enough to answer alone: proposed by a worker who knows
 * them and agreed by another person, a safeguarding lead who neither planned nor hosts the session, with what was
 * considered; never for what strangers see, unless the policy allows it.
 */
export function competenceDecision(
  view: View,
  participant: Participant,
  age: number,
  scope: ConsentScope,
): Statement | null {
  if (!competenceReaches(view, age, scope)) return null;
  const decision = view.statement("competence_decision", { kind: "participant", id: participant.id });
  if (!decision || decision.answer === "no" || !decision.note || !byTwoPeople(view, decision)) return null;
  if (!decision.scopes.includes(scope) || !byIndependentLead(view, decision)) return null;
  if (decision.until && !olderThan(view.at.toString(), decision.until)) return null;
  return decision;
}

/** Whether who proposed a decision is somebody else than who agreed, also where one human being has two accounts. */
export function byTwoPeople(view: View, { by, proposedBy }: Pick<Statement, "by" | "proposedBy">): boolean {
  if (proposedBy === null || proposedBy === by) return false;
  const adultOf = (userId: string) =>
    view.facts.organisation.staff.find(({ id }) => id === userId)?.adultId ?? null;
  const adultId = adultOf(proposedBy);
  return adultId === null || adultId !== adultOf(by);
}

/** Whether the policy lets a safeguarding lead decide at this age, for this scope, that somebody answers alone. */
export function competenceReaches(view: View, age: number, scope: ConsentScope): boolean {
  const { policy } = view.facts;
  if (age < policy.competenceFrom || age >= policy.parentConsentUnder) return false;
  return policy.competenceCoversPublic || !forStrangers.includes(scope);
}

/** A safeguarding lead who is neither the planner nor the host of this session. */
export function byIndependentLead(view: View, statement: Statement): boolean {
  return statement.as === "safeguarding_lead" && decisionBar(view, statement.by) === null;
}

export type DecisionBar = "planned_it" | "hosts_it";

/** Why somebody decides nothing about the answers in this session, whatever their role; null where nothing bars them. */
export function decisionBar(view: View, userId: string): DecisionBar | null {
  const { session, organisation } = view.facts;
  if (userId === session.plannedBy) return "planned_it";
  const adultId = organisation.staff.find((person) => person.id === userId)?.adultId ?? null;
  return view.inRole("host").some(({ adult }) => adult.id === adultId) ? "hosts_it" : null;
}

/**
 * Whose answer counts where givers differ, if a lead has decided it for this scope, with a reason, and for as long as
 * that holds. Each scope has its own newest decision, so that a later one about something else leaves it standing.
 */
export function conflictDecision(view: View, participant: Participant, scope: ConsentScope): string | null {
  const decision = view.statement(
    "conflict_decision",
    { kind: "participant", id: participant.id },
    ({ scopes, answer }) => scopes.includes(scope) || (answer === "no" && scopes.length === 0),
  );
  if (!decision || decision.answer === "no" || !decision.note || !byIndependentLead(view, decision))
    return null;
  if (decision.until && !olderThan(view.at.toString(), decision.until)) return null;
  return decision.giverId;
}
