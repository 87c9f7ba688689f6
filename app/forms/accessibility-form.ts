import { z } from "zod";
import { accessFeature, type AccessFeature } from "~/domain/record/fields";
import type { Session } from "~/domain/record/session";
import { choices, optionalChoice, tick } from "./choice";
import type { FormValues } from "./read-form-data";
import { optionalLine } from "./text";

const features = accessFeature.options;
const arrangement = () => optionalLine({ label: "Arrangement", max: 300 });

/** `arranged`: by need; those that the page does not show are not sent. `more`: one that is not listed yet. */
export const accessibilityForm = z
  .object({
    features: choices(features, { select: "Select the features you use" }),
    arranged: z.partialRecord(accessFeature, arrangement()).prefault({}),
    more: z
      .object({
        need: optionalChoice(features, { select: "Select what it is for" }),
        how: arrangement(),
      })
      .prefault({ need: "" }),
    asked: tick(),
  })
  .superRefine(({ more }, context) => {
    if (more.how && !more.need)
      context.addIssue({
        code: "custom",
        path: ["more", "need"],
        message: "Select what the arrangement is for",
      });
    if (more.need && !more.how)
      context.addIssue({ code: "custom", path: ["more", "how"], message: "Enter what you arrange" });
  })
  .transform(({ features: used, arranged, more, asked }) => {
    const given: Partial<Record<AccessFeature, string | null>> = { ...arranged };
    if (more.need && more.how) given[more.need] = more.how;
    const arrangements = features.flatMap((need) => {
      const how = given[need];
      return how ? [{ need, arrangement: how }] : [];
    });
    return { features: used, arrangements, asked };
  });

export function accessibilityLabels(words: Record<AccessFeature, string>): Record<string, string> {
  return {
    features: "Features you use",
    ...Object.fromEntries(features.map((need) => [`arranged.${need}`, `Arranged: ${words[need]}`])),
    "more.need": "Another arrangement: what for",
    "more.how": "Another arrangement",
  };
}

export function accessibilityDefaults({ accessibility }: Session): FormValues {
  const arranged = accessibility.arrangements.map(({ need, arrangement: how }) => [need, how]);
  return { features: accessibility.features, arranged: Object.fromEntries(arranged) as FormValues };
}
