import { describe, expect, test } from "vitest";
import { ageOn, birthDate } from "./age";
import { lastGoodDay } from "./due";
import { instantOf, lastGoodDate, localParts } from "./local";
import { isBefore, newestOf, notBefore, oldestFirst } from "./order";
import { homeDate } from "./today";
import { countOf, dateInWords, instantInWords, listInWords, longDate, parseDate } from "./words";
import { isZone, usualZone, zoneInWords, zonesWith } from "./zone";

const london = "Europe/London";

describe("the instant at which clocks show a time", () => {
  test("is one on most days", () => {
    const found = instantOf("2026-12-10", "17:00", london, null);
    expect(found.found === "once" && found.at.toString()).toBe("2026-12-10T17:00:00Z");
  });

  test("is none in the hour that is left out in spring", () => {
    expect(instantOf("2026-03-29", "01:30", london, "first")).toEqual({ found: "never" });
  });

  test("is one of two in the hour that comes twice in autumn", () => {
    expect(instantOf("2026-10-25", "01:30", london, null)).toEqual({ found: "twice" });
    const first = instantOf("2026-10-25", "01:30", london, "first");
    const second = instantOf("2026-10-25", "01:30", london, "second");
    expect(first.found === "chosen" && first.at.toString()).toBe("2026-10-25T00:30:00Z");
    expect(second.found === "chosen" && second.at.toString()).toBe("2026-10-25T01:30:00Z");
  });

  test.each([
    ["2026-12-10T17:00:30Z", { date: "2026-12-10", time: "17:00", occurrence: null }],
    ["2026-07-10T23:05:00Z", { date: "2026-07-11", time: "00:05", occurrence: null }],
    ["2026-10-25T00:30:00Z", { date: "2026-10-25", time: "01:30", occurrence: "first" }],
    ["2026-10-25T01:30:00Z", { date: "2026-10-25", time: "01:30", occurrence: "second" }],
  ])("%s is shown again as %j", (instant, parts) => expect(localParts(instant, london)).toEqual(parts));
});

describe("in order of time", () => {
  const a = { id: "a", at: "2026-11-23T10:00:00Z" };
  const b = { id: "b", at: "2026-11-23T10:00:00Z" };
  const later = { id: "0", at: "2026-11-23T10:00:00.5Z" };
  const at = (one: typeof a) => one.at;

  test("come instants first and ids next, however a list is stored", () => {
    expect(oldestFirst([later, b, a], at)).toEqual([a, b, later]);
    expect(oldestFirst([a, later, b], at)).toEqual([a, b, later]);
    expect(newestOf([b, a], at)).toBe(b);
    expect(newestOf([a, b], at)).toBe(b);
    expect(newestOf([later, a], at)).toBe(later);
    expect(newestOf([], at)).toBeNull();
  });

  test("nothing is before itself", () => {
    expect(isBefore(a.at, b.at)).toBe(false);
    expect(isBefore(a.at, later.at)).toBe(true);
    expect(isBefore(later.at, a.at)).toBe(false);
  });
});

test("an organisation's own date is that of the United Kingdom", () => {
  expect(homeDate("2026-07-10T23:30:00Z")).toBe("2026-07-11");
  expect(homeDate("2026-12-10T23:30:00Z")).toBe("2026-12-10");
});

