import { isDeepStrictEqual } from "node:util";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { evaluate } from "~/domain/readiness/evaluate";
import { scenarios } from "./all";
import { adultsTold } from "./told/adults";
import { agesTold } from "./told/ages";
import { answersTold } from "./told/answers";
import { briefingTold } from "./told/briefing";
import { consentTold } from "./told/consent";

import { toldOf } from "./told/told";

const now = Temporal.Instant.from("2026-11-23T10:00:00Z");

describe.each([
  ["answers", answersTold],
  ["adults", adultsTold],
  ["ages", agesTold],
  ["briefing", briefingTold],
  ["consent", consentTold],
])("%s: one thing amiss is told where it belongs, with a way out, and nowhere else", (_name, cases) => {
  test.each(cases)("$what", ({ sound, amiss, turns }) => {
    const before = evaluate(sound(), now);
    expect(before.ready).toBe(true);
    const former = toldOf(before);
    const changed = Object.entries(toldOf(evaluate(amiss(), now))).filter(
      ([id, told]) => !isDeepStrictEqual(told, former[id]),
    );
    expect(Object.fromEntries(changed)).toEqual(turns);
  });
});

test.each(Object.entries(scenarios))("whatever stands in the way of %s has a way out", (_name, record) => {
  for (const at of [now, Temporal.Instant.from(record.session.endsAt)]) {
    const blocking = evaluate(record, at)
      .requirements.flatMap(({ findings }) => findings)
      .filter(({ severity }) => severity === "blocks");
    expect(blocking.filter(({ fixes }) => fixes.length === 0).map(({ code }) => code)).toEqual([]);
  }
});
