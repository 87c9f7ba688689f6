import { AMINA } from "../../factories/lanternmoor";
import { aChosenMode } from "../../factories/session";
import { SHARED } from "../../factories/plan";
import { youtubePrivate, youtubePublic, zoomMeeting } from "../../factories/platform-modes";
import { aRecord, type Trait } from "../../factories/record";
import {
  agreedByAll,
  alsoStated,
  find,
  neverStated,
  withParticipant,
  withSession,
} from "../../factories/traits";
import { aStatement } from "../../factories/statements";
import { redactRecord } from "~/domain/record/redact";
import type { AccessFeature } from "~/domain/record/fields";
import type { PlatformMode } from "~/domain/record/platform-mode";
import type { Session } from "~/domain/record/session";
import type { StatementKind } from "~/domain/record/statement";
import { scenarios } from "../all";
import type { Case } from "../amiss/case";
import { casesFrom, casesOf } from "../amiss/case";
import type { Told } from "./told";

const one = casesFrom<Told[]>({});
const agreedToStrangers = casesFrom<Told[]>(
  { modes: [youtubePrivate()], chat: "off" },
  agreedByAll("public_broadcast"),
);
const redacted = casesOf<Told[]>(() => redactRecord(aRecord()));
const onYoutube = casesFrom<Told[]>({ modes: [youtubePrivate()], chat: "off" });
const joined = casesOf<Told[]>(() => structuredClone(scenarios["s06-variant-both-given"]!));
const needsCaptions = casesFrom<Told[]>(
  {},
  withParticipant("bryony-cattermoss", { needs: ["captions"] }),
  withOffers([], ["captions"]),
);

/** A platform beside the first, set up and looked at as that one was. */
function alsoOn(second: PlatformMode): Trait {
  return (record) => {
    record.platformModes.push(second);
    record.session.platforms.push(aChosenMode(SHARED, second));
  };
}

function withOffers(features: AccessFeature[], arrangedFor: AccessFeature[]): Trait {
  const arrangements = arrangedFor.map((need) => ({ need, arrangement: "Wren sits beside them" }));
  return withSession({ accessibility: { features, arrangements } });
}

function statedNo(kind: StatementKind): Trait {
  return (record) => {
    for (const statement of record.statements) if (statement.kind === kind) statement.answer = "no";
  };
}

function statedAt(kind: StatementKind, recordedAt: string): Trait {
  return (record) => {
    for (const statement of record.statements) if (statement.kind === kind) statement.recordedAt = recordedAt;
  };
}

const needs: Case<Told[]>[] = [
  one(
    "a need that the platform does not meet",
    withParticipant("bryony-cattermoss", { needs: ["captions", "sign_language"] }),
    { R24: [["wrong need_not_met participant:bryony-cattermoss", "accessibility platform"]] },
  ),
  needsCaptions("a need that is arranged for and offered", withOffers(["captions"], ["captions"]), {}),
  needsCaptions(
    "an arrangement for somebody else's need",
    (record) => {
      withParticipant("bryony-cattermoss", { needs: ["sign_language"] })(record);
      withOffers([], ["captions"])(record);
    },
    { R24: [["wrong need_not_met participant:bryony-cattermoss", "accessibility platform"]] },
  ),
  one("no feature on record", withOffers([], []), {
    R24: [["silent no_feature session", "accessibility", "greenroom"]],
  }),
  one("an arrangement instead of a feature", withOffers([], ["breaks"]), {}),
  one("only a feature that the platform lacks", withOffers(["sign_language"], []), {
    R24: [
      ["wrong feature_not_offered feature:sign_language", "accessibility platform_record:zoom-meeting"],
      ["silent no_feature session", "accessibility", "greenroom"],
    ],
  }),
  one(
    "a feature that the platform lacks, and is arranged",
    withOffers(["captions", "sign_language"], ["sign_language"]),
    {},
  ),
  one(
    "a feature of which nobody knows whether the platform has it",
    (record) => void (find(record.platformModes, "zoom-meeting").features.captions = "unknown"),
    {
      R24: [
        ["wrong feature_not_offered feature:captions", "accessibility platform_record:zoom-meeting"],
        ["silent no_feature session", "accessibility", "greenroom"],
      ],
    },
  ),
  one(
    "a second platform without the feature of the first",
    (record) => {
      alsoOn(
        zoomMeeting({
          id: "zoom-webinar",
          features: { ...zoomMeeting().features, captions: "no" },
        }),
      )(record);
    },
    {
      R24: [
        ["wrong feature_not_offered feature:captions", "accessibility platform_record:zoom-meeting"],
        ["silent no_feature session", "accessibility", "greenroom"],
      ],
    },
  ),
  one("needs asked before the platform was chosen", statedAt("needs_asked", "2026-11-02T09:59:59Z"), {
    R24: [["silent statement_outdated session", "accessibility"]],
  }),
  one("needs asked when the platform was chosen", statedAt("needs_asked", "2026-11-02T10:00:00Z"), {}),
  one("needs said not to have been asked", statedNo("needs_asked"), {
    R24: [["wrong statement_refused session", "accessibility"]],
  }),
];

