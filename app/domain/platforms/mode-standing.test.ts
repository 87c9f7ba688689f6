import { expect, test } from "vitest";
import { aReview, youtubePrivate, youtubePublic } from "../../../tests/factories/platform-modes";
import { modeStanding } from "./mode-standing";

const months = 6;

test.each([
  ["nobody has checked it", [], "2026-11-23", "unchecked"],
  ["checked lately", [aReview("2026-10-01")], "2026-11-23", "checked"],
  ["a month before it is due", [aReview("2026-10-01")], "2027-03-01", "due_soon"],
  ["on its last good day", [aReview("2026-10-01")], "2027-03-31", "due_soon"],
  ["a day later", [aReview("2026-10-01")], "2027-04-01", "overdue"],
  ["capped by a law that may come", [aReview("2026-10-01", "2027-03-01")], "2027-03-02", "overdue"],
] as const)("%s", (_what, reviews, today, state) => {
  expect(modeStanding(youtubePrivate({ reviews: [...reviews] }), months, today).state).toBe(state);
});

test("says when it was checked and until when that holds", () => {
  const { line } = modeStanding(youtubePrivate({ reviews: [aReview("2026-10-01")] }), months, "2026-11-23");
  expect(line).toBe("Checked on 1 October 2026, good until 31 March 2027");
});

test("warns of what hinders sessions", () => {
  const bare = { ...youtubePublic(), ageLimits: [], reportRoute: null, reviews: [] };
  expect(modeStanding(bare, months, "2026-11-23").warnings).toEqual([
    "An age limit is not known",
    "How to report on it is not recorded",
    "Anybody can watch",
  ]);
});
