import { Temporal } from "temporal-polyfill";
import { lanternmoor } from "../../tests/factories/lanternmoor";
import {
  discordVoice,
  teamsMeeting,
  youtubePrivate,
  youtubePublic,
  zoomMeeting,
} from "../../tests/factories/platform-modes";
import { adultSteps, joins, organisationSteps } from "./organisation-steps";
import { platformSteps } from "./platform-steps";
import type { Step } from "./play";
import { sessionSteps } from "./session-steps";
import { hollis, moveToAnotherRoom, otherSessions, scenarioSessions } from "./sessions";
import { shiftWeeks, weeksToLatestMonday } from "./shift-weeks";
import { trustee } from "./staff";

const ZONE = "Europe/London";
const NOW = Temporal.ZonedDateTime.from(`2026-11-23T10:00[${ZONE}]`);

/** When the organisation began with Greenroom; its adults are entered and state what they state an hour later. */
const BEGAN = "2026-09-01T08:00:00Z";
const ENTERED = "2026-09-01T09:00:00Z";

const modes = [zoomMeeting(), teamsMeeting(), youtubePrivate(), youtubePublic(), discordVoice()];

/** By how many weeks the story moves so that its now is the latest Monday, at 10:00, on or before the present's date. */
export function weeksFor(present: Temporal.Instant): number {
  return weeksToLatestMonday(NOW, present.toZonedDateTimeISO(ZONE).toPlainDate());
}

/** The same value, which speaks of the scenarios' dates, in the dates of the story as it is told at `present`. */
export function inStory<T>(value: T, present: Temporal.Instant): T {
  return shiftWeeks(value, weeksFor(present), ZONE);
}

/** Everything that people at Lanternmoor do, in its time; some of it may lie after `present`. */
export function story(present: Temporal.Instant): Step[] {
  const told = <T>(value: T) => inStory(value, present);
  const sessions = [...scenarioSessions.values(), ...otherSessions];
  return [
    ...organisationSteps(told(organisation()), told(BEGAN)),
    ...everyAdult().flatMap((adult) => adultSteps(told(adult), told(ENTERED))),
    ...modes.flatMap((mode) => platformSteps(told(mode))),
    ...sessions.flatMap((record) => sessionSteps(told(record))),
    told(moveToAnotherRoom),
  ];
}

/** The last thing of all, at the present: its account says that everything before it is there. */
export function finalStep(present: Temporal.Instant): Step {
  return joins(trustee, present.round("millisecond").toString());
}

/** Accounts as people write them: `Lanternmoor Youth Advice, Zoom`. */
function organisation() {
  const { approvedAccounts, ...rest } = lanternmoor();
  const names: Record<string, string> = {
    mail: "e-mail",
    zoom: "Zoom",
    teams: "Teams",
    youtube: "YouTube",
    discord: "Discord",
  };
  return {
    ...rest,
    approvedAccounts: approvedAccounts.flatMap((account) => {
      const name = names[account.id.replace("lanternmoor-", "")];
      return name ? [{ ...account, label: `${rest.name}, ${name}` }] : [];
    }),
  };
}

/** Each adult once; Tamsin as the scenario about her check has her. */
function everyAdult() {
  const shared = scenarioSessions.get("s04")?.adults ?? [];
  return [...shared, hollis];
}
