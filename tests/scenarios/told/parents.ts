import type { Relationship } from "~/domain/record/participant";
import { teamsMeeting } from "../../factories/platform-modes";
import type { Plan } from "../../factories/plan";
import type { Trait } from "../../factories/record";
import { aLeadStatement } from "../../factories/statements";
import { alsoStated, neverAsked, withParticipant } from "../../factories/traits";
import { aYoungPerson, sixteenToSeventeen } from "../../factories/young-people";
import type { Case } from "../amiss/case";
import { casesFrom } from "../amiss/case";
import { all, answers, says, told } from "./answered";
import type { Told } from "./told";

const PRIYA = "priya-tolland";

function withPriyaBorn(birth: string, plan: Partial<Plan> = {}) {
  const priya = aYoungPerson("Priya", "Tolland", birth, { route: "in_room" });
  return casesFrom<Told[]>({
    modes: [teamsMeeting()],
    participants: [priya, ...sixteenToSeventeen(4)],
    ...plan,
  });
}

const ofTwelve = withPriyaBorn("2014-09-21");
const ofFifteen = withPriyaBorn("2011-09-21");
const ofSeventeen = withPriyaBorn("2008-12-11");
const ofEighteen = withPriyaBorn("2008-12-10");
const leftToApprover = withPriyaBorn("2011-09-21", { policy: { consentGate: "needs_acceptance" } });

const her = { of: PRIYA };
const parent = { participantId: PRIYA, relationship: "parent" } as const;
const otherParent = { ...parent, giverId: "other-parent" };
const HERS = `consent:${PRIYA}`;
const DECIDE = `decision:${PRIYA}`;
const WITHOUT = `participants:${PRIYA}`;
const FIRST_PARENT = `parent-of-${PRIYA}`;

function neverAskedOf(relationship: Relationship): Trait {
  return neverAsked(
    ({ participantId, scope, giver }) =>
      participantId === PRIYA && scope === "camera" && giver.relationship === relationship,
  );
}

function counts(giverId: string): Trait {
  return alsoStated(
    aLeadStatement({
      kind: "conflict_decision",
      about: { kind: "participant", id: PRIYA },
      at: "2026-11-21T11:00:00Z",
      scopes: ["camera"],
      giverId,
      note: "Spoke with everybody.",
    }),
  );
}

const parentAsked: Case<Told[]>[] = [
  ofFifteen("a parent's no at fifteen", says("no", "camera", parent), {
    R30: [told("wrong refused", WITHOUT, her)],
  }),
  ofFifteen("a parent's change of mind at fifteen", says("withdrawn", "camera", parent), {
    R30: [told("wrong refused", WITHOUT, her)],
  }),
  ofFifteen("no parent asked at fifteen", neverAskedOf("parent"), {
    R30: [told("silent parent_not_asked", `${HERS} ${DECIDE}`, her)],
  }),
  ofTwelve("no parent asked at twelve, which no lead can decide alone", neverAskedOf("parent"), {
    R30: [told("silent parent_not_asked", HERS, her)],
  }),
  ofFifteen(
    "a sibling in a parent's place",
    answers({ giver: { id: "milo", relationship: "sibling", name: null } }, parent),
    { R30: [told("wrong giver_not_allowed", `${HERS} ${DECIDE}`, her)] },
  ),
  ...(["local_authority", "person_with_parental_responsibility"] as const).map((relationship) =>
    ofFifteen(
      `${relationship} in a parent's place`,
      answers({ giver: { id: "milo", relationship, name: null } }, parent),
      {},
    ),
  ),
  ofFifteen("a parent's yes without hers", neverAskedOf("self"), {
    R30: [told("silent not_asked", HERS, her)],
  }),
  ofFifteen("neither hers nor a parent's", all(neverAskedOf("self"), neverAskedOf("parent")), {
    R30: [told("silent not_asked", HERS, her), told("silent parent_not_asked", `${HERS} ${DECIDE}`, her)],
  }),
  ofFifteen("a parent's yes that has run out", answers({ validUntil: "2026-12-09" }, parent), {
    R30: [told("wrong expired", HERS, her)],
  }),
  ofFifteen(
    "a parent's yes that has run out beside another's that holds",
    all(answers({ validUntil: "2026-12-09" }, parent), says("yes", "camera", otherParent)),
    {},
  ),
  ofFifteen(
    "two parents' yes that have both run out",
    all(says("yes", "camera", otherParent), answers({ validUntil: "2026-12-09" }, parent)),
    { R30: [told("wrong expired", HERS, her)] },
  ),
  ofFifteen(
    "a parent's yes on paper after a no",
    all(says("no", "camera", parent), says("yes", "camera", parent, "paper")),
    { R30: [told("wrong yes_not_confirmed", HERS, her)] },
  ),
  ofFifteen(
    "nobody knows how old she is, and no parent was asked",
    all(withParticipant(PRIYA, { birth: null }), neverAskedOf("parent")),
    {
      R08: [[`silent birth_missing participant:${PRIYA}`, WITHOUT]],
      R30: [told("silent parent_not_asked", HERS, her)],
      B03: [[`silent birth_missing participant:${PRIYA}`, WITHOUT]],
    },
  ),
  leftToApprover("no parent asked where that is left to the approver", neverAskedOf("parent"), {
    R30: [
      told("for_approver needs_acceptance", `${HERS} ${DECIDE}`, {
        of: PRIYA,
        scope: "camera:parent_not_asked",
      }),
    ],
  }),
  leftToApprover("her own silence where a parent's is left to the approver", neverAskedOf("self"), {
    R30: [told("silent not_asked", HERS, her)],
  }),
  leftToApprover("a parent's no where their silence is left to the approver", says("no", "camera", parent), {
    R30: [told("wrong refused", WITHOUT, her)],
  }),
];

