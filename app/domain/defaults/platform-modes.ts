import { meetings } from "./platforms/meetings";
import { socialModes } from "./platforms/social";
import type { StarterMode } from "./platforms/starter-mode";
import { youtubeModes } from "./platforms/youtube";

/**
 * Well-known platform modes with what their pages said in November 2026. They are a place to start and no more: an
 * organisation takes one over unchecked, and its sessions stay not ready until somebody has read the platform's
 * current rules. What no page said is `unknown`.
 */
export const starterModes: readonly StarterMode[] = [...meetings, ...youtubeModes, ...socialModes];

export function starterModeCalled(key: string): StarterMode | null {
  return starterModes.find((mode) => mode.key === key) ?? null;
}

/** The services that the government's announcement of 15 June 2026 names for a bar under 16. */
const namedForTheBar = ["tiktok", "instagram", "youtube", "snapchat", "facebook", "x", "twitter"];

/** The announced bar may be law from about then, so that these services are to be looked at again by this day. */
export const BAR_MAY_BEGIN = "2027-03-01";

/**
 * The day by which a platform has to be checked again whatever the interval, or null. A check on or after that day
 * clears it. Source: announcement of 15 June 2026, as reported by wiggin.co.uk (29 June 2026) and streamu.app.
 */
export function reviewDueBefore(service: string, reviewedOn: string): string | null {
  const first = service.trim().toLowerCase().split(/\s/)[0] ?? "";
  return namedForTheBar.includes(first) && reviewedOn < BAR_MAY_BEGIN ? BAR_MAY_BEGIN : null;
}
