import { Temporal } from "temporal-polyfill";

/** Orders instants by time, however many digits of a second each is written with. */
export function byInstant(a: string, b: string): number {
  return Temporal.Instant.compare(Temporal.Instant.from(a), Temporal.Instant.from(b));
}

export function isBefore(a: string, b: string): boolean {
  return byInstant(a, b) < 0;
}
