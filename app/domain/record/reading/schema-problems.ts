import type { z } from "zod";

/** What keeps a record from being read: where, as in `session.assignments[2].adultId`, and what in plain words. */
export type ReadProblem = { path: string; message: string };

/** What a schema refused, in plain words; unknown fields by their own path. */
export function schemaProblems(error: z.ZodError): ReadProblem[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({
        path: pathOf([...issue.path, key]),
        message: "is not a field of a session record",
      }));
    }
    return [{ path: pathOf(issue.path), message: wordsFor(issue) }];
  });
}

/** A path as people write it: `session.places[0].where`; the whole document is `the record`. */
export function pathOf(path: readonly PropertyKey[]): string {
  const text = path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
    .join("")
    .slice(1);
  return text === "" ? "the record" : text;
}

const kinds: Partial<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  tuple: "a list",
  object: "an object",
  record: "an object",
};

function wordsFor(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined
        ? "is missing; what is not known is written as null"
        : `should be ${kinds[issue.expected] ?? issue.expected}`;
    case "invalid_value":
      return `should be ${issue.values.map((value) => JSON.stringify(value)).join(" or ")}`;
    case "invalid_format":
      return formatWords[issue.format] ?? "is not written as this field asks";
    case "too_small":
      return issue.origin === "string"
        ? "is empty; no answer is written as null"
        : `is less than ${issue.minimum}`;
    case "too_big":
      return issue.origin === "string"
        ? `is longer than ${issue.maximum} characters`
        : `is more than ${issue.maximum}`;
    default:
      return "is not what this field asks";
  }
}

const formatWords: Partial<Record<string, string>> = {
  datetime: "should be an instant in UTC, as in 2026-12-10T17:00:00Z",
  date: "should be a date, as in 2026-12-10",
};
