import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { aRecord, type Trait } from "../../../tests/factories/record";
import { viewAt } from "../readiness/view";
import type { ConsentScope } from "../record/fields";
import type { SessionRecord } from "../record/schema";
import {
  fitsAsWord,
  linkState,
  passesCheck,
  proposeName,
  takeOwnAnswers,
  type CheckAnswer,
} from "./own-link";
import type { Question } from "./questions";

const at = (moment: string) => Temporal.Instant.from(moment);

/** The state of the first participant's link at a moment of the session. */
function stateAt(moment: "before" | "at start" | "at end" | "after", ...traits: Trait[]) {
  const record = aRecord({}, ...traits);
  const { startsAt, endsAt } = record.session;
  const moments = {
    before: at(startsAt).subtract({ seconds: 1 }),
    "at start": at(startsAt),
    "at end": at(endsAt),
    after: at(endsAt).add({ hours: 24 * 30 }),
  };
  const view = viewAt(record, moments[moment]);
  const participant = view.participants[0];
  if (!participant) throw new Error("Nobody takes part");
  return linkState(view, participant);
}

const keptUntil =
  (days: number): Trait =>
  (record) => {
    const day = at(record.session.endsAt).toZonedDateTimeISO(record.session.zone).toPlainDate();
    for (const event of record.consentEvents) event.validUntil = day.add({ days }).toString();
  };
const nobodySaidYes: Trait = (record) => void (record.consentEvents = []);
const parentsAlone: Trait = (record) => {
  record.consentEvents = record.consentEvents.map((event) => ({
    ...event,
    giver: { id: "parent", relationship: "parent" as const, name: "Dana" },
  }));
};
const saidNo: Trait = (record) => {
  const [first] = record.consentEvents;
  record.consentEvents = [{ ...first!, scope: "take_part", answer: "no", validUntil: null }];
};
const calledOff: Trait = (record) =>
  void (record.session.cancelled = { by: "idris", at: "2026-11-20T10:00:00Z", reason: "Illness" });
const cancelledLate: Trait = (record) =>
  void (record.session.cancelled = { by: "idris", at: record.session.startsAt, reason: "Illness" });

/** Something that stays of them, agreed to by themselves without a date until when. */
const stays =
  (scope: ConsentScope, change: (session: SessionRecord["session"]) => void): Trait =>
  (record) => {
    change(record.session);
    const participantId = record.participants[0]?.id;
    const own = record.consentEvents.find((event) => event.participantId === participantId);
    record.consentEvents.push({ ...own!, id: "stays", seq: 900, scope, validUntil: null });
  };
const withImages = stays("images", ({ media }) => void (media.images = true));
const shownAgain = stays("rebroadcast", ({ media }) => void (media.replay = true));
const recordedWithoutDate = stays("recording_kept", ({ media }) =>
  Object.assign(media.recording, { on: true, deleteBy: null }),
);

/** How many days after the session's own it is deleted by the plan now, and was by what they agreed to; null: no day. */
const deleted = (plan: number | null, agreedTo: number | null): Trait[] => {
  const day = ({ session }: SessionRecord, days: number | null) =>
    days === null ? null : at(session.endsAt).toZonedDateTimeISO(session.zone).toPlainDate().add({ days });
  return [
    (record) =>
      stays("images", ({ media }) => {
        const until = day(record, plan)?.toString() ?? null;
        Object.assign(media, { images: true, imagesUse: { purpose: null, until } });
      })(record),
    (record) => void (record.consentEvents.at(-1)!.validUntil = day(record, agreedTo)?.toString() ?? null),
  ];
};
/** Nobody knows whether any were taken before they were switched off; of a recording that is known. */
const imagesOffNow = stays("images", ({ media }) => void (media.images = false));
const neverRecorded = stays("recording_kept", ({ media }) => void (media.recording.on = false));

