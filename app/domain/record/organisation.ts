import { z } from "zod";
import { adultRole, consentScope, id, instant, plainDate, text } from "./fields";

const approvedAccount = z.strictObject({
  id,
  label: text,
  validFrom: plainDate,
  validTo: plainDate.nullable(),
});

const contactRoute = z.strictObject({
  id,
  kind: z.enum(["phone", "email", "web", "account"]),
  value: text,
});

const staffMember = z.strictObject({
  id,
  name: text,
  /** The adult record of the same human being, so that an approver who also hosts is found out. */
  adultId: id.nullable(),
});

export const organisation = z.strictObject({
  id,
  name: text,
  nation: z.enum(["england", "wales", "scotland", "northern_ireland"]),
  emailDomains: z.array(z.string().max(253)),
  approvedAccounts: z.array(approvedAccount),
  contactRoutes: z.array(contactRoute),
  staff: z.array(staffMember),
});

export const vettingLevel = z.enum(["basic", "standard", "enhanced", "enhanced_barred"]);

const months = z.int().min(1).max(120);
const age = z.int().min(0).max(30);

const ratioBand = z.strictObject({ fromAge: age, toAge: age, childrenPerAdult: z.int().min(1).max(50) });

const briefingVersion = z.strictObject({
  version: z.int().min(1),
  from: instant,
  changesMeaning: z.boolean(),
});

/** A version of a consent question that means something else than those before: whoever said yes is asked again. */
const wordingChange = z.strictObject({
  scope: consentScope,
  wordingId: id,
  version: z.int().min(1),
  digest: z.string(),
  from: instant,
  /** Whether answers to earlier versions stopped counting; else they stand until they are given anew. */
  endsEarlier: z.boolean(),
});

/** A legal bar by age on a kind of platform, with the dates between which it is law. */
const legalAge = z.strictObject({
  id,
  under: age,
  kinds: z.array(z.enum(["social", "meeting", "studio"])),
  barsWatchingInRoom: z.boolean(),
  validFrom: plainDate,
  validTo: plainDate.nullable(),
  source: text,
});

export const policy = z.strictObject({
  version: z.int().min(1),
  effectiveFrom: plainDate,
  parentConsentUnder: age,
  parentConsentFrom16: z.boolean(),
  competenceFrom: age,
  competenceCoversPublic: z.boolean(),
  consentGate: z.enum(["blocks", "needs_acceptance"]),
  minimumAdults: z.int().min(1).max(20),
  minimumObservers: z.int().min(1).max(20),
  ratios: z.array(ratioBand).min(1),
  vettingMonths: months,
  vettingLevels: z.partialRecord(adultRole, vettingLevel),
  trainingMonths: months,
  platformReviewMonths: months,
  statementMonths: months,
  riskAssessmentDays: z.int().min(0).max(90),
  lengthMinutes: z.int().min(10).max(600),
  seriesConsentMonths: z.int().min(1).max(12),
  flaggedTopics: z.array(text),
  briefingVersions: z.array(briefingVersion).min(1),
  /** Left out while no question has changed its meaning. */
  wordingChanges: z.array(wordingChange).optional(),
  legalAges: z.array(legalAge),
});

export type Organisation = z.infer<typeof organisation>;
export type Policy = z.infer<typeof policy>;
export type WordingChange = z.infer<typeof wordingChange>;
export type VettingLevel = z.infer<typeof vettingLevel>;
