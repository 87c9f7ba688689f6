import { canonicalJson } from "../record/canonical";
import type { Policy } from "../record/organisation";

export type PolicySettings = Omit<
  Policy,
  "version" | "effectiveFrom" | "briefingVersions" | "wordingChanges"
>;

/**
 * What a new organisation starts with, for what the NSPCC's advice leaves open: each value is good practice from
 * elsewhere or Greenroom's own, can be changed, and shows its source where it is changed.
 */
export const defaultPolicy: PolicySettings = {
  parentConsentUnder: 16,
  parentConsentFrom16: false,
  competenceFrom: 13,
  competenceCoversPublic: false,
  consentGate: "blocks",
  minimumAdults: 2,
  minimumObservers: 1,
  ratios: [
    { fromAge: 0, toAge: 1, childrenPerAdult: 3 },
    { fromAge: 2, toAge: 3, childrenPerAdult: 4 },
    { fromAge: 4, toAge: 8, childrenPerAdult: 6 },
    { fromAge: 9, toAge: 12, childrenPerAdult: 8 },
    { fromAge: 13, toAge: 17, childrenPerAdult: 10 },
  ],
  vettingMonths: 36,
  vettingLevels: {},
  trainingMonths: 24,
  platformReviewMonths: 6,
  statementMonths: 12,
  riskAssessmentDays: 14,
  lengthMinutes: 45,
  seriesConsentMonths: 12,
  flaggedTopics: [
    "abuse",
    "self-harm and suicide",
    "eating disorders",
    "bereavement",
    "violence",
    "sex and relationships",
    "substance use",
    "discrimination",
  ],
  legalAges: [],
};

/** Whether an organisation has set something else than what it started with. */
export function isOwnSetting<K extends keyof PolicySettings>(
  policy: Pick<PolicySettings, K>,
  setting: K,
): boolean {
  return canonicalJson(policy[setting]) !== canonicalJson(defaultPolicy[setting]);
}
