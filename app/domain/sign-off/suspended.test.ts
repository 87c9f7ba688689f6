import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { aRecord, type Trait } from "../../../tests/factories/record";
import { signedOff, thenSignOff } from "../../../tests/factories/sign-off";
import { thenAnswered, withMedia, withParticipant, withSession } from "../../../tests/factories/traits";
import type { SessionRecord } from "../record/schema";
import { signOffEffect } from "./effect";
import { judgeEdit } from "./judge-edit";
import { latestSignOff } from "./standing";

const now = "2026-11-23T11:00:00Z";
const bryony = "bryony-cattermoss";
const chatOpen = withMedia({ chat: { value: "moderated", since: "2026-11-02T10:00:00Z" } });
const chatOff = withMedia({ chat: { value: "off", since: now } });
const cameraOff = withParticipant(bryony, {
  exposure: { camera: false, voice: true, name: true, chat: false },
});
const voiceOff = withParticipant(bryony, {
  exposure: { camera: true, voice: false, name: true, chat: false },
});

type Said = "yes" | "no" | "withdrawn";
type Scope = "take_part" | "camera" | "voice" | "images";

function answered(answer: Said, scope: Scope, at: string, how: "in_person" | "link" = "in_person"): Trait {
  return thenAnswered({ participantId: bryony, scope, answer, how, at });
}

/** Several at once, as one form saves them. */
function together(...traits: Trait[]): Trait {
  return (record) => {
    for (const trait of traits) trait(record);
  };
}

/** A worker who spoke with them confirms their newest answer. */
const confirmed: Trait = ({ consentEvents }) =>
  void Object.assign(consentEvents.at(-1) ?? {}, { confirmedBy: { by: "user-amina-farrow", at: now } });

const everything = together(
  answered("withdrawn", "take_part", "2026-11-23T09:10:00Z"),
  answered("withdrawn", "camera", "2026-11-23T09:10:00Z"),
  answered("withdrawn", "voice", "2026-11-23T09:10:00Z"),
);
const bryonyRemoved: Trait = (record) => {
  record.participants = record.participants.filter(({ id }) => id !== bryony);
};

const signed = signedOff("2026-11-22T10:00:00Z");
const suspended = thenSignOff({ at: "2026-11-23T09:00:00Z", kind: "suspended", by: null, changes: [] });
const noCamera = [answered("withdrawn", "camera", "2026-11-23T09:00:00Z"), suspended];

/** What the last of several edits does to the sign-off, the others being done already. */
function effectOf(done: Trait[], edit: Trait, { isAnswer = false, at = now } = {}) {
  const before: SessionRecord = aRecord({}, chatOpen, signed, ...done);
  const after = structuredClone(before);
  edit(after);
  const judgement = judgeEdit(before, after, Temporal.Instant.from(at));
  const signOff = latestSignOff(before.signOffs);
  return signOff && signOffEffect(signOff, { before, after, judgement, isAnswer, now: at });
}

