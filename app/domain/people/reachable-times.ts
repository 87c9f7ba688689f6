import { Temporal } from "temporal-polyfill";
import type { Session } from "../record/session";

/**
 * The instants that two times of day around a session mean, as `HH:MM` in its zone: the first on the day on which it
 * starts, the second on the day on which it ends, or the day after where that would not be later than the first.
 */
export function reachableInstants(
  { startsAt, endsAt, zone }: Pick<Session, "startsAt" | "endsAt" | "zone">,
  from: string,
  to: string,
): { reachableFrom: string; reachableTo: string } {
  const start = Temporal.Instant.from(startsAt).toZonedDateTimeISO(zone);
  const end = Temporal.Instant.from(endsAt).toZonedDateTimeISO(zone);
  const fromAt = start.withPlainTime(Temporal.PlainTime.from(from));
  const sameDay = end.withPlainTime(Temporal.PlainTime.from(to));
  const toAt = Temporal.ZonedDateTime.compare(sameDay, fromAt) > 0 ? sameDay : sameDay.add({ days: 1 });
  return { reachableFrom: fromAt.toInstant().toString(), reachableTo: toAt.toInstant().toString() };
}
