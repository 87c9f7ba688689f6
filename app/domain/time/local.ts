import { Temporal } from "temporal-polyfill";

export type Occurrence = "first" | "second";
export type LocalInstant = { found: "once" | "chosen"; at: Temporal.Instant } | { found: "twice" | "never" };

/**
 * The instant at which clocks in `zone` show a date and time. Where clocks go back an hour happens twice and
 * `occurrence` says which is meant; where they go forward an hour never happens.
 */
export function instantOf(
  date: string,
  time: string,
  zone: string,
  occurrence: Occurrence | null,
): LocalInstant {
  const local = Temporal.PlainDateTime.from(`${date}T${time}`);
  const first = local.toZonedDateTime(zone, { disambiguation: "earlier" });
  const second = local.toZonedDateTime(zone, { disambiguation: "later" });
  if (first.equals(second)) return { found: "once", at: first.toInstant() };
  if (!first.toPlainDateTime().equals(local)) return { found: "never" };
  if (occurrence === null) return { found: "twice" };
  return { found: "chosen", at: (occurrence === "first" ? first : second).toInstant() };
}

/** The date and time that clocks in `zone` show at an instant, as a form holds them, and which of two hours it is. */
export function localParts(
  instant: string,
  zone: string,
): { date: string; time: string; occurrence: Occurrence | null } {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  const plain = local.toPlainDateTime();
  const first = plain.toZonedDateTime(zone, { disambiguation: "earlier" });
  const second = plain.toZonedDateTime(zone, { disambiguation: "later" });
  return {
    date: local.toPlainDate().toString(),
    time: local.toPlainTime().toString({ smallestUnit: "minute" }),
    occurrence: first.equals(second) ? null : local.equals(first) ? "first" : "second",
  };
}

/** The last local day on which something holds that ends at `until`; null where it has no end. */
export function lastGoodDate(until: string | null, zone: string): string | null {
  if (until === null) return null;
  const last = Temporal.Instant.from(until).subtract({ milliseconds: 1 });
  return last.toZonedDateTimeISO(zone).toPlainDate().toString();
}