describe("a young person's link", () => {
  test.each([
    ["before", [], "asks"],
    ["before", [nobodySaidYes], "asks"],
    ["at start", [], "narrows"],
    ["at start", [nobodySaidYes], "narrows"],
    ["at start", [parentsAlone], "narrows"],
    ["at start", [saidNo], "over"],
    ["at end", [nobodySaidYes], "over"],
    ["at end", [parentsAlone], "over"],
    ["at end", [], "over"],
    ["at end", [keptUntil(0)], "narrows"],
    ["after", [keptUntil(29)], "over"],
    ["after", [keptUntil(30)], "narrows"],
    ["after", [withImages], "narrows"],
    ["after", [shownAgain], "narrows"],
    ["after", [recordedWithoutDate], "narrows"],
    ["after", [imagesOffNow], "narrows"],
    ["after", [neverRecorded], "over"],
    ["after", deleted(29, 29), "over"],
    ["after", deleted(30, 29), "narrows"],
    ["after", deleted(29, 30), "narrows"],
    ["after", deleted(null, 29), "narrows"],
    ["after", deleted(30, null), "narrows"],
    ["after", deleted(29, null), "over"],
    ["after", [...deleted(30, 29), nobodySaidYes], "over"],
    ["after", [...deleted(30, 29), parentsAlone], "over"],
  ] as const)("%s, with %j, %s", (moment, traits, state) => {
    expect(stateAt(moment, ...traits)).toBe(state);
  });

  test("of a session that was called off says so", () => {
    expect(stateAt("at start", calledOff)).toBe("cancelled");
  });

  test("of a session that was cancelled once it had begun goes on: it may have been held all the same", () => {
    expect(stateAt("at start", cancelledLate)).toBe("narrows");
  });
});

const questions: Question[] = (["take_part", "camera", "voice"] as const).map((scope) => ({
  scope,
  organisations: [],
  until: null,
  tell: [],
}));

describe("what is taken of somebody's own answers", () => {
  test.each([
    [
      "asks",
      { take_part: "yes", camera: "no", voice: "yes" },
      { take_part: "yes", camera: "no", voice: "yes" },
    ],
    ["asks", { take_part: "no" }, { take_part: "no" }],
    ["asks", { take_part: "no", camera: "yes" }, { take_part: "no" }],
    ["asks", { take_part: "yes", camera: "no" }, "unanswered"],
    ["asks", { camera: "yes", voice: "yes" }, "unanswered"],
    ["asks", {}, "unanswered"],
    ["asks", { take_part: "yes", camera: "yes", voice: "yes", chat: "yes" }, "scope_not_used"],
    ["asks", { take_part: "no", chat: "yes" }, "scope_not_used"],
    ["narrows", { take_part: "yes", camera: "no", voice: "no" }, "only_no"],
    ["narrows", { camera: "no" }, { camera: "no" }],
    ["narrows", { take_part: "no" }, { take_part: "no" }],
  ] as const)("while it %s, of %j: %j", (state, answers, expected) => {
    const outcome = takeOwnAnswers(state, questions, answers);
    expect(outcome.ok ? outcome.value : outcome.refusal.code).toEqual(expected);
  });
});

describe("a made-up name", () => {
  const [participant] = aRecord().participants;
  if (!participant) throw new Error("Nobody takes part");

  test("is proposed as it is where the guard finds nothing", () => {
    expect(proposeName(participant, "Moonfish")).toEqual({ ok: true, value: "Moonfish" });
  });

  test.each(["surname", "first name and surname"])(
    "that holds their %s is refused without saying why",
    (what) => {
      const { firstName, surname } = participant;
      const name = what === "surname" ? `${surname}` : `${firstName} ${surname}`;
      expect(proposeName(participant, name)).toMatchObject({
        ok: false,
        refusal: { code: "name_refused", message: "Please choose another" },
      });
    },
  );
});

describe("the small check", () => {
  const [participant] = aRecord().participants;
  if (!participant) throw new Error("Nobody takes part");
  const born = (birth: string | null) => ({ ...participant, birth });

  test.each<[string, CheckAnswer, boolean]>([
    ["lantern", { word: "lantern" }, true],
    ["lantern", { word: " LANTERN. " }, true],
    ["Blue Moon", { word: "bluemoon" }, true],
    ["lantern", { word: "lanterns" }, false],
    ["lantern", { word: "" }, false],
    ["lantern", { day: 9, month: 3 }, false],
  ])("by the word %j, answered with %j: %s", (word, answer, passes) => {
    expect(passesCheck({ kind: "word", word }, born("2010-03-09"), answer)).toBe(passes);
  });

  test.each<[string | null, CheckAnswer, boolean]>([
    ["2010-03-09", { day: 9, month: 3 }, true],
    ["2010-03-09", { day: 3, month: 9 }, false],
    ["2010-03-09", { word: "9 March" }, false],
    ["2010-03", { day: 1, month: 3 }, false],
    [null, { day: 9, month: 3 }, false],
  ])("of somebody born on %j, answered with %j: %s", (birth, answer, passes) => {
    expect(passesCheck({ kind: "birth" }, born(birth), answer)).toBe(passes);
  });

  test.each([
    ["moon", true],
    ["Blue moon", true],
    ["sea", false],
    ["....", false],
    ["a b c", false],
  ])("takes %j as a word: %s", (word, fits) => {
    expect(fitsAsWord(word)).toBe(fits);
  });
});
