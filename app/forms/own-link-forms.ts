import { z } from "zod";
import { consentScope } from "~/domain/record/fields";
import { choices, requiredTick } from "./choice";
import { line, optionalName } from "./text";
import { wholeNumber } from "./whole-number";

/** Which link a form belongs to: another one may have been opened on the same phone since. */
const request = line({ label: "The link", enter: "Open your link again", max: 36 });

export const wordCheckForm = z.object({
  word: line({ label: "The word", enter: "Write the word", max: 100 }),
});

export const birthCheckForm = z.object({
  day: wholeNumber({ label: "Day", enter: "Write the day", min: 1, max: 31 }),
  month: wholeNumber({ label: "Month", enter: "Write the month as a number", min: 1, max: 12 }),
});

export const notMeForm = z.object({
  sure: requiredTick({ confirm: "Tick the box if this link is not for you" }),
});

export const ownQuestionForm = z.object({
  request,
  /** The digest of the words that were read. */
  asked: line({ label: "The question", enter: "Open your link again", max: 100 }),
  name: optionalName({ label: "Your made-up name", max: 60 }),
  answer: z.enum(["yes", "no"], { error: "Press yes or no" }),
});

export const ownAnswersForm = z.object({ request });

export const ownChangeForm = z.object({
  request,
  scopes: choices(consentScope.options, { select: "Tick what you want to say no to" }),
  what: z.enum(["some", "all"], { error: "Press one of the buttons" }),
});
