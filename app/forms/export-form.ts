import { z } from "zod";
import { choice, optionalChoice } from "./choice";
import { optionalPasscode } from "./second-step-forms";
import { optionalParagraphs } from "./text";

/** Which file of a record, and whether with names. Without an answer it is redacted. */
export const exportForm = z
  .object({
    format: choice(["pdf", "json", "requirements_csv", "participants_csv"], {
      select: "Select which file you want",
    }),
    names: optionalChoice(["redacted", "named"], { select: "Select whether names are in it" }),
    reason: optionalParagraphs({ label: "Reason", max: 500 }),
    passcode: optionalPasscode,
  })
  .refine(({ names, reason }) => names !== "named" || reason !== null, {
    path: ["reason"],
    error: "Enter why names are needed",
  })
  .transform(({ format, names, reason, passcode }) => ({
    format,
    namesBecause: names === "named" ? reason : null,
    passcode: names === "named" ? passcode : null,
  }));
