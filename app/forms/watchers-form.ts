import { z } from "zod";
import type { Session } from "~/domain/record/session";
import { optionalChoice, revealedBy } from "./choice";
import type { FormValues } from "./read-form-data";
import { optionalParagraphs } from "./text";

const fields = z.object({
  answer: optionalChoice(["yes", "no"], { select: "Select yes or no" }),
  how: optionalParagraphs({ label: "How", max: 500 }),
  reason: optionalParagraphs({ label: "Why not", max: 500 }),
});
const considered = revealedBy(revealedBy(fields, { answer: "answer", is: "yes", fields: ["how"] }), {
  answer: "answer",
  is: "no",
  fields: ["reason"],
}).transform(({ answer, how, reason }) => (answer === null ? null : { answer, how, reason }));

export const watchersForm = z.object({ restricted: considered, saving: considered });

export const watchersLabels = {
  "restricted.answer": "Can you limit who watches?",
  "restricted.how": "How it is limited",
  "restricted.reason": "Why it is not limited",
  "saving.answer": "Could others save the stream?",
  "saving.how": "What you do about it",
  "saving.reason": "Why nobody could",
};

export function watchersDefaults({ audienceRestricted, saving }: Session): FormValues {
  const values = (answer: Session["saving"]) => ({
    answer: answer?.answer ?? "",
    how: answer?.how ?? "",
    reason: answer?.reason ?? "",
  });
  return { restricted: values(audienceRestricted), saving: values(saving) };
}
