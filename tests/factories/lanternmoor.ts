import type { Organisation, Policy } from "~/domain/record/organisation";

export const AMINA = "user-amina-farrow";
export const IDRIS = "user-idris-marrowby";
export const PETRA = "user-petra-hollowell";
export const WREN = "user-wren-castellow";
export const ODALYS = "user-odalys-fennimore";

/** Lanternmoor Youth Advice, a charity in England that does not exist. */
export function lanternmoor(): Organisation {
  return {
    id: "lanternmoor-youth-advice",
    name: "Lanternmoor Youth Advice",
    nation: "england",
    emailDomains: ["lanternmoor.example"],
    approvedAccounts: ["mail", "zoom", "teams", "youtube", "discord", "stage"].map((service) => ({
      id: `lanternmoor-${service}`,
      label: `Lanternmoor Youth Advice, ${service}`,
      validFrom: "2026-01-01",
      validTo: null,
    })),
    contactRoutes: [{ id: "lanternmoor-hello", kind: "email", value: "hello@lanternmoor.example" }],
    staff: [
      { id: AMINA, name: "Amina Farrow", adultId: null },
      { id: IDRIS, name: "Idris Marrowby", adultId: null },
      { id: PETRA, name: "Petra Hollowell", adultId: "petra-hollowell" },
      { id: WREN, name: "Wren Castellow", adultId: "wren-castellow" },
      { id: ODALYS, name: "Odalys Fennimore", adultId: "odalys-fennimore" },
    ],
  };
}

/** The defaults that Greenroom proposes; `changes` is what the organisation decided otherwise. */
export function aPolicy(changes: Partial<Policy> = {}): Policy {
  return {
    version: 1,
    effectiveFrom: "2026-09-01",
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
    vettingLevels: {
      host: "enhanced",
      moderator: "enhanced",
      observer: "enhanced",
      support_contact: "enhanced",
      dsl_on_call: "enhanced",
      standby: "enhanced",
    },
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
    briefingVersions: [{ version: 1, from: "2026-09-01T08:00:00Z", changesMeaning: false }],
    legalAges: [],
    ...changes,
  };
}
