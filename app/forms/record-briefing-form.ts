import { z } from "zod";
import { briefingPoint } from "~/domain/record/fields";
import { choice, choices, ids } from "./choice";
import { momentFields, momentOf, momentRevealed } from "./moment-field";
import { optionalParagraphs, personName } from "./text";
import { wholeNumber } from "./whole-number";

export const briefingHowWords = {
  in_person: "In person",
  phone: "By phone",
  video_call: "By video call",
} as const;

export const recordBriefingForm = momentRevealed(
  z.object({
    participantIds: ids({ select: "Select who was there" }).refine((chosen) => chosen.length > 0, {
      error: "Select who was there",
    }),
    briefedBy: personName({ label: "Name", enter: "Enter who spoke with them", max: 120 }),
    how: choice(["in_person", "phone", "video_call"], { select: "Select how they were spoken to" }),
    ...momentFields({ select: "Select when it was" }),
    points: choices(["all", ...briefingPoint.options], { select: "Select what they were told" }).refine(
      (chosen) => chosen.length > 0,
      { error: "Select what they were told" },
    ),
    accessSupport: optionalParagraphs({ label: "Support", max: 500 }),
    briefingVersion: wholeNumber({
      label: "Briefing",
      enter: "Open this page again",
      min: 1,
      max: 1_000_000,
    }),
  }),
).transform((given, context) => {
  const { briefingVersion, points, ...rest } = momentOf(given, context);
  const named = points.filter((point) => point !== "all");
  const all = named.length < points.length;
  return { ...rest, version: briefingVersion, points: all ? [...briefingPoint.options] : named };
});
