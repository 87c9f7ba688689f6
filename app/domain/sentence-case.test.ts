import { expect, test } from "vitest";
import { sentenceCase } from "./sentence-case";

test("a sentence begins with a capital, and the rest of it stays as it is", () => {
  expect(sentenceCase("the NSPCC asks")).toBe("The NSPCC asks");
  expect(sentenceCase("")).toBe("");
});
