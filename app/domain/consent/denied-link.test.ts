import { expect, test } from "vitest";
import { WREN } from "../../../tests/factories/lanternmoor";
import type { Answered } from "../../../tests/factories/consents";
import { aRecord, type Trait } from "../../../tests/factories/record";
import { thenAnswered } from "../../../tests/factories/traits";
import { doubtedAnswers } from "./denied-link";

const bryony = "bryony-cattermoss";
const link = { participantId: bryony, askedAt: "2026-11-22T10:00:00Z", endedAt: "2026-11-22T12:00:00Z" };

function camera(at: string, more: Partial<Answered> = {}): Trait {
  const answered = { participantId: bryony, scope: "camera", how: "link", recordedBy: bryony } as const;
  return thenAnswered({ ...answered, at, ...more });
}

const byStaff = { how: "phone", recordedBy: WREN } as const;

const takePart = (answer: "yes" | "no") =>
  camera("2026-11-22T13:00:00Z", { ...byStaff, scope: "take_part", answer });

test.each<[string, Trait[], number]>([
  ["a yes through it", [camera("2026-11-22T11:00:00Z")], 1],
  ["a no through it", [camera("2026-11-22T11:00:00Z", { answer: "no" })], 1],
  ["as soon as it was made", [camera("2026-11-22T10:00:00Z")], 1],
  ["as it ended", [camera("2026-11-22T12:00:00Z")], 1],
  ["through the link before it", [camera("2026-11-22T09:59:59Z")], 0],
  ["through the link after it", [camera("2026-11-22T12:00:01Z")], 0],
  ["what staff wrote down meanwhile", [camera("2026-11-22T11:00:00Z", byStaff)], 0],
  ["what somebody else answered through theirs", [camera("2026-11-22T11:00:00Z", { participantId: "x" })], 0],
  [
    "once, where it was answered twice",
    [camera("2026-11-22T11:00:00Z"), camera("2026-11-22T11:05:00Z", { answer: "no" })],
    1,
  ],
  [
    "nothing that they have answered again since",
    [camera("2026-11-22T11:00:00Z"), camera("2026-11-22T13:00:00Z", byStaff)],
    0,
  ],
  [
    "nothing of somebody who does not take part any more",
    [camera("2026-11-22T11:00:00Z"), takePart("no")],
    0,
  ],
  ["what somebody answered who takes part anew", [camera("2026-11-22T11:00:00Z"), takePart("yes")], 1],
  [
    "what a parent answered since",
    [camera("2026-11-22T11:00:00Z"), camera("2026-11-22T13:00:00Z", { ...byStaff, relationship: "parent" })],
    1,
  ],
  [
    "what they answered another question since",
    [camera("2026-11-22T11:00:00Z"), camera("2026-11-22T13:00:00Z", { ...byStaff, scope: "voice" })],
    1,
  ],
])("of a link that was said not to be theirs is doubted: %s", (_what, traits, count) => {
  const { consentEvents } = aRecord({}, ...traits);
  expect(doubtedAnswers(consentEvents, link)).toHaveLength(count);
});
