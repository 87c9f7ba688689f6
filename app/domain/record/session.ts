import { z } from "zod";
import { accessFeature, adultRole, briefingPoint, id, instant, plainDate, recorded, text } from "./fields";

export const platformSetting = z.enum([
  "who_can_join",
  "chat",
  "recording",
  "rename",
  "screen_share",
  "visibility",
  "private_chat",
  "waiting_room",
  "lock",
]);

const settingAnswer = z.strictObject({
  answer: z.enum(["safe", "cannot_be_set", "different"]),
  note: text.nullable(),
});

/** One link of the chain of platform modes, the entry mode first. */
const chosenMode = z.strictObject({
  modeId: id,
  chosenAt: instant,
  settings: z.partialRecord(platformSetting, settingAnswer),
  checked: recorded.nullable(),
});

/** Where our adults film; when we join, the room that our group sits in. */
const place = z.strictObject({
  id,
  where: text,
  kind: z.enum(["open", "office", "home_shared_room", "bedroom", "other"]),
  since: instant,
  suitable: recorded.extend({ answer: z.boolean() }).nullable(),
});

const assignment = z.strictObject({
  id,
  adultId: id,
  role: adultRole,
  /** Present for the whole session, as against reachable from elsewhere. */
  present: z.boolean(),
  confirmed: recorded.nullable(),
  device: z
    .strictObject({
      kind: z.enum(["organisation", "personal"]),
      authorisedBy: text.nullable(),
      reason: text.nullable(),
      recordedAt: instant,
    })
    .nullable(),
  /** How young people or staff reach this adult during and after the session. */
  contact: text.nullable(),
  reachableFrom: instant.nullable(),
  reachableTo: instant.nullable(),
  addedAt: instant,
});

/** A recording or a machine's notes of ours. `since` is when it was last switched on or off. */
const kept = z.strictObject({
  on: z.boolean(),
  since: instant,
  reason: text.nullable(),
  keptWhere: text.nullable(),
  seenBy: text.nullable(),
  deleteBy: plainDate.nullable(),
});

/** Our photos: what they are for, and the local date until which they are kept. `null` is not known. */
const imagesUse = z.strictObject({ purpose: text.nullable(), until: plainDate.nullable() });

/** Our replay: where it is shown, and the local date until which. `null` is not known. */
const replayUse = z.strictObject({ where: text.nullable(), until: plainDate.nullable() });

/** What the session really does with faces, voices, names and words. */
const media = z.strictObject({
  camera: z.boolean(),
  voice: z.boolean(),
  name: z.boolean(),
  /** `since` is when the chat was last opened or opened further; closing it keeps the moment, as with donations. */
  chat: z.strictObject({
    value: z.enum(["off", "host_only", "moderated", "open"]),
    since: instant,
  }),
  recording: kept,
  aiNotes: kept,
  donations: z.strictObject({
    value: z.enum(["off", "on", "cannot_be_switched_off", "not_known"]),
    since: instant,
  }),
  images: z.boolean(),
  /** Absent while nothing of it is known. */
  imagesUse: imagesUse.optional(),
  /** We show the recording again, or publish it. */
  replay: z.boolean(),
  /** Absent while nothing of it is known. */
  replayUse: replayUse.optional(),
  adultOnCamera: z.boolean().nullable(),
});

const toldFact = recorded.extend({
  answer: z.enum(["yes", "no", "not_known"]),
  toldBy: text.nullable(),
  toldOn: plainDate.nullable(),
  where: text.nullable(),
  until: plainDate.nullable(),
});

const organiser = z.strictObject({
  name: text,
  /** What the organiser gets to know about young people, and for what. Absent while it is not known. */
  dataUse: text.optional(),
  content: recorded.extend({ outline: text, source: text, obtainedOn: plainDate }).nullable(),
  suitability: recorded
    .extend({ suitable: z.boolean(), ageGuidance: z.int().min(0).max(18).nullable(), note: text.nullable() })
    .nullable(),
  saved: toldFact.nullable(),
  reused: toldFact.nullable(),
});

const consideration = recorded.extend({
  answer: z.enum(["yes", "no"]),
  how: text.nullable(),
  reason: text.nullable(),
});

const audienceNotice = recorded.extend({
  points: z.array(briefingPoint),
  version: z.int().min(1),
  where: text,
  placedAt: instant,
  contact: text.nullable(),
});

const submission = z.strictObject({
  id,
  at: instant,
  by: id,
  digest: z.string(),
  returned: z.strictObject({ at: instant, by: id, comments: text }).nullable(),
});

const ending = z.strictObject({ at: instant, by: id, reason: text });

export const session = z.strictObject({
  id,
  reference: z.string().max(20),
  title: text,
  description: text.nullable(),
  kind: z.enum(["host", "join"]),
  format: z.enum(["livestream", "video_call"]),
  audience: z.enum(["named", "not_named"]),
  plannedBy: id,
  createdAt: instant,
  startsAt: instant,
  endsAt: instant,
  /** When the start or the end was last moved; `null` where they stand as first planned. */
  timesSince: instant.nullable().default(null),
  zone: z.string().max(64),
  purpose: z
    .enum(["activity", "information", "discussion", "performance", "training", "social", "therapy"])
    .nullable(),
  places: z.array(place),
  platforms: z.array(chosenMode),
  assignments: z.array(assignment),
  media,
  accounts: z.strictObject({ invites: id.nullable(), stream: id.nullable(), recordedAt: instant }).nullable(),
  inviteText: text.nullable(),
  contactRouteId: id.nullable(),
  topic: z
    .strictObject({ text, flags: z.array(text), adjustments: text.nullable(), changedAt: instant })
    .nullable(),
  /** Somebody looked at this title after the name guard warned about it, and found that it names nobody. */
  titleConfirmed: recorded.extend({ title: text }).nullable(),
  accessibility: z.strictObject({
    features: z.array(accessFeature),
    arrangements: z.array(z.strictObject({ need: accessFeature, arrangement: text })),
  }),
  reportingAdultId: id.nullable(),
  riskAssessment: z.strictObject({ completedOn: plainDate, agreedBy: text, recordedAt: instant }).nullable(),
  linkSharedPrivately: z.boolean().nullable(),
  audienceRestricted: consideration.nullable(),
  saving: consideration.nullable(),
  organiser: organiser.nullable(),
  audienceNotice: audienceNotice.nullable(),
  submissions: z.array(submission),
  cancelled: ending.nullable(),
  recordedLate: ending.nullable(),
});

export type Session = z.infer<typeof session>;
export type Assignment = Session["assignments"][number];
export type ChosenMode = Session["platforms"][number];
export type PlatformSetting = z.infer<typeof platformSetting>;
