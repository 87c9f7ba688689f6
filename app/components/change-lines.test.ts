import { expect, test } from "vitest";
import { changesInWords } from "~/domain/sign-off/change-words";
import { scenarios } from "../../tests/scenarios/all";
import { changeLines } from "./change-lines";

test("one place for another is one change, with what it was and is", () => {
  const before = scenarios["s01"]!;
  const after = structuredClone(before);
  after.session.places[0]!.id = "another-place";
  after.session.places[0]!.where = "Green room, first floor";
  expect(changeLines(before, after)).toEqual([
    { what: "The place changed", was: before.session.places[0]!.where, is: "Green room, first floor" },
  ]);
  expect(changesInWords(["places.removed", "places.added"])).toEqual(["The place changed"]);
  expect(changesInWords(["places.added"])).toEqual(["A place was added"]);
});

test("a further place is said to be added", () => {
  const before = scenarios["s01"]!;
  const after = structuredClone(before);
  after.session.places.push({ ...before.session.places[0]!, id: "another-place", where: "Garden" });
  expect(changeLines(before, after)).toEqual([{ what: "A place was added: Garden", was: null, is: null }]);
});
