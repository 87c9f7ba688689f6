import { z } from "zod";
import { accessFeature, id, instant, plainDate, text } from "./fields";

const answer = z.enum(["yes", "no", "unknown"]);

/** An age limit of a platform while it is in force: `none` says that there is no such limit, `unknown` that nobody found out. */
const ageLimit = z.strictObject({
  limit: z.enum(["account", "terms", "go_live", "on_camera_without_adult"]),
  age: z.union([z.int().min(0).max(30), z.literal("none"), z.literal("unknown")]),
  validFrom: plainDate.nullable(),
  validTo: plainDate.nullable(),
  source: text,
  sourceDate: plainDate.nullable(),
  confidence: z.enum(["official", "reputable", "weak", "unsourced"]),
});

const review = z.strictObject({
  reviewedOn: plainDate,
  reviewedBy: id,
  /** A date by which the next review is due at the latest, whatever the organisation's interval. */
  dueBefore: plainDate.nullable(),
  recordedAt: instant,
});

/** A platform in the way that it is used, as in "YouTube – private". */
export const platformMode = z.strictObject({
  id,
  name: text,
  service: text,
  kind: z.enum(["social", "meeting", "studio"]),
  ageLimits: z.array(ageLimit),
  parentAccountAllowed: z.boolean(),
  restrictsAudience: answer,
  donations: z.enum(["none", "can_be_switched_off", "cannot_be_switched_off", "unknown"]),
  features: z.record(accessFeature, answer),
  reportRoute: text.nullable(),
  note: text.nullable(),
  sources: z.array(z.strictObject({ address: text, readOn: plainDate.nullable() })),
  /** Oldest first; the newest that was recorded by the moment asked about counts. */
  reviews: z.array(review),
});

export type PlatformMode = z.infer<typeof platformMode>;
