import { describe, expect, test } from "vitest";
import { found, judged } from "../../../../tests/factories/found";
import { aRecord, type Trait } from "../../../../tests/factories/record";
import { withMedia, withSession } from "../../../../tests/factories/traits";
import type { Session } from "../../record/session";

const assessed = (completedOn: string): Trait =>
  withSession({
    riskAssessment: { completedOn, agreedBy: "Idris Marrowby", recordedAt: "2026-11-23T09:00:00Z" },
  });

describe("the risk assessment and the link (B05)", () => {
  const late = "risk_assessment_late session default > statements";
  const advertised = "link_advertised session default > statements";

  test.each<[string, Trait[], string[]]>([
    ["14 days before", [assessed("2026-11-26")], []],
    ["13 days before", [assessed("2026-11-27")], [late]],
    ["months before", [assessed("2026-06-10")], []],
    [
      "none",
      [withSession({ riskAssessment: null })],
      ["risk_assessment_missing session default > statements"],
    ],
    ["a link in the open", [withSession({ linkSharedPrivately: false })], [advertised]],
    ["nothing said of the link", [withSession({ linkSharedPrivately: null })], []],
    [
      "late, and a link in the open",
      [assessed("2026-12-09"), withSession({ linkSharedPrivately: false })],
      [advertised, late],
    ],
  ])("%s", (_what, traits, expected) => {
    const evening = "2026-12-10T09:00:00Z";
    expect(found("B05", aRecord({}, ...traits), evening)).toEqual(expected);
    expect(judged("B05", aRecord({}, ...traits), evening).status).toBe("met");
  });

  test("is told with its day and who agreed to it", () => {
    expect(judged("B05", aRecord()).fact).toBe("Done on 6 November 2026, agreed by Idris Marrowby.");
    expect(judged("B05", aRecord({}, withSession({ riskAssessment: null }))).fact).toBe("");
  });
});

test.each([
  [45, []],
  [46, ["long_session session default > details"]],
])("a session of %i minutes (B08)", (minutes, expected) => {
  expect(found("B08", aRecord({ minutes }))).toEqual(expected);
  expect(judged("B08", aRecord({ minutes }))).toMatchObject({
    status: "met",
    fact: `It lasts ${minutes} minutes.`,
  });
});

describe("what we keep (B09)", () => {
  type Kept = Session["media"]["recording"];
  const off: Kept = {
    on: false,
    since: "2026-11-02T10:00:00Z",
    reason: null,
    keptWhere: null,
    seenBy: null,
    deleteBy: null,
  };
  const kept: Kept = {
    ...off,
    on: true,
    reason: "Feedback.",
    keptWhere: "the staff drive",
    seenBy: "Odalys",
    deleteBy: "2027-01-11",
  };
  const recording = (changes: Partial<Kept>) => withMedia({ recording: { ...kept, ...changes } });
  const notes = (changes: Partial<Kept> = {}) => withMedia({ aiNotes: { ...kept, ...changes } });
  const count = "ai_notes_are_recording ai_notes default > shown";
  const missing = (subject: string) => `recording_details_missing ${subject} default > shown shown`;
  const early = (subject: string) => `deleted_before_session ${subject} default > shown`;

  test.each<[string, Trait[], string[]]>([
    ["a recording with its papers", [recording({})], []],
    ["without why", [recording({ reason: null })], [missing("recording")]],
    ["without where", [recording({ keptWhere: null })], [missing("recording")]],
    ["without who sees it", [recording({ seenBy: null })], [missing("recording")]],
    ["without when it is deleted", [recording({ deleteBy: null })], [missing("recording")]],
    ["deleted on the session's last day", [recording({ deleteBy: "2026-12-10" })], []],
    ["deleted the day before", [recording({ deleteBy: "2026-12-09" })], [early("recording")]],
    ["a machine's notes with their papers", [notes()], [count]],
    ["a machine's notes without", [notes({ seenBy: null })], [missing("ai_notes"), count]],
    [
      "a machine's notes deleted the day before",
      [notes({ deleteBy: "2026-12-09" })],
      [early("ai_notes"), count],
    ],
    [
      "both, the recording without its papers",
      [recording({ reason: null }), notes()],
      [missing("recording"), count],
    ],
  ])("%s", (_what, traits, expected) => {
    expect(found("B09", aRecord({}, ...traits))).toEqual(expected);
  });

  test("says what is missing, and asks nothing while it is off", () => {
    const { findings } = judged("B09", aRecord({}, recording({ ...off, on: true })));
    expect(findings[0]?.message).toBe(
      "Not recorded yet: why, where it is kept, who sees it and when it is deleted.",
    );
    expect(judged("B09", aRecord({}, recording({ keptWhere: null }))).findings[0]?.message).toBe(
      "Not recorded yet: where it is kept.",
    );
    expect(judged("B09", aRecord({}, recording(off))).status).toBe("not_applicable");
  });

  test("tells the recording's keeping, or that of the notes", () => {
    const fact = "Feedback. Kept in the staff drive, seen by Odalys, deleted by 11 January 2027.";
    expect(judged("B09", aRecord({}, recording({}))).fact).toBe(fact);
    expect(judged("B09", aRecord({}, recording({}), notes({ seenBy: "Wren" }))).fact).toBe(fact);
    expect(judged("B09", aRecord({}, notes({ seenBy: "Wren" }))).fact).toBe(fact.replace("Odalys", "Wren"));
  });
});
