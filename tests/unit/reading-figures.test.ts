import { describe, expect, test } from "vitest";
import { readWhole } from "~/domain/consent/short-version";
import { defaultBriefing } from "~/domain/defaults/briefing";
import { defaultConsentWordings } from "~/domain/defaults/consent-wordings";
import { defaultShortVersions } from "~/domain/defaults/short-versions";
import { consentScope } from "~/domain/record/fields";
import { readingAdvice, readingAims, readingFigures } from "~/forms/reading-figures";

const HARD =
  "Participation necessitates organisational authorisation of audiovisual dissemination, notwithstanding any previously communicated institutional considerations regarding confidentiality and safeguarding responsibilities, and whichever other institutional circumstances apply.";

describe("the figures of a text", () => {
  test("are those of the formula: words in a sentence, and syllables in a word", () => {
    const { grade, average, longest } = readingFigures("The cat sat on the mat. It was happy.");
    expect([average, longest]).toEqual([4.5, 6]);
    expect(grade).toBeCloseTo(0.39 * (9 / 2) + 11.8 * (10 / 9) - 15.59, 5);
  });

  test("count each line by itself, and nothing where there are no words", () => {
    expect(readingFigures("You choose\nIt is live")).toMatchObject({ average: 2.5, longest: 3 });
    expect(readingFigures(" … ")).toEqual({ grade: null, average: 0, longest: 0 });
  });

  test("are advice only on what is hard to read", () => {
    expect(readingAdvice(readingFigures("We keep it. You can say no."))).toEqual([]);
    expect(readingAdvice(readingFigures(HARD))).toHaveLength(3);
  });
});

const shipped: Record<string, string> = {
  ...defaultBriefing,
  ...Object.fromEntries(
    consentScope.options.flatMap((scope) => [
      [`the question about ${scope}`, defaultConsentWordings[scope]],
      [`all of ${scope}`, readWhole(defaultConsentWordings[scope], defaultShortVersions[scope])],
    ]),
  ),
};

test.each(Object.entries(shipped))("as shipped, %s is easy to read", (_name, words) => {
  const { grade, average, longest } = readingFigures(words);
  expect(grade).not.toBeNull();
  expect(grade).toBeLessThanOrEqual(readingAims.grade);
  expect(average).toBeLessThanOrEqual(readingAims.average);
  expect(longest).toBeLessThanOrEqual(readingAims.longest);
});

test("the aims are a grade of 5, 12 words on average, and 20 in the longest sentence", () => {
  expect(readingAims).toEqual({ grade: 5, average: 12, longest: 20 });
});
