import { describe, expect, test } from "vitest";
import type { Finding, Readiness } from "./result";
import { sectionStates, worstOf } from "./sections";

type Told = Pick<Finding, "kind" | "severity" | "fixes">;

function states(...told: Told[]) {
  const findings = told.map((one) => ({
    ...one,
    code: "",
    subject: "",
    source: "",
    headline: "",
    message: "",
  }));
  return sectionStates({ requirements: [{ findings }] } as unknown as Readiness);
}

const silent: Told = {
  kind: "silent",
  severity: "blocks",
  fixes: [
    { text: "Add", section: "adults", id: null },
    { text: "Or else", section: "details", id: null },
  ],
};
const wrong: Told = {
  kind: "wrong",
  severity: "blocks",
  fixes: [{ text: "Mend", section: "adults", id: "wren" }],
};

describe("a part of the plan", () => {
  test("is completed where nothing is asked of it", () => {
    expect(states()("adults")).toBe("completed");
    expect(states(silent, wrong)("details")).toBe("completed");
    expect(states({ ...wrong, severity: "warns" })("adults")).toBe("completed");
    expect(states({ ...wrong, kind: "for_approver" })("adults")).toBe("completed");
    expect(states({ ...wrong, fixes: [] })("adults")).toBe("completed");
  });

  test("is incomplete where something is missing, and a problem where something stands in the way", () => {
    expect(states(silent)("adults")).toBe("incomplete");
    expect(states(wrong)("adults")).toBe("problem");
    expect(states(silent, wrong)("adults")).toBe("problem");
  });

  test("is judged for one thing in it, or for what is about no single one", () => {
    const state = states(silent, wrong);
    expect(state("adults", "wren")).toBe("problem");
    expect(state("adults", null)).toBe("incomplete");
    expect(state("adults", "odalys")).toBe("completed");
    expect(state("details", "wren")).toBe("completed");
  });
});

test("several parts are as far as the worst of them", () => {
  expect(worstOf([])).toBe("completed");
  expect(worstOf(["completed", "completed"])).toBe("completed");
  expect(worstOf(["completed", "incomplete"])).toBe("incomplete");
  expect(worstOf(["incomplete", "problem", "completed"])).toBe("problem");
});
