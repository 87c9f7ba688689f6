import { z } from "zod";
import { requiredTick } from "./choice";
import { optionalPasscode } from "./second-step-forms";
import { paragraphs } from "./text";

const acceptance = z.object({
  requirement: z.string().regex(/^[RB]\d\d$/),
  code: z.string().max(100),
  subject: z.string().max(200),
  reason: paragraphs({ label: "Reason", enter: "Enter why you accept this", max: 1000 }),
});

export const signOffForm = z.object({
  /** The digest of the facts on the page. */
  seen: z.string().regex(/^[0-9a-f]{64}$/),
  accept: z.record(z.string().regex(/^\d{1,2}$/), acceptance).prefault({}),
  adultsSuit: requiredTick({ confirm: "Confirm that these adults suit this group" }),
  passcode: optionalPasscode,
  looked: requiredTick({ confirm: "Confirm that you have looked at the session as it stands" }),
});
