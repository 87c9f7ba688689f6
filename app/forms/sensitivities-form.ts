import { z } from "zod";
import type { Session } from "~/domain/record/session";
import { choice, optionalChoice, texts, tick } from "./choice";
import type { FormValues } from "./read-form-data";
import { optionalParagraphs } from "./text";

export const sensitivitiesForm = z.object({
  topic: optionalParagraphs({ label: "What it is about", max: 1000 }),
  flags: texts({ select: "Select the sensitive subjects" }),
  adjustments: optionalParagraphs({ label: "What you offer", max: 2000 }),
  considered: tick(),
});

export const sensitivitiesLabels = {
  topic: "What the session is about",
  flags: "Sensitive subjects",
  adjustments: "What you offer",
};

export function sensitivitiesDefaults({ topic }: Session): FormValues {
  return { topic: topic?.text ?? "", flags: topic?.flags ?? [], adjustments: topic?.adjustments ?? "" };
}

/** What a safeguarding lead records: whether arrangements are in place, and where a sensitive stream is joined, on it. */
export const leadForm = z
  .object({
    inPlace: choice(["yes", "no"], { select: "Select whether arrangements are in place" }),
    arrangements: optionalParagraphs({ label: "Arrangements", max: 1000 }),
    handled: optionalChoice(["yes", "no"], { select: "Select whether it is handled well" }),
    contentNote: optionalParagraphs({ label: "Content note", max: 1000 }),
  })
  .transform(({ inPlace, arrangements, handled, contentNote }) => ({
    inPlace: inPlace === "yes",
    arrangements,
    content: handled === null ? null : { handled: handled === "yes", note: contentNote },
  }));

export const leadLabels = {
  inPlace: "Arrangements are in place",
  arrangements: "Arrangements",
  handled: "Sensitive parts are handled well",
  contentNote: "Content note",
};
