import { z } from "zod";
import type { Adult } from "~/domain/record/adult";
import { answerOf, choice, yesNo } from "./choice";
import { dateParts, optionalDateField } from "./date-field";
import { optionalPastDateField, pastDateField } from "./past-date";
import type { FormValues } from "./read-form-data";

const schemes = ["dbs", "pvg", "access_ni", "other"] as const;
const workforces = ["child", "adult", "both", "not_named"] as const;
const levels = ["basic", "standard", "enhanced", "enhanced_barred"] as const;

export const schemeWords: Record<(typeof schemes)[number], string> = {
  dbs: "DBS (England and Wales)",
  pvg: "PVG (Scotland)",
  access_ni: "AccessNI (Northern Ireland)",
  other: "Another scheme",
};

export const levelWords: Record<(typeof levels)[number], string> = {
  basic: "Basic",
  standard: "Standard",
  enhanced: "Enhanced",
  enhanced_barred: "Enhanced with barred list",
};

export const workforceWords: Record<(typeof workforces)[number], string> = {
  child: "Children",
  adult: "Adults only",
  both: "Children and adults",
  not_named: "It does not say, as on a basic check",
};

export const vettingForm = z
  .object({
    scheme: choice(schemes, { select: "Select the scheme" }),
    level: choice(levels, { select: "Select the level" }),
    workforce: choice(workforces, { select: "Select whom the check is for work with" }),
    issuedOn: pastDateField({ label: "Date of issue", enter: "Enter the date of issue" }),
    recheckDue: optionalDateField({ label: "Re-check date" }),
    updateService: yesNo({ select: "Select whether the check is on the Update Service" }),
    lastStatusCheckOn: optionalPastDateField({ label: "Date of the last status check" }),
    clearedForRole: yesNo({ select: "Select whether they are cleared" }),
    clearedOn: optionalPastDateField({ label: "Date of the decision" }),
  })
  .transform((form) => ({
    ...form,
    lastStatusCheckOn: form.updateService ? form.lastStatusCheckOn : null,
    clearedOn: form.clearedForRole ? form.clearedOn : null,
  }));

/** A check to begin from: the newest, so that a later status check is a matter of one date. */
export function vettingDefaults(check: Adult["vetting"][number] | null): FormValues {
  if (!check)
    return {
      scheme: "",
      level: "",
      workforce: "",
      issuedOn: dateParts(null),
      updateService: "",
      clearedForRole: "",
    };
  return {
    scheme: check.scheme,
    level: check.level,
    workforce: check.workforce ?? "",
    issuedOn: dateParts(check.issuedOn),
    recheckDue: dateParts(check.recheckDue),
    updateService: answerOf(check.updateService),
    lastStatusCheckOn: dateParts(check.lastStatusCheckOn),
    clearedForRole: answerOf(check.clearedForRole),
    clearedOn: dateParts(check.clearedOn),
  };
}