function accounts(changes: Partial<NonNullable<Session["accounts"]>>): Trait {
  return (record) => void Object.assign(record.session.accounts ?? {}, changes);
}

const CHOOSE = "statements organisation:accounts";

const boundaries: Case<Told[]>[] = [
  one("no account for invitations", accounts({ invites: null }), {
    R01: [["silent account_missing account:invites", CHOOSE]],
  }),
  one("no account for the stream", accounts({ stream: null }), {
    R01: [["silent account_missing account:stream", CHOOSE]],
  }),
  joined("no account for a stream that somebody else hosts", accounts({ stream: null }), {}),
  one("invitations from somebody's own account", accounts({ invites: "somebodys-own" }), {
    R01: [["wrong account_not_approved account:invites", CHOOSE]],
  }),
  one("a stream from somebody's own account", accounts({ stream: "somebodys-own" }), {
    R01: [["wrong account_not_approved account:stream", CHOOSE]],
  }),
  one(
    "an account approved only from the day after",
    (record) =>
      void (find(record.organisation.approvedAccounts, "lanternmoor-zoom").validFrom = "2026-12-11"),
    { R01: [["wrong account_not_approved account:stream", CHOOSE]] },
  ),
  one(
    "an account approved from the very day",
    (record) =>
      void (find(record.organisation.approvedAccounts, "lanternmoor-zoom").validFrom = "2026-12-10"),
    {},
  ),
  one(
    "a statement on accounts from before they changed",
    (record) => {
      accounts({ recordedAt: "2026-11-20T10:00:00Z" })(record);
      statedAt("organisation_accounts_only", "2026-11-19T10:00:00Z")(record);
    },
    { R01: [["silent statement_outdated session", "statements"]] },
  ),
  one("a statement that other accounts are used", statedNo("organisation_accounts_only"), {
    R01: [["wrong statement_refused session", "statements"]],
  }),
  one(
    "private contact details in the invitation",
    withSession({ inviteText: "Ask tamsin.q@webmail.example or ring 07700 900123." }),
    {
      R02: [
        ["wrong invitation_has_email session", "statements"],
        ["wrong invitation_has_phone session", "statements"],
      ],
    },
  ),
  redacted(
    "a telephone number in an invitation that was taken out of the record",
    (record) => void Object.assign(record.derived ?? {}, { inviteFindings: ["phone"] }),
    { R02: [["wrong invitation_has_phone session", "statements"]] },
  ),
  one("no invitation", withSession({ inviteText: null }), {}),
  one(
    "a private address that the organisation made its contact",
    (record) => {
      record.organisation.contactRoutes.push({
        id: "at-a-provider",
        kind: "email",
        value: "lanternmoor@webmail.example",
      });
      record.session.inviteText = "Write to lanternmoor@webmail.example.";
    },
    {},
  ),
  one("personal details stated to be given out", statedNo("no_personal_details"), {
    R02: [["wrong statement_refused session", "statements"]],
  }),
  one("a contact that is not the organisation's", withSession({ contactRouteId: "somebodys-own" }), {
    R10: [["silent contact_route_missing session", "statements organisation:contacts"]],
  }),
  one(
    "neither a contact nor the statement on contact",
    (record) => {
      neverStated("contact_through_us")(record);
      record.session.contactRouteId = null;
    },
    {
      R10: [
        ["silent contact_route_missing session", "statements organisation:contacts"],
        ["silent statement_missing organisation", "organisation:lanternmoor-youth-advice"],
      ],
    },
  ),
  onYoutube("what it is for not said on a social platform", withSession({ purpose: null }), {
    R12: [["silent purpose_missing session", "details"]],
  }),
  onYoutube("therapy on a social platform", withSession({ purpose: "therapy" }), {
    R12: [["wrong therapy_on_social mode:youtube-private", "platform details"]],
  }),
  one("therapy in a meeting", withSession({ purpose: "therapy" }), {}),
  one("therapeutic conversations stated", statedNo("no_therapeutic_conversations"), {
    R12: [["wrong statement_refused session", "statements"]],
  }),
  one(
    "a statement of somebody else's session",
    (record) => {
      neverStated("no_therapeutic_conversations")(record);
      alsoStated(
        aStatement({
          kind: "no_therapeutic_conversations",
          about: { kind: "session", id: "another-session" },
          at: "2026-11-19T11:00:00Z",
        }),
      )(record);
    },
    { R12: [["silent statement_missing session", "statements"]] },
  ),
];

