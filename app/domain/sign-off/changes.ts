import { canonicalJson } from "../record/canonical";
import type { MaterialFacts } from "./material-facts";

/** One difference between two states of the material facts: where it is, and what it was and became. */
export type FactChange = { path: string; before: unknown; after: unknown };

/**
 * Every difference, deepest first named. Things with different ids are different things; lists of things with ids are
 * compared thing by thing, so that their order never matters except in the chain of platforms.
 */
export function changesBetween(before: MaterialFacts, after: MaterialFacts): FactChange[] {
  return differences("", before, after);
}

function differences(path: string, before: unknown, after: unknown): FactChange[] {
  if (isIdentified(before) && isIdentified(after)) return listDifferences(path, before, after);
  if (isPlain(before) && isPlain(after) && before["id"] === after["id"]) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return keys.flatMap((key) => differences(path ? `${path}.${key}` : key, before[key], after[key]));
  }
  return same(before, after) ? [] : [{ path, before: before ?? null, after: after ?? null }];
}

function listDifferences(path: string, before: Identified[], after: Identified[]): FactChange[] {
  const ids = [...new Set([...before, ...after].map((item) => item.id))];
  const found = ids.flatMap((id) =>
    differences(
      `${path}[${id}]`,
      before.find((item) => item.id === id),
      after.find((item) => item.id === id),
    ),
  );
  const [was, is] = [orderOf(before, after), orderOf(after, before)];
  const reordered = path === "platforms" && !same(was, is);
  return reordered ? [...found, { path, before: was, after: is }] : found;
}

/** The order of those that stand in the other list too. */
function orderOf(list: Identified[], other: Identified[]): string[] {
  return list.map(({ id }) => id).filter((id) => other.some((item) => item.id === id));
}

type Identified = { id: string };

function isIdentified(value: unknown): value is Identified[] {
  return Array.isArray(value) && value.every((item) => isPlain(item) && typeof item.id === "string");
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function same(a: unknown, b: unknown): boolean {
  return canonicalJson(a ?? null) === canonicalJson(b ?? null);
}
