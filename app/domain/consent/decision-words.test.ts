import { describe, expect, test } from "vitest";
import { aRecord } from "../../../tests/factories/record";
import { decisionScopes, decisionTitle, isDecision } from "./decision-words";

describe("a decision in the history", () => {
  test.each([
    ["competence_decision", "yes", /: can answer/],
    ["competence_decision", "no", /: cannot answer/],
    ["conflict_decision", "yes", /^Decided whose answer counts$/],
    ["conflict_decision", "no", /taken back/],
  ] as const)("%s, %s, says what was decided", (kind, answer, words) => {
    expect(decisionTitle({ kind, answer })).toMatch(words);
  });

  test("names what it is about, where it names something", () => {
    expect(decisionScopes({ scopes: ["take_part", "voice"] })).toBe("take part and be heard");
    expect(decisionScopes({ scopes: [] })).toBe("");
  });

  test("is no other statement", () => {
    const [statement] = aRecord().statements;
    const kinds = ["lead_considered", "competence_decision", "conflict_decision"] as const;
    expect(kinds.filter((kind) => isDecision({ ...statement!, kind }))).toEqual(kinds.slice(1));
  });
});
