import { data } from "@remix-run/react";
import { withoutSecrets } from "./parse-form";
import { valueAt, type FormValue, type FormValues } from "./read-form-data";

/** One answer in both its forms: as text to read, and (`value`) as the field's own value where it has a single one. */
export type StaleAnswer = { shown: string; value?: string };
export type StaleField = { name: string; label: string; yours: StaleAnswer; stored: StaleAnswer };
export type Stale = {
  /** Who saved the other change, and when, as shown: "Idris Marrowby", "2 December 2026 at 4:10pm". */
  changedBy: string | null;
  changedAt: string | null;
  fields: StaleField[];
  /** The whole submission as it was sent, so that nothing typed is lost. */
  values: FormValues;
  /** The version that is stored now: what is saved from the page replaces that one. */
  storedVersion: number;
  /** The page where the stored answers stand. */
  back: string;
};

type Known = Omit<Stale, "fields" | "values"> & {
  /** What the form would show now: the same defaults that it is opened with. */
  stored: FormValues;
  /** The question of each field, in the order of the page. */
  labels: Record<string, string>;
  /** How a field's values read, where they are not words themselves: `{ kind: { host: "We run our own" } }`. */
  words?: Record<string, Record<string, string>>;
};

/** The answer to a submission that was made from an older version: 409, with both answers to each question. */
export function stale(form: { values: FormValues }, { stored, labels, words = {}, ...known }: Known) {
  const values = withoutSecrets(form.values);
  const fields = Object.entries(labels).map(([name, label]) => ({
    name,
    label,
    yours: answerIn(values, name, words[name]),
    stored: answerIn(stored, name, words[name]),
  }));
  const answer: Stale = { ...known, values, fields };
  return data({ stale: answer }, { status: 409 });
}

function answerIn(values: FormValues, name: string, words: Record<string, string> = {}): StaleAnswer {
  const value = valueAt(values, name) ?? "";
  const shown = shownAs(value, words);
  return typeof value === "string" ? { shown, value } : { shown };
}

function shownAs(value: FormValue, words: Record<string, string>): string {
  if (typeof value === "string")
    return words[value] ?? (value === "yes" ? "Yes" : value === "no" ? "No" : value);
  if (Array.isArray(value)) return value.map((each) => shownAs(each, words)).join(", ");
  return Object.values(value)
    .map((part) => shownAs(part, words))
    .filter(Boolean)
    .join(" ");
}
