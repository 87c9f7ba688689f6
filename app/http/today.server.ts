import { Temporal } from "temporal-polyfill";
import { isBefore } from "~/domain/time/order";
import { homeDate } from "~/domain/time/today";

/** Today where the organisation is, as in `2026-12-10`. */
export function homeToday(): string {
  return homeDate(Temporal.Now.instant().toString());
}

/** Whether an instant (ISO 8601) lies behind us. */
export function hasPassed(instant: string): boolean {
  return isBefore(instant, Temporal.Now.instant().toString());
}
