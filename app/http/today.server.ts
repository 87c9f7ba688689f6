import { Temporal } from "temporal-polyfill";
import { homeDate } from "~/domain/time/today";

/** Today where the organisation is, as in `2026-12-10`. */
export function homeToday(): string {
  return homeDate(Temporal.Now.instant().toString());
}
