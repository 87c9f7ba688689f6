import { expect, test } from "vitest";
import { accept, refuse, refuseStale } from "./refusal";

test("an answer is a yes with what came of it, or a no that names the field where one is to blame", () => {
  expect(accept(3)).toEqual({ ok: true, value: 3 });
  expect(refuse("twice", "Twice")).toStrictEqual({ ok: false, refusal: { code: "twice", message: "Twice" } });
  expect(refuse("twice", "Twice", "title")).toMatchObject({ refusal: { code: "twice", field: "title" } });
  expect(refuseStale()).toMatchObject({ ok: false, refusal: { code: "stale_version" } });
});
