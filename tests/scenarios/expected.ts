import { z } from "zod";
import { instant, plainDate } from "~/domain/record/fields";

const status = z.enum(["met", "not_met", "not_answered", "not_applicable", "accepted_with_reason"]);

/** What a record should come to at one moment. Where a moment says nothing of a key, nothing is expected of it. */
const moment = z.strictObject({
  at: instant,
  ready: z.boolean(),
  statuses: z.record(z.string(), status),
  blockers: z.array(z.string()),
  needsAcceptance: z.array(z.string()),
  /** Codes that must be among the findings of a requirement. */
  codes: z.record(z.string(), z.array(z.string())).optional(),
  breaksOn: instant.nullable().optional(),
  goodThrough: plainDate.nullable().optional(),
});

/** One moment of a scenario, or several. */
export const expected = z.union([moment.transform((one) => [one]), z.array(moment).min(1)]);

export type Moment = z.infer<typeof moment>;