describe("a suspended sign-off", () => {
  test("comes back by the narrowing that makes the session ready again", () => {
    expect(effectOf(noCamera, cameraOff)).toBe("restored");
  });

  test("is left alone by a narrowing that mends nothing", () => {
    expect(effectOf(noCamera, chatOff)).toBe("nothing");
    expect(effectOf([...noCamera, answered("withdrawn", "voice", now), suspended], cameraOff)).toBe(
      "nothing",
    );
  });

  test("ends with the yes that puts right what a no had stopped", () => {
    const again = answered("yes", "camera", now);
    expect(effectOf(noCamera, again, { isAnswer: true })).toBe("lapsed");
    const both = [...noCamera, answered("withdrawn", "voice", "2026-11-23T09:30:00Z")];
    expect(effectOf(both, again, { isAnswer: true })).toBe("lapsed");
  });

  test.each<[string, Trait[], Trait, "nothing" | "lapsed"]>([
    ["the same no in other words", [], answered("no", "camera", now), "nothing"],
    [
      "the same no, in other words, twice",
      [answered("no", "camera", now)],
      answered("withdrawn", "camera", now),
      "nothing",
    ],
    [
      "a no to taking part, which leaves nothing else to ask",
      [],
      answered("withdrawn", "take_part", now),
      "nothing",
    ],
    ["a change of mind about everything", [], everything, "nothing"],
    ["a yes that only waits", [], answered("yes", "camera", now, "link"), "nothing"],
    [
      "a no after a yes that only waits",
      [answered("yes", "camera", now, "link")],
      answered("no", "camera", now),
      "nothing",
    ],
    ["a yes that waited and is confirmed", [answered("yes", "camera", now, "link")], confirmed, "lapsed"],
    [
      "a yes beside the same no",
      [],
      together(answered("yes", "voice", now), answered("no", "camera", now)),
      "nothing",
    ],
    [
      "a yes to what it does, beside a no to taking part",
      [everything],
      answered("yes", "camera", now),
      "nothing",
    ],
    [
      "a yes to taking part after everything was taken back",
      [everything],
      answered("yes", "take_part", now),
      "lapsed",
    ],
    [
      "a yes beside a no to taking part",
      [],
      together(answered("yes", "camera", now), answered("no", "take_part", now)),
      "nothing",
    ],
    ["a yes in a conversation", [], answered("yes", "camera", now), "lapsed"],
  ])("meets %s", (_what, done, answer, effect) => {
    expect(effectOf([...noCamera, ...done], answer, { isAnswer: true })).toBe(effect);
  });

  test("ends with a yes that counts also where it does not last: the approver never saw it", () => {
    const recording = { on: true, since: "2026-11-02T10:00:00Z", reason: "Feedback", keptWhere: "Drive" };
    const kept = (deleteBy: string) => ({ ...recording, seenBy: "Staff", deleteBy });
    const both = withMedia({ recording: kept("2027-01-11"), aiNotes: kept("2026-12-20") });
    const said = (answer: Said, at: string, validUntil: string | null): Trait =>
      thenAnswered({
        participantId: bryony,
        scope: "recording_kept",
        answer,
        how: "in_person",
        at,
        validUntil,
      });
    const no = said("no", "2026-11-23T09:00:00Z", null);
    const short = said("yes", now, "2026-12-20");
    expect(effectOf([both, no, suspended], short, { isAnswer: true })).toBe("lapsed");
  });

  test("comes back by taking somebody off the list, however often they said no before", () => {
    const often = [answered("no", "camera", now), everything, answered("yes", "camera", now, "link")];
    for (const done of [[], ...often.map((one) => [one]), often])
      expect(effectOf([...noCamera, ...done], bryonyRemoved)).toBe("restored");
  });

  test("is not touched by a yes or another no that puts nothing right", () => {
    const images = thenAnswered({
      participantId: bryony,
      scope: "images",
      answer: "yes",
      how: "text",
      at: now,
    });
    expect(effectOf(noCamera, images, { isAnswer: true })).toBe("nothing");
    expect(effectOf(noCamera, answered("withdrawn", "voice", now), { isAnswer: true })).toBe("nothing");
  });

  test("does not come back by narrowing where something else had made the session ready", () => {
    const ready = [...noCamera, answered("yes", "camera", "2026-11-23T10:00:00Z")];
    expect(effectOf(ready, chatOff)).toBe("nothing");
    expect(effectOf(ready, voiceOff)).toBe("nothing");
  });

  test("ends with any other edit, and with one that is not material but puts right what was missing", () => {
    expect(effectOf(noCamera, withSession({ endsAt: "2026-12-10T17:41:00Z" }))).toBe("lapsed");
    expect(effectOf(noCamera, withSession({ description: "Bring a mug." }))).toBe("nothing");
    expect(effectOf(noCamera, answered("yes", "camera", now))).toBe("lapsed");
  });

  test("stays as it is from the start on, whatever is answered or edited", () => {
    const at = "2026-12-10T17:05:00Z";
    expect(effectOf(noCamera, answered("yes", "camera", at), { isAnswer: true, at })).toBe("nothing");
    expect(effectOf(noCamera, cameraOff, { at })).toBe("nothing");
  });
});
