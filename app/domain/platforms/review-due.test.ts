import { describe, expect, test } from "vitest";
import { aReview, youtubePrivate } from "../../../tests/factories/platform-modes";
import { newestReview } from "./review-due";

function dueAfter(...reviews: ReturnType<typeof aReview>[]): string | undefined {
  return newestReview(youtubePrivate({ reviews }), 6)?.due.toString();
}

describe("the check of a platform that counts", () => {
  test("is the newest, and of one day the last that was recorded", () => {
    const [older, newer] = [aReview("2026-04-01"), aReview("2026-10-01")];
    expect(dueAfter()).toBeUndefined();
    expect(dueAfter(older, newer)).toBe("2027-03-31");
    expect(dueAfter(newer, older)).toBe("2027-03-31");
    expect(dueAfter(newer, aReview("2026-10-01", "2027-01-01"))).toBe("2027-01-01");
    expect(dueAfter(aReview("2026-10-01", "2027-01-01"), newer)).toBe("2027-03-31");
  });

  test.each([
    ["earlier than the interval", "2026-10-01", "2027-01-01", "2027-01-01"],
    ["later than the interval", "2026-10-01", "2027-06-01", "2027-03-31"],
    ["the day of the check itself", "2026-10-01", "2026-10-01", "2027-03-31"],
    ["over already when it was checked", "2027-03-02", "2027-03-01", "2027-09-01"],
  ])("holds for its interval, or until a day that is %s", (_what, on, before, due) => {
    expect(dueAfter(aReview(on, before))).toBe(due);
  });
});
