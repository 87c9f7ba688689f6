import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { sessionRecord } from "~/domain/record/schema";
import { scenarios } from "./all";
import { written } from "./written";

const names = Object.keys(scenarios);
const files = readdirSync(new URL(".", import.meta.url));

test("there is a file for each scenario, an expectation beside it, and no other", () => {
  const json = files.filter((file) => file.endsWith(".json")).sort();
  expect(json).toEqual(names.flatMap((name) => [`${name}.json`, `${name}.expected.json`]).sort());
});

describe.each(names)("%s", (name) => {
  const text = readFileSync(new URL(`${name}.json`, import.meta.url), "utf8");

  test("lies there as the factory builds it", () => {
    expect(text).toBe(written(scenarios[name]));
  });

  test("is a session record", () => {
    expect(sessionRecord.parse(JSON.parse(text))).toEqual(scenarios[name]);
  });
});
