import { describe, expect, test } from "vitest";
import { defaultPolicy } from "../defaults/policy";
import { belowFloor } from "./policy-floors";

type Ages = [fromAge: number, toAge: number];

function refused(...bands: Ages[]): string | null {
  const ratios = bands.map(([fromAge, toAge]) => ({ fromAge, toAge, childrenPerAdult: 6 }));
  const outcome = belowFloor({ ...defaultPolicy, ratios });
  return outcome && !outcome.ok ? outcome.refusal.message : null;
}

describe("a policy stays above its floors", () => {
  test.each([
    ["minimumObservers", 1],
    ["minimumAdults", 1],
    ["parentConsentUnder", 12],
    ["competenceFrom", 12],
  ] as const)("%s at least %i", (setting, floor) => {
    expect(belowFloor({ ...defaultPolicy, [setting]: floor })).toBeNull();
    expect(belowFloor({ ...defaultPolicy, [setting]: floor - 1 })).toMatchObject({
      ok: false,
      refusal: { code: "below_floor", field: setting },
    });
  });
});

describe("the ratios of a policy", () => {
  test("cover every age below 18 once", () => {
    expect(belowFloor(defaultPolicy)).toBeNull();
    expect(refused([0, 17])).toBeNull();
    expect(refused([9, 18], [0, 8])).toBeNull();
  });

  test("leave no age out", () => {
    const words = "is set for age 9: every age below 18 needs one";
    expect(refused([0, 8], [10, 17])).toBe(`No number of children for each adult ${words}`);
    expect(refused([1, 17])).toContain("age 0");
    expect(refused([0, 16])).toContain("age 17");
    expect(refused([0, 17].toReversed() as Ages)).toContain("age 0");
  });

  test("have no age in two bands", () => {
    const words = "is set for age 8: every age below 18 needs exactly one";
    expect(refused([0, 8], [8, 17])).toBe(`More than one number of children for each adult ${words}`);
    expect(refused([0, 17], [17, 20])).toContain("age 17");
  });
});
