import { describe, expect, test } from "vitest";
import { aFullRecord } from "../../../tests/factories/full-record";
import { leafOfEachKind, other } from "../../../tests/support/leaves";
import { changeCode, changesInWords, changeWords } from "./change-words";
import { changesBetween } from "./changes";
import { materialFacts } from "./material-facts";

const ofSomethingElse = changeWords("something.else");

/** The code of every change that is made by altering one field of a session alone. */
function codesOfOneChange(): string[] {
  const record = aFullRecord();
  const before = structuredClone(materialFacts(record));
  const { session, participants, platformModes, organisation } = record;
  const fields = leafOfEachKind({ session, participants, platformModes, organisation });
  const changes = fields.flatMap(({ value, put }) => {
    put(other(value));
    const found = changesBetween(before, materialFacts(record));
    put(value);
    return found;
  });
  return [...new Set(changes.map(changeCode))];
}

/** What a change is about: a part of the session, or a part of what it shows and keeps. */
function aboutWhat(code: string): string {
  const [part = "", more] = code.split(".");
  const shown = ["camera", "voice", "name"].includes(more ?? "");
  return part === "media" && !shown ? `${part}.${more}` : part;
}

describe("a change in words", () => {
  test.each([
    ["participants[bryony-cattermoss].birth", "2010", "2011", "participants.birth"],
    ["platforms[zoom].settings.lock[one]", 1, 2, "platforms.settings.lock.changed"],
    ["participants[bryony-cattermoss]", null, {}, "participants.added"],
    ["participants[bryony-cattermoss]", {}, null, "participants.removed"],
    ["participants[bryony-cattermoss]", {}, {}, "participants.changed"],
  ])("has a code without ids: %s from %j to %j is %s", (path, before, after, code) => {
    expect(changeCode({ path, before, after })).toBe(code);
  });

  test.each([
    ["participants.added", "A young person was added"],
    ["participants.exposure.camera", "A young person's camera, voice, name or chat changed"],
    ["media.recording.deleteBy", "Recording changed"],
    ["media.camera", "What the session shows changed"],
    ["media.images", "Whether photos are taken changed"],
    ["media.imagesUse", "What photos are for, or how long they are kept, changed"],
    ["media.imagesUse.until", "What photos are for, or how long they are kept, changed"],
    ["media.replay", "Whether the recording is shown again changed"],
    ["media.replayUse.where", "Where the recording is shown again, or until when, changed"],
    ["organiser.dataUse", "What the organiser gets to know about young people changed"],
    ["organiser.reused.where", "What the organiser told us changed"],
    ["consent", "A young person's answers changed"],
    ["something.else", "Something about the session changed"],
  ])("is told for %s as %j", (code, words) => expect(changeWords(code)).toBe(words));

  test("says what the change is about, and never what another is about", () => {
    const codes = codesOfOneChange();
    expect(codes.filter((code) => changeWords(code) === ofSomethingElse)).toEqual([]);
    const shared = codes.filter((code) =>
      codes.some((one) => changeWords(one) === changeWords(code) && aboutWhat(one) !== aboutWhat(code)),
    );
    expect(shared).toEqual([]);
    expect(new Set(codes.map(aboutWhat)).size).toBeGreaterThan(25);
  });

  test("names a requirement that stands no longer", () => {
    expect(changeWords("requirement.R30")).toMatch(/^No longer in place: /);
    expect(changeWords("requirement.R99")).toBe(ofSomethingElse);
  });

  test("says the same thing once, and one place for another as one change", () => {
    expect(changesInWords(["places.added", "places.removed", "startsAt"])).toEqual([
      "The place changed",
      "The start was moved",
    ]);
    expect(changesInWords(["places.added"])).toEqual(["A place was added"]);
    expect(changesInWords(["media.recording.on", "media.recording.reason"])).toEqual(["Recording changed"]);
  });
});
