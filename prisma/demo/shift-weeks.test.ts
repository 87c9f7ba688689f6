import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { shiftWeeks, weeksToLatestMonday } from "./shift-weeks";

const zone = "Europe/London";

describe("shifting a story by weeks", () => {
  test("moves dates and instants, and keeps what clocks show when they change in between", () => {
    const story = {
      born: "2013-12-11",
      at: "2026-10-20T17:00:00Z",
      list: ["2026-11-23T10:00:00Z"],
      title: "Quiz 2026",
    };
    expect(shiftWeeks(story, 1, zone)).toEqual({
      born: "2013-12-18",
      at: "2026-10-27T18:00:00Z",
      list: ["2026-11-30T10:00:00Z"],
      title: "Quiz 2026",
    });
  });

  test.each([
    ["2026-11-22", -1],
    ["2026-11-23", 0],
    ["2026-11-29", 0],
    ["2026-11-30", 1],
    ["2027-01-04", 6],
  ])("on %s the story moves by %i weeks", (today, weeks) => {
    const storyNow = Temporal.ZonedDateTime.from(`2026-11-23T10:00[${zone}]`);
    expect(weeksToLatestMonday(storyNow, Temporal.PlainDate.from(today))).toBe(weeks);
  });
});
