import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { aRecord, type Trait } from "../../../tests/factories/record";
import { withMedia, withSession } from "../../../tests/factories/traits";
import { viewAt } from "../readiness/view";
import type { ConsentScope } from "../record/fields";
import { askedOf, toldTheSame, wordsAsked } from "./asked";
import { questionsFor, type Question } from "./questions";

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

const photos = (purpose: string | null, until: string | null): Trait =>
  withMedia({ images: true, imagesUse: { purpose, until } });
const replay = (where: string | null, until: string | null): Trait =>
  withMedia({ replay: true, replayUse: { where, until } });
const joined = (dataUse: string): Trait =>
  withSession({
    kind: "join",
    organiser: {
      name: "Tallowmere Radio",
      dataUse,
      content: null,
      suitability: null,
      saved: null,
      reused: null,
    },
  });

function asks(scope: ConsentScope, trait: Trait): Question {
  const view = viewAt(aRecord({}, trait), Temporal.Instant.from("2026-11-23T10:00:00Z"));
  const found = questionsFor(view, view.participants[0]!).find((one) => one.scope === scope);
  if (!found) throw new Error(`${scope} is not asked`);
  return found;
}

test.each<[string, ConsentScope, Trait, Trait]>([
  ["photos for something else", "images", photos("Our page", "2027-01-11"), photos("Posters", "2027-01-11")],
  ["photos kept for longer", "images", photos("Our page", "2027-01-11"), photos("Our page", "2027-02-11")],
  ["photos without an end", "images", photos("Our page", "2027-01-11"), photos("Our page", null)],
  ["a replay elsewhere", "rebroadcast", replay("Our page", "2027-01-11"), replay("A film", "2027-01-11")],
  ["a longer replay", "rebroadcast", replay("Our page", "2027-01-11"), replay("Our page", "2027-02-11")],
  ["more for an organiser to know", "third_party", joined("First names"), joined("Names and ages")],
])("%s was not told", (_what, scope, before, after) => {
  const sent = askedOf("words", asks(scope, before));
  expect(toldTheSame(sent, asks(scope, before))).toBe(true);
  expect(toldTheSame(sent, asks(scope, after))).toBe(false);
});
