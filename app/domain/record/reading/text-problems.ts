import { pathOf, type ReadProblem } from "./schema-problems";

/** Text that no file can carry unchanged: half of a surrogate pair, or a NUL. */
export function textProblems(value: unknown, path: readonly PropertyKey[] = []): ReadProblem[] {
  if (typeof value === "string") {
    return isWellFormed(value) && !value.includes("\u0000")
      ? []
      : [{ path: pathOf(path), message: "holds characters that cannot be kept" }];
  }
  const entries: [PropertyKey, unknown][] = Array.isArray(value)
    ? value.map((item, index) => [index, item])
    : Object.entries(value ?? {});
  return entries.flatMap(([key, item]) => textProblems(item, [...path, key]));
}

function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
