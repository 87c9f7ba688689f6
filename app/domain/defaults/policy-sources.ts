import type { PolicySettings } from "./policy";

/** What a setting of the policy is called, and where its default comes from. */
export type PolicySource = { label: string; source: string };

export const policySources: Record<Exclude<keyof PolicySettings, "legalAges">, PolicySource> = {
  parentConsentUnder: {
    label: "A parent or carer answers too, under",
    source:
      "NSPCC advice on images: the child's agreement at any age, and a parent's under 16 (etutor.org.uk). Others say 13 (UK law for online services), 12 (Scotland) or 18 (National Youth Agency).",
  },
  parentConsentFrom16: {
    label: "A parent or carer answers too for 16 and 17-year-olds",
    source: "NSPCC advice on images: decide case by case. Greenroom's default is no.",
  },
  competenceFrom: {
    label: "A competence decision can replace a parent's answer from",
    source:
      "Youth Access: 13 and over, 12 and over in Scotland, if they understand (youthaccess.org.uk/remote-support-toolkit).",
  },
  competenceCoversPublic: {
    label: "A competence decision covers public streams and reuse",
    source: "Greenroom's default: no, because a published recording cannot be called back.",
  },
  consentGate: {
    label: "Consent that is missing",
    source:
      "Greenroom's default: it blocks. NSPCC image guidance asks for consent; the livestream advice asks to consider it.",
  },
  minimumAdults: {
    label: "Adults present, at least",
    source: "NSPCC: at least two adults when working with children (learning.nspcc.org.uk, September 2023).",
  },
  minimumObservers: {
    label: "Observers who are not the host, at least",
    source:
      "NSPCC, as quoted by Youth Access (2020): sessions with children are watched by appropriate adults. Not below one.",
  },
  ratios: {
    label: "Children for each adult, by age",
    source:
      "NSPCC briefing on adult to child ratios (September 2023): best practice, not law, and not specially for online.",
  },
  vettingMonths: {
    label: "Vetting re-check after",
    source:
      "Greenroom's default: three years is usual. A DBS certificate has no expiry date; the employer decides.",
  },
  vettingLevels: {
    label: "Vetting level that a role needs",
    source:
      "Your decision, role by role: asking for a level that a role is not eligible for is unlawful. Until you decide, any check counts.",
  },
  trainingMonths: {
    label: "Safeguarding training renewed after",
    source: "Greenroom's default. NCVO: at least every three years; others say two.",
  },
  platformReviewMonths: {
    label: "Platforms checked again after",
    source: "Greenroom's default: platforms change their rules and reset settings without asking.",
  },
  statementMonths: {
    label: "Statements renewed after",
    source: "Greenroom's default: once a year.",
  },
  riskAssessmentDays: {
    label: "Risk assessment agreed beforehand, in days",
    source: "National Youth Agency: at least two weeks before (nya.org.uk). Later only warns.",
  },
  lengthMinutes: {
    label: "Length without a warning, in minutes",
    source: "National Youth Agency: about 45 minutes, with breaks (nya.org.uk). Longer only warns.",
  },
  seriesConsentMonths: {
    label: "Consent for a series holds for",
    source: "Jesus Youth UK safeguarding handbook: at most twelve months, and no automatic renewal.",
  },
  flaggedTopics: {
    label: "Topics that need a plan",
    source: "Greenroom's default, after the NSPCC: be sensitive to those who may be affected by a subject.",
  },
};
