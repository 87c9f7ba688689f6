import { createContext, useContext } from "react";
import { valueAt, type FormValue, type FormValues } from "./read-form-data";
import type { FormError } from "./validate";

/** What a form's fields share: what to show in them, and what is wrong. */
export type FormState = { values: FormValues; errors: FormError[] };

export const FormContext = createContext<FormState>({ values: {}, errors: [] });

export type Field = { id: string; value: FormValue | null; error: FormError | null; parts: FormError[] };

/** A field's id, value and error. `parts` are errors of fields below it, such as `start.year` of `start`. */
export function useField(name: string): Field {
  const { values, errors } = useContext(FormContext);
  const parts = errors.filter((error) => error.name.startsWith(`${name}.`));
  const error = errors.find((each) => each.name === name) ?? parts[0] ?? null;
  return { id: fieldId(name), value: valueAt(values, name), error, parts };
}

/** Whether any of these fields holds something or has an error, so that what hides them has to be open. */
export function useInUse(names: readonly string[]): boolean {
  const { values, errors } = useContext(FormContext);
  return names.some(
    (name) => (valueAt(values, name) ?? "") !== "" || errors.some((error) => error.name === name),
  );
}

/** The id of a field: what the error summary links to. */
export function fieldId(name: string): string {
  return name.replaceAll(".", "-");
}
