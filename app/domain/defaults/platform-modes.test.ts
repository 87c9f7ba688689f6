import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { ageLimitOn } from "../platforms/age-limit";
import { platformMode } from "../record/platform-mode";
import { reviewDueBefore, starterModeCalled, starterModes } from "./platform-modes";

const on = Temporal.PlainDate.from("2026-12-10");

function mode(key: string) {
  const found = starterModeCalled(key);
  if (!found) throw new Error(`There is no starter mode ${key}`);
  const { key: _key, ...facts } = found;
  return platformMode.parse({ ...facts, id: key, reviews: [] });
}

test.each(starterModes.map(({ key }) => key))("%s is a sound platform mode with a source for it", (key) => {
  expect(mode(key).sources.length).toBeGreaterThan(0);
  for (const kind of ["account", "terms", "go_live", "on_camera_without_adult"] as const) {
    expect(mode(key).ageLimits.filter(({ limit }) => limit === kind)).toHaveLength(1);
  }
});

test("no two start under the same key or name", () => {
  expect(new Set(starterModes.map(({ key }) => key)).size).toBe(starterModes.length);
  expect(new Set(starterModes.map(({ name }) => name)).size).toBe(starterModes.length);
});

describe("ages", () => {
  test.each([
    ["zoom-meeting", "terms", 16],
    ["youtube-private", "account", 13],
    ["youtube-public", "go_live", 16],
    ["youtube-public", "on_camera_without_adult", 16],
    ["whereby", "terms", 18],
    ["tiktok-live", "go_live", 18],
    ["discord-stage", "go_live", 18],
    ["teams-meeting", "account", "unknown"],
    ["teams-meeting", "go_live", "none"],
    ["jitsi", "terms", "unknown"],
  ] as const)("%s: %s is %s", (key, kind, age) => {
    expect(ageLimitOn(mode(key), kind, on)).toBe(age);
  });

  test("an age that no page gives is said to be unsourced", () => {
    for (const { ageLimits } of starterModes) {
      for (const { age, confidence } of ageLimits) {
        if (age === "unknown") expect(confidence).toBe("unsourced");
      }
    }
  });

  test("YouTube's sixteen begins on 22 July 2025", () => {
    const youtube = mode("youtube-public");
    expect(ageLimitOn(youtube, "go_live", Temporal.PlainDate.from("2025-07-21"))).toBe("unknown");
    expect(ageLimitOn(youtube, "go_live", Temporal.PlainDate.from("2025-07-22"))).toBe(16);
  });
});

test("only a named list restricts YouTube, an unlisted link does not", () => {
  expect(["public", "unlisted", "private"].map((kind) => mode(`youtube-${kind}`).restrictsAudience)).toEqual([
    "no",
    "no",
    "yes",
  ]);
});

test.each([
  ["YouTube", "2026-11-23", "2027-03-01"],
  ["Facebook", "2027-02-28", "2027-03-01"],
  ["X (Twitter)", "2026-11-23", "2027-03-01"],
  ["YouTube", "2027-03-01", null],
  ["Zoom", "2026-11-23", null],
  ["Xbox", "2026-11-23", null],
])("a check of %s on %s is due again by %s", (service, reviewedOn, due) => {
  expect(reviewDueBefore(service, reviewedOn)).toBe(due);
});
