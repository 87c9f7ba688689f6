import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { evaluate } from "~/domain/readiness/evaluate";
import { digestOf } from "~/domain/record/digest";
import type { SessionRecord } from "~/domain/record/schema";
import type { SessionStatus } from "~/domain/session/status";
import { statusOf } from "~/domain/session/status";
import { materialFacts } from "~/domain/sign-off/material-facts";
import { factsOf, sentForSignOff } from "../factories/sign-off";
import { aRecord } from "../factories/record";
import { withParticipant } from "../factories/traits";
import { scenarios } from "./all";

const now = "2026-11-23T10:00:00Z";
const sent = sentForSignOff("2026-11-22T10:00:00Z");
const cameraOff = withParticipant("bryony-cattermoss", {
  exposure: { camera: false, voice: true, name: true, chat: false },
});
const noBirth = withParticipant("bryony-cattermoss", { birth: null });

function seen(record: SessionRecord, at: string): SessionStatus {
  const readiness = evaluate(record, Temporal.Instant.from(at));
  return statusOf(record, readiness, digestOf(materialFacts(factsOf(record))));
}

test.each<[string, string, SessionStatus]>([
  ["s01", now, "draft"],
  ["s07", now, "ready"],
  ["s07-variant-accepted", now, "signed_off"],
  ["s08-variant-after-the-session", "2026-11-22T12:00:00Z", "signed_off"],
  ["s08-variant-after-the-session", "2026-12-03T17:00:00Z", "live"],
  ["s08-variant-after-the-session", "2026-12-03T17:40:00Z", "finished"],
  ["s08-variant-after-the-session", "2026-12-04T10:00:00Z", "finished"],
  ["s08", now, "sign_off_suspended"],
  ["s08-variant-camera-off-only", now, "sign_off_suspended"],
  ["s08-variant-narrowed", now, "signed_off"],
  ["s08-variant-removed", now, "signed_off"],
  ["s12", now, "draft"],
  ["edge-participant-added-after-sign-off", now, "sign_off_lapsed"],
  ["edge-moved-room", now, "sign_off_lapsed"],
  ["edge-cancelled", now, "cancelled"],
])("%s at %s is seen as %s", (name, at, status) => {
  const record = scenarios[name];
  expect(record && seen(record, at)).toBe(status);
});

test("what was sent waits for sign-off while it is unchanged and ready", () => {
  expect(seen(aRecord({}, sent), now)).toBe("waiting_for_sign_off");
  expect(seen(aRecord({}, sent, cameraOff), now)).toBe("ready");
  expect(seen(aRecord({}, sent, noBirth), now)).toBe("not_ready");
  expect(seen(aRecord({}, sent), "2026-12-10T17:00:00Z")).toBe("not_ready");
});

test("what was sent back is seen as returned until it is sent again", () => {
  const back = sentForSignOff("2026-11-21T10:00:00Z", "Name a second observer, please");
  expect(seen(aRecord({}, back), now)).toBe("returned");
  expect(seen(aRecord({}, back, sent), now)).toBe("waiting_for_sign_off");
});
