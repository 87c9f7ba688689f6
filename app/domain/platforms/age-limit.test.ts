import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { youtubePrivate } from "../../../tests/factories/platform-modes";
import type { PlatformMode } from "../record/platform-mode";
import { ageLimitOn, limitChangesAfter, limitsOn } from "./age-limit";

type Limit = PlatformMode["ageLimits"][number];

const [pattern] = youtubePrivate().ageLimits;
const today = Temporal.PlainDate.from("2026-11-23");

function mode(...limits: Partial<Limit>[]): PlatformMode {
  return youtubePrivate({ ageLimits: limits.map((limit) => ({ ...pattern!, ...limit })) });
}

describe("the age that a platform asks for", () => {
  test.each<[Limit["age"], Limit["age"][]]>([
    ["unknown", []],
    ["none", ["none"]],
    [16, ["none", 13, 16, 14]],
    [13, [13, "none"]],
    ["unknown", [18, "unknown", "none"]],
    ["unknown", ["none", "unknown"]],
  ])("is %s where %j are on record at once", (age, ages) => {
    const several = mode(...ages.map((each) => ({ age: each })));
    expect(ageLimitOn(several, "account", today)).toBe(age);
    expect(limitsOn(several, "account", today)[0]?.age ?? "unknown").toBe(age);
  });

  test("is that of the kind asked about", () => {
    const both = mode({ limit: "terms", age: 18 }, { limit: "account", age: 13 });
    expect(ageLimitOn(both, "account", today)).toBe(13);
    expect(ageLimitOn(both, "go_live", today)).toBe("unknown");
  });

  test.each([
    [null, null, true],
    ["2026-11-23", "2026-11-23", true],
    ["2026-11-24", null, false],
    [null, "2026-11-22", false],
  ])("from %s until %s, both inclusive, holds today: %s", (validFrom, validTo, holds) => {
    const dated = mode({ age: 16, validFrom, validTo });
    expect(ageLimitOn(dated, "account", today)).toBe(holds ? 16 : "unknown");
  });
});

test("a limit changes on the day on which it begins, and on the day after its last", () => {
  const changes = (...limits: Partial<Limit>[]) => limitChangesAfter(mode(...limits), today).map(String);
  expect(changes({}, { validFrom: "2026-11-23", validTo: "2026-11-22" })).toEqual([]);
  expect(changes({ validFrom: "2026-11-24", validTo: "2027-02-28" })).toEqual(["2026-11-24", "2027-03-01"]);
  expect(changes({ validTo: "2026-11-23" })).toEqual(["2026-11-24"]);
});
