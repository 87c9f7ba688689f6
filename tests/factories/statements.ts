import type { Statement, StatementKind } from "~/domain/record/statement";
import { dayOf, enteredAt } from "./diary";
import { AMINA, PETRA } from "./lanternmoor";
import type { Plan } from "./plan";

type Stated = Pick<Statement, "kind" | "about"> & Partial<Statement> & { at: string };

/** A statement made and recorded at one instant: by the planner, unless told otherwise. */
export function aStatement({ at, ...stated }: Stated): Statement {
  return {
    id: `${stated.kind.replaceAll("_", "-")}-${stated.about.id}`,
    by: AMINA,
    as: "planner",
    statedOn: dayOf(at),
    recordedAt: at,
    textVersion: 1,
    answer: "yes",
    note: null,
    scopes: [],
    giverId: null,
    proposedBy: null,
    until: null,
    ...stated,
  };
}

/** A safeguarding lead's statement: Petra's, unless told otherwise. */
export function aLeadStatement(stated: Stated): Statement {
  return aStatement({ by: PETRA, as: "safeguarding_lead", ...stated });
}

const OF_AN_ADULT: StatementKind[] = [
  "personal_accounts_private",
  "no_personal_relationships",
  "private_use",
];
const OF_THE_ORGANISATION: StatementKind[] = [
  "friend_requests_settled",
  "contact_through_us",
  "privacy_not_guaranteed",
];
/** What the planner states about a session that we host. */
export const OF_THE_SESSION: StatementKind[] = [
  "organisation_accounts_only",
  "no_personal_details",
  "no_therapeutic_conversations",
  "can_report_and_remove",
  "needs_asked",
  "identity_hidden",
  "needs_considered",
];

/** The yearly statements of one adult. */
export function yearlyStatements(adultId: string, renewed: string): Statement[] {
  const about = { kind: "adult", id: adultId } as const;
  return OF_AN_ADULT.map((kind) => aStatement({ kind, about, at: `${renewed}T10:00:00Z` }));
}

/** Everything that adults, the organisation, the planner and the safeguarding lead state about a plan. */
export function statementsFor(plan: Plan, adultIds: string[]): Statement[] {
  const { diary } = plan;
  const ours = { kind: "organisation", id: "lanternmoor-youth-advice" } as const;
  const session = { kind: "session", id: plan.id } as const;
  const recordedAt = enteredAt(diary, diary.prepared);
  const consideredAt = enteredAt(diary, diary.considered);
  return [
    ...adultIds.flatMap((id) => yearlyStatements(id, diary.renewed)),
    ...OF_THE_ORGANISATION.map((kind) => aStatement({ kind, about: ours, at: `${diary.renewed}T10:00:00Z` })),
    ...OF_THE_SESSION.map((kind) => aStatement({ kind, about: session, at: diary.prepared, recordedAt })),
    aLeadStatement({
      kind: "lead_considered",
      about: session,
      at: diary.considered,
      recordedAt: consideredAt,
      note: "Everybody considered; no arrangement is needed beyond the support contact.",
    }),
  ];
}
