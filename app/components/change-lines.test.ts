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

test("another day until which photos are kept is said as a day, and what they are for as it was typed", () => {
  const before = structuredClone(scenarios["s01"]!);
  Object.assign(before.session.media, {
    images: true,
    imagesUse: { purpose: null, until: "2027-01-11" },
  });
  const after = structuredClone(before);
  after.session.media.imagesUse = { purpose: "Our page", until: "2027-02-11" };
  const what = "What photos are for, or how long they are kept, changed";
  expect(changeLines(before, after)).toEqual([
    { what, was: "Nothing", is: "Our page" },
    { what, was: "11 January 2027", is: "11 February 2027" },
  ]);
});