describe("times as people say them", () => {
  test.each([
    ["2026-12-10T00:00:00Z", "midnight"],
    ["2026-12-10T12:00:00Z", "midday"],
    ["2026-12-10T00:05:00Z", "12:05am"],
    ["2026-12-10T12:05:00Z", "12:05pm"],
    ["2026-12-10T11:00:00Z", "11am"],
    ["2026-12-10T13:40:00Z", "1:40pm"],
    ["2026-12-10T23:59:00Z", "11:59pm"],
  ])("%s is %s", (at, words) => expect(instantInWords(at, london)).toBe(`10 December 2026 at ${words}`));

  test("have their months and weekdays", () => {
    const months = Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, "0")}-01`);
    expect(months.map((date) => dateInWords(parseDate(date)).split(" ")[1])).toEqual([
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
    ]);
    const days = Array.from(
      { length: 7 },
      (_, at) => longDate(parseDate(`2026-11-${23 + at}`)).split(" ")[0],
    );
    expect(days).toEqual(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]);
  });

  test("lists and counts read on", () => {
    expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(listInWords)).toEqual([
      "",
      "a",
      "a and b",
      "a, b and c",
    ]);
    expect([0, 1, 2].map((count) => countOf(count, "adult"))).toEqual(["0 adults", "1 adult", "2 adults"]);
    expect(countOf(2, "person", "people")).toBe("2 people");
  });
});

test("a zone is known, and called by its city", () => {
  expect(isZone(london)).toBe(true);
  expect(isZone("Europe/Lanternmoor")).toBe(false);
  expect(zoneInWords(london)).toBe("UK time");
  expect(zoneInWords("UTC")).toBe("UTC");
  expect(zoneInWords("Etc/UTC")).toBe("UTC");
  expect(zoneInWords("America/St_Johns")).toBe("St Johns time");
  expect(zoneInWords("America/Argentina/Buenos_Aires")).toBe("Buenos Aires time");
});

describe("somebody's age", () => {
  test.each([
    ["2010-12-10", "2026-12-09", 15],
    ["2010-12-10", "2026-12-10", 16],
    ["2010-12-10", "2026-11-30", 15],
    ["2010-11-30", "2026-12-10", 16],
    ["2008-02-29", "2026-02-28", 17],
    ["2008-02-29", "2026-03-01", 18],
    ["2008-02-29", "2028-02-28", 19],
    ["2008-02-29", "2028-02-29", 20],
    ["2008-02-28", "2026-02-28", 18],
    ["2008-03-29", "2026-03-28", 17],
    ["2008-01-29", "2026-01-29", 18],
    ["2010-12", "2026-12-30", 15],
    ["2010-12", "2026-12-31", 16],
    ["2010", "2026-12-30", 15],
    ["2010", "2026-12-31", 16],
    ["2027-01-01", "2026-12-10", 0],
  ])("born %s is on %s %i", (birth, on, age) => expect(ageOn(birth, parseDate(on))).toBe(age));

  test.each([
    ["2010-04-12", "2010-04-12"],
    ["2010-02", "2010-02-28"],
    ["2012-02", "2012-02-29"],
    ["2010", "2010-12-31"],
  ])("%s counts as born on %s, so that nobody is taken for older", (birth, day) => {
    expect(birthDate(birth).toString()).toBe(day);
  });
});

describe("what ends", () => {
  test("is good on the day before the same day of the month, at the end of a shorter one too", () => {
    expect(lastGoodDay(parseDate("2026-01-01"), 12).toString()).toBe("2026-12-31");
    expect(lastGoodDay(parseDate("2026-08-31"), 6).toString()).toBe("2027-02-27");
  });

  test("at midnight was good the day before, where the session is", () => {
    expect(lastGoodDate("2026-12-10T00:00:00Z", london)).toBe("2026-12-09");
    expect(lastGoodDate("2026-12-10T00:00:00.001Z", london)).toBe("2026-12-10");
    expect(lastGoodDate("2026-12-10T00:00:00Z", "Asia/Tokyo")).toBe("2026-12-10");
    expect(lastGoodDate(null, london)).toBeNull();
  });

  test("is not before what it follows", () => {
    const [earlier, later] = ["2026-11-23T10:00:00Z", "2026-11-23T10:00:00.5Z"];
    expect(notBefore(later, earlier)).toBe(later);
    expect(notBefore(earlier, later)).toBe(later);
    expect(notBefore(null, earlier)).toBe(earlier);
    expect(notBefore("2026-11-23T10:00:00.0Z", earlier)).toBe(earlier);
  });
});

test("the zones to choose from are in order, each once, with the one that is chosen", () => {
  const zones = zonesWith("US/Pacific-New");
  expect(zones).toEqual([...new Set(zones)].sort());
  expect(zones).toEqual(expect.arrayContaining([usualZone, "UTC", "US/Pacific-New"]));
  expect(zonesWith(usualZone)).toHaveLength(zones.length - 1);
  expect(zones.length).toBeGreaterThan(300);
});
