import { readFileSync } from "node:fs";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { evaluate } from "~/domain/readiness/evaluate";
import type { Readiness } from "~/domain/readiness/result";
import { sessionRecord } from "~/domain/record/schema";
import { scenarios } from "./all";
import type { Moment } from "./expected";
import { expected } from "./expected";

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8"));
}

function outcome(readiness: Readiness): Omit<Moment, "at" | "codes" | "breaksOn" | "goodThrough"> {
  return {
    ready: readiness.ready,
    statuses: Object.fromEntries(readiness.requirements.map(({ id, status }) => [id, status])),
    blockers: readiness.blockers.map(({ code }) => code),
    needsAcceptance: readiness.needsAcceptance,
  };
}

test.each(Object.keys(scenarios))("%s is judged as expected at every moment", (name) => {
  const record = sessionRecord.parse(readJson(`${name}.json`));
  for (const { at, codes, breaksOn, goodThrough, ...rest } of expected.parse(
    readJson(`${name}.expected.json`),
  )) {
    const readiness = evaluate(record, Temporal.Instant.from(at));
    expect(outcome(readiness), at).toEqual(rest);
    expect(readiness.requirements.map(({ id }) => id)).toEqual(Object.keys(rest.statuses));
    for (const [id, needed] of Object.entries(codes ?? {})) {
      const found = readiness.requirements.find((one) => one.id === id)?.findings ?? [];
      expect([id, ...found.map(({ code }) => code)], at).toEqual(expect.arrayContaining(needed));
    }
    if (breaksOn !== undefined) expect(readiness.breaksOn?.toString() ?? null, at).toBe(breaksOn);
    if (goodThrough !== undefined) expect(readiness.goodThrough?.toString() ?? null, at).toBe(goodThrough);
  }
});
