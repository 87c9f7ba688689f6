import { v4 as uuid } from "uuid";
import { describe, expect, test } from "vitest";
import { aRecord } from "../../../tests/factories/record";
import { findByPaperReference, paperReference, wordsMark } from "./paper-reference";

const { participants } = aRecord();
const [one] = participants;
if (!one) throw new Error("Nobody takes part");

describe("the reference on a paper form", () => {
  test("is short, the same each time, and holds no sign that is taken for another", () => {
    for (let each = 0; each < 500; each += 1) {
      expect(paperReference({ id: uuid() })).toMatch(/^[3479CFHKMNPRTWXY]{3}-[3479CFHKMNPRTWXY]{3}$/);
    }
    expect(paperReference(one)).toBe(paperReference(structuredClone(one)));
    expect(new Set(participants.map(paperReference)).size).toBe(participants.length);
  });

  test("holds nothing of who it is", () => {
    const other = { ...one, code: "YP-99", firstName: "Zed", displayName: null, birth: "2012-01-01" };
    expect(paperReference(other)).toBe(paperReference(one));
  });

  test("finds one person of this session, however it was typed", () => {
    const reference = paperReference(one);
    for (const typed of [reference, reference.toLowerCase(), ` ${reference.replace("-", " ")} `])
      expect(findByPaperReference(participants, typed)).toBe(one);
    for (const typed of ["", "C7K", one.code, paperReference({ id: uuid() })])
      expect(findByPaperReference(participants, typed)).toBeNull();
    expect(findByPaperReference([one, { ...one }], reference)).toBeNull();
  });
});

test("the mark of the words is another for any other words, or another order", () => {
  const mark = wordsMark(["a", "b"]);
  expect(mark).toMatch(/^[3479CFHKMNPRTWXY]{3}$/);
  expect(wordsMark(["a", "b"])).toBe(mark);
  for (const other of [["b", "a"], ["a"], ["a", "b", "c"], []]) expect(wordsMark(other)).not.toBe(mark);
});
