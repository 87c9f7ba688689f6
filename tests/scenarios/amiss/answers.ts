import { scenarios } from "../all";
import { aChosenMode } from "../../factories/session";
import { SHARED } from "../../factories/plan";
import { youtubePrivate, zoomMeeting } from "../../factories/platform-modes";
import type { Trait } from "../../factories/record";
import { neverStated, withMedia, withParticipant, withSession } from "../../factories/traits";
import type { Case } from "./case";
import { casesFrom } from "./case";

const one = casesFrom({});
const onYoutube = casesFrom({ modes: [youtubePrivate()], chat: "off" });
const recorded = casesFrom({
  recording: { reason: "Feedback", keptWhere: "Staff drive", seenBy: "Odalys", deleteBy: "2027-01-11" },
});

function deletedOn(deleteBy: string): Trait {
  return (record) => void (record.session.media.recording.deleteBy = deleteBy);
}
const notesWithoutPapers = {
  on: true,
  since: "2026-11-02T10:00:00Z",
  reason: null,
  keptWhere: null,
  seenBy: null,
  deleteBy: null,
};

function organisationStatementFrom(kind: string, statedOn: string): Trait {
  return (record) => {
    for (const statement of record.statements) if (statement.kind === kind) statement.statedOn = statedOn;
  };
}

const considered = { by: "user-amina-farrow", recordedAt: "2026-11-21T16:00:00Z" };
function toNobodyNamed(what: string, trait: Trait, turns: Case["turns"]): Case {
  const sound = () => structuredClone(scenarios["s11-variant-audience"]!);
  const amiss = () => {
    const record = sound();
    trait(record);
    return record;
  };
  return { what, sound, amiss, turns };
}

