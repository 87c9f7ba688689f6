import { z } from "zod";
import { instantOf } from "~/domain/time/local";
import { isZone } from "~/domain/time/zone";
import { optionalChoice, tick } from "./choice";
import { dateField } from "./date-field";
import { timeField } from "./time-field";

const hourInMs = 60 * 60 * 1000;
const longestMs = 24 * hourInMs;
/** An end at an earlier hour is taken for the next day's up to this length; beyond it, it is more likely a slip. */
const plainlyOvernightMs = 12 * hourInMs;

/** The fields of a session's date and times. `occurrence` and `endsNextDay` are asked for only where they are needed. */
export const sessionTimeFields = {
  date: dateField({ label: "Session date", enter: "Enter the date of the session" }),
  start: timeField({ label: "Start", enter: "Enter the time at which the session starts" }),
  end: timeField({ label: "End", enter: "Enter the time at which the session ends" }),
  zone: z.string().refine(isZone, { error: "Select a time zone" }),
  endsNextDay: tick(),
  occurrence: optionalChoice(["first", "second"], { select: "Select which of the two hours you mean" }),
};

type Times = {
  date: string;
  start: string;
  end: string;
  zone: string;
  endsNextDay: boolean;
  occurrence: "first" | "second" | null;
};

/**
 * The instants of a session: an end that is not later than its start on the clock falls on the next day. Says on
 * which field what is wrong: an hour that happens twice or never, an end at the start, or one before it, unless
 * somebody has said that it is on the next day.
 */
export function sessionInstants<T extends Times>(times: T, context: z.RefinementCtx) {
  const { date, start, end, zone, endsNextDay, occurrence, ...rest } = times;
  const starts = instantOf(date, start, zone, occurrence);
  if (!("at" in starts)) {
    const twice = starts.found === "twice";
    context.addIssue({
      code: "custom",
      path: [twice ? "occurrence" : "start"],
      message: twice
        ? "Clocks go back that night, so this hour happens twice. Select which one you mean"
        : "Clocks go forward that night, so this time does not exist. Enter another one",
    });
    return z.NEVER;
  }
  const endDate = end > start ? date : nextDay(date);
  const ends = instantOf(endDate, end, zone, occurrence ?? "first");
  const length = "at" in ends ? ends.at.epochMilliseconds - starts.at.epochMilliseconds : 0;
  if (!("at" in ends) || end === start || length <= 0 || length > longestMs) {
    context.addIssue({ code: "custom", path: ["end"], message: "The end must be after the start" });
    return z.NEVER;
  }
  if (endDate !== date && length > plainlyOvernightMs && !endsNextDay) {
    context.addIssue({
      code: "custom",
      path: ["endsNextDay"],
      message: "The end is before the start. Change a time, or tick that it ends on the next day",
    });
    return z.NEVER;
  }
  return { ...rest, zone, startsAt: starts.at.toString(), endsAt: ends.at.toString() };
}

function nextDay(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}
