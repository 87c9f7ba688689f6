import { describe, expect, test } from "vitest";
import { consentForm } from "./consent-form";
import { validate } from "./validate";

type Values = Record<string, string | Record<string, string>>;

const base: Values = { giver: "self", how: "phone", when: "now", zone: "Europe/London" };
const parent = "0193b6c4-7c3e-7000-8000-000000000001";

function errors(changes: Values) {
  const result = validate(consentForm, { ...base, ...changes });
  return result.ok ? [] : result.errors.map(({ name }) => name);
}

function data(changes: Values) {
  const result = validate(consentForm, { ...base, ...changes });
  if (!result.ok) throw new Error("It was refused");
  return result.data;
}

describe("an answer", () => {
  test("holds only what was said, and from whom", () => {
    const digest = `${"a".repeat(64)}.${"b".repeat(32)}`;
    const said = data({ answers: { camera: "no", voice: "" }, asked: { camera: digest } });
    expect(said).toMatchObject({ giver: { kind: "self" }, answers: { camera: "no" }, at: null, until: null });
    expect(Object.keys(said.answers)).toEqual(["camera"]);
    expect(said.asked).toEqual({ camera: digest });
  });

  test("of a parent carries their name, or who they are known as", () => {
    const answers = { take_part: "no" };
    expect(data({ giver: "parent", parentName: "Dana Reed", answers }).giver).toEqual({
      kind: "new",
      relationship: "parent",
      name: "Dana Reed",
    });
    expect(data({ giver: parent, answers }).giver).toEqual({ kind: "known", id: parent });
    expect(errors({ giver: "local_authority", answers })).toEqual(["authorityName"]);
    expect(errors({ giver: "worker", answers })).toEqual(["giver"]);
  });

  test("asks for at least one question, and that a yes was understood", () => {
    expect(errors({ firstScope: "take_part" })).toEqual(["answers.take_part"]);
    expect(errors({ answers: { take_part: "yes" } })).toEqual(["understood"]);
    expect(errors({ answers: { take_part: "yes" }, understood: "yes" })).toEqual([]);
    expect(errors({ answers: { take_part: "no" } })).toEqual([]);
  });

  test("is never said to come through a link", () => {
    expect(errors({ how: "link", answers: { take_part: "no" } })).toEqual(["how"]);
  });
});
