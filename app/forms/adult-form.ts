import { z } from "zod";
import type { Adult } from "~/domain/record/adult";
import { answerOf, optionalYesNo } from "./choice";
import type { FormValues } from "./read-form-data";
import { optionalLine, personName } from "./text";

const isEmail = (text: string | null) => text === null || z.email().safeParse(text).success;

/** An e-mail address, or null when blank. */
export function optionalEmail() {
  return optionalLine({ label: "Email address", max: 254 }).refine(isEmail, {
    error: "Enter an email address in the correct format, like name@example.com",
  });
}

export const adultForm = z.object({
  name: personName({ label: "Name", enter: "Enter their name", max: 120 }),
  email: optionalEmail(),
  over18: optionalYesNo({ select: "Select whether they are 18 or over" }),
});

export const adultLabels = { name: "Name", email: "Contact email", over18: "18 or over" };

export function adultDefaults({ name, email, over18 }: Pick<Adult, "name" | "email" | "over18">): FormValues {
  return { name, email: email ?? "", over18: answerOf(over18?.answer ?? null) };
}
