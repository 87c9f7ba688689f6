import { WREN } from "../../factories/lanternmoor";
import { teamsMeeting, youtubePublic } from "../../factories/platform-modes";
import { aLeadStatement } from "../../factories/statements";
import { alsoStated, find, neverAsked, thenAnswered } from "../../factories/traits";
import type { Trait } from "../../factories/record";
import { aYoungPerson, sixteenToSeventeen } from "../../factories/young-people";
import type { Case } from "./case";
import { casesFrom } from "./case";

const one = casesFrom({});

function withPriyaBorn(birth: string, competenceFrom = 13) {
  return casesFrom({
    modes: [teamsMeeting()],
    policy: { competenceFrom },
    participants: [aYoungPerson("Priya", "Tolland", birth, { route: "in_room" }), ...sixteenToSeventeen(4)],
  });
}
const ofTwelve = withPriyaBorn("2014-09-21");
const ofTwelveInScotland = withPriyaBorn("2014-09-21", 12);
const ofFifteen = withPriyaBorn("2011-09-21");
const inPublic = casesFrom({
  modes: [youtubePublic()],
  chat: "off",
  audienceRestricted: { answer: "no", how: null, reason: "Open to all families" },
  participants: [
    aYoungPerson("Priya", "Tolland", "2011-09-21", { route: "own_account" }),
    ...sixteenToSeventeen(4),
  ],
});

const competentInsteadOfParent: Trait = (record) => {
  neverAsked((event) => event.giver.relationship === "parent")(record);
  alsoStated(
    aLeadStatement({
      kind: "competence_decision",
      about: { kind: "participant", id: "priya-tolland" },
      at: "2026-11-20T11:00:00Z",
      scopes: ["take_part", "camera", "voice", "name_shown", "public_broadcast"],
      proposedBy: WREN,
      note: "Understands, and can say why.",
    }),
  )(record);
};

function bryony(answer: "no" | "withdrawn", scope: "take_part" | "chat", at = "2026-11-20T10:00:00Z"): Trait {
  return thenAnswered({ participantId: "bryony-cattermoss", scope, answer, at });
}

/** Who said what, one thing at a time. */
export const consentAmiss: Case[] = [
  one(
    "voice never asked",
    neverAsked((event) => event.scope === "voice" && event.seq < 5),
    { R30: "not_answered" },
  ),
  one("taking part refused", bryony("no", "take_part"), { R30: "not_met" }),
  one("taking part withdrawn", bryony("withdrawn", "take_part"), { R30: "not_met" }),
  one("a withdrawal recorded only afterwards", bryony("withdrawn", "take_part", "2026-11-23T10:00:01Z"), {}),
  one("a no to what the session does not use", bryony("no", "chat"), {}),
  one(
    "an answer valid until the day before",
    (record) => void (find(record.consentEvents, "consent-1").validUntil = "2026-12-09"),
    { R30: "not_met" },
  ),
  one(
    "an answer valid until the very day",
    (record) => void (find(record.consentEvents, "consent-1").validUntil = "2026-12-10"),
    {},
  ),
  ofFifteen("competent at fifteen", competentInsteadOfParent, {}),
  ofFifteen(
    "neither parent nor decision at fifteen",
    neverAsked((event) => event.giver.relationship === "parent"),
    {
      R30: "not_answered",
    },
  ),
  ofFifteen(
    "her parent's answer without hers",
    neverAsked((event) => event.participantId === "priya-tolland" && event.giver.relationship === "self"),
    { R30: "not_answered" },
  ),
  ofTwelve("a decision under the age for one", competentInsteadOfParent, { R30: "not_answered" }),
  ofTwelveInScotland(
    "competent at twelve where the organisation sets that age",
    competentInsteadOfParent,
    {},
  ),
  inPublic("a decision does not reach a public stream", competentInsteadOfParent, { R30: "not_answered" }),
];
