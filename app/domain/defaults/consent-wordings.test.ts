import { expect, test } from "vitest";
import { consentScope } from "../record/fields";
import { defaultBriefing } from "./briefing";
import { defaultConsentWordings } from "./consent-wordings";

const MOST_WORDS = 20;
const AVERAGE_WORDS = 12;

function sentenceLengths(text: string): number[] {
  return text
    .split(/(?<=[.?!])\s+/)
    .filter(Boolean)
    .map((sentence) => sentence.split(/\s+/).length);
}

test("there is a question for every scope", () => {
  expect(Object.keys(defaultConsentWordings).sort()).toEqual([...consentScope.options].sort());
});

test.each(Object.entries({ ...defaultConsentWordings, ...defaultBriefing }))(
  "%s is said in short sentences without shortened words",
  (_scope, words) => {
    const lengths = sentenceLengths(words);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(MOST_WORDS);
    expect(lengths.reduce((sum, length) => sum + length, 0) / lengths.length).toBeLessThanOrEqual(
      AVERAGE_WORDS,
    );
    expect(words).not.toMatch(/n't|n’t|consent|withdraw|data\b/);
  },
);