type Considered = NonNullable<Session["saving"]>;
const answered = (at: string, changes: Partial<Considered>): Considered => ({
  by: AMINA,
  recordedAt: at,
  answer: "yes",
  how: null,
  reason: null,
  ...changes,
});
const restricted = (changes: Partial<Considered>, at = "2026-11-19T11:00:00Z") =>
  withSession({ audienceRestricted: answered(at, changes) });
const saved = (changes: Partial<Considered>, at = "2026-11-19T11:00:00Z") =>
  withSession({ saving: answered(at, changes) });

const NOT_CONSIDERED: Told[] = [["silent not_considered session", "watchers"]];
const TO_ACCEPT: Told = ["for_approver needs_acceptance session", "watchers"];

function switchedOn(kind: "recording" | "aiNotes", since: string): Trait {
  return (record) => {
    const papers = { reason: "Feedback", keptWhere: "Drive", seenBy: "Odalys", deleteBy: "2026-12-20" };
    Object.assign(record.session.media[kind], { on: true, since, ...papers });
    agreedByAll("recording_kept", since)(record);
  };
}

const watchers: Case<Told[]>[] = [
  one("nobody asked whether the audience can be restricted", withSession({ audienceRestricted: null }), {
    R28: NOT_CONSIDERED,
  }),
  one(
    "an answer on the audience from before the platform was chosen",
    restricted({ how: "Named list" }, "2026-11-02T09:59:59Z"),
    { R28: NOT_CONSIDERED },
  ),
  one("a restricted audience, and not how", restricted({ how: null }), { R28: NOT_CONSIDERED }),
  agreedToStrangers("an audience not restricted, and not why", restricted({ answer: "no" }), {
    R28: [["silent reason_missing session", "watchers"]],
  }),
  agreedToStrangers(
    "an audience not restricted, for a reason",
    restricted({ answer: "no", reason: "For all" }),
    {
      R28: [TO_ACCEPT],
    },
  ),
  agreedToStrangers(
    "a platform that cannot restrict its audience, said to",
    (record) => void (find(record.platformModes, "youtube-private").restrictsAudience = "no"),
    {
      R28: [["wrong contradicts_mode mode:youtube-private", "watchers platform"]],
    },
  ),
  agreedToStrangers(
    "a platform of which nobody knows whether it can restrict its audience, said to",
    (record) => void (find(record.platformModes, "youtube-private").restrictsAudience = "unknown"),
    {
      R28: [["wrong restriction_unknown mode:youtube-private", "watchers platform"]],
    },
  ),
  agreedToStrangers("a second platform that is open", alsoOn(youtubePublic()), {
    R28: [["wrong contradicts_mode mode:youtube-public", "watchers platform"]],
  }),
  one("nobody asked whether others could save it", withSession({ saving: null }), { R29: NOT_CONSIDERED }),
  one(
    "an answer on saving from before the platform was chosen",
    saved({ how: "First names" }, "2026-11-02T09:59:59Z"),
    { R29: NOT_CONSIDERED },
  ),
  one("others could save it, and nothing is done", saved({ how: null }), {
    R29: [["wrong mitigation_missing session", "watchers"]],
  }),
  one("nobody could save it, for a reason", saved({ answer: "no", reason: "We watch" }), {
    R29: [TO_ACCEPT, ["advice capture_possible session", "watchers", "greenroom"]],
  }),
  one("nobody could save it, and not why", saved({ answer: "no" }), {
    R29: [
      ["silent reason_missing session", "watchers"],
      ["advice capture_possible session", "watchers", "greenroom"],
    ],
  }),
  one("recording switched on since saving was considered", switchedOn("recording", "2026-11-19T11:00:01Z"), {
    R29: NOT_CONSIDERED,
  }),
  one(
    "recording switched on when saving was considered",
    switchedOn("recording", "2026-11-19T11:00:00Z"),
    {},
  ),
  one("AI notes switched on since saving was considered", switchedOn("aiNotes", "2026-11-19T11:00:01Z"), {
    R29: NOT_CONSIDERED,
    B09: [["advice ai_notes_are_recording ai_notes", "shown", "meet"]],
  }),
  one(
    "a recording switched off since saving was considered",
    ({ session }) => void (session.media.recording.since = "2026-11-20T10:00:00Z"),
    {},
  ),
  joined("no answers on an audience and on saving that are not ours", withSession({ saving: null }), {}),
];

