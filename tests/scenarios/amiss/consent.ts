import type { Statement } from "~/domain/record/statement";
import { AMINA, IDRIS, PETRA, WREN } from "../../factories/lanternmoor";
import type { ConsentScope } from "~/domain/record/fields";
import { teamsMeeting, youtubePublic } from "../../factories/platform-modes";
import { aLeadStatement } from "../../factories/statements";
import { alsoStated, find, neverAsked, thenAnswered } from "../../factories/traits";
import type { Trait } from "../../factories/record";
import { aYoungPerson, sixteenToSeventeen } from "../../factories/young-people";
import type { Case } from "./case";
import { casesFrom } from "./case";

const one = casesFrom({});

function withPriyaBorn(birth: string, competenceFrom = 13, always: Trait[] = []) {
  return casesFrom(
    {
      modes: [teamsMeeting()],
      policy: { competenceFrom },
      participants: [aYoungPerson("Priya", "Tolland", birth, { route: "in_room" }), ...sixteenToSeventeen(4)],
    },
    ...always,
  );
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

function decidedBy(changes: Partial<Statement>): Trait {
  return (record) => {
    competentInsteadOfParent(record);
    for (const said of record.statements)
      if (said.kind === "competence_decision") Object.assign(said, changes);
  };
}

function bryony(answer: "no" | "withdrawn", scope: "take_part" | "chat", at = "2026-11-20T10:00:00Z"): Trait {
  return thenAnswered({ participantId: "bryony-cattermoss", scope, answer, at });
}

function herAnswerCounts(scopes: ConsentScope[], id = "priya-tolland", at = "2026-11-21T11:00:00Z"): Trait {
  return (record) => {
    const statement = aLeadStatement({
      kind: "conflict_decision",
      about: { kind: "participant", id: "priya-tolland" },
      at,
      scopes,
      giverId: id,
      note: "Her own answer counts.",
    });
    record.statements.push({ ...statement, id: `decision-${record.statements.length}` });
  };
}
function parentNo(scope: ConsentScope): Trait {
  return thenAnswered({
    participantId: "priya-tolland",
    scope,
    relationship: "parent",
    answer: "no",
    at: "2026-11-20T15:00:00Z",
  });
}
const competentDespiteParent = withPriyaBorn("2011-09-21", 13, [
  competentInsteadOfParent,
  parentNo("camera"),
  parentNo("voice"),
  herAnswerCounts(["camera"]),
  herAnswerCounts(["voice"], "priya-tolland", "2026-11-21T12:00:00Z"),
]);
const leftToApprover = casesFrom({
  policy: { consentGate: "needs_acceptance" },
});

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
  one(
    "a no after a yes, however the answers are stored",
    (record) => {
      bryony("no", "take_part")(record);
      record.consentEvents.reverse();
    },
    { R30: "not_met" },
  ),
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
  ofFifteen("competent by the word of one person alone", decidedBy({ proposedBy: PETRA }), {
    R30: "not_answered",
  }),
  ofFifteen("competent by nobody's proposal", decidedBy({ proposedBy: null }), { R30: "not_answered" }),
  ofFifteen(
    "competent by two accounts of one person",
    (record) => {
      find(record.organisation.staff, WREN).adultId = "petra-hollowell";
      competentInsteadOfParent(record);
    },
    { R30: "not_answered" },
  ),
  ofFifteen("competent, and not what was considered", decidedBy({ note: null }), { R30: "not_answered" }),
  ofFifteen("competent, and then no longer", decidedBy({ answer: "no" }), { R30: "not_answered" }),
  ofFifteen(
    "competent by one person who is no adult of the sessions",
    decidedBy({ by: IDRIS, proposedBy: IDRIS }),
    { R30: "not_answered" },
  ),
  ofFifteen(
    "competent by two who are no adults of the sessions",
    decidedBy({ by: IDRIS, proposedBy: AMINA }),
    {},
  ),
  ofFifteen("competent by somebody who has left", decidedBy({ by: "user-who-left" }), {}),
  ofFifteen("competent by an approver's word", decidedBy({ as: "approver" }), { R30: "not_answered" }),
  ofFifteen("competent by the planner", decidedBy({ by: AMINA }), { R30: "not_answered" }),
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
  ofFifteen(
    "a required parent's no, and a decision that hers counts",
    (record) => {
      parentNo("camera")(record);
      herAnswerCounts(["camera"])(record);
    },
    { R30: "not_met" },
  ),
  ofTwelve(
    "a parent never asked, and a decision that hers counts",
    (record) => {
      neverAsked((event) => event.giver.relationship === "parent")(record);
      herAnswerCounts(["take_part", "camera", "voice", "name_shown"])(record);
    },
    { R30: "not_answered" },
  ),
  competentDespiteParent(
    "a decision for somebody who never answered",
    (record) => {
      herAnswerCounts(["camera"], "nobody-who-answered", "2026-11-22T11:00:00Z")(record);
    },
    { R30: "not_met" },
  ),
  competentDespiteParent(
    "a decision without its reason",
    (record) => {
      for (const said of record.statements) if (said.kind === "conflict_decision") said.note = null;
    },
    { R30: "not_met" },
  ),
  competentDespiteParent(
    "a later decision about nothing",
    herAnswerCounts([], WREN, "2026-11-22T11:00:00Z"),
    {},
  ),
  competentDespiteParent(
    "a decision taken back for everything",
    (record) => {
      herAnswerCounts([], "priya-tolland", "2026-11-22T11:00:00Z")(record);
      Object.assign(record.statements.at(-1) ?? {}, { answer: "no" });
    },
    { R30: "not_met" },
  ),
  competentDespiteParent(
    "a decision taken back for one scope",
    (record) => {
      herAnswerCounts(["camera"], "priya-tolland", "2026-11-22T11:00:00Z")(record);
      Object.assign(record.statements.at(-1) ?? {}, { answer: "no" });
    },
    { R30: "not_met" },
  ),
  competentDespiteParent(
    "a decision taken back for what is not in dispute",
    (record) => {
      herAnswerCounts(["take_part"], "priya-tolland", "2026-11-22T11:00:00Z")(record);
      Object.assign(record.statements.at(-1) ?? {}, { answer: "no" });
    },
    {},
  ),
  competentDespiteParent(
    "a decision that has ended",
    (record) => {
      for (const said of record.statements)
        if (said.kind === "conflict_decision") said.until = "2026-11-23T10:00:00Z";
    },
    { R30: "not_met" },
  ),
  one(
    "her own no under another id than her yes",
    thenAnswered({
      participantId: "bryony-cattermoss",
      scope: "camera",
      answer: "no",
      giverId: "bryony-by-link",
      at: "2026-11-20T10:00:00Z",
    }),
    { R30: "not_met" },
  ),
  one(
    "a yes dated after the moment asked about",
    (record) => void (find(record.consentEvents, "consent-1").at = "2026-11-24T10:00:00Z"),
    { R30: "not_answered" },
  ),
  leftToApprover(
    "a young person never asked, where the gate leaves parents to the approver",
    neverAsked((event) => event.participantId === "bryony-cattermoss" && event.scope === "camera"),
    { R30: "not_answered" },
  ),
  one(
    "stated not to be captured while the camera is on and no answer about it",
    (record) => {
      neverAsked((event) => event.participantId === "bryony-cattermoss" && event.scope === "camera")(record);
      find(record.participants, "bryony-cattermoss").notCaptured = {
        by: WREN,
        recordedAt: "2026-11-20T10:00:00Z",
      };
    },
    { R30: "not_answered" },
  ),
  inPublic("a decision does not reach a public stream", competentInsteadOfParent, { R30: "not_answered" }),
];
