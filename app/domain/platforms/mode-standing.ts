import type { PlatformMode } from "../record/platform-mode";
import { dateInWords, parseDate } from "../time/words";
import { agesOn, limitsAfter, type AgeAnswer, type LimitKind } from "./change-age-limits";
import { newestReview } from "./review-due";

export type ModeStanding = {
  state: "unchecked" | "overdue" | "due_soon" | "checked";
  /** When it was checked and until when that holds, in words. */
  line: string;
  /** What stops or hinders sessions on it, or is about to. */
  warnings: string[];
};

const SOON_DAYS = 30;

export const limitQuestions: Record<LimitKind, string> = {
  account: "To have an account",
  terms: "To take part at all, also as a guest",
  go_live: "To start a stream",
  on_camera_without_adult: "To be on camera without an adult in sight",
};

/** An age limit as people read it. */
export function ageInWords(age: AgeAnswer): string {
  if (age === "unknown") return "Not known";
  return age === "none" ? "No limit" : `${age} and over`;
}

/** How a mode stands on a day (`YYYY-MM-DD`), for whoever looks after platforms. */
export function modeStanding(mode: PlatformMode, reviewMonths: number, today: string): ModeStanding {
  const reviewed = newestReview(mode, reviewMonths);
  const warnings = warningsOf(mode, today);
  if (!reviewed) return { state: "unchecked", line: "Nobody has checked this yet", warnings };
  const checkedOn = dateInWords(parseDate(reviewed.review.reviewedOn));
  const due = dateInWords(reviewed.due);
  const left = parseDate(today).until(reviewed.due).days;
  if (left < 0) return { state: "overdue", line: `Checked on ${checkedOn}, good until ${due}`, warnings };
  const state = left <= SOON_DAYS ? "due_soon" : "checked";
  return { state, line: `Checked on ${checkedOn}, good until ${due}`, warnings };
}

function warningsOf(mode: PlatformMode, today: string): string[] {
  const ages = agesOn(mode, today);
  const unknown = (["account", "terms"] as const).filter((kind) => ages[kind] === "unknown");
  return [
    ...(typeof ages.terms === "number" && ages.terms >= 18 ? ["For adults only by its own terms"] : []),
    ...(unknown.length > 0 ? ["An age limit is not known"] : []),
    ...(mode.reportRoute === null ? ["How to report on it is not recorded"] : []),
    ...(mode.restrictsAudience === "unknown" ? ["Whether the audience can be restricted is not known"] : []),
    ...(mode.restrictsAudience === "no" ? ["Anybody can watch"] : []),
    ...limitsAfter(mode, today).map(
      ({ limit, age, validFrom }) =>
        `From ${dateInWords(parseDate(validFrom))}: ${limitQuestions[limit].toLowerCase()}, ${ageInWords(age).toLowerCase()}`,
    ),
  ];
}
