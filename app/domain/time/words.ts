import { Temporal } from "temporal-polyfill";

const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const dayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** A date in words, as in `10 December 2026`. */
export function dateInWords(date: Temporal.PlainDate): string {
  return `${date.day} ${monthNames[date.month - 1]} ${date.year}`;
}

/** A date with its weekday, as in `Thursday 10 December 2026`. */
export function longDate(date: Temporal.PlainDate): string {
  return `${dayNames[date.dayOfWeek - 1]} ${dateInWords(date)}`;
}

/** A time of day, as in `5pm` or `5:40pm`; midday and midnight say so. */
export function timeInWords(time: Temporal.PlainTime): string {
  if (time.minute === 0 && time.hour === 0) return "midnight";
  if (time.minute === 0 && time.hour === 12) return "midday";
  const hour = time.hour % 12 === 0 ? 12 : time.hour % 12;
  const minutes = time.minute === 0 ? "" : `:${String(time.minute).padStart(2, "0")}`;
  return `${hour}${minutes}${time.hour < 12 ? "am" : "pm"}`;
}

/** An instant as people of that zone say it, as in `10 December 2026 at 5pm`. */
export function instantInWords(at: Temporal.Instant | string, zone: string): string {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
  return `${dateInWords(local.toPlainDate())} at ${timeInWords(local.toPlainTime())}`;
}

/** Items as people list them: `a`, `a and b`, `a, b and c`. */
export function listInWords(items: readonly string[]): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} and ${items[items.length - 1]}`;
}

/** A count with its noun, as in `1 adult` and `2 adults`. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

export function parseDate(date: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(date);
}
