import { Temporal } from "temporal-polyfill";
import type { PlatformMode } from "../record/platform-mode";
import { lastGoodDay } from "../time/due";
import { parseDate } from "../time/words";

export type ReviewDue = { review: PlatformMode["reviews"][number]; due: Temporal.PlainDate };

/**
 * The newest check of a mode and the last day, inclusive, on which it still counts: `months` after it, or earlier
 * where the platform has to be looked at again by a certain day. Null where nobody has checked it yet.
 */
export function newestReview(mode: PlatformMode, months: number): ReviewDue | null {
  const review = [...mode.reviews].sort((a, b) => (a.reviewedOn < b.reviewedOn ? 1 : -1))[0];
  if (!review) return null;
  const interval = lastGoodDay(parseDate(review.reviewedOn), months);
  const cap = review.dueBefore ? parseDate(review.dueBefore) : null;
  const capped =
    cap &&
    Temporal.PlainDate.compare(parseDate(review.reviewedOn), cap) < 0 &&
    Temporal.PlainDate.compare(cap, interval) < 0;
  return { review, due: capped ? cap : interval };
}
