import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { evaluate } from "~/domain/readiness/evaluate";
import type { SessionRecord } from "~/domain/record/schema";
import { scenarios } from "../../tests/scenarios/all";
import { planTasks } from "./plan-tasks";

function statesOf(record: SessionRecord): Record<string, string> {
  const readiness = evaluate(record, Temporal.Instant.from("2026-11-23T10:00:00Z"));
  const groups = planTasks(record, readiness, { mayEdit: true, mayConsider: false });
  return Object.fromEntries(groups.flatMap(({ tasks }) => tasks).map(({ name, status }) => [name, status]));
}

test("a no shows where it was said, beside the part in which the session is fitted to it", () => {
  expect(statesOf(scenarios["s03"]!)).toMatchObject({ Consent: "problem", Briefing: "completed" });
  expect(statesOf(scenarios["s01"]!)).toMatchObject({ Consent: "completed", "Who takes part": "problem" });
});

test("consent and briefing wait until somebody takes part", () => {
  expect(statesOf(scenarios["s11"]!)).toMatchObject({
    Consent: "cannot_start_yet",
    Briefing: "cannot_start_yet",
  });
});
