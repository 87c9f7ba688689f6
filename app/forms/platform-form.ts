import { z } from "zod";
import { platformFeatures } from "~/domain/platforms/change-mode";
import { agesOn, type AgeAnswer, type AgesChange } from "~/domain/platforms/change-age-limits";
import type { PlatformMode } from "~/domain/record/platform-mode";
import { platformKinds } from "./add-platforms-form";
import { choice, choices, tick, yesNo } from "./choice";
import { optionalDateField } from "./date-field";
import type { FormValues } from "./read-form-data";
import { line, optionalLine, optionalParagraphs } from "./text";

const OLDEST = 30;

/** An age in whole years, `none` where there is no limit, or blank while it is not known. */
function age(label: string) {
  const wrong = `${label} must be a whole number, like 13, or “none”; leave it empty if you do not know`;
  return optionalLine({ label, max: 20 }).transform((text, context): AgeAnswer => {
    if (text === null || /^(not known|unknown)$/i.test(text)) return "unknown";
    if (/^(none|no limit|no)$/i.test(text)) return "none";
    if (/^\d{1,2}$/.test(text) && Number(text) <= OLDEST) return Number(text);
    context.addIssue({ code: "custom", message: wrong });
    return z.NEVER;
  });
}

export const platformForm = z
  .object({
    name: line({ label: "Name", enter: "Enter a name", max: 120 }),
    service: line({ label: "Who runs it", enter: "Enter who runs it", max: 120 }),
    kind: choice(platformKinds, { select: "Select what kind of platform it is" }),
    account: age("Age for an account"),
    terms: age("Age to take part"),
    goLive: age("Age to start a stream"),
    onCamera: age("Age to be on camera without an adult"),
    from: optionalDateField({ label: "The date from which it applies" }),
    source: optionalLine({ label: "Page", max: 500 }),
    parentAccountAllowed: yesNo({ select: "Select yes if younger people may use a parent's account" }),
    restrictsAudience: choice(["yes", "no", "unknown"], {
      select: "Select whether you can decide who watches",
    }),
    donations: choice(["none", "can_be_switched_off", "cannot_be_switched_off", "unknown"], {
      select: "Select whether it asks viewers for money",
    }),
    offers: choices(platformFeatures, { select: "Select what it offers from the list" }),
    offersComplete: tick(),
    reportRoute: optionalLine({ label: "How to report", max: 500 }),
    note: optionalParagraphs({ label: "Notes", max: 2000 }),
  })
  .transform(({ account, terms, goLive, onCamera, ...rest }) => {
    const ages: AgesChange["ages"] = {
      account,
      terms,
      go_live: goLive,
      on_camera_without_adult: onCamera,
    };
    return { ...rest, ages };
  });

export const platformLabels = {
  name: "Name",
  service: "Who runs it",
  kind: "Kind of platform",
  account: "Age for an account",
  terms: "Age to take part",
  goLive: "Age to start a stream",
  onCamera: "Age to be on camera without an adult",
  parentAccountAllowed: "A parent's account may be used",
  restrictsAudience: "You can decide who watches",
  donations: "Asks viewers for money",
  offers: "What it offers",
  reportRoute: "How to report",
  note: "Notes",
};

export const kindWords = {
  meeting: "A meeting or webinar",
  social: "Social media or a public video site",
  studio: "A studio that sends on to another platform",
};

export const featureWords = {
  captions: "Captions",
  screen_reader: "Works with a screen reader",
  keyboard: "Works by keyboard alone",
  transcript: "A transcript",
  large_text: "Large text",
  sign_language: "Room for a sign language interpreter",
  phone_in: "Joining by telephone",
};

export const donationWords = {
  none: "No",
  can_be_switched_off: "Yes, and it can be switched off",
  cannot_be_switched_off: "Yes, and it cannot be switched off",
  unknown: "Not known",
};

export const answerWords = { yes: "Yes", no: "No", unknown: "Not known" };

export const platformWords = {
  kind: kindWords,
  parentAccountAllowed: answerWords,
  restrictsAudience: answerWords,
  donations: donationWords,
  offers: featureWords,
};

/** What is stored, as the form shows it on a day (`YYYY-MM-DD`). */
export function platformDefaults(mode: PlatformMode, today: string): FormValues {
  const ages = agesOn(mode, today);
  return {
    name: mode.name,
    service: mode.service,
    kind: mode.kind,
    account: typed(ages.account),
    terms: typed(ages.terms),
    goLive: typed(ages.go_live),
    onCamera: typed(ages.on_camera_without_adult),
    parentAccountAllowed: mode.parentAccountAllowed ? "yes" : "no",
    restrictsAudience: mode.restrictsAudience,
    donations: mode.donations,
    offers: platformFeatures.filter((feature) => mode.features[feature] === "yes"),
    reportRoute: mode.reportRoute ?? "",
    note: mode.note ?? "",
  };
}

function typed(age: AgeAnswer): string {
  return age === "unknown" ? "" : String(age);
}
