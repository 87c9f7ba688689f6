import { z } from "zod";
import { platformKinds } from "./add-platforms-form";
import { someChoices, yesNo } from "./choice";
import { dateField, optionalDateField } from "./date-field";
import { line } from "./text";
import { wholeNumber } from "./whole-number";

export const legalAgeForm = z
  .object({
    under: wholeNumber({ label: "Age", enter: "Enter the age", min: 1, max: 30 }),
    kinds: someChoices(platformKinds, { select: "Select the kinds of platform" }),
    barsWatchingInRoom: yesNo({ select: "Select whether watching in the room is barred too" }),
    validFrom: dateField({ label: "The first day", enter: "Enter the first day on which it is law" }),
    validTo: optionalDateField({ label: "The last day" }),
    source: line({ label: "Law", enter: "Enter the law and where it can be read", max: 500 }),
  })
  .refine(({ validFrom, validTo }) => validTo === null || validTo >= validFrom, {
    error: "The last day must be the first day or later",
    path: ["validTo"],
  });
