import { z } from "zod";
import type { PolicySettings } from "~/domain/defaults/policy";
import { policySources } from "~/domain/defaults/policy-sources";
import type { AdultRole } from "~/domain/record/fields";
import type { VettingLevel } from "~/domain/record/organisation";
import { answerOf, choice, optionalChoice, yesNo } from "./choice";
import { dateField, dateParts } from "./date-field";
import type { FormValues } from "./read-form-data";
import { optionalParagraphs } from "./text";
import { wholeNumber } from "./whole-number";

function number(label: string, min: number, max: number) {
  return wholeNumber({ label, enter: `Enter ${label.charAt(0).toLowerCase()}${label.slice(1)}`, min, max });
}

const months = (label: string) => number(label, 1, 120);
const children = (ages: string) => number(`Children for each adult, ${ages}`, 1, 50);
const level = optionalChoice(["basic", "standard", "enhanced", "enhanced_barred"], {
  select: "Select a level from the list",
});

/** Ages of the bands whose numbers can be set. */
export const ratioBands = [
  { name: "under2", words: "under 2", fromAge: 0, toAge: 1 },
  { name: "from2", words: "2 and 3", fromAge: 2, toAge: 3 },
  { name: "from4", words: "4 to 8", fromAge: 4, toAge: 8 },
  { name: "from9", words: "9 to 12", fromAge: 9, toAge: 12 },
  { name: "from13", words: "13 to 17", fromAge: 13, toAge: 17 },
] as const;

export const levelWords: Record<VettingLevel, string> = {
  basic: "Basic",
  standard: "Standard",
  enhanced: "Enhanced",
  enhanced_barred: "Enhanced with barred list",
};

/** Roles that can ask for a level of vetting. A guest is never alone with participants and has none here. */
export const vettedRoles = {
  host: "Host",
  moderator: "Moderator",
  observer: "Observer",
  support_contact: "Support contact",
  dsl_on_call: "Safeguarding lead on call",
  standby: "Standby",
} as const satisfies Partial<Record<AdultRole, string>>;

export const vettedRoleNames = Object.keys(vettedRoles) as (keyof typeof vettedRoles)[];

export const policyForm = z
  .object({
    effectiveFrom: dateField({ label: "The date", enter: "Enter the first session date that it holds for" }),
    parentConsentUnder: number("Age below which a parent answers too", 0, 18),
    parentConsentFrom16: yesNo({ select: "Select whether a parent answers too for 16 and 17-year-olds" }),
    competenceFrom: number("Age for a competence decision", 0, 18),
    competenceCoversPublic: yesNo({ select: "Select whether it covers public streams and reuse" }),
    consentGate: choice(["blocks", "needs_acceptance"], { select: "Select what missing consent does" }),
    minimumAdults: number("Adults", 0, 20),
    minimumObservers: number("Observers", 0, 20),
    under2: children("under 2"),
    from2: children("2 and 3"),
    from4: children("4 to 8"),
    from9: children("9 to 12"),
    from13: children("13 to 17"),
    vettingMonths: months("Months until a vetting re-check"),
    trainingMonths: months("Months until training is renewed"),
    host: level,
    moderator: level,
    observer: level,
    support_contact: level,
    dsl_on_call: level,
    standby: level,
    platformReviewMonths: months("Months until a platform is checked again"),
    statementMonths: months("Months until a statement is renewed"),
    seriesConsentMonths: number("Months that consent for a series holds", 1, 12),
    riskAssessmentDays: number("Days for the risk assessment", 0, 90),
    lengthMinutes: number("Minutes", 10, 600),
    flaggedTopics: optionalParagraphs({ label: "Topics", max: 2000 }),
  })
  .transform((form) => {
    const { effectiveFrom, under2, from2, from4, from9, from13, flaggedTopics, ...rest } = form;
    const { host, moderator, observer, support_contact, dsl_on_call, standby, ...plain } = rest;
    const perAdult = { under2, from2, from4, from9, from13 };
    const levels = { host, moderator, observer, support_contact, dsl_on_call, standby };
    const settings: Omit<PolicySettings, "legalAges"> = {
      ...plain,
      ratios: ratioBands.map(({ name, fromAge, toAge }) => ({
        fromAge,
        toAge,
        childrenPerAdult: perAdult[name],
      })),
      vettingLevels: Object.fromEntries(Object.entries(levels).filter(([, asked]) => asked !== null)),
      flaggedTopics: topicsOf(flaggedTopics),
    };
    return { effectiveFrom, settings };
  });

function topicsOf(text: string | null): string[] {
  return [...new Set((text ?? "").split("\n").map((topic) => topic.trim()))].filter(Boolean);
}

export const gateWords = {
  blocks: "Keeps the session from being ready",
  needs_acceptance: "Has to be accepted by the approver, with a reason",
};

/** What is stored, as the form shows it; a new version begins today unless another day is given. */
export function policyDefaults(policy: PolicySettings, today: string): FormValues {
  const perAdult = ratioBands.map(({ name, fromAge }) => {
    const band = policy.ratios.find((each) => each.fromAge <= fromAge && each.toAge >= fromAge);
    return [name, String(band?.childrenPerAdult ?? "")];
  });
  const plain = [
    "parentConsentUnder",
    "competenceFrom",
    "minimumAdults",
    "minimumObservers",
    "vettingMonths",
    "trainingMonths",
    "platformReviewMonths",
    "statementMonths",
    "seriesConsentMonths",
    "riskAssessmentDays",
    "lengthMinutes",
  ] as const satisfies (keyof PolicySettings)[];
  return {
    effectiveFrom: dateParts(today),
    ...Object.fromEntries(plain.map((name) => [name, String(policy[name])])),
    ...Object.fromEntries(perAdult),
    ...Object.fromEntries(vettedRoleNames.map((role) => [role, policy.vettingLevels[role] ?? ""])),
    parentConsentFrom16: answerOf(policy.parentConsentFrom16),
    competenceCoversPublic: answerOf(policy.competenceCoversPublic),
    consentGate: policy.consentGate,
    flaggedTopics: policy.flaggedTopics.join("\n"),
  };
}

export const policyLabels: Record<string, string> = {
  effectiveFrom: "Holds from",
  ...Object.fromEntries(Object.entries(policySources).map(([name, { label }]) => [name, label])),
  ...Object.fromEntries(ratioBands.map(({ name, words }) => [name, `Children for each adult, ${words}`])),
  ...Object.fromEntries(
    vettedRoleNames.map((role) => [role, `Vetting of the ${vettedRoles[role].toLowerCase()}`]),
  ),
};

const yesNoWords = { yes: "Yes", no: "No" };

export const policyWords = {
  consentGate: gateWords,
  parentConsentFrom16: yesNoWords,
  competenceCoversPublic: yesNoWords,
  ...Object.fromEntries(vettedRoleNames.map((role) => [role, levelWords])),
};
