import { z } from "zod";
import type { BriefingPoint } from "~/domain/record/fields";
import { yesNo } from "./choice";
import { paragraphs } from "./text";

export const briefingPointWords: Record<BriefingPoint, string> = {
  live: "It is live",
  comments: "Comments",
  personal_information: "Personal information",
  contact_requests: "Contact requests",
  donations: "Donations",
  who_to_tell: "Who to tell",
};

function point(label: string) {
  return paragraphs({ label, enter: `Enter what you say about: ${label.toLowerCase()}`, max: 1000 });
}

export const briefingTextForm = z
  .object({
    live: point(briefingPointWords.live),
    comments: point(briefingPointWords.comments),
    personal_information: point(briefingPointWords.personal_information),
    contact_requests: point(briefingPointWords.contact_requests),
    donations: point(briefingPointWords.donations),
    who_to_tell: point(briefingPointWords.who_to_tell),
    changesMeaning: yesNo({ select: "Select whether it means something else than before" }),
  })
  .transform(({ changesMeaning, ...points }) => ({ changesMeaning, points }));
