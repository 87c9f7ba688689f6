import type { Session } from "~/domain/record/session";
import { AMINA } from "../../factories/lanternmoor";
import { youtubePrivate, youtubePublic } from "../../factories/platform-modes";
import type { Trait } from "../../factories/record";
import { agreedByAll, alsoOn, find, withSession } from "../../factories/traits";
import { scenarios } from "../all";
import type { Case } from "../amiss/case";
import { casesFrom, casesOf } from "../amiss/case";
import type { Told } from "./told";

const one = casesFrom<Told[]>({});
const agreedToStrangers = casesFrom<Told[]>(
  { modes: [youtubePrivate()], chat: "off" },
  agreedByAll("public_broadcast"),
);
const onYoutube = casesFrom<Told[]>({ modes: [youtubePrivate()], chat: "off" });
const joined = casesOf<Told[]>(() => structuredClone(scenarios["s06-variant-both-given"]!));

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
const NOT_ASKED = [
  "bryony-cattermoss",
  "ellis-larkspurrow",
  "imogen-sallowby",
  "nadia-venncroft",
  "rowan-tisdell",
].map((id): Told => [`silent not_asked participant:${id}:public_broadcast`, `consent:${id}`, "organisation"]);
const TO_ACCEPT: Told = ["for_approver needs_acceptance session", "watchers"];

function switchedOn(kind: "recording" | "aiNotes", since: string): Trait {
  return (record) => {
    const papers = { reason: "Feedback", keptWhere: "Drive", seenBy: "Odalys", deleteBy: "2026-12-20" };
    Object.assign(record.session.media[kind], { on: true, since, ...papers });
    agreedByAll("recording_kept", since)(record);
  };
}

/** Who may watch and what may be saved, one thing at a time. */
export const watchersTold: Case<Told[]>[] = [
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
  onYoutube(
    "a platform on which strangers may watch, which nobody was asked about",
    (record) => void (find(record.platformModes, "youtube-private").restrictsAudience = "no"),
    {
      R28: [["wrong contradicts_mode mode:youtube-private", "watchers platform"]],
      R30: NOT_ASKED,
    },
  ),
  onYoutube(
    "an audience not restricted, which nobody was asked about",
    restricted({ answer: "no", reason: "For all" }),
    { R28: [TO_ACCEPT], R30: NOT_ASKED },
  ),
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
