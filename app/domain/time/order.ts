import { Temporal } from "temporal-polyfill";

/** Orders instants by time, however many digits of a second each is written with. */
export function byInstant(a: string, b: string): number {
  return Temporal.Instant.compare(Temporal.Instant.from(a), Temporal.Instant.from(b));
}

/** A list in order of time; where two share an instant, of their ids, so that it never matters how the list was stored. */
export function oldestFirst<T extends { id: string }>(list: readonly T[], at: (one: T) => string): T[] {
  return [...list].sort((a, b) => byInstant(at(a), at(b)) || (a.id < b.id ? -1 : 1));
}

/** The last of a list in order of time, or null of none. */
export function newestOf<T extends { id: string }>(list: readonly T[], at: (one: T) => string): T | null {
  return oldestFirst(list, at).at(-1) ?? null;
}

export function isBefore(a: string, b: string): boolean {
  return byInstant(a, b) < 0;
}

/** The later of a moment and what it must not be before, where there is such a thing. */
export function notBefore(earliest: string | null, moment: string): string {
  return earliest !== null && isBefore(moment, earliest) ? earliest : moment;
}
