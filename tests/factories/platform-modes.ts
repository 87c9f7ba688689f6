import type { PlatformMode } from "~/domain/record/platform-mode";
import { AMINA } from "./lanternmoor";

type Limits = Record<PlatformMode["ageLimits"][number]["limit"], number | "none" | "unknown">;
type Confidence = PlatformMode["ageLimits"][number]["confidence"];

const NO_FEATURES = {
  captions: "no",
  screen_reader: "no",
  keyboard: "no",
  sign_language: "no",
  transcript: "no",
  large_text: "no",
  slower_pace: "no",
  breaks: "no",
  phone_in: "no",
  easy_read: "no",
} as const satisfies PlatformMode["features"];

function ageLimits(
  limits: Limits,
  source: string,
  sourceDate: string | null,
  confidence: Confidence,
): PlatformMode["ageLimits"] {
  return (["account", "terms", "go_live", "on_camera_without_adult"] as const).map((limit) => ({
    limit,
    age: limits[limit],
    validFrom: null,
    validTo: null,
    source,
    sourceDate,
    confidence,
  }));
}

/** A review by the organisation; unless told otherwise the one of 1 October 2026. */
export function aReview(
  reviewedOn = "2026-10-01",
  dueBefore: string | null = null,
): PlatformMode["reviews"][number] {
  return { reviewedOn, reviewedBy: AMINA, dueBefore, recordedAt: `${reviewedOn}T11:00:00Z` };
}

/** The services that the plan of June 2026 names for the bar under 16 are reviewed again before it may begin. */
const NAMED_IN_THE_PLAN = "2027-03-01";

/** Zoom as Lanternmoor uses it. What no source answers is Lanternmoor's own answer, invented for the tests. */
export function zoomMeeting(changes: Partial<PlatformMode> = {}): PlatformMode {
  return {
    id: "zoom-meeting",
    name: "Zoom meeting",
    service: "Zoom",
    kind: "meeting",
    ageLimits: ageLimits(
      { account: 16, terms: 16, go_live: 16, on_camera_without_adult: "none" },
      "Zoom terms of service, age restriction",
      null,
      "reputable",
    ),
    parentAccountAllowed: false,
    restrictsAudience: "yes",
    donations: "none",
    features: { ...NO_FEATURES, captions: "yes", screen_reader: "yes", keyboard: "yes", phone_in: "yes" },
    reportRoute: "Report user; remove; suspend all activity",
    note: "Young people of 16 and 17 whom we invite may join.",
    sources: [
      { address: "https://support.zoom.com/hc/en/article?sysparm_article=KB0061231", readOn: "2026-10-01" },
    ],
    reviews: [aReview()],
    ...changes,
  };
}

export function teamsMeeting(changes: Partial<PlatformMode> = {}): PlatformMode {
  return {
    id: "teams-meeting",
    name: "Teams meeting",
    service: "Microsoft Teams",
    kind: "meeting",
    ageLimits: ageLimits(
      { account: 13, terms: 13, go_live: "none", on_camera_without_adult: "none" },
      "Lanternmoor's own answer: Microsoft's age without parental consent",
      null,
      "unsourced",
    ),
    parentAccountAllowed: false,
    restrictsAudience: "yes",
    donations: "none",
    features: { ...NO_FEATURES, captions: "yes", screen_reader: "yes", keyboard: "yes" },
    reportRoute: "Remove from the meeting; report to the account's administrator",
    note: null,
    sources: [
      { address: "https://www.syscon-inc.com/teams-settings-and-security-defaults", readOn: "2026-10-01" },
    ],
    reviews: [aReview()],
    ...changes,
  };
}

export function youtubePrivate(changes: Partial<PlatformMode> = {}): PlatformMode {
  return {
    id: "youtube-private",
    name: "YouTube – private",
    service: "YouTube",
    kind: "social",
    ageLimits: ageLimits(
      { account: 13, terms: 13, go_live: 16, on_camera_without_adult: 16 },
      "YouTube live streaming minimum age, from 22 July 2025",
      "2025-06-26",
      "reputable",
    ),
    parentAccountAllowed: false,
    restrictsAudience: "yes",
    donations: "can_be_switched_off",
    features: { ...NO_FEATURES, captions: "yes", keyboard: "yes" },
    reportRoute: "Flag",
    note: null,
    sources: [{ address: "https://support.google.com/youtube/answer/9632097", readOn: "2026-10-01" }],
    reviews: [aReview("2026-10-01", NAMED_IN_THE_PLAN)],
    ...changes,
  };
}

export function youtubePublic(changes: Partial<PlatformMode> = {}): PlatformMode {
  return youtubePrivate({
    id: "youtube-public",
    name: "YouTube – public",
    restrictsAudience: "no",
    ...changes,
  });
}

export function discordVoice(changes: Partial<PlatformMode> = {}): PlatformMode {
  return {
    id: "discord-server-voice",
    name: "Discord – server voice",
    service: "Discord",
    kind: "social",
    ageLimits: ageLimits(
      { account: 13, terms: 13, go_live: 13, on_camera_without_adult: "none" },
      "Discord's global safety update",
      "2026-02-11",
      "reputable",
    ),
    parentAccountAllowed: false,
    restrictsAudience: "yes",
    donations: "can_be_switched_off",
    features: { ...NO_FEATURES, captions: "yes", keyboard: "yes" },
    reportRoute: "Report; ban from the server",
    note: "Captions by a bot.",
    sources: [
      {
        address: "https://www.pocketgamer.biz/discord-to-roll-out-global-safety-update",
        readOn: "2026-10-01",
      },
    ],
    reviews: [aReview()],
    ...changes,
  };
}

/** The same mode with other age limits. */
export function withAgeLimits(mode: PlatformMode, ages: Partial<Limits>): PlatformMode {
  return {
    ...mode,
    ageLimits: mode.ageLimits.map((one) => ({ ...one, age: ages[one.limit] ?? one.age })),
  };
}
