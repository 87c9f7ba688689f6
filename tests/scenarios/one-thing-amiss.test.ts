import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { evaluate } from "~/domain/readiness/evaluate";
import type { Readiness, Status } from "~/domain/readiness/result";
import { adultsAmiss } from "./amiss/adults";
import { agesAmiss } from "./amiss/ages";
import { answersAmiss } from "./amiss/answers";
import { consentAmiss } from "./amiss/consent";
import { identityAmiss } from "./amiss/identity";
import { joiningAmiss } from "./amiss/joining";

const now = Temporal.Instant.from("2026-11-23T10:00:00Z");

function statuses({ requirements }: Readiness): Record<string, Status> {
  return Object.fromEntries(requirements.map(({ id, status }) => [id, status]));
}

function differences(before: Record<string, Status>, after: Record<string, Status>): Record<string, Status> {
  return Object.fromEntries(Object.entries(after).filter(([id, status]) => before[id] !== status));
}

describe.each([
  ["answers", answersAmiss],
  ["adults", adultsAmiss],
  ["ages", agesAmiss],
  ["identity", identityAmiss],
  ["consent", consentAmiss],
  ["joining", joiningAmiss],
])("%s: one thing amiss turns its own requirement and no other", (_name, cases) => {
  test.each(cases)("$what", ({ sound, amiss, turns }) => {
    const before = evaluate(sound(), now);
    expect(before.ready).toBe(true);
    expect(differences(statuses(before), statuses(evaluate(amiss(), now)))).toEqual(turns);
  });
});
