import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { contactState } from "./contact";

const recordedAt = "2026-11-22T10:00:00Z";
const later = (hours: number) => Temporal.Instant.from(recordedAt).add({ hours });

describe("that contact is safe", () => {
  test("holds for so many days, and not a moment longer", () => {
    expect(contactState({ safe: "safe", recordedAt }, 90, later(90 * 24 - 1))).toBe("safe");
    expect(contactState({ safe: "safe", recordedAt }, 90, later(90 * 24))).toBe("asked_long_ago");
    expect(contactState({ safe: "safe", recordedAt }, 1, later(24))).toBe("asked_long_ago");
  });

  test("is never made of what is not safe or not known", () => {
    expect(contactState({ safe: "not_safe", recordedAt }, 90, later(0))).toBe("not_safe");
    expect(contactState({ safe: "not_known", recordedAt }, 90, later(100 * 24))).toBe("not_known");
  });
});
