import { Temporal } from "temporal-polyfill";

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/;
const date = /^\d{4}-\d{2}-\d{2}$/;

/** The same value with every date and instant in it moved by whole weeks; clocks in `zone` show the same times. */
export function shiftWeeks<T>(value: T, weeks: number, zone: string): T {
  return shifted(value, weeks, zone) as T;
}

function shifted(value: unknown, weeks: number, zone: string): unknown {
  if (typeof value === "string") return shiftedText(value, weeks, zone);
  if (Array.isArray(value)) return value.map((item) => shifted(item, weeks, zone));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, shifted(entry, weeks, zone)]));
}

function shiftedText(text: string, weeks: number, zone: string): string {
  if (date.test(text)) return Temporal.PlainDate.from(text).add({ weeks }).toString();
  if (!instant.test(text)) return text;
  return Temporal.Instant.from(text).toZonedDateTimeISO(zone).add({ weeks }).toInstant().toString();
}

/** How many whole weeks bring `storyNow`, a Monday at 10:00, to the latest Monday at 10:00 that is not after today. */
export function weeksToLatestMonday(storyNow: Temporal.ZonedDateTime, today: Temporal.PlainDate): number {
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  return Math.round(storyNow.toPlainDate().until(monday, { largestUnit: "days" }).days / 7);
}
