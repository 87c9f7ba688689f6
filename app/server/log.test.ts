import { expect, test } from "vitest";
import { describeError } from "./log";

test("an error is logged by kind, code and place, and never by its message, which may quote a person", () => {
  const error = Object.assign(new TypeError("Maisie Turner\nat home"), { code: "P2039" });
  const described = describeError(error);
  expect(described).toMatchObject({
    kind: "TypeError",
    code: "P2039",
    at: expect.arrayContaining([expect.stringMatching(/^at .*log\.test\.ts/)]),
  });
  expect(JSON.stringify(described)).not.toContain("Maisie");
});

test("the cause is named, without its message", () => {
  const cause = Object.assign(new Error("Maisie"), { code: "23505" });
  expect(describeError(new Error("outer", { cause }))).toMatchObject({
    cause: { kind: "Error", code: "23505" },
  });
});

test("something thrown that is no error is named by its type", () => {
  expect(describeError("Maisie")).toEqual({ kind: "string" });
});
