import { z } from "zod";
import {
  accessFeature,
  birth,
  briefingPoint,
  consentScope,
  id,
  instant,
  plainDate,
  recorded,
  text,
} from "./fields";

export const accessRoute = z.enum(["own_account", "parent_account", "guest_link", "in_room"]);

export const relationship = z.enum([
  "self",
  "parent",
  "person_with_parental_responsibility",
  "local_authority",
  "sibling",
  "worker",
  "other",
]);

export const participant = z.strictObject({
  id,
  personId: id,
  /** What stands for the person outside the team, as in `YP-03`. */
  code: z.string().regex(/^YP-\d{2,}$/),
  /** Held for the name guard only, never shown on the stream. `null` in a redacted record. */
  firstName: text.nullable(),
  surname: text.nullable(),
  /** A worker's statement, where no surname is held, that the display name does not identify. */
  noSurname: recorded.nullable(),
  displayName: text.nullable(),
  /** Somebody looked at this very display name after the guard warned, and found that it does not identify. */
  displayNameConfirmed: recorded.extend({ displayName: text }).nullable(),
  birth: birth.nullable(),
  accessRoute: accessRoute.nullable(),
  needs: z.array(accessFeature),
  exposure: z.strictObject({ camera: z.boolean(), voice: z.boolean(), name: z.boolean(), chat: z.boolean() }),
  /** Nothing of this person reaches the stream or a recording: they agreed, and a named adult states it. */
  notCaptured: recorded.nullable(),
  addedAt: instant,
});

/** One answer of one giver about one scope. Events are only ever added: a change of mind is a new one. */
export const consentEvent = z.strictObject({
  id,
  /** The order in which the database took the answers, which decides which is the newest. */
  seq: z.int().min(1),
  participantId: id,
  scope: consentScope,
  answer: z.enum(["yes", "no", "withdrawn"]),
  giver: z.strictObject({ id, relationship, name: text.nullable() }),
  how: z.enum(["in_person", "phone", "text", "paper", "link", "our_device"]),
  at: instant,
  recordedAt: instant,
  recordedBy: id,
  wording: z.strictObject({ id, version: z.int().min(1), digest: z.string(), language: z.string().max(35) }),
  validUntil: plainDate.nullable(),
  /** Organisations beside ours that the wording named. */
  organisations: z.array(text),
  corrects: id.nullable(),
  /** The digest of what was told beside the question, of a yes that they gave on a page of their own. */
  told: z.string().optional(),
  /** A worker who spoke with the person confirmed a yes that follows a no. */
  confirmedBy: z.strictObject({ by: id, at: instant }).nullable(),
});

export const briefing = z.strictObject({
  id,
  participantId: id,
  briefedAt: instant,
  how: z.enum(["in_person", "phone", "video_call"]),
  version: z.int().min(1),
  points: z.array(briefingPoint),
  briefedBy: text,
  accessSupport: text.nullable(),
  recordedAt: instant,
  recordedBy: id,
});

export type Participant = z.infer<typeof participant>;
export type ConsentEvent = z.infer<typeof consentEvent>;
export type Briefing = z.infer<typeof briefing>;
export type Relationship = z.infer<typeof relationship>;
