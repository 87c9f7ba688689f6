import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { dateField, dateParts, optionalDateField } from "./date-field";
import { validate } from "./validate";

const latest = { date: "2026-11-23", message: "DBS check date must be today or in the past" };
const schema = z.object({
  check: dateField({ label: "DBS check date", enter: "Enter the date of the check", latest }),
});
const at = (day: string, month: string, year: string) => ({ check: { day, month, year } });
const outcome = (day: string, month: string, year: string) => {
  const result = validate(schema, at(day, month, year));
  return result.ok ? result.data.check : result.errors.map(({ name, message }) => `${name}: ${message}`);
};

test.each(["1", "01", "jan", "Jan", "January", "JAN.", " january "])("the month %j is January", (month) => {
  expect(outcome("15", month, "2026")).toBe("2026-01-15");
});

test.each([
  ["", "", "", "check: Enter the date of the check"],
  ["", "1", "2026", "check.day: DBS check date must include a day"],
  ["15", "", "", "check.month: DBS check date must include a month and year"],
  ["15", "1", "26", "check.year: Year must include 4 numbers"],
  ["15", "13", "2026", "check.month: DBS check date must be a real date"],
  ["15", "janissary", "2026", "check.month: DBS check date must be a real date"],
  ["29", "2", "2026", "check.day: DBS check date must be a real date"],
  ["0", "2", "2026", "check.day: DBS check date must be a real date"],
  ["x", "2", "2026", "check.day: DBS check date must be a real date"],
  ["24", "nov", "2026", "check: DBS check date must be today or in the past"],
])("%j %j %j says which part is wrong and how", (day, month, year, error) => {
  expect(outcome(day, month, year)).toEqual([error]);
});

test("the last good day is good", () => {
  expect(outcome("23", "11", "2026")).toBe("2026-11-23");
});

test("an earliest day holds as well", () => {
  const earliest = { date: "2026-11-24", message: "Session date must be in the future" };
  const future = z.object({ check: optionalDateField({ label: "Session date", earliest }) });
  expect(validate(future, at("23", "11", "2026"))).toMatchObject({ errors: [{ message: earliest.message }] });
  expect(validate(future, at("24", "11", "2026"))).toMatchObject({ ok: true });
});

test("an optional date left blank, or not sent at all, is null; half a date is still an error", () => {
  const optional = z.object({ check: optionalDateField({ label: "Date" }) });
  expect(validate(optional, at("", " ", ""))).toEqual({ ok: true, data: { check: null } });
  expect(validate(optional, {})).toEqual({ ok: true, data: { check: null } });
  expect(validate(optional, at("1", "", "2026"))).toMatchObject({ ok: false });
  expect(validate(optional, { check: "2026-01-01" })).toMatchObject({ ok: false });
});

test("every calendar day that exists is read back as itself, and no other three numbers are", () => {
  const free = z.object({ check: dateField({ label: "Date", enter: "Enter a date" }) });
  fc.assert(
    fc.property(
      fc.integer({ min: -1, max: 33 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 1900, max: 2100 }),
      (day, month, year) => {
        const calendar = new Date(Date.UTC(year, month - 1, day));
        const real = calendar.getUTCMonth() === month - 1 && calendar.getUTCDate() === day;
        const result = validate(free, at(String(day), String(month), String(year)));
        expect(result.ok).toBe(real);
        if (result.ok) expect(result.data.check).toBe(calendar.toISOString().slice(0, 10));
        if (result.ok) expect(validate(free, { check: dateParts(result.data.check) })).toEqual(result);
      },
    ),
    { seed: 3 },
  );
});

test("the fields of a date that is not there are empty", () => {
  expect(dateParts(null)).toEqual({ day: "", month: "", year: "" });
});
