import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { scenarios } from "../../../tests/scenarios/all";
import { evaluate } from "./evaluate";
import { fixesInWords } from "./fix-words";

const now = Temporal.Instant.from("2026-11-23T10:00:00Z");
const ways = (...texts: string[]) => fixesInWords(texts.map((text) => ({ text })));

test("several ways are one sentence", () => {
  expect(ways()).toBe("");
  expect(ways("Ask again")).toBe("Ask again");
  expect(ways("Ask again", "Take no photos")).toBe("Ask again or take no photos");
  expect(ways("Ask again", "Take no photos", "Close the chat")).toBe(
    "Ask again, take no photos or close the chat",
  );
});

test("each way begins with a capital in every scenario, for any of them may be shown first or alone", () => {
  const texts = Object.values(scenarios)
    .flatMap((record) => evaluate(record, now).requirements)
    .flatMap(({ findings }) => findings)
    .flatMap(({ fixes }) => fixes.map(({ text }) => text));
  expect(texts.length).toBeGreaterThan(100);
  expect([...new Set(texts)].filter((text) => !/^\p{Lu}/u.test(text) || /^Or /.test(text))).toEqual([]);
});
