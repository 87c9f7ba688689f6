import { z } from "zod";
import { contactAnswers, contactWords } from "~/domain/consent/contact";
import { choice } from "./choice";
import { email, optionalParagraphs } from "./text";
import { wholeNumber } from "./whole-number";

export const contactChoices = [
  { value: "safe", label: contactWords.safe, hint: "A worker asked them, and only they read it." },
  {
    value: "not_safe",
    label: contactWords.not_safe,
    hint: "Somebody else may read it, or it could bring them trouble.",
  },
  { value: "not_known", label: contactWords.not_known },
] as const;

/** Where a young person's link can be sent. */
export const consentContactForm = z.object({
  address: email({ enter: "Enter their email address" }),
  safe: choice(contactAnswers, { select: "Select whether contact at this address is safe for them" }),
  why: optionalParagraphs({ label: "How you know", max: 500 }),
});

/** Takes the contact away. */
export const removeContactForm = z.object({});

export const contactDaysForm = z.object({
  days: wholeNumber({ label: "Days", enter: "Enter the number of days", min: 1, max: 365 }),
});