const CONFLICT = told("wrong conflict", `${DECIDE} ${WITHOUT}`, her);
const apart = says("no", "camera", otherParent);

const atOdds: Case<Told[]>[] = [
  ofFifteen("two parents apart", apart, { R30: [CONFLICT] }),
  ofFifteen("two parents apart, and she was never asked", all(neverAskedOf("self"), apart), {
    R30: [CONFLICT, told("silent not_asked", HERS, her)],
  }),
  ofFifteen("two parents apart, and it is decided for the yes", all(apart, counts(FIRST_PARENT)), {}),
  ofFifteen("two parents apart, and it is decided for the no", all(apart, counts("other-parent")), {
    R30: [told("wrong refused", WITHOUT, her)],
  }),
  ofFifteen("two parents apart, and it is decided for her own", all(apart, counts(PRIYA)), {}),
  ofFifteen("two parents apart, and it is decided for nobody who answered", all(apart, counts("milo")), {
    R30: [CONFLICT],
  }),
  ofFifteen(
    "two parents apart, and it is decided for a yes that has run out",
    all(answers({ validUntil: "2026-12-09" }, parent), apart, counts(FIRST_PARENT)),
    { R30: [told("wrong expired", HERS, her)] },
  ),
  ofFifteen(
    "two parents apart, and it is decided for a yes that waits",
    all(
      says("no", "camera", parent),
      says("yes", "camera", parent, "paper"),
      says("yes", "camera", otherParent),
      counts(FIRST_PARENT),
    ),
    { R30: [told("wrong yes_not_confirmed", HERS, her)] },
  ),
  ofSeventeen("a parent's no at seventeen, where none is asked", says("no", "camera", parent), {
    R30: [CONFLICT],
  }),
  ofSeventeen(
    "a parent's no at seventeen, and hers is decided to count",
    all(says("no", "camera", parent), counts(PRIYA)),
    {},
  ),
  ofSeventeen(
    "a parent's no at seventeen, and she was never asked",
    all(neverAskedOf("self"), says("no", "camera", parent)),
    { R30: [told("silent not_asked", HERS, her)] },
  ),
  ofSeventeen(
    "a parent's yes at seventeen that has run out",
    all(says("yes", "camera", parent), answers({ validUntil: "2026-12-09" }, parent)),
    {},
  ),
  ofEighteen("a parent's no at eighteen", says("no", "camera", parent), {}),
  ofEighteen("nobody asked at eighteen", neverAskedOf("self"), {
    R30: [told("silent not_asked", HERS, her)],
  }),
  ofEighteen("only a parent asked at eighteen", all(neverAskedOf("self"), says("yes", "camera", parent)), {
    R30: [told("wrong giver_not_allowed", HERS, her)],
  }),
  ofEighteen(
    "a yes of her own at eighteen that has run out",
    answers({ validUntil: "2026-12-09" }, { participantId: PRIYA }),
    {
      R30: [told("wrong expired", HERS, her)],
    },
  ),
];

/** What parents said beside a young person of their age, one thing at a time. */
export const parentsTold: Case<Told[]>[] = [...parentAsked, ...atOdds];
