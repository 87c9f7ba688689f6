import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { aCheck, anAdult } from "../../../tests/factories/adults";
import { aPolicy } from "../../../tests/factories/lanternmoor";
import { aStatement, yearlyStatements } from "../../../tests/factories/statements";
import { adultStanding, newestStatements } from "./adult-standing";
import { adultStatements } from "./adult-statements";

const policy = aPolicy();
const adult = anAdult("Tamsin Quillbright", { vetting: [aCheck("tamsin", "2025-05-12")] });
const stated = yearlyStatements(adult.id, "2026-09-01");
const about = { kind: "adult", id: adult.id } as const;

function on(today: string, statements = stated, who = adult) {
  return adultStanding(who, statements, policy, Temporal.PlainDate.from(today));
}

describe("an adult's standing on a day", () => {
  test("is good until the last day of each", () => {
    expect(on("2026-11-23")).toEqual({
      vetting: { state: "good", until: "2028-05-11" },
      training: { state: "good", until: "2028-03-09" },
      statements: { state: "good", until: "2027-08-31" },
    });
  });

  test.each([
    ["2028-03-11", "good"],
    ["2028-03-12", "ending"],
    ["2028-05-11", "ending"],
    ["2028-05-12", "over"],
  ])("on %s, the vetting is %s", (today, state) => {
    expect(on(today).vetting).toEqual({ state, until: "2028-05-11" });
  });

  test("has no vetting without a check, and is refused by a check that does not clear", () => {
    expect(on("2026-11-23", stated, { ...adult, vetting: [] }).vetting).toEqual({
      state: "missing",
      until: null,
    });
    const uncleared = [aCheck("tamsin", "2025-05-12", { clearedForRole: false })];
    expect(on("2026-11-23", stated, { ...adult, vetting: uncleared }).vetting).toEqual({
      state: "refused",
      until: null,
    });
    expect(on("2026-11-23", stated, { ...adult, training: [] }).training.state).toBe("missing");
  });

  test.each([
    [true, "missing"],
    [false, "refused"],
  ])("with a check that does not say whom it is for, cleared: %s, has its vetting %s", (cleared, state) => {
    const vetting = [aCheck("tamsin", "2025-05-12", { workforce: null, clearedForRole: cleared })];
    expect(on("2026-11-23", stated, { ...adult, vetting }).vetting).toEqual({ state, until: null });
  });

  test("holds its statements until the first of them runs out", () => {
    const [first, second, third] = stated;
    const sooner = { ...second!, statedOn: "2026-03-01" };
    const end = { state: "good", until: "2027-02-28" };
    expect(on("2026-11-23", [first!, sooner, third!]).statements).toEqual(end);
    expect(on("2026-11-23", [{ ...first!, statedOn: "2026-03-01" }, second!, third!]).statements).toEqual(
      end,
    );
    expect(on("2026-11-23", [sooner, third!]).statements).toEqual({ state: "missing", until: null });
    expect(on("2026-11-23", [first!, sooner]).statements).toEqual({ state: "missing", until: null });
    expect(on("2026-11-23", []).statements).toEqual({ state: "missing", until: null });
  });

  test("is refused by one statement that could not be made", () => {
    const [first, second, third] = stated;
    expect(on("2026-11-23", [first!, { ...second!, answer: "no" }, third!]).statements).toEqual({
      state: "refused",
      until: null,
    });
    expect(on("2026-11-23", [{ ...second!, answer: "no" }]).statements.state).toBe("refused");
  });
});

describe("the newest statement of each kind", () => {
  const kind = "private_use";
  const early = aStatement({ kind, about, at: "2026-09-01T10:00:00Z", id: "a" });
  const late = aStatement({ kind, about, at: "2026-09-01T10:00:00.5Z", id: "b" });
  const other = aStatement({ kind: "no_personal_relationships", about, at: "2026-09-02T10:00:00Z" });

  test("is the one recorded last, in whatever order they stand", () => {
    expect(newestStatements([late, other, early]).get(kind)).toBe(late);
    expect(newestStatements([early, late]).get(kind)).toBe(late);
    expect(newestStatements([early, other]).get(other.kind)).toBe(other);
  });

  test("is the later by id where two were recorded in one instant", () => {
    const twin = { ...early, id: "b" };
    expect(newestStatements([twin, early]).get(kind)).toBe(twin);
    expect(newestStatements([early, twin]).get(kind)).toBe(twin);
  });
});

test("an adult states three things, each in words of its own", () => {
  expect(adultStatements.map(({ kind }) => kind)).toEqual([
    "personal_accounts_private",
    "no_personal_relationships",
    "private_use",
  ]);
});
