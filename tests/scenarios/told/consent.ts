import type { ConsentScope } from "~/domain/record/fields";
import type { ConsentEvent, Relationship } from "~/domain/record/participant";
import { teamsMeeting, youtubePublic } from "../../factories/platform-modes";
import type { Plan } from "../../factories/plan";
import type { Trait } from "../../factories/record";
import { aLeadStatement } from "../../factories/statements";
import {
  agreedByAll,
  alsoStated,
  neverAsked,
  thenAnswered,
  withMedia,
  withParticipant,
} from "../../factories/traits";
import { aYoungPerson, sixteenToSeventeen } from "../../factories/young-people";
import { scenarios } from "../all";
import type { Case } from "../amiss/case";
import { casesFrom, casesOf } from "../amiss/case";
import type { Told } from "./told";

const BRYONY = "bryony-cattermoss";
const PRIYA = "priya-tolland";
const ANOUK = "anouk-delamere";
const EXPOSED = { camera: true, voice: true, name: true, chat: true };
const RECORDING = { reason: "Feedback", keptWhere: "Staff drive", seenBy: "Odalys", deleteBy: "2027-01-11" };

function withPriyaBorn(birth: string, plan: Partial<Plan> = {}) {
  const priya = aYoungPerson("Priya", "Tolland", birth, { route: "in_room" });
  return casesFrom<Told[]>({
    modes: [teamsMeeting()],
    participants: [priya, ...sixteenToSeventeen(4)],
    ...plan,
  });
}

const one = casesFrom<Told[]>({});
const overnight = casesFrom<Told[]>({ startsAt: "2026-12-10T23:30:00Z", minutes: 60 });
const recorded = casesFrom<Told[]>({ recording: RECORDING });
const chatting = casesFrom<Told[]>({
  chat: "moderated",
  participants: sixteenToSeventeen(5, { exposure: EXPOSED }),
});
const inPublic = casesFrom<Told[]>({
  modes: [youtubePublic()],
  chat: "off",
  audienceRestricted: { answer: "no", how: null, reason: "Open to all families" },
});
const photographed = casesFrom<Told[]>({}, withMedia({ images: true }), agreedByAll("images"));
const replayed = casesFrom<Told[]>({}, withMedia({ replay: true }), agreedByAll("rebroadcast"));
const joined = casesOf<Told[]>(() => structuredClone(scenarios["s06-variant-both-given"]!));
const ofTwelve = withPriyaBorn("2014-09-21");
const ofFifteen = withPriyaBorn("2011-09-21");
const ofSeventeen = withPriyaBorn("2008-12-11");
const ofEighteen = withPriyaBorn("2008-12-10");
const leftToApprover = withPriyaBorn("2011-09-21", { policy: { consentGate: "needs_acceptance" } });

type Who = { participantId?: string; relationship?: Relationship; giverId?: string };

function says(
  answer: ConsentEvent["answer"],
  scope: ConsentScope,
  who: Who = {},
  how?: ConsentEvent["how"],
): Trait {
  return thenAnswered({
    participantId: BRYONY,
    scope,
    answer,
    at: "2026-11-20T10:00:00Z",
    ...who,
    ...(how ? { how } : {}),
  });
}

const all =
  (...traits: Trait[]): Trait =>
  (record) => {
    for (const trait of traits) trait(record);
  };

/** Changes what somebody, or their parent, answered about being seen, or about something else. */
function answers(changes: Partial<ConsentEvent>, who: Who & { scope?: ConsentScope } = {}): Trait {
  const { participantId = BRYONY, relationship = "self", scope = "camera" } = who;
  return (record) => {
    for (const event of record.consentEvents)
      if (
        event.participantId === participantId &&
        event.scope === scope &&
        event.giver.relationship === relationship
      )
        Object.assign(event, changes);
  };
}

function told(
  finding: string,
  leadsTo: string,
  { of = BRYONY, scope = "camera" }: { of?: string; scope?: string } = {},
): Told {
  return [`${finding} participant:${of}:${scope}`, leadsTo, "organisation"];
}

const OFF = `participants:${BRYONY}`;
const RECORD = `consent:${BRYONY}`;

