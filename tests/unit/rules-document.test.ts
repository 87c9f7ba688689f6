import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { allRules } from "~/domain/readiness/rules/all";
import { formattedRules, RULES_FILE } from "../documents/rules";

test("docs/rules.md says what the rules say (npm run docs:rules)", async () => {
  expect(readFileSync(RULES_FILE, "utf8")).toBe(await formattedRules());
});

test("it has every requirement once, in order", async () => {
  const headings = [...(await formattedRules()).matchAll(/^## ([RB]\d\d) /gm)].map(([, id]) => id);
  expect(headings).toEqual(allRules.map(({ id }) => id));
  expect(headings.slice(0, 34)).toEqual(
    Array.from({ length: 34 }, (_, at) => `R${String(at + 1).padStart(2, "0")}`),
  );
});
