import { z } from "zod";
import type { HelpLine, HelpList } from "~/domain/consent/help-list";
import type { FormValues } from "./read-form-data";
import { line, optionalLine } from "./text";

const TELEPHONE = /^\+?[\d ()-]{3,30}$/;
const WRONG = "Enter a telephone number, like 0800 1111";

export const helpPlaces = ["first", "second", "third", "fourth"] as const;

const place = (which: string) =>
  z
    .object({
      name: optionalLine({ label: `The ${which} name`, max: 80 }),
      telephone: optionalLine({ label: `The ${which} number`, max: 30 }),
      open: optionalLine({ label: "When it is open", max: 100 }),
    })
    .prefault({ name: "", telephone: "", open: "" })
    .transform(({ name, telephone, open }, context): HelpLine | null => {
      if (name === null && telephone === null) {
        if (open !== null)
          context.addIssue({ code: "custom", path: ["name"], message: `Enter who is called, ${which} line` });
        return null;
      }
      const wrong = (path: string, message: string) =>
        context.addIssue({ code: "custom", path: [path], message });
      if (name === null) wrong("name", `Enter who is called, ${which} line`);
      if (telephone === null || !TELEPHONE.test(telephone)) wrong("telephone", WRONG);
      return { name: name ?? "", telephone: telephone ?? "", open };
    });

/** Whom young people may call. A line that is left empty is taken off. */
export const helpListForm = z
  .object({
    first: place("first"),
    second: place("second"),
    third: place("third"),
    fourth: place("fourth"),
    childline: z.object({
      telephone: line({ label: "Childline’s number", enter: "Enter Childline’s number", max: 30 }).refine(
        (number) => TELEPHONE.test(number),
        WRONG,
      ),
      open: optionalLine({ label: "When it is open", max: 100 }),
    }),
  })
  .transform(({ childline, ...places }): HelpList => ({
    childline,
    lines: helpPlaces.flatMap((name) => places[name] ?? []),
  }));

export const helpListLabels: Record<string, string> = {
  ...Object.fromEntries(
    helpPlaces.flatMap((name, at) => [
      [`${name}.name`, `Line ${at + 1}: who`],
      [`${name}.telephone`, `Line ${at + 1}: number`],
      [`${name}.open`, `Line ${at + 1}: when`],
    ]),
  ),
  "childline.telephone": "Childline’s number",
  "childline.open": "Childline: when",
};

export function helpListDefaults({ childline, lines }: HelpList): FormValues {
  const places = helpPlaces.map((name, at): [string, FormValues] => {
    const { name: who = "", telephone = "", open = null } = lines[at] ?? {};
    return [name, { name: who, telephone, open: open ?? "" }];
  });
  return {
    ...Object.fromEntries(places),
    childline: { telephone: childline.telephone, open: childline.open ?? "" },
  };
}