const saidNo: Case<Told[]>[] = [
  ...(["take_part", "camera", "voice", "name_shown"] as const).map((scope) =>
    one(`no to ${scope}`, says("no", scope), { R30: [told("wrong refused", OFF, { scope })] }),
  ),
  one("a change of mind about being seen", says("withdrawn", "camera"), {
    R30: [told("wrong withdrawn", OFF)],
  }),
  chatting("no to the chat", says("no", "chat"), { R30: [told("wrong refused", OFF, { scope: "chat" })] }),
  recorded("no to being recorded", says("no", "recording_kept"), {
    R30: [told("wrong refused", `shown ${OFF}`, { scope: "recording_kept" })],
  }),
  photographed("no to photos", says("no", "images"), {
    R30: [told("wrong refused", `shown ${OFF}`, { scope: "images" })],
  }),
  replayed("no to being shown again", says("no", "rebroadcast"), {
    R30: [told("wrong refused", OFF, { scope: "rebroadcast" })],
  }),
  inPublic("no to strangers", says("no", "public_broadcast"), {
    R30: [told("wrong refused", OFF, { scope: "public_broadcast" })],
  }),
  ...(["recording_kept", "rebroadcast", "third_party"] as const).map((scope) =>
    joined(`no to ${scope} by the other organisation`, says("no", scope, { participantId: ANOUK }), {
      R30: [told("wrong refused", `participants:${ANOUK}`, { of: ANOUK, scope: `${scope}:organiser` })],
    }),
  ),
  one("no to taking part, and to being seen", all(says("no", "take_part"), says("no", "camera")), {
    R30: [told("wrong refused", OFF, { scope: "take_part" })],
  }),
  one(
    "taking part never asked, and no to being seen",
    all(
      neverAsked(({ participantId, scope }) => participantId === BRYONY && scope === "take_part"),
      says("no", "camera"),
    ),
    {
      R30: [told("silent not_asked", RECORD, { scope: "take_part" }), told("wrong refused", OFF)],
    },
  ),
  one("a yes on paper after a no", all(says("no", "camera"), says("yes", "camera", {}, "paper")), {
    R30: [told("wrong yes_not_confirmed", RECORD)],
  }),
];

const noLonger: Case<Told[]>[] = [
  one("a yes until the day before", answers({ validUntil: "2026-12-09" }), {
    R30: [told("wrong expired", RECORD)],
  }),
  one("a yes until the day", answers({ validUntil: "2026-12-10" }), {}),
  overnight("a yes until the day before the session's last", answers({ validUntil: "2026-12-10" }), {
    R30: [told("wrong expired", RECORD)],
  }),
  recorded(
    "a yes to a recording that ends before it is deleted",
    answers({ validUntil: "2027-01-10" }, { scope: "recording_kept" }),
    { R30: [told("wrong expired", RECORD, { scope: "recording_kept" })] },
  ),
  recorded(
    "a yes to a recording that does not end",
    answers({ validUntil: null }, { scope: "recording_kept" }),
    {},
  ),
  one("a yes from before the platform was chosen", answers({ at: "2026-11-02T09:59:59Z" }), {
    R30: [told("silent asked_before_change", RECORD)],
  }),
  one("a yes when the platform was chosen", answers({ at: "2026-11-02T10:00:00Z" }), {}),
  recorded(
    "a yes from before recording was switched on",
    ({ session, ...record }) => {
      session.media.recording.since = "2026-11-10T10:00:00Z";
      answers({ at: "2026-11-10T09:59:59Z" }, { scope: "recording_kept" })({ session, ...record });
    },
    { R30: [told("silent asked_before_change", RECORD, { scope: "recording_kept" })] },
  ),
  recorded(
    "a yes when recording was switched on",
    ({ session, ...record }) => {
      session.media.recording.since = "2026-11-10T10:00:00Z";
      answers({ at: "2026-11-10T10:00:00Z" }, { scope: "recording_kept" })({ session, ...record });
    },
    {},
  ),
  ...(["recording_kept", "rebroadcast", "third_party"] as const).map((scope) =>
    joined(
      `a yes to ${scope} that did not name the other organisation`,
      answers({ organisations: ["Somebody else"] }, { participantId: ANOUK, scope }),
      {
        R30: [
          told("wrong organisation_not_named", `consent:${ANOUK}`, {
            of: ANOUK,
            scope: `${scope}:organiser`,
          }),
        ],
      },
    ),
  ),
];

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

/** Who said what, one thing at a time. */
export const consentTold: Case<Told[]>[] = [...saidNo, ...noLonger, ...parentAsked, ...atOdds];
