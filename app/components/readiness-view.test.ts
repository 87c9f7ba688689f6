import { readdirSync, readFileSync } from "node:fs";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { evaluate } from "~/domain/readiness/evaluate";
import { sessionRecord } from "~/domain/record/schema";
import { readinessView, type ReadinessView } from "./readiness-view";

const folder = new URL("../../tests/scenarios/", import.meta.url);
const scenarios = readdirSync(folder).filter((name) => /^s\d\d[a-z0-9-]*\.json$/.test(name));

function view(name: string) {
  const record = sessionRecord.parse(JSON.parse(readFileSync(new URL(name, folder), "utf8")));
  const { requirements } = evaluate(record, Temporal.Instant.from("2026-11-23T10:00:00Z"));
  return { requirements, ...readinessView(requirements, ({ section }) => `/sessions/1/${section}`) };
}

function rowsOf({ putRight, agree, worthALook, met, notApplicable }: ReadinessView) {
  return [...putRight, ...agree, ...worthALook, ...met, ...notApplicable];
}

test.each(scenarios)("%s: each requirement stands once, and the numbers add up", (name) => {
  const { requirements, counts, ...groups } = view(name);
  const rows = rowsOf({ counts, ...groups });
  expect(rows.map(({ id }) => id.toUpperCase()).sort()).toEqual(requirements.map(({ id }) => id).sort());
  expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(requirements.length);
  const standing = requirements.filter(({ status }) => status === "not_met" || status === "not_answered");
  expect(groups.putRight.length + groups.agree.length).toBe(standing.length);
  for (const row of rows) {
    expect(row.heading).not.toBe("");
    expect(row.why !== "" || row.points.length > 1).toBe(true);
    expect(row.source.at(-1)).toBe(row.id.toUpperCase());
  }
});

test("a person reads who is too young, why, what can be done and whose rule it is", () => {
  const [row] = view("s01.json").putRight;
  expect(row).toMatchObject({
    id: "r08",
    tone: "not_met",
    heading: "Milo is too young for this platform",
    points: [],
  });
  expect(row?.fixes.length).toBeGreaterThan(1);
  expect(row?.source).toEqual(["Youth Access (2020) – do", "The platform's terms", "R08"]);
});

test("the same said of several people is said once, with each of them below", () => {
  const briefing = view("s09.json").putRight.find(({ id }) => id === "r15");
  expect(briefing?.tone).toBe("not_answered");
  expect(briefing?.points.map(({ heading }) => heading)).toContain("Ottilie has not had the briefing");
  expect(briefing?.why).not.toBe("");
  expect(briefing?.points.every(({ text, fixes }) => text === "" && fixes.length > 0)).toBe(true);
});

test("what waits for the approver is not among what is to be put right", () => {
  const { putRight, agree } = view("s07.json");
  expect(putRight).toEqual([]);
  expect(agree.map(({ id }) => id)).toEqual(["r28"]);
});