const unnamed = casesOf<Told[]>(() => structuredClone(scenarios["s11-variant-audience"]!));
const POINTS = ["R16", "R17", "R18", "R19", "R20", "R21"];
const eachOf = (ids: string[], ...told: Told[]) => Object.fromEntries(ids.map((id) => [id, told]));

function noticed(changes: Partial<NonNullable<Session["audienceNotice"]>>): Trait {
  return (record) => void Object.assign(record.session.audienceNotice ?? {}, changes);
}

const notice: Case<Told[]>[] = [
  unnamed(
    "no notice",
    withSession({ audienceNotice: null }),
    eachOf(["R15", ...POINTS], ["silent notice_missing session", "audience_notice"]),
  ),
  unnamed(
    "a notice of words whose meaning has changed",
    (record) =>
      void record.policy.briefingVersions.push({
        version: 2,
        from: "2026-11-20T10:00:00Z",
        changesMeaning: true,
      }),
    eachOf(["R15", ...POINTS], ["silent notice_outdated session", "audience_notice"]),
  ),
  unnamed(
    "a notice of the words that changed the meaning",
    (record) => {
      record.policy.briefingVersions.push({ version: 2, from: "2026-11-20T10:00:00Z", changesMeaning: true });
      noticed({ version: 2 })(record);
    },
    {},
  ),
  unnamed("a notice that is placed at the start", noticed({ placedAt: "2026-12-17T12:00:00Z" }), {
    R15: [["wrong notice_after_start session", "audience_notice"]],
  }),
  unnamed("a notice that is placed just before it", noticed({ placedAt: "2026-12-17T11:59:59Z" }), {}),
  unnamed("a notice without its points", noticed({ points: [] }), {
    ...eachOf(POINTS, ["silent point_missing session", "audience_notice"]),
  }),
  unnamed("a notice that names nobody to turn to", noticed({ contact: null }), {
    R21: [["silent notice_contact_missing session", "audience_notice"]],
  }),
  ...(["open", "host_only"] as const).map((value) =>
    unnamed(`a chat for ${value}`, (record) => void (record.session.media.chat.value = value), {
      R17: [["wrong chat_not_moderated session", "shown"]],
    }),
  ),
  unnamed(
    "comments that are looked at before they are shown",
    (record) => void (record.session.media.chat.value = "moderated"),
    {},
  ),
  unnamed("nobody stated that no child is on camera", neverStated("no_child_on_camera"), {
    R15: [["silent statement_missing session", "audience_notice"]],
  }),
  unnamed("a child stated to be on camera", statedNo("no_child_on_camera"), {
    R15: [["wrong statement_refused session", "audience_notice"]],
  }),
];

/** What the planner answers about the session, one thing at a time. */
export const answersTold: Case<Told[]>[] = [...needs, ...boundaries, ...watchers, ...notice];
