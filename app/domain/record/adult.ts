import { z } from "zod";
import { id, instant, plainDate, recorded, text } from "./fields";
import { vettingLevel } from "./organisation";

/** A basic check, and some from elsewhere, name nobody to work with. */
export const workforce = z.enum(["child", "adult", "both", "not_named"]);

/** What is kept of a vetting check: never the certificate, never what it says. */
const vettingCheck = z.strictObject({
  id,
  scheme: z.enum(["dbs", "pvg", "access_ni", "other"]),
  level: vettingLevel,
  /** Whom the check is for work with, as the certificate says; `null` where nobody recorded it. */
  workforce: workforce.nullable().default(null),
  issuedOn: plainDate,
  /** The last good day when the organisation set one by hand; otherwise it follows from the policy's interval. */
  recheckDue: plainDate.nullable(),
  updateService: z.boolean(),
  lastStatusCheckOn: plainDate.nullable(),
  clearedForRole: z.boolean(),
  clearedOn: plainDate.nullable(),
  recordedAt: instant,
});

const training = z.strictObject({ id, title: text, completedOn: plainDate, recordedAt: instant });

const otherSession = z.strictObject({
  sessionId: id,
  startsAt: instant,
  endsAt: instant,
  recordedAt: instant,
});

export const adult = z.strictObject({
  id,
  name: text,
  email: z.string().max(254).nullable(),
  over18: recorded.extend({ answer: z.boolean() }).nullable(),
  vetting: z.array(vettingCheck),
  training: z.array(training),
  /** When the organisation stood this adult down. No reason is held here. */
  stoodDownAt: instant.nullable(),
  /** Adults whom somebody has stated to be different people, although a name or address is alike. */
  differsFrom: z.array(recorded.extend({ adultId: id })),
  otherSessions: z.array(otherSession),
});

export type Adult = z.infer<typeof adult>;
