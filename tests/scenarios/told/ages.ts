import type { PlatformMode } from "~/domain/record/platform-mode";
import type { Participant } from "~/domain/record/participant";
import { teamsMeeting, withAgeLimits } from "../../factories/platform-modes";
import type { Trait } from "../../factories/record";
import { neverAsked, withParticipant } from "../../factories/traits";
import { aYoungPerson, sixteenToSeventeen } from "../../factories/young-people";
import type { Case } from "../amiss/case";
import { casesFrom } from "../amiss/case";
import type { Told } from "./told";

type Limits = Parameters<typeof withAgeLimits>[1];
const PRIYA = "priya-tolland";

/** Priya among four of 16 and 17 on a platform for 13 and over; she sits in the room until a case lets her join. */
function withPriyaBorn(birth: string) {
  const priya = aYoungPerson("Priya", "Tolland", birth, { route: "in_room" });
  return casesFrom<Told[]>({ modes: [teamsMeeting()], participants: [priya, ...sixteenToSeventeen(4)] });
}

const twelve = withPriyaBorn("2013-12-11");
const thirteen = withPriyaBorn("2013-12-10");
const seventeen = withPriyaBorn("2008-12-11");
const eighteen = withPriyaBorn("2008-12-10");

function joins(
  accessRoute: Participant["accessRoute"],
  limits: Limits = {},
  mode: Partial<PlatformMode> = {},
): Trait {
  return (record) => {
    withParticipant(PRIYA, { accessRoute })(record);
    for (const other of record.participants) if (other.id !== PRIYA) other.accessRoute = "in_room";
    record.platformModes = [withAgeLimits(teamsMeeting(mode), limits)];
  };
}

const WAYS_OUT = `participants:${PRIYA} platform details`;
const tooYoung = (code = "under_platform_age"): Record<string, Told[]> => ({
  R08: [[`wrong ${code} participant:${PRIYA}`, WAYS_OUT, "platform"]],
});
const unknown: Record<string, Told[]> = {
  R08: [[`wrong age_limit_unknown participant:${PRIYA}`, "platform_record:teams-meeting"]],
};
const allowed = { parentAccountAllowed: true };

/** How old somebody is for the way they join, one thing at a time. */
export const agesTold: Case<Told[]>[] = [
  twelve("twelve in the room", joins("in_room"), {}),
  twelve("twelve in the room of a platform for adults", joins("in_room", { account: 18, terms: 18 }), {}),
  twelve("an own account under its age", joins("own_account"), tooYoung()),
  thirteen("an own account from its age", joins("own_account"), {}),
  twelve("an own account where there is no age for one", joins("own_account", { account: "none" }), {}),
  thirteen(
    "an own account where nobody knows its age",
    joins("own_account", { account: "unknown" }),
    unknown,
  ),
  thirteen("an own account, and nobody knows the terms", joins("own_account", { terms: "unknown" }), {}),
  twelve("a guest under the age in the terms", joins("guest_link", { account: "none" }), tooYoung()),
  thirteen("a guest under the age for accounts alone", joins("guest_link", { account: 16 }), {}),
  twelve("a guest where the terms name no age", joins("guest_link", { terms: "none" }), {}),
  thirteen("a guest where nobody knows the terms", joins("guest_link", { terms: "unknown" }), unknown),
  thirteen(
    "a guest where nobody knows the age for accounts",
    joins("guest_link", { account: "unknown" }),
    {},
  ),
  ...(["own_account", "guest_link", "parent_account"] as const).flatMap((route) => [
    seventeen(`${route} where accounts are for adults`, joins(route, { account: 18 }, allowed), tooYoung()),
    seventeen(
      `${route} where the terms are for adults`,
      joins(route, { terms: 18, account: "none" }, allowed),
      tooYoung(),
    ),
    eighteen(`${route} of an adult where all is for adults`, joins(route, { account: 18, terms: 18 }), {}),
  ]),
  seventeen(
    "an account for adults, and nobody knows the terms",
    joins("guest_link", { account: 18, terms: "unknown" }),
    tooYoung(),
  ),
  thirteen("a parent's account from its age", joins("parent_account"), {}),
  twelve(
    "a parent's account where there is no age for one",
    joins("parent_account", { account: "none" }),
    {},
  ),
  thirteen(
    "a parent's account where nobody knows its age",
    joins("parent_account", { account: "unknown" }, allowed),
    unknown,
  ),
  twelve(
    "a parent's account that the platform does not allow",
    joins("parent_account"),
    tooYoung("parent_account_not_allowed"),
  ),
  twelve("a parent's account that the platform allows", joins("parent_account", {}, allowed), {
    R08: [[`advice parent_account_used participant:${PRIYA}`, "", "girlguiding"]],
  }),
  twelve(
    "a parent's account, and the parent said nothing about taking part",
    (record) => {
      joins("parent_account", {}, allowed)(record);
      neverAsked(({ giver, scope }) => giver.relationship === "parent" && scope === "take_part")(record);
    },
    {
      R08: [
        [
          `silent parent_account_without_parent participant:${PRIYA}`,
          `consent:${PRIYA} ${WAYS_OUT}`,
          "girlguiding",
        ],
      ],
      R30: [[`silent parent_not_asked participant:${PRIYA}:take_part`, `consent:${PRIYA}`, "organisation"]],
    },
  ),
  twelve(
    "a parent's account, and a sibling agreed in the parent's place",
    (record) => {
      joins("parent_account", {}, allowed)(record);
      for (const { giver, scope } of record.consentEvents)
        if (giver.relationship === "parent" && scope === "take_part") giver.relationship = "sibling";
    },
    {
      R08: [
        [
          `silent parent_account_without_parent participant:${PRIYA}`,
          `consent:${PRIYA} ${WAYS_OUT}`,
          "girlguiding",
        ],
      ],
      R30: [[`wrong giver_not_allowed participant:${PRIYA}:take_part`, `consent:${PRIYA}`, "organisation"]],
    },
  ),
  twelve(
    "a parent's account, and the parent said no",
    (record) => {
      joins("parent_account", {}, allowed)(record);
      for (const event of record.consentEvents)
        if (event.giver.relationship === "parent" && event.scope === "take_part") event.answer = "no";
    },
    {
      R08: [
        [
          `silent parent_account_without_parent participant:${PRIYA}`,
          `consent:${PRIYA} ${WAYS_OUT}`,
          "girlguiding",
        ],
      ],
      R30: [[`wrong refused participant:${PRIYA}:take_part`, `participants:${PRIYA}`, "organisation"]],
    },
  ),
];
