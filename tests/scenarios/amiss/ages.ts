import { teamsMeeting } from "../../factories/platform-modes";
import { WREN } from "../../factories/lanternmoor";
import { aLeadStatement } from "../../factories/statements";
import { alsoStated, neverAsked } from "../../factories/traits";
import type { Trait } from "../../factories/record";
import { aYoungPerson, sixteenToSeventeen } from "../../factories/young-people";
import type { Case } from "./case";
import { casesFrom } from "./case";

const priya = aYoungPerson("Priya", "Tolland", "2012-09-21", { route: "parent_account" });
const onTeams = casesFrom({ modes: [teamsMeeting()] });
const throughParent = casesFrom(
  { modes: [teamsMeeting({ parentAccountAllowed: true })], participants: [priya, ...sixteenToSeventeen(4)] },
  asksAccountHoldersToBe(15),
);

function asksAccountHoldersToBe(age: number): Trait {
  return (record) => {
    for (const mode of record.platformModes)
      for (const limit of mode.ageLimits) if (limit.limit === "account") limit.age = age;
  };
}

const competentInsteadOfParent: Trait = (record) => {
  neverAsked((event) => event.giver.relationship === "parent")(record);
  alsoStated(
    aLeadStatement({
      kind: "competence_decision",
      about: { kind: "participant", id: "priya-tolland" },
      at: "2026-11-20T11:00:00Z",
      scopes: ["take_part", "camera", "voice", "name_shown"],
      proposedBy: WREN,
      note: "Understands, and can say why.",
    }),
  )(record);
};

/** How old people are for the way they join, one thing at a time. */
export const agesAmiss: Case[] = [
  throughParent("a parent's account without that parent's agreement", competentInsteadOfParent, {
    R08: "not_answered",
  }),
  onTeams("accounts for adults only, joined by guest link", asksAccountHoldersToBe(18), { R08: "not_met" }),
  onTeams("accounts from the age of everybody's guest link", asksAccountHoldersToBe(17), {}),
];
