import { z } from "zod";

/** Names a thing inside a record: a UUID, or a short slug in records made by hand. */
export const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/);

/** An instant in UTC, as in `2026-12-10T17:00:00Z`. The zone it is read in stands beside it. */
export const instant = z.iso.datetime();

/** A calendar date without a time or zone, as in `2026-12-10`. */
export const plainDate = z.iso.date();

/** Text that somebody typed; empty text is `null` in a record, never `""`. */
export const text = z.string().trim().min(1).max(5000);

/** A date of birth as exactly as the organisation chose to hold it: a day, a month or a year. */
export const birth = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/);

/** Who recorded something and when it reached the record. */
export const recorded = z.strictObject({ by: id, recordedAt: instant });

export const role = z.enum(["planner", "approver", "safeguarding_lead", "administrator", "reviewer"]);

export const adultRole = z.enum([
  "host",
  "moderator",
  "observer",
  "support_contact",
  "dsl_on_call",
  "standby",
  "guest",
]);

export const consentScope = z.enum([
  "take_part",
  "camera",
  "voice",
  "name_shown",
  "chat",
  "recording_kept",
  "rebroadcast",
  "public_broadcast",
  "images",
  "third_party",
  "parent_contact",
]);

/** How a feature helps somebody take part; needs and offers use the same words so that they can be matched. */
export const accessFeature = z.enum([
  "captions",
  "screen_reader",
  "keyboard",
  "sign_language",
  "transcript",
  "large_text",
  "slower_pace",
  "breaks",
  "phone_in",
  "easy_read",
]);

export const briefingPoint = z.enum([
  "live",
  "comments",
  "personal_information",
  "contact_requests",
  "donations",
  "who_to_tell",
]);

/** The files in which a record can leave. */
export const exportFormat = z.enum(["json", "pdf", "requirements_csv", "participants_csv"]);

export type ExportFormat = z.infer<typeof exportFormat>;
export type Role = z.infer<typeof role>;
export type AdultRole = z.infer<typeof adultRole>;
export type ConsentScope = z.infer<typeof consentScope>;
export type AccessFeature = z.infer<typeof accessFeature>;
export type BriefingPoint = z.infer<typeof briefingPoint>;
