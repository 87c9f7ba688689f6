import type { PolicySettings } from "../defaults/policy";
import { canonicalJson } from "../record/canonical";

type Settings = PolicySettings;
type Key = keyof Settings;

/** Settings of which a smaller number asks for less. */
const LESS_WHEN_SMALLER = [
  "parentConsentUnder",
  "competenceFrom",
  "minimumAdults",
  "minimumObservers",
  "riskAssessmentDays",
] as const satisfies Key[];

/** Settings of which a greater number asks for less: more time goes by before something is looked at again. */
const LESS_WHEN_GREATER = [
  "vettingMonths",
  "trainingMonths",
  "platformReviewMonths",
  "statementMonths",
  "seriesConsentMonths",
  "lengthMinutes",
] as const satisfies Key[];

const ADULT_AGE = 18;

/**
 * The settings in which a policy asks for less than the one before it. What cannot be compared, such as another level
 * of vetting for a role, or another law, counts as less: being told of one change too many harms nobody.
 */
export function loosenedSettings(before: Settings, after: Settings): Key[] {
  const found: Key[] = [
    ...LESS_WHEN_SMALLER.filter((key) => after[key] < before[key]),
    ...LESS_WHEN_GREATER.filter((key) => after[key] > before[key]),
  ];
  if (before.parentConsentFrom16 && !after.parentConsentFrom16) found.push("parentConsentFrom16");
  if (!before.competenceCoversPublic && after.competenceCoversPublic) found.push("competenceCoversPublic");
  if (before.consentGate === "blocks" && after.consentGate !== "blocks") found.push("consentGate");
  if (hasMoreChildrenPerAdult(before.ratios, after.ratios)) found.push("ratios");
  if (before.flaggedTopics.some((topic) => !after.flaggedTopics.includes(topic))) found.push("flaggedTopics");
  for (const key of ["vettingLevels", "legalAges"] as const)
    if (takesSomethingAway(before[key], after[key])) found.push(key);
  return found;
}

function hasMoreChildrenPerAdult(before: Settings["ratios"], after: Settings["ratios"]): boolean {
  const at = (ratios: Settings["ratios"], age: number) =>
    ratios.find(({ fromAge, toAge }) => fromAge <= age && age <= toAge)?.childrenPerAdult ?? Infinity;
  return Array.from({ length: ADULT_AGE }, (_, age) => at(after, age) > at(before, age)).includes(true);
}

/** Whether an entry of a list or record is gone or is another one now. */
function takesSomethingAway(before: object, after: object): boolean {
  const kept = new Map(Object.entries(after).map(([key, value]) => [key, canonicalJson(value)]));
  const remaining = new Set(kept.values());
  return Array.isArray(before)
    ? before.some((entry) => !remaining.has(canonicalJson(entry)))
    : Object.entries(before).some(([key, value]) => kept.get(key) !== canonicalJson(value));
}
