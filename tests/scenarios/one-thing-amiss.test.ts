import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { evaluate } from "~/domain/readiness/evaluate";
import type { Status } from "~/domain/readiness/result";
import type { SessionRecord } from "~/domain/record/schema";
import { adultsAmiss } from "./amiss/adults";
import { agesAmiss } from "./amiss/ages";
import { answersAmiss } from "./amiss/answers";
import { consentAmiss } from "./amiss/consent";
import { identityAmiss } from "./amiss/identity";
import { joiningAmiss } from "./amiss/joining";

const now = Temporal.Instant.from("2026-11-23T10:00:00Z");

function statuses(record: SessionRecord): Record<string, Status> {
  return Object.fromEntries(evaluate(record, now).requirements.map(({ id, status }) => [id, status]));
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
    expect(evaluate(sound(), now).ready).toBe(true);
    expect(differences(statuses(sound()), statuses(amiss()))).toEqual(turns);
  });
});
