import { youtubePublic } from "../../factories/platform-modes";
import { agreedByAll, neverAsked, withMedia } from "../../factories/traits";
import { sixteenToSeventeen } from "../../factories/young-people";
import { scenarios } from "../all";
import type { Case } from "../amiss/case";
import { casesFrom, casesOf } from "../amiss/case";
import { all, answers, BRYONY, says, told } from "./answered";
import type { Told } from "./told";

const ANOUK = "anouk-delamere";
const EXPOSED = { camera: true, voice: true, name: true, chat: true };
const RECORDING = { reason: "Feedback", keptWhere: "Staff drive", seenBy: "Odalys", deleteBy: "2027-01-11" };

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
const photographedUntil = casesFrom<Told[]>(
  {},
  withMedia({ images: true, imagesUse: { purpose: "Our page", until: "2027-01-11" } }),
  agreedByAll("images"),
);
const replayedUntil = casesFrom<Told[]>(
  {},
  withMedia({ replay: true, replayUse: { where: "Our page", until: "2027-01-11" } }),
  agreedByAll("rebroadcast"),
);
const replayed = casesFrom<Told[]>({}, withMedia({ replay: true }), agreedByAll("rebroadcast"));
const joined = casesOf<Told[]>(() => structuredClone(scenarios["s06-variant-both-given"]!));

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
  one("no to being seen, and to being heard", all(says("no", "camera"), says("no", "voice")), {
    R30: [told("wrong refused", OFF), told("wrong refused", OFF, { scope: "voice" })],
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
  ...(
    [
      ["images", "photos", photographedUntil],
      ["rebroadcast", "a replay", replayedUntil],
    ] as const
  ).flatMap(([scope, what, until]) => [
    until(`a yes to ${what} that ends too early`, answers({ validUntil: "2027-01-10" }, { scope }), {
      R30: [told("wrong expired", RECORD, { scope })],
    }),
    until(`a yes to ${what} to the last day`, answers({ validUntil: "2027-01-11" }, { scope }), {}),
    until(`a yes to ${what} from when no day was known`, answers({ validUntil: null }, { scope }), {}),
  ]),
  photographed(
    "a yes to photos that ends before the session, where no day is known",
    answers({ validUntil: "2026-12-09" }, { scope: "images" }),
    { R30: [told("wrong expired", RECORD, { scope: "images" })] },
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

/** What young people said of themselves, one thing at a time. */
export const consentTold: Case<Told[]>[] = [...saidNo, ...noLonger];
