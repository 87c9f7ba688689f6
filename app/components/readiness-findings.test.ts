import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { evaluate } from "~/domain/readiness/evaluate";
import type { Action } from "~/domain/permissions";
import { aRecord } from "../../tests/factories/record";
import { scenarios } from "../../tests/scenarios/all";
import { platformsChecked, readinessDates } from "./readiness-dates";
import { readinessFindings } from "./readiness-findings";

const now = Temporal.Instant.from("2026-11-23T10:00:00Z");

function scenario(name: string) {
  const record = scenarios[name];
  if (!record) throw new Error(`There is no scenario ${name}`);
  return record;
}

function read(name: string, may: (action: Action) => boolean = () => true) {
  const record = scenario(name);
  const platforms = platformsChecked(record.platformModes);
  return readinessFindings(evaluate(record, now), {
    sessionId: record.session.id,
    may,
    platformsChecked: platforms,
  });
}

describe("what stands in the way", () => {
  test("is said in a sentence, with why, the ways out as links and whose rule it is", () => {
    const { putRight } = read("s01");
    expect(putRight).toHaveLength(1);
    const [milo] = putRight;
    expect(milo).toMatchObject({
      tone: "not_met",
      heading: "Milo is too young for this platform",
      points: [],
    });
    expect(milo?.fixes.map(({ to }) => to !== null)).not.toContain(false);
    expect(milo?.source).toEqual([
      "Youth Access (2020) – do",
      "read 22 November 2026",
      "The platform's terms",
      "checked 1 October 2026",
    ]);
  });

  test("stands once, however many requirements it is in the way of", () => {
    const { putRight, counts } = read("s11");
    expect(putRight.map(({ heading }) => heading)).toEqual(["No young people have been added yet"]);
    expect(counts.notAnswered).toBe(12);
  });

  test("of one kind about several people is one row that names each of them", () => {
    const early = evaluate(scenario("s09"), Temporal.Instant.from("2026-11-23T10:00:00Z"));
    const { putRight } = readinessFindings(early, { sessionId: "gaming", may: () => true });
    const briefing = putRight.find(({ heading }) => heading.includes("and 3 more like this"));
    expect(briefing?.points).toHaveLength(3);
  });

  test("begins with what is wrong, before what is only missing", () => {
    const { putRight } = read("s06-twin-not-decided");
    const tones = putRight.map(({ tone }) => tone);
    expect(tones).toEqual([...tones].sort((a, b) => (a === b ? 0 : a === "not_met" ? -1 : 1)));
    expect(new Set(tones).size).toBeGreaterThan(0);
  });

  test("is no link for who may not mend it, and says who can", () => {
    const [milo] = read("s01", () => false).putRight;
    expect(milo?.fixes).toEqual([
      {
        text: "The planner can let Milo watch with you in the room, choose another platform or move the session to a later date",
        to: null,
      },
    ]);
  });

  test("a safeguarding lead is led to where they record what they considered", () => {
    const record = aRecord({}, (own) => {
      own.statements = own.statements.filter(({ kind }) => kind !== "lead_considered");
    });
    const readiness = evaluate(record, now);
    const asLead = (action: Action) => action === "session.consider";
    const [lead] = readinessFindings(readiness, { sessionId: "evening", may: asLead }).putRight;
    expect(lead?.fixes).toEqual([
      { text: "Record what you have considered", to: "/sessions/evening/sensitivities/lead" },
    ]);
  });
});

describe("what the manager is asked", () => {
  test("stands apart, and does not count as something to put right", () => {
    const { putRight, agreement, counts } = read("s07");
    expect(putRight).toEqual([]);
    expect(agreement.map(({ tone }) => tone)).toEqual(["ask"]);
    expect(counts).toMatchObject({ needsAgreement: 1, notMet: 0, notAnswered: 0 });
  });
});

test("every requirement stands in the list, in order, with its fact or what is wrong", () => {
  const { requirements, counts } = read("s01");
  expect(requirements.slice(0, 34).map(({ id }) => id)).toEqual(
    Array.from({ length: 34 }, (_, at) => `R${String(at + 1).padStart(2, "0")}`),
  );
  expect(requirements.every(({ why, source }) => why.length > 0 && source.length > 1)).toBe(true);
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  expect(all).toBe(requirements.length);
  expect(requirements.find(({ id }) => id === "R08")?.fixes).toHaveLength(1);
});

describe("when readiness ends", () => {
  const times = { startsAt: "2026-12-15T18:30:00Z", zone: "Europe/London" };

  test("is said in the session's own zone, and why", () => {
    const start = Temporal.Instant.from(times.startsAt);
    expect(readinessDates({ breaksOn: start, goodThrough: null }, times)).toEqual({
      breaksOn: null,
      holds: true,
      goodThrough: null,
    });
    const earlier = Temporal.Instant.from("2026-12-14T23:30:00Z");
    expect(
      readinessDates({ breaksOn: earlier, goodThrough: null }, { ...times, zone: "Europe/Paris" }).breaksOn,
    ).toBe("15 December 2026 at 12:30am (Paris time), when something that was agreed for a time ends");
  });

  test("says how far the session could move", () => {
    const goodThrough = Temporal.PlainDate.from("2027-02-22");
    expect(readinessDates({ breaksOn: null, goodThrough }, times)).toEqual({
      breaksOn: null,
      holds: false,
      goodThrough: "22 February 2027: the last day to which it could move before something dated runs out",
    });
  });
});

test("a platform that nobody looked at leaves no day on which all were checked", () => {
  const [mode] = scenario("s01").platformModes;
  if (!mode) throw new Error("There is no platform");
  expect(platformsChecked([mode])).toBe("1 October 2026");
  expect(platformsChecked([mode, { reviews: [] }])).toBeNull();
});
