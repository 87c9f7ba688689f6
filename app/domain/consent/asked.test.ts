import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { aRecord, type Trait } from "../../../tests/factories/record";
import { withMedia, withSession } from "../../../tests/factories/traits";
import { viewAt, type View } from "../readiness/view";
import type { ConsentScope } from "../record/fields";
import { askedOf, askedOnPaper, toldNow, toldTheSame, wordsAsked } from "./asked";
import { questionsFor, type Question } from "./questions";

const question: Question = {
  scope: "recording_kept",
  organisations: ["Tallowmere Radio"],
  until: "2027-01-04",
  tell: ["Who can see it: Wren."],
};
const view = viewAt(aRecord(), Temporal.Instant.from("2026-11-23T10:00:00Z"));
const asked = askedOf("a".repeat(64), question, view);

test("what was asked tells its words, and fits into the form that sends it back", () => {
  expect(wordsAsked(asked)).toBe("a".repeat(64));
  expect(wordsAsked(undefined)).toBe("");
  expect(asked.length).toBeLessThanOrEqual(100);
  expect(toldTheSame(asked, { ...question, tell: [...question.tell] }, view)).toBe(true);
});

test.each([
  ["another organisation", { organisations: ["Tallowmere Radio", "Somebody else"] }],
  ["another date", { until: "2027-02-04" }],
  ["no date", { until: null }],
  ["other people who see it", { tell: ["Who can see it: everybody."] }],
])("%s was not told", (_what, change) => {
  expect(toldTheSame(asked, { ...question, ...change }, view)).toBe(false);
});

test("without facts nothing was told", () => {
  expect(toldTheSame("a".repeat(64), question, view)).toBe(false);
  expect(toldTheSame(undefined, question, view)).toBe(false);
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

function asks(scope: ConsentScope, ...traits: Trait[]): [Question, View] {
  const view = viewAt(aRecord({}, ...traits), Temporal.Instant.from("2026-11-23T10:00:00Z"));
  const found = questionsFor(view, view.participants[0]!).find((one) => one.scope === scope);
  if (!found) throw new Error(`${scope} is not asked`);
  return [found, view];
}

test.each<[string, ConsentScope, Trait, Trait]>([
  ["photos for something else", "images", photos("Our page", "2027-01-11"), photos("Posters", "2027-01-11")],
  ["photos kept for longer", "images", photos("Our page", "2027-01-11"), photos("Our page", "2027-02-11")],
  ["photos without an end", "images", photos("Our page", "2027-01-11"), photos("Our page", null)],
  ["a replay elsewhere", "rebroadcast", replay("Our page", "2027-01-11"), replay("A film", "2027-01-11")],
  ["a longer replay", "rebroadcast", replay("Our page", "2027-01-11"), replay("Our page", "2027-02-11")],
  ["more for an organiser to know", "third_party", joined("First names"), joined("Names and ages")],
])("%s was not told", (_what, scope, before, after) => {
  const sent = askedOf("words", ...asks(scope, before));
  expect(toldTheSame(sent, ...asks(scope, before))).toBe(true);
  expect(toldTheSame(sent, ...asks(scope, after))).toBe(false);
});

const recorded = withMedia({
  recording: { ...aRecord().session.media.recording, on: true, since: "2026-11-02T10:00:00Z" },
});
const shown: [string, Trait, ConsentScope[]][] = [
  ["another title", withSession({ title: "Quite another thing" }), ["take_part"]],
  [
    "another day",
    withSession({ startsAt: "2026-12-13T22:00:00Z", endsAt: "2026-12-13T23:00:00Z" }),
    ["take_part"],
  ],
  ["another end", withSession({ endsAt: "2026-12-10T17:50:00Z" }), ["take_part"]],
  ["another zone", withSession({ zone: "Europe/Dublin" }), ["take_part"]],
  [
    "a recording switched off and on again",
    ({ session }) => void (session.media.recording.since = "2026-11-23T09:00:00Z"),
    ["recording_kept"],
  ],
  [
    "another platform",
    ({ session }) => void (session.platforms[0]!.chosenAt = "2026-11-23T09:00:00Z"),
    ["take_part", "camera", "recording_kept"],
  ],
  ["another description", withSession({ description: "Bring a mug." }), []],
];

test.each(shown)("%s was not shown while the page was read", (_what, after, touched) => {
  for (const scope of ["take_part", "camera", "recording_kept"] as const) {
    const sent = askedOf("words", ...asks(scope, recorded));
    expect([scope, toldTheSame(sent, ...asks(scope, recorded, after))]).toEqual([
      scope,
      !touched.includes(scope),
    ]);
  }
});

test.each(shown)("a yes that was saved, and a sheet of paper, keep nothing of %s", (_what, after) => {
  for (const scope of ["take_part", "camera", "recording_kept"] as const) {
    const [[question, { facts }], [then, later]] = [asks(scope, recorded), asks(scope, recorded, after)];
    expect(toldNow(later.facts.session, scope)).toBe(toldNow(facts.session, scope));
    expect(askedOnPaper("words", then)).toBe(askedOnPaper("words", question));
  }
});
