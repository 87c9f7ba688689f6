import { expect, test } from "vitest";
import { askedOf, toldTheSame, wordsAsked } from "./asked";
import type { Question } from "./questions";

const question: Question = {
  scope: "recording_kept",
  organisations: ["Tallowmere Radio"],
  until: "2027-01-04",
  tell: ["Who can see it: Wren."],
};
const asked = askedOf("a".repeat(64), question);

test("what was asked tells its words, and fits into the form that sends it back", () => {
  expect(wordsAsked(asked)).toBe("a".repeat(64));
  expect(wordsAsked(undefined)).toBe("");
  expect(asked.length).toBeLessThanOrEqual(100);
  expect(toldTheSame(asked, { ...question, tell: [...question.tell] })).toBe(true);
});

test.each([
  ["another organisation", { organisations: ["Tallowmere Radio", "Somebody else"] }],
  ["another date", { until: "2027-02-04" }],
  ["no date", { until: null }],
  ["other people who see it", { tell: ["Who can see it: everybody."] }],
])("%s was not told", (_what, change) => {
  expect(toldTheSame(asked, { ...question, ...change })).toBe(false);
});

test("without facts nothing was told", () => {
  expect(toldTheSame("a".repeat(64), question)).toBe(false);
  expect(toldTheSame(undefined, question)).toBe(false);
});
