/** What a browser sends, as nested plain values: a name given once is a string, a name given again is a list. */
export type FormValue = string | string[] | FormValues;
export type FormValues = { [name: string]: FormValue };

/** A body that none of our pages can have sent. It is answered with 400, never shown as a field's error. */
export class MalformedForm extends Error {
  override readonly name = "MalformedForm";
}

const MOST_FIELDS = 2000;
const DEEPEST_NAME = 4;
const SEGMENT = /^[A-Za-z0-9_-]+$/;
const FORBIDDEN = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Reads a form's entries; `a.b` becomes `{ a: { b } }`. Every object has no prototype, so that no name can reach one.
 * @throws MalformedForm when names conflict (`a` beside `a.b`), are not ours, or a file was sent
 */
export function readFormData(form: FormData): FormValues {
  const values = emptyValues();
  let count = 0;
  for (const [name, value] of form) {
    count += 1;
    if (count > MOST_FIELDS) throw new MalformedForm("too many fields");
    if (typeof value !== "string") throw new MalformedForm("a file where text was expected");
    place(values, segmentsOf(name), value);
  }
  return values;
}

/** The string at a dotted name, or null when nothing or something else is there. */
export function valueAt(values: FormValues, name: string): FormValue | null {
  let at: FormValue | undefined = values;
  for (const segment of name.split(".")) {
    if (typeof at !== "object" || Array.isArray(at) || !Object.prototype.hasOwnProperty.call(at, segment))
      return null;
    at = at[segment];
  }
  return at ?? null;
}

/** Every name and value, as a form would post them: the inverse of `readFormData`, apart from order between names. */
export function entriesOf(values: FormValues, prefix = ""): [string, string][] {
  return Object.entries(values).flatMap(([key, value]) => {
    const name = prefix + key;
    if (typeof value === "string") return [[name, value] satisfies [string, string]];
    if (Array.isArray(value)) return value.map((each): [string, string] => [name, each]);
    return entriesOf(value, `${name}.`);
  });
}

function segmentsOf(name: string): string[] {
  const segments = name.split(".");
  const wellNamed = segments.every((segment) => SEGMENT.test(segment) && !FORBIDDEN.has(segment));
  if (!wellNamed || segments.length > DEEPEST_NAME) throw new MalformedForm("a field name that is not ours");
  return segments;
}

function place(values: FormValues, segments: string[], value: string): void {
  const last = segments.at(-1) ?? "";
  let at = values;
  for (const segment of segments.slice(0, -1)) {
    const next = (at[segment] ??= emptyValues());
    if (typeof next === "string" || Array.isArray(next)) throw new MalformedForm("conflicting field names");
    at = next;
  }
  const held = at[last];
  if (held === undefined) at[last] = value;
  else if (typeof held === "string") at[last] = [held, value];
  else if (Array.isArray(held)) held.push(value);
  else throw new MalformedForm("conflicting field names");
}

function emptyValues(): FormValues {
  return Object.create(null) as FormValues;
}
