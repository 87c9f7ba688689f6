import { expect, test } from "vitest";
import {
  aReview,
  withAgeLimits,
  youtubePrivate,
  youtubePublic,
} from "../../../tests/factories/platform-modes";
import { modeStanding } from "./mode-standing";

const months = 6;

test.each([
  ["nobody has checked it", [], "2026-11-23", "unchecked"],
  ["checked lately", [aReview("2026-10-01")], "2026-11-23", "checked"],
  ["more than thirty days before it is due", [aReview("2026-10-01")], "2027-02-28", "checked"],
  ["thirty days before it is due", [aReview("2026-10-01")], "2027-03-01", "due_soon"],
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

test("warns of nothing where all is known and sessions can be held", () => {
  expect(modeStanding(youtubePrivate(), months, "2026-11-23").warnings).toEqual([]);
});

test.each([
  [17, []],
  [18, ["For adults only by its own terms"]],
  ["none", []],
  ["unknown", ["An age limit is not known"]],
] as const)("warns of what its own terms ask for: %s", (terms, warnings) => {
  const mode = withAgeLimits(youtubePrivate(), { terms });
  expect(modeStanding(mode, months, "2026-11-23").warnings).toEqual(warnings);
});

test("warns where nobody knows who can watch, and of what is coming, the next first", () => {
  const mode = youtubePrivate({ restrictsAudience: "unknown" });
  const [limit] = mode.ageLimits;
  mode.ageLimits.push(
    { ...limit!, age: "none", validFrom: "2027-09-01" },
    { ...limit!, limit: "terms", age: 16, validFrom: "2027-03-01" },
    { ...limit!, age: "unknown", validFrom: "2027-06-01" },
    { ...limit!, limit: "terms", age: 13, validFrom: "2026-11-23" },
  );
  expect(modeStanding(mode, months, "2026-11-23").warnings).toEqual([
    "Whether the audience can be restricted is not known",
    "From 1 March 2027: to take part at all, also as a guest, 16 and over",
    "From 1 June 2027: to have an account, not known",
    "From 1 September 2027: to have an account, no limit",
  ]);
});

test("warns of what hinders sessions", () => {
  const bare = { ...youtubePublic(), ageLimits: [], reportRoute: null, reviews: [] };
  expect(modeStanding(bare, months, "2026-11-23").warnings).toEqual([
    "An age limit is not known",
    "How to report on it is not recorded",
    "Anybody can watch",
  ]);
});