/** What the planner answers about the session, one thing at a time. */
export const answersAmiss: Case[] = [
  one(
    "an audience said not to be named while people are on the list",
    withSession({ audience: "not_named" }),
    {},
  ),
  one(
    "an audience said not to be named in a call, and the list empty",
    (record) => {
      Object.assign(record.session, { audience: "not_named", format: "video_call" });
      record.participants = [];
    },
    {
      ...Object.fromEntries(
        ["R08", "R15", "R16", "R17", "R18", "R19", "R20", "R21", "R25", "R27", "R30", "B03"].map((id) => [
          id,
          "not_answered" as const,
        ]),
      ),
    },
  ),
  one(
    "a briefing that is still to come",
    (record) => {
      for (const told of record.briefings) told.briefedAt = "2026-12-01T16:00:00Z";
    },
    Object.fromEntries(
      ["R15", "R16", "R17", "R18", "R19", "R20", "R21"].map((id) => [id, "not_answered" as const]),
    ),
  ),
  one(
    "ratios that leave some ages out",
    (record) => {
      record.policy.ratios = [{ fromAge: 0, toAge: 15, childrenPerAdult: 6 }];
    },
    { B03: "not_answered" },
  ),
  one(
    "nowhere chosen yet",
    (record) => void (record.session.platforms = []),
    Object.fromEntries(
      ["R07", "R08", "R22", "R23", "R24", "R28", "B19"].map((id) => [id, "not_answered" as const]),
    ),
  ),
  toNobodyNamed(
    "a notice from before the platform was chosen",
    (record) => {
      for (const chosen of record.session.platforms) chosen.chosenAt = "2026-11-21T15:30:00Z";
      record.session.audienceRestricted = { ...considered, answer: "yes", how: "Named list", reason: null };
      record.session.saving = { ...considered, answer: "yes", how: "Nothing personal in shot", reason: null };
      for (const chosen of record.session.platforms) chosen.checked = considered;
      for (const said of record.statements)
        if (said.about.kind === "session") said.recordedAt = considered.recordedAt;
    },
    Object.fromEntries(
      ["R15", "R16", "R17", "R18", "R19", "R20", "R21"].map((id) => [id, "not_answered" as const]),
    ),
  ),
  one("no accounts named", withSession({ accounts: null }), { R01: "not_answered" }),
  one(
    "an account that is not the organisation's",
    (record) => void Object.assign(record.session.accounts ?? {}, { stream: "somebodys-own" }),
    { R01: "not_met" },
  ),
  one(
    "an account approved only until the day before",
    (record) => {
      for (const account of record.organisation.approvedAccounts) account.validTo = "2026-12-09";
    },
    { R01: "not_met" },
  ),
  one(
    "an account approved until the very day",
    (record) => {
      for (const account of record.organisation.approvedAccounts) account.validTo = "2026-12-10";
    },
    {},
  ),
  one("no statement on accounts", neverStated("organisation_accounts_only"), { R01: "not_answered" }),
  one("no statement on personal details", neverStated("no_personal_details"), { R02: "not_answered" }),
  one(
    "a private e-mail address in the invitation",
    withSession({ inviteText: "Ask tamsin.q@webmail.example" }),
    {
      R02: "not_met",
    },
  ),
  one("a mobile number in the invitation", withSession({ inviteText: "Ring Tamsin on 07700 900123" }), {
    R02: "not_met",
  }),
  one("no statement on friend requests", neverStated("friend_requests_settled"), { R09: "not_answered" }),
  one(
    "a statement a year old on the day",
    organisationStatementFrom("friend_requests_settled", "2025-12-10"),
    {
      R09: "not_met",
    },
  ),
  one(
    "a statement good until the very day",
    organisationStatementFrom("friend_requests_settled", "2025-12-11"),
    {},
  ),
  one("no contact route", withSession({ contactRouteId: null }), { R10: "not_answered" }),
  one("no statement that privacy is not guaranteed", neverStated("privacy_not_guaranteed"), {
    R11: "not_answered",
  }),
  onYoutube("what it is for not said on a social platform", withSession({ purpose: null }), {
    R12: "not_answered",
  }),
  one("what it is for not said in a meeting", withSession({ purpose: null }), {}),
  one("no statement on therapy", neverStated("no_therapeutic_conversations"), { R12: "not_answered" }),
  one(
    "a platform that nobody reviewed",
    (record) => {
      for (const mode of record.platformModes) mode.reviews = [];
    },
    { R07: "not_answered" },
  ),
  one("no place", withSession({ places: [] }), { R13: "not_answered" }),
  one(
    "a place stated to be unsuitable",
    (record) => {
      for (const place of record.session.places) if (place.suitable) place.suitable.answer = false;
    },
    { R13: "not_met" },
  ),
  one(
    "settings that nobody checked",
    (record) => {
      for (const mode of record.session.platforms) mode.checked = null;
    },
    { R22: "not_answered" },
  ),
  one(
    "a waiting room left open",
    (record) => {
      record.session.platforms = record.session.platforms.map((mode) => ({
        ...mode,
        settings: { ...mode.settings, waiting_room: { answer: "different", note: null } },
      }));
    },
    { B19: "not_met" },
  ),
  one("nobody to report", withSession({ reportingAdultId: null }), { R23: "not_answered" }),
  one("no statement on reporting", neverStated("can_report_and_remove"), { R23: "not_answered" }),
  one("needs not asked", neverStated("needs_asked"), { R24: "not_answered" }),
  one("a need that a feature meets", withParticipant("bryony-cattermoss", { needs: ["captions"] }), {}),
  one("identity not checked", neverStated("identity_hidden"), { R25: "not_answered" }),
  one("no topic", withSession({ topic: null }), { R26: "not_answered" }),
  one("needs not considered", neverStated("needs_considered"), { R26: "not_answered" }),
  one("not considered by a lead", neverStated("lead_considered"), { R27: "not_answered" }),
  one(
    "a lead who says no",
    (record) => {
      for (const said of record.statements) if (said.kind === "lead_considered") said.answer = "no";
    },
    { R27: "not_met" },
  ),
  one("a link in the open", withSession({ linkSharedPrivately: false }), {}),
  one(
    "a risk assessment of the last fortnight",
    (record) => void Object.assign(record.session.riskAssessment ?? {}, { completedOn: "2026-11-27" }),
    {},
  ),
  one(
    "a risk assessment dated after the session",
    (record) => void Object.assign(record.session.riskAssessment ?? {}, { completedOn: "2026-12-11" }),
    {},
  ),
  recorded("a recording deleted before the session", deletedOn("2026-12-09"), { B09: "not_met" }),
  recorded("a recording deleted on the day", deletedOn("2026-12-10"), {}),
  one("AI notes without the papers", withMedia({ aiNotes: notesWithoutPapers }), {
    R30: "not_answered",
    B09: "not_answered",
  }),
  one(
    "a second mode nobody set up",
    (record) => {
      const second = zoomMeeting({ id: "zoom-webinar", name: "Zoom webinar" });
      record.platformModes.push(second);
      record.session.platforms.push({ ...aChosenMode(SHARED, second), settings: {}, checked: null });
    },
    { R22: "not_answered", B19: "not_answered" },
  ),
];
