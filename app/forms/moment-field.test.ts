import { describe, expect, test } from "vitest";
import { z } from "zod";
import { momentFields, momentOf, momentRevealed } from "./moment-field";
import { validate } from "./validate";

const form = momentRevealed(z.object(momentFields({ select: "Select when" }))).transform(momentOf);
const zone = "Europe/London";
const read = (values: Record<string, string | Record<string, string>>) => {
  const result = validate(form, values);
  return result.ok ? result.data.at : result.errors.map(({ name, message }) => `${name}: ${message}`);
};
const on = (day: string, month: string, year: string) => ({ day, month, year });

describe("a moment", () => {
  test("just now is null, whatever stands in the fields that nobody sees", () => {
    expect(read({ when: "now", zone, date: on("99", "", ""), time: "late" })).toBeNull();
  });

  test("earlier is an instant by the clocks of the session's zone", () => {
    expect(read({ when: "earlier", zone, date: on("20", "11", "2026"), time: "4pm" })).toBe(
      "2026-11-20T16:00:00Z",
    );
    expect(read({ when: "earlier", zone, date: on("20", "jul", "2026"), time: "4pm" })).toBe(
      "2026-07-20T15:00:00Z",
    );
  });

  test("in the hour that happens twice is the first, and in the one that never does is refused", () => {
    expect(read({ when: "earlier", zone, date: on("25", "10", "2026"), time: "1:30am" })).toBe(
      "2026-10-25T00:30:00Z",
    );
    expect(read({ when: "earlier", zone, date: on("29", "3", "2026"), time: "1:30am" })).toEqual([
      "time: Clocks went forward that night, so this time does not exist",
    ]);
  });

  test("asks for what is missing", () => {
    expect(read({ zone })).toEqual(["when: Select when"]);
    expect(read({ when: "earlier", zone })).toEqual(["date: Enter the date"]);
    expect(read({ when: "earlier", zone, date: on("20", "11", "2026") })).toEqual(["time: Enter the time"]);
    expect(read({ when: "now", zone: "Europe/Nowhere" })).toEqual(["zone: The time zone is not known"]);
  });
});
