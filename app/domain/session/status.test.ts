import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { aRecord, type Trait } from "../../../tests/factories/record";
import { sentForSignOff, signedOff, thenSignOff } from "../../../tests/factories/sign-off";
import { withParticipant, withSession } from "../../../tests/factories/traits";
import { evaluate } from "../readiness/evaluate";
import { digestOf } from "../record/digest";
import type { SignOff } from "../record/schema";
import { materialFacts } from "../sign-off/material-facts";
import { statusOf, statusWords, type SessionStatus } from "./status";

const now = "2026-11-23T10:00:00Z";
const start = "2026-12-10T17:00:00Z";
const end = "2026-12-10T17:40:00Z";
const signed = signedOff("2026-11-22T10:00:00Z");
const ending = { at: "2026-11-23T09:00:00Z", by: "user-amina-farrow", reason: "Snow" };
const longer = withSession({ endsAt: "2026-12-10T17:45:00Z" });
const noBirth = withParticipant("bryony-cattermoss", { birth: null });

function became(kind: SignOff["events"][number]["kind"], at = "2026-11-23T09:00:00Z"): Trait {
  return thenSignOff({ at, kind, by: null, changes: [] });
}

function seen(at: string, ...traits: Trait[]): SessionStatus {
  const record = aRecord({}, ...traits);
  const readiness = evaluate(record, Temporal.Instant.from(at));
  return statusOf(record, readiness, digestOf(materialFacts(record)));
}

test.each<[SessionStatus, string, Trait[]]>([
  ["cancelled", start, [signed, withSession({ cancelled: ending, recordedLate: ending })]],
  ["recorded_late", start, [signed, withSession({ recordedLate: ending })]],
  ["signed_off", "2026-12-10T16:59:59Z", [signed]],
  ["live", start, [signed]],
  ["live", "2026-12-10T17:39:59Z", [signed]],
  ["finished", end, [signed]],
  ["sign_off_lapsed", start, [signed, became("lapsed")]],
  ["sign_off_suspended", end, [signed, became("suspended")]],
  ["draft", now, [noBirth]],
  ["draft", start, []],
  ["ready", now, []],
])("is seen as %s at %s", (status, at, traits) => {
  expect(seen(at, ...traits)).toBe(status);
});

describe("sent for sign-off again, after a sign-off", () => {
  const sent = (at: string, comments?: string) => sentForSignOff(at, comments ?? null);

  test.each<[string, Trait[], SessionStatus]>([
    ["that lapsed", [signed, longer, became("lapsed")], "sign_off_lapsed"],
    [
      "that lapsed before",
      [signed, longer, became("lapsed"), sent("2026-11-23T09:30:00Z")],
      "waiting_for_sign_off",
    ],
    [
      "that lapsed at that very moment",
      [signed, longer, became("lapsed"), sent("2026-11-23T09:00:00Z")],
      "waiting_for_sign_off",
    ],
    [
      "that lapsed only then",
      [signed, longer, sent("2026-11-23T08:00:00Z"), became("lapsed")],
      "sign_off_lapsed",
    ],
    [
      "that is suspended",
      [signed, became("suspended"), sent("2026-11-23T09:30:00Z")],
      "waiting_for_sign_off",
    ],
    [
      "that is suspended, and sent back",
      [signed, became("suspended"), sent("2026-11-23T09:30:00Z", "Please look")],
      "sign_off_suspended",
    ],
    [
      "that lapsed, and sent back",
      [signed, longer, became("lapsed"), sent("2026-11-23T09:30:00Z", "Please look")],
      "returned",
    ],
    [
      "that lapsed, and changed since",
      [signed, became("lapsed"), sent("2026-11-23T09:30:00Z"), longer],
      "ready",
    ],
    [
      "that lapsed, and not ready any more",
      [signed, became("lapsed"), sent("2026-11-23T09:30:00Z"), noBirth],
      "not_ready",
    ],
  ])("%s", (_what, traits, status) => expect(seen(now, ...traits)).toBe(status));
});

test("each status is called something else", () => {
  expect(new Set(Object.values(statusWords)).size).toBe(12);
});
