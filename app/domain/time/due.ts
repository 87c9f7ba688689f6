import type { Temporal } from "temporal-polyfill";

/** The last good day of something done on `done` that holds for `months` months: inclusive, month ends clamped. */
export function lastGoodDay(done: Temporal.PlainDate, months: number): Temporal.PlainDate {
  return done.add({ months }).subtract({ days: 1 });
}
