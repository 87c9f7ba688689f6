import fc from "fast-check";
import { expect, test } from "vitest";
import { optionalTimeField, readTime, spokenTime, timeField } from "./time-field";

test.each([
  ["6pm", "18:00"],
  ["6:00pm", "18:00"],
  ["6.30 PM", "18:30"],
  ["6 p.m.", "18:00"],
  ["18:00", "18:00"],
  ["1800", "18:00"],
  ["09:05", "09:05"],
  ["12am", "00:00"],
  ["12:15 pm", "12:15"],
  ["midday", "12:00"],
  ["Midnight", "00:00"],
])("%j is %s", (given, time) => {
  expect(readTime(given)).toBe(time);
});

test.each(["", "6", "18", "25:00", "6:60pm", "13pm", "0am", "six", "6pm or so", "18:0"])(
  "%j is no time",
  (given) => {
    expect(readTime(given)).toBeNull();
  },
);

test("errors say what is expected", () => {
  const schema = timeField({ label: "Start time", enter: "Enter a start time" });
  expect(schema.safeParse(" ").error?.issues[0]?.message).toBe("Enter a start time");
  expect(schema.safeParse("6").error?.issues[0]?.message).toBe(
    "Start time must be a time, like 6pm or 18:00",
  );
  expect(optionalTimeField({ label: "Start time" }).parse(" ")).toBeNull();
  expect(optionalTimeField({ label: "Start time" }).safeParse("x").success).toBe(false);
});

test("every minute of the day is read back from how it is shown", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1439 }), (minute) => {
      const time = new Date(minute * 60_000).toISOString().slice(11, 16);
      expect(readTime(spokenTime(time))).toBe(time);
      expect(readTime(time)).toBe(time);
    }),
    { seed: 4 },
  );
});
