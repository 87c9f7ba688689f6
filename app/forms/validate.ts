import { z } from "zod";
import type { FormValues } from "./read-form-data";

/** `name` is a field's dotted name, or `WHOLE_FORM` for what no single field can mend. */
export type FormError = { name: string; message: string };
export type Rejected = { values: FormValues; errors: FormError[] };
export type Validated<T> = { ok: true; data: T } | ({ ok: false } & Rejected);

export const WHOLE_FORM = "form";

/**
 * Says whether a submission is well-formed. The browser and the action both call this, with the same values.
 * One error a field, in the order of the schema's keys: write them in the order of the page.
 */
export function validate<S extends z.ZodType>(schema: S, values: FormValues): Validated<z.output<S>> {
  const result = schema.safeParse(values);
  if (result.success) return { ok: true, data: result.data };
  return { ok: false, values, errors: inPageOrder(schema, errorsOf(result.error)) };
}

function errorsOf(error: z.ZodError): FormError[] {
  const first = new Map<string, FormError>();
  for (const issue of error.issues) {
    const name = fieldOf(issue.path);
    if (!first.has(name)) first.set(name, { name, message: issue.message });
  }
  return [...first.values()];
}

/** An error of one entry in a list is the list's: its boxes share one name. */
function fieldOf(path: PropertyKey[]): string {
  const entry = path.findIndex((segment) => typeof segment === "number");
  return path.slice(0, entry === -1 ? undefined : entry).join(".") || WHOLE_FORM;
}

function inPageOrder(schema: z.ZodType, errors: FormError[]): FormError[] {
  const order = keysOf(schema);
  const rank = ({ name }: FormError) => {
    const at = order.indexOf(name.split(".")[0] ?? "");
    return at === -1 ? order.length : at;
  };
  return [...errors].sort((one, other) => rank(one) - rank(other));
}

function keysOf(schema: z.ZodType): string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  if (schema instanceof z.ZodPipe) return [schema.in, schema.out].flatMap(innerKeys);
  if (schema instanceof z.ZodUnion) return [...new Set(schema.options.flatMap(innerKeys))];
  return [];
}

function innerKeys(schema: unknown): string[] {
  return schema instanceof z.ZodType ? keysOf(schema) : [];
}
