import type { Briefing } from "~/domain/record/participant";
import type { Session } from "~/domain/record/session";
import { aBriefing } from "../../factories/record";
import { youtubePrivate } from "../../factories/platform-modes";
import type { Trait } from "../../factories/record";
import type { Case } from "../amiss/case";
import { casesFrom } from "../amiss/case";
import type { Told } from "./told";

const one = casesFrom<Told[]>({});
const onYoutube = casesFrom<Told[]>({ modes: [youtubePrivate()] });
const BRYONY = "bryony-cattermoss";
const FIVE = [BRYONY, "ellis-larkspurrow", "imogen-sallowby", "nadia-venncroft", "rowan-tisdell"];
const EVERY = ["R15", "R16", "R17", "R18", "R19", "R20", "R21"];

function eachOf(ids: string[], code: string, people = [BRYONY]): Record<string, Told[]> {
  const told = people.map((id): Told => [`silent ${code} participant:${id}`, `briefing:${id}`]);
  return Object.fromEntries(ids.map((id) => [id, told]));
}

/** Puts these in the place of what Bryony was told. */
function bryonyTold(...briefings: Partial<Briefing>[]): Trait {
  return (record) => {
    record.briefings = [
      ...record.briefings.filter(({ participantId }) => participantId !== BRYONY),
      ...briefings.map((changes, index) =>
        aBriefing(BRYONY, changes.briefedAt ?? "2026-11-20T16:00:00Z", {
          id: `briefing-${index}`,
          ...changes,
        }),
      ),
    ];
  };
}

function media(changes: Partial<Pick<Session["media"], "chat" | "donations">>): Trait {
  return (record) => void Object.assign(record.session.media, changes);
}

function newWords(from: string, changesMeaning: boolean): Trait {
  return (record) => void record.policy.briefingVersions.push({ version: 2, from, changesMeaning });
}

const ALL_BUT_COMMENTS = [
  "live",
  "personal_information",
  "contact_requests",
  "donations",
  "who_to_tell",
] as const;
const BEFORE_PLATFORM = "2026-11-02T09:59:59Z";
const onTime = { recordedAt: "2026-11-20T16:00:00Z" };

const whenTold: Case<Told[]>[] = [
  one("somebody never briefed", bryonyTold(), eachOf(EVERY, "not_briefed")),
  one(
    "a briefing from before the platform was chosen",
    bryonyTold({ briefedAt: BEFORE_PLATFORM }),
    eachOf(["R15", "R17", "R20"], "briefing_outdated"),
  ),
  one("a briefing when the platform was chosen", bryonyTold({ briefedAt: "2026-11-02T10:00:00Z" }), {}),
  one(
    "a briefing recorded a day later",
    bryonyTold({ briefedAt: "2026-11-20T16:00:00Z", recordedAt: "2026-11-21T16:00:00Z" }),
    {},
  ),
  one(
    "a briefing recorded more than a day later",
    bryonyTold({ briefedAt: "2026-11-20T16:00:00Z", recordedAt: "2026-11-21T16:00:01Z" }),
    { R15: [[`advice recorded_late participant:${BRYONY}`, "", "greenroom"]] },
  ),
  one(
    "a briefing recorded late beside one recorded at once",
    bryonyTold({ ...onTime, briefedAt: "2026-11-09T16:00:00Z" }, { briefedAt: "2026-11-20T16:00:00Z" }),
    {},
  ),
  one(
    "briefings that were all recorded late",
    bryonyTold(
      { ...onTime, briefedAt: "2026-11-09T16:00:00Z" },
      { ...onTime, briefedAt: "2026-11-10T16:00:00Z" },
    ),
    { R15: [[`advice recorded_late participant:${BRYONY}`, "", "greenroom"]] },
  ),
];

const whatWasTold: Case<Told[]>[] = [
  one("a point left out", bryonyTold({ points: [...ALL_BUT_COMMENTS] }), eachOf(["R17"], "point_missing")),
  one("every point left out", bryonyTold({ points: [] }), eachOf(EVERY.slice(1), "point_missing")),
  one(
    "points told the first time and left out the second",
    bryonyTold({}, { points: [], briefedAt: "2026-11-21T16:00:00Z" }),
    {},
  ),
  one(
    "a point told only before the platform was chosen",
    bryonyTold({ briefedAt: BEFORE_PLATFORM }, { points: [...ALL_BUT_COMMENTS] }),
    eachOf(["R17"], "briefing_outdated"),
  ),
  one(
    "points told before the platform was chosen and again since",
    bryonyTold({ briefedAt: BEFORE_PLATFORM }, {}),
    {},
  ),
];

const whatChanged: Case<Told[]>[] = [
  one(
    "the chat opened since",
    media({ chat: { value: "moderated", since: "2026-11-20T16:00:01Z" } }),
    eachOf(["R17"], "briefing_outdated", FIVE),
  ),
  one(
    "the chat opened just before",
    media({ chat: { value: "moderated", since: "2026-11-20T16:00:00Z" } }),
    {},
  ),
  one(
    "the chat opened since, and closed",
    media({ chat: { value: "off", since: "2026-11-20T16:00:01Z" } }),
    {},
  ),
  one(
    "donations switched on since",
    media({ donations: { value: "on", since: "2026-11-20T16:00:01Z" } }),
    eachOf(["R20"], "briefing_outdated", FIVE),
  ),
  one(
    "donations switched on just before",
    media({ donations: { value: "on", since: "2026-11-20T16:00:00Z" } }),
    {},
  ),
  one(
    "donations switched off since",
    media({ donations: { value: "off", since: "2026-11-20T16:00:01Z" } }),
    {},
  ),
  onYoutube(
    "nobody knows whether the stream asks for money",
    media({ donations: { value: "not_known", since: "2026-11-02T10:00:00Z" } }),
    { R20: [["wrong donations_not_known session", "shown"]] },
  ),
  onYoutube(
    "donations that cannot be switched off",
    media({ donations: { value: "cannot_be_switched_off", since: "2026-11-02T10:00:00Z" } }),
    {},
  ),
  one(
    "nobody knows it of a platform that cannot ask for money",
    media({ donations: { value: "not_known", since: "2026-11-02T10:00:00Z" } }),
    {},
  ),
  one(
    "new words that change the meaning, from now on",
    newWords("2026-11-23T10:00:00Z", true),
    eachOf(EVERY, "briefing_outdated", FIVE),
  ),
  one("new words that change the meaning, from later on", newWords("2026-11-23T10:00:01Z", true), {}),
  one("new words that change nothing", newWords("2026-11-21T10:00:00Z", false), {}),
  one(
    "new words that change the meaning, and one person told in them",
    (record) => {
      newWords("2026-11-20T10:00:00Z", true)(record);
      bryonyTold({ version: 2 })(record);
    },
    eachOf(EVERY, "briefing_outdated", FIVE.slice(1)),
  ),
];

/** What young people were told, one thing at a time. */
export const briefingTold: Case<Told[]>[] = [...whenTold, ...whatWasTold, ...whatChanged];
