import { expect, test } from "vitest";
import { z } from "zod";
import {
  choice,
  choices,
  ids,
  optionalChoice,
  optionalId,
  optionalYesNo,
  requiredTick,
  revealedBy,
  someChoices,
  texts,
  tick,
  yesNo,
} from "./choice";
import { optionalLine } from "./text";
import { optionalWholeNumber, wholeNumber } from "./whole-number";

const select = "Select who can watch";

test("one answer", () => {
  expect(choice(["a", "b"], { select }).parse("a")).toBe("a");
  for (const wrong of [undefined, "", "c", ["a", "b"]]) {
    expect(choice(["a", "b"], { select }).safeParse(wrong).error?.issues[0]?.message).toBe(select);
  }
});

test("an answer that may be left open is null, but never another one than offered", () => {
  expect(optionalChoice(["a", "b"], { select }).parse(undefined)).toBeNull();
  expect(optionalChoice(["a", "b"], { select }).parse("")).toBeNull();
  expect(optionalChoice(["a", "b"], { select }).parse("b")).toBe("b");
  expect(optionalChoice(["a", "b"], { select }).safeParse("c").success).toBe(false);
});

test("several answers come in their own order, once each, however many boxes were ticked", () => {
  const schema = choices(["a", "b", "c"], { select });
  expect(schema.parse(undefined)).toEqual([]);
  expect(schema.parse("b")).toEqual(["b"]);
  expect(schema.parse(["c", "a", "c"])).toEqual(["a", "c"]);
  expect(schema.safeParse(["a", "x"]).success).toBe(false);
  expect(someChoices(["a"], { select }).safeParse(undefined).error?.issues[0]?.message).toBe(select);
});

test("ids are UUIDs, once each", () => {
  const id = "0198c0de-0000-7000-8000-000000000001";
  expect(ids({ select }).parse([id, id])).toEqual([id]);
  expect(ids({ select }).safeParse("1 or 1=1").success).toBe(false);
});

test("boxes and yes or no", () => {
  expect(tick().parse(undefined)).toBe(false);
  expect(tick().parse("yes")).toBe(true);
  expect(tick().safeParse("on").success).toBe(false);
  expect(requiredTick({ confirm: "Confirm it" }).safeParse(undefined).error?.issues[0]?.message).toBe(
    "Confirm it",
  );
  expect(yesNo({ select }).parse("no")).toBe(false);
  expect(yesNo({ select }).safeParse(undefined).success).toBe(false);
  expect(optionalYesNo({ select }).parse(undefined)).toBeNull();
  expect(optionalYesNo({ select }).parse("no")).toBe(false);
  expect(optionalYesNo({ select }).parse("yes")).toBe(true);
});

test("whole numbers", () => {
  const minutes = { label: "Length", min: 5, max: 240 };
  const schema = wholeNumber({ ...minutes, enter: "Enter a length" });
  const says = (value: unknown) => schema.safeParse(value).error?.issues[0]?.message;
  expect(schema.parse(" 45 ")).toBe(45);
  expect(says("")).toBe("Enter a length");
  expect(says("4.5")).toBe("Length must be a whole number, like 35");
  expect(says("1e9")).toBe("Length must be a whole number, like 35");
  expect(says("4")).toBe("Length must be between 5 and 240");
  expect(says("241")).toBe("Length must be between 5 and 240");
  expect(optionalWholeNumber(minutes).parse(" ")).toBeNull();
  expect(optionalWholeNumber(minutes).parse("5")).toBe(5);
});

test("one id, or none", () => {
  const id = "0190a1b2-0000-7000-8000-000000000001";
  expect(optionalId({ select }).parse(id)).toBe(id);
  expect(optionalId({ select }).parse("")).toBeNull();
  expect(optionalId({ select }).safeParse("elsewhere").error?.issues[0]?.message).toBe(select);
});

test("texts of a list that the page shows, each once", () => {
  expect(texts({ select }).parse(["abuse", "violence", "abuse"])).toEqual(["abuse", "violence"]);
  expect(texts({ select }).parse("abuse")).toEqual(["abuse"]);
  expect(texts({ select }).parse(undefined)).toEqual([]);
  expect(texts({ select }).safeParse([""]).success).toBe(false);
});

test("what an answer reveals is neither wrong nor kept while another is given", () => {
  const fields = z.object({ on: yesNo({ select }), why: optionalLine({ label: "Why", max: 3 }) });
  const schema = revealedBy(fields, { answer: "on", is: "yes", fields: ["why"] });
  expect(schema.parse({ on: "yes", why: "fun" })).toEqual({ on: true, why: "fun" });
  expect(schema.safeParse({ on: "yes", why: "too long" }).success).toBe(false);
  expect(schema.parse({ on: "no", why: "too long" })).toEqual({ on: false, why: null });
  expect(schema.safeParse("yes").success).toBe(false);
});

test("what one of several answers reveals counts while that one is among them", () => {
  const fields = z.object({
    uses: choices(["photos", "replay"], { select }),
    why: optionalLine({ label: "Why", max: 3 }),
  });
  const schema = revealedBy(fields, { answer: "uses", is: "photos", fields: ["why"] });
  for (const uses of ["photos", ["photos"], ["replay", "photos"]]) {
    expect(schema.parse({ uses, why: "fun" })).toMatchObject({ why: "fun" });
    expect(schema.safeParse({ uses, why: "too long" }).success).toBe(false);
  }
  for (const uses of ["replay", ["replay"], "", undefined])
    expect(schema.parse({ uses, why: "too long" })).toMatchObject({ why: null });
});
