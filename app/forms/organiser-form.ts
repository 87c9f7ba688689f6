import { z } from "zod";
import type { Session } from "~/domain/record/session";
import { answerOf, optionalChoice, optionalYesNo, revealedBy } from "./choice";
import { dateParts, optionalDateField } from "./date-field";
import type { FormValues } from "./read-form-data";
import { line, optionalLine, optionalParagraphs } from "./text";
import { optionalWholeNumber } from "./whole-number";

const told = (select: string) =>
  revealedBy(
    z.object({
      answer: optionalChoice(["yes", "no", "not_known"], { select }),
      where: optionalLine({ label: "Where", max: 300 }),
      until: optionalDateField({ label: "Until when" }),
      toldBy: optionalLine({ label: "Who told you", max: 200 }),
      toldOn: optionalDateField({ label: "When they told you" }),
    }),
    { answer: "answer", is: "yes", fields: ["where", "until"] },
  ).transform(({ answer, ...fact }) => (answer === null ? null : { answer, ...fact }));

export const organiserForm = z
  .object({
    name: line({ label: "Organiser", enter: "Enter who runs the stream", max: 200 }),
    dataUse: optionalLine({ label: "What they get to know", max: 200 }),
    outline: optionalParagraphs({ label: "Outline", max: 4000 }),
    source: optionalLine({ label: "Who told you", max: 200 }),
    obtainedOn: optionalDateField({ label: "When they told you" }),
    suitable: optionalYesNo({ select: "Select whether it suits the young people" }),
    ageGuidance: optionalWholeNumber({ label: "Age", min: 0, max: 18 }),
    suitabilityNote: optionalParagraphs({ label: "Note", max: 1000 }),
    saved: told("Select whether it will be saved"),
    reused: told("Select whether it will be shown again"),
  })
  .transform(({ outline, source, obtainedOn, suitable, ageGuidance, suitabilityNote, ...rest }, context) => {
    const missing = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    const begun = outline ?? source ?? obtainedOn;
    if (begun && !outline) missing("outline", "Enter what the stream will contain");
    if (begun && !source) missing("source", "Enter who told you what it will contain");
    if (begun && !obtainedOn) missing("obtainedOn", "Enter when they told you what it will contain");
    const content = outline && source && obtainedOn ? { outline, source, obtainedOn } : null;
    const suitability = suitable === null ? null : { suitable, ageGuidance, note: suitabilityNote };
    return { ...rest, content, suitability };
  });

const toldLabels = (name: string, what: string) => ({
  [`${name}.answer`]: what,
  [`${name}.where`]: `${what}: where`,
  [`${name}.until`]: `${what}: until when`,
  [`${name}.toldBy`]: `${what}: who told you`,
  [`${name}.toldOn`]: `${what}: when they told you`,
});
export const organiserLabels = {
  name: "Who runs the stream",
  dataUse: "What they get to know about young people",
  outline: "What it will contain",
  source: "Who told you",
  obtainedOn: "When they told you",
  suitable: "Suits the young people",
  ageGuidance: "Meant for people from the age of",
  suitabilityNote: "Note",
  ...toldLabels("saved", "Saved"),
  ...toldLabels("reused", "Shown again"),
};
export const toldWords = { yes: "Yes", no: "No", not_known: "They have not said" };
export const organiserWords = { "saved.answer": toldWords, "reused.answer": toldWords };

/** `decideAgain`: the content changed or somebody younger came since it was decided, so that it is asked anew. */
export function organiserDefaults({ organiser }: Session, decideAgain: boolean): FormValues {
  const values = (fact: NonNullable<Session["organiser"]>["saved"]) => ({
    answer: fact?.answer ?? "",
    where: fact?.where ?? "",
    until: dateParts(fact?.until ?? null),
    toldBy: fact?.toldBy ?? "",
    toldOn: dateParts(fact?.toldOn ?? null),
  });
  return {
    name: organiser?.name ?? "",
    dataUse: organiser?.dataUse ?? "",
    outline: organiser?.content?.outline ?? "",
    source: organiser?.content?.source ?? "",
    obtainedOn: dateParts(organiser?.content?.obtainedOn ?? null),
    suitable: decideAgain ? "" : answerOf(organiser?.suitability?.suitable ?? null),
    ageGuidance: String(organiser?.suitability?.ageGuidance ?? ""),
    suitabilityNote: organiser?.suitability?.note ?? "",
    saved: values(organiser?.saved ?? null),
    reused: values(organiser?.reused ?? null),
  };
}
