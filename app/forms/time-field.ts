import { z } from "zod";

const CLOCK = /^(\d{1,2})(?:[:.]?(\d{2}))?\s*(am|pm|a\.m\.?|p\.m\.?)?$/;

/** A local time in one field: 6pm, 6:00pm, 6.30 pm, 18:00, midday. Comes out as `HH:MM`. */
export function timeField({ label, enter }: { label: string; enter: string }) {
  return z
    .string({ error: enter })
    .trim()
    .min(1, { error: enter, abort: true })
    .max(20, { error: wrong(label), abort: true })
    .transform((given, context) => {
      const time = readTime(given);
      if (time === null) context.addIssue({ code: "custom", message: wrong(label) });
      return time ?? z.NEVER;
    });
}

/** A local time, or null when blank. */
export function optionalTimeField({ label }: { label: string }) {
  const given = timeField({ label, enter: wrong(label) });
  return z.preprocess(
    (value) => (value === undefined || (typeof value === "string" && value.trim() === "") ? null : value),
    given.nullable(),
  );
}

/** `HH:MM`, or null when it is no time, or could be morning as well as evening ("6"). */
export function readTime(given: string): string | null {
  const text = given.trim().toLowerCase();
  if (text === "midday" || text === "noon") return "12:00";
  if (text === "midnight") return "00:00";
  const [, hours = "", minutes, half] = CLOCK.exec(text) ?? [];
  const hour = Number(hours);
  const minute = Number(minutes ?? 0);
  if (hours === "" || minute > 59) return null;
  if (half)
    return hour >= 1 && hour <= 12 ? clock((hour % 12) + (half.startsWith("p") ? 12 : 0), minute) : null;
  if (minutes === undefined || hour > 23) return null;
  return clock(hour, minute);
}

/** How a stored time is shown: `18:00` as 6pm, `06:30` as 6:30am, noon as 12pm. */
export function spokenTime(time: string): string {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  const half = hour < 12 ? "am" : "pm";
  const onDial = hour % 12 === 0 ? 12 : hour % 12;
  return minute === 0 ? `${onDial}${half}` : `${onDial}:${String(minute).padStart(2, "0")}${half}`;
}

function clock(hour: number, minute: number): string {
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

function wrong(label: string): string {
  return `${label} must be a time, like 6pm or 18:00`;
}
