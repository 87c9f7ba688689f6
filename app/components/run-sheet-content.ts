import { featureWords } from "~/domain/readiness/rules/accessibility";
import { briefingPoint, type BriefingPoint } from "~/domain/record/fields";
import { digestOf } from "~/domain/record/digest";
import type { SessionRecord } from "~/domain/record/schema";
import type { PlatformSetting, Session } from "~/domain/record/session";
import { whenInWords } from "~/domain/session/session-line";
import type { SessionStatus } from "~/domain/session/status";
import { imagesInWords, replayInWords } from "~/domain/session/media-line";
import { dateInWords, listInWords, parseDate } from "~/domain/time/words";
import { zoneInWords } from "~/domain/time/zone";
import { settingLabels } from "~/forms/settings-form";
import {
  adultsOnSheet,
  youngPeopleOnSheet,
  type SheetAdult,
  type SheetYoungPerson,
} from "./run-sheet-people";
import { verdictOf, type Verdict } from "./run-sheet-verdict";
import { safeSettings } from "./setting-words";

type SheetPlatform = { name: string; settings: [string, string][]; report: string };

/**
 * Everything on a run sheet: what the team needs on the day, with names as they are shown and session codes, and never
 * a surname, a birth, an answer or why somebody needs care.
 */
export type RunSheetContent = {
  reference: string;
  title: string;
  organisation: string;
  verdict: Verdict;
  /** What changed since the session began, and is to be acted on now. */
  alerts: string[];
  facts: [string, string][];
  platforms: SheetPlatform[];
  adults: SheetAdult[];
  /** Who mutes, removes and reports. */
  looksAfterStream: string;
  /** Null where the audience is not named. */
  youngPeople: SheetYoungPerson[] | null;
  access: string[];
  content: string[];
  recording: string[];
  briefing: string[];
};

export function runSheetOf(
  record: SessionRecord,
  status: SessionStatus,
  briefing: Record<BriefingPoint, string>,
  alerts: string[],
): RunSheetContent {
  const { session, organisation, adults } = record;
  return {
    reference: session.reference,
    title: session.title,
    organisation: organisation.name,
    verdict: verdictOf(record, status),
    alerts,
    facts: factsOf(record),
    platforms: platformsOf(record),
    adults: adultsOnSheet(record),
    looksAfterStream: adults.find(({ id }) => id === session.reportingAdultId)?.name ?? "Nobody is named yet",
    youngPeople: session.audience === "named" ? youngPeopleOnSheet(record) : null,
    access: accessOf(session),
    content: contentNotes(session),
    recording: recordingOf(session),
    briefing: briefingPoint.options.map((point) => briefing[point]),
  };
}

/** Stands on paper and on the screen: where they differ, the paper is out of date. */
export function sheetCode(content: RunSheetContent): string {
  const digest = digestOf(content).toUpperCase();
  return `${digest.slice(0, 4)}-${digest.slice(4, 8)}`;
}

function factsOf({ session, organisation }: SessionRecord): [string, string][] {
  const places = session.places.map(({ where }) => where);
  const account = organisation.approvedAccounts.find(({ id }) => id === session.accounts?.stream)?.label;
  const questions = organisation.contactRoutes.find(({ id }) => id === session.contactRouteId)?.value;
  const kind = session.kind === "host" ? "We host" : "We join";
  return [
    ["When", `${whenInWords(session)} (${zoneInWords(session.zone)})`],
    ["Where", listInWords(places) || "No place recorded"],
    ["Kind", `${kind}, ${session.format === "livestream" ? "livestream" : "video call"}`],
    ...(session.organiser ? [["Organiser", session.organiser.name] as [string, string]] : []),
    ...(account ? [["Account", account] as [string, string]] : []),
    ...(questions ? [["Questions go to", questions] as [string, string]] : []),
  ];
}

function platformsOf({ session, platformModes }: SessionRecord): SheetPlatform[] {
  const safe = safeSettings(session.media);
  return session.platforms.map(({ modeId, settings }) => {
    const mode = platformModes.find(({ id }) => id === modeId);
    const setting = (key: PlatformSetting) => {
      const given = settings[key];
      if (!given) return "Not looked at yet";
      if (given.answer === "cannot_be_set") return "Cannot be set here";
      return given.answer === "safe" ? safe[key] : (given.note ?? "Otherwise");
    };
    const keys = Object.keys(settingLabels) as PlatformSetting[];
    return {
      name: mode?.name ?? "Platform",
      settings: keys.map((key): [string, string] => [settingLabels[key], setting(key)]),
      report: mode?.reportRoute ?? "Not recorded: find out before the session",
    };
  });
}

function accessOf({ accessibility: { features, arrangements } }: Session): string[] {
  return [
    ...(features.length > 0 ? [`On offer: ${features.map((each) => featureWords[each]).join(", ")}`] : []),
    ...arrangements.map(({ need, arrangement }) => `${featureWords[need]}: ${arrangement}`),
  ];
}

function contentNotes({ topic, organiser }: Session): string[] {
  return [
    ...(topic ? [`Topic: ${topic.text}`] : []),
    ...(topic && topic.flags.length > 0 ? [`May be hard for some: ${topic.flags.join(", ")}`] : []),
    ...(topic?.adjustments ? [topic.adjustments] : []),
    ...(organiser?.content ? [`Expected: ${organiser.content.outline}`] : []),
  ];
}

function recordingOf({ media, organiser }: Session): string[] {
  const kept = (what: string, { on, keptWhere, seenBy, deleteBy }: Session["media"]["recording"]) =>
    on
      ? [
          `${what}: on`,
          keptWhere ? `kept ${keptWhere}` : null,
          seenBy ? `seen by ${seenBy}` : null,
          deleteBy ? `deleted by ${dateInWords(parseDate(deleteBy))}` : null,
        ]
          .filter((words) => words !== null)
          .join("; ")
      : `${what}: off`;
  const told = { yes: "yes", no: "no", not_known: "not known" };
  return [
    kept("Recording", media.recording),
    kept("Notes by a machine", media.aiNotes),
    `Photos and screenshots by us: ${media.images ? imagesInWords(media.imagesUse) : "none"}`,
    ...(media.replay ? [`Shown again by us: ${replayInWords(media.replayUse)}`] : []),
    ...(organiser?.saved ? [`The organiser saves it: ${told[organiser.saved.answer]}`] : []),
    ...(organiser?.reused ? [`The organiser shows it again: ${told[organiser.reused.answer]}`] : []),
  ];
}
