import { isDeepStrictEqual } from "node:util";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { evaluate } from "~/domain/readiness/evaluate";
import type { Readiness } from "~/domain/readiness/result";
import { scenarios } from "./all";
import { adultsTold } from "./told/adults";
import { agesTold } from "./told/ages";
import { accessibilityTold } from "./told/accessibility";
import { noticeTold } from "./told/audience-notice";
import { boundariesTold } from "./told/boundaries";
import { watchersTold } from "./told/watchers";
import { parentsTold } from "./told/parents";
import { briefingTold } from "./told/briefing";
import { consentTold } from "./told/consent";
import { toldOf } from "./told/told";

const now = Temporal.Instant.from("2026-11-23T10:00:00Z");

/** What is read of each finding. */
function wordsOf({ requirements }: Readiness): string[] {
  return requirements
    .flatMap(({ findings }) => findings)
    .flatMap(({ headline, message, fixes }) => [headline, message, ...fixes.map(({ text }) => text)]);
}

describe.each([
  ["accessibility", accessibilityTold],
  ["boundaries", boundariesTold],
  ["watchers", watchersTold],
  ["audience notice", noticeTold],
  ["adults", adultsTold],
  ["ages", agesTold],
  ["briefing", briefingTold],
  ["consent", consentTold],
  ["parents", parentsTold],
])("%s: one thing amiss is told where it belongs, with a way out, and nowhere else", (_name, cases) => {
  test.each(cases)("$what", ({ sound, amiss, turns }) => {
    const before = evaluate(sound(), now);
    expect(before.ready).toBe(true);
    const former = toldOf(before);
    const after = evaluate(amiss(), now);
    const changed = Object.entries(toldOf(after)).filter(
      ([id, told]) => !isDeepStrictEqual(told, former[id]),
    );
    expect(Object.fromEntries(changed)).toEqual(turns);
    expect(wordsOf(after).filter((words) => /^$|undefined|null|NaN|\[object/.test(words))).toEqual([]);
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
