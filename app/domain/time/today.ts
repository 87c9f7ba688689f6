import { Temporal } from "temporal-polyfill";

/** The zone in which an organisation's own dates are meant: Greenroom is made for organisations of the United Kingdom. */
export const HOME_ZONE = "Europe/London";

/** The calendar date of an instant (ISO 8601) where the organisation is, as in `2026-12-10`. */
export function homeDate(instant: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(HOME_ZONE).toPlainDate().toString();
}
