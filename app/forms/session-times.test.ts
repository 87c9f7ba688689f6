import { describe, expect, test } from "vitest";
import { newSessionForm } from "./new-session-form";
import type { FormValues } from "./read-form-data";
import { validate } from "./validate";

const evening: FormValues = {
  kind: "host",
  title: "Open evening",
  date: { day: "10", month: "12", year: "2026" },
  start: "6pm",
  end: "7pm",
  zone: "Europe/London",
};

function times(changes: FormValues) {
  const read = validate(newSessionForm, { ...evening, ...changes });
  return read.ok ? [read.data.startsAt, read.data.endsAt] : read.errors;
}

describe("a session's end", () => {
  test("is on the same day where it is later on the clock", () => {
    expect(times({})).toEqual(["2026-12-10T18:00:00Z", "2026-12-10T19:00:00Z"]);
    expect(times({ endsNextDay: "yes" })).toEqual(["2026-12-10T18:00:00Z", "2026-12-10T19:00:00Z"]);
  });

  test.each(["midnight", "00:15", "6am"])("at %s is plainly on the next day", (end) => {
    expect(times({ end })).toMatchObject(["2026-12-10T18:00:00Z", expect.stringMatching(/^2026-12-11/)]);
  });

  test.each(["5pm", "6:01am"])(
    "at %s is asked about, and is on the next day once somebody says so",
    (end) => {
      expect(times({ end })).toEqual([
        {
          name: "endsNextDay",
          message: "The end is before the start. Change a time, or tick that it ends on the next day",
        },
      ]);
      expect(times({ end, endsNextDay: "yes" })).toMatchObject([
        "2026-12-10T18:00:00Z",
        expect.stringMatching(/^2026-12-11/),
      ]);
    },
  );

  test("at the start is no session, whatever is ticked", () => {
    for (const endsNextDay of ["", "yes"])
      expect(times({ end: "6pm", ...(endsNextDay ? { endsNextDay } : {}) })).toEqual([
        { name: "end", message: "The end must be after the start" },
      ]);
  });
});

describe("a session's times", () => {
  test("are those of the chosen zone", () => {
    expect(times({ zone: "Asia/Kolkata" })).toEqual(["2026-12-10T12:30:00Z", "2026-12-10T13:30:00Z"]);
    expect(times({ zone: "Lanternmoor" })).toEqual([{ name: "zone", message: "Select a time zone" }]);
  });

  test("may lie in the past: a session can be put on record afterwards", () => {
    expect(times({ date: { day: "1", month: "1", year: "2020" } })).toEqual([
      "2020-01-01T18:00:00Z",
      "2020-01-01T19:00:00Z",
    ]);
  });

  test("in an hour that happens twice are asked about", () => {
    const night = { date: { day: "25", month: "10", year: "2026" }, start: "1:30am", end: "3am" };
    expect(times(night)).toMatchObject([{ name: "occurrence" }]);
    expect(times({ ...night, occurrence: "second" })).toEqual([
      "2026-10-25T01:30:00Z",
      "2026-10-25T03:00:00Z",
    ]);
  });
});
