import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test, vi } from "vitest";
import { evaluate } from "~/domain/readiness/evaluate";
import { visibleAt } from "~/domain/readiness/visible";
import type { Readiness } from "~/domain/readiness/result";
import { redactRecord } from "~/domain/record/redact";
import type { SessionRecord } from "~/domain/record/schema";
import { materialFacts } from "~/domain/sign-off/material-facts";
import { changesBetween } from "~/domain/sign-off/changes";
import { isNarrowing } from "~/domain/sign-off/narrowing";
import { newlyBroken } from "~/domain/sign-off/judge-edit";
import { aRecord } from "../factories/record";
import { withParticipant, withSession } from "../factories/traits";
import { scenarios } from "../scenarios/all";
import { arrivingLater } from "../support/arriving-later";
import { laterFacts } from "../support/later-facts";
import { narrowings } from "../support/narrowings";
import { shuffled } from "../support/shuffled";

const runs = { seed: 20261122, numRuns: 120 };
vi.setConfig({ testTimeout: 60_000 });
const records = Object.values(scenarios);
const stated = { by: "user-amina-farrow", recordedAt: "2026-11-20T10:00:00Z" };
/** With the facts that no scenario has: a title that was looked at, a surname that nobody holds, recorded late. */
const confirmedByPeople = aRecord(
  {},
  withSession({
    title: "Cattermoss evening",
    titleConfirmed: { ...stated, title: "Cattermoss evening" },
    recordedLate: { by: stated.by, at: stated.recordedAt, reason: "We had no Greenroom then" },
  }),
  withParticipant("ellis-larkspurrow", { surname: null, noSurname: stated }),
);
/** Every fact that stands alone in some scenario, by the name of its field. */
const singleFacts =
  "accounts audienceNotice audienceRestricted cancelled checked confirmed confirmedBy content device displayNameConfirmed " +
  "noSurname notCaptured over18 recordedLate reused riskAssessment saved saving suitability suitable titleConfirmed topic";
const anyRecord = fc.constantFrom(...records);
const weekMinutes = 7 * 24 * 60;

/** Moments from two weeks before a session to an hour after its start. */
const anyMoment = (record: SessionRecord) =>
  fc
    .integer({ min: -2 * weekMinutes, max: 60 })
    .map((minutes) => Temporal.Instant.from(record.session.startsAt).add({ minutes }));

const recordAndMoment = anyRecord.chain((record) =>
  fc.record({ record: fc.constant(record), at: anyMoment(record), seed: fc.nat() }),
);

/** What a result says, without the instant it was asked for. */
function said({ at: _at, ...readiness }: Readiness): unknown {
  return JSON.parse(JSON.stringify(readiness));
}

describe("readiness", () => {
  test("says the same however often it is asked", () => {
    fc.assert(
      fc.property(recordAndMoment, ({ record, at }) => {
        expect(said(evaluate(record, at))).toEqual(said(evaluate(structuredClone(record), at)));
      }),
      runs,
    );
  });

  test("does not depend on the order of lists", () => {
    fc.assert(
      fc.property(recordAndMoment, ({ record, at, seed }) => {
        expect(statuses(evaluate(shuffled(record, seed), at))).toEqual(statuses(evaluate(record, at)));
      }),
      runs,
    );
  });

  test("does not know what is recorded later", () => {
    fc.assert(
      fc.property(recordAndMoment, ({ record, at, seed }) => {
        const added = laterFacts(record, at, seed);
        expect(said(evaluate(added, at))).toEqual(said(evaluate(record, at)));
      }),
      runs,
    );
  });

  test("does not know of single facts that reach the record later", () => {
    fc.assert(
      fc.property(recordAndMoment, ({ record, at, seed }) => {
        const { without, later } = arrivingLater(record, at, { seed, share: 0.3 });
        expect(said(evaluate(later, at))).toEqual(said(evaluate(without, at)));
      }),
      { ...runs, numRuns: 60 },
    );
  });

  test("does not know of any single fact of any scenario, where all are recorded later", () => {
    const facts = new Set<string>();
    for (const [seed, record] of [...records, confirmedByPeople].entries()) {
      const at = Temporal.Instant.from(record.session.startsAt).subtract({ hours: 1 });
      const { without, later, arrived } = arrivingLater(record, at, { seed, share: 1 });
      for (const fact of arrived) facts.add(fact);
      expect(said(evaluate(later, at))).toEqual(said(evaluate(without, at)));
    }
    expect([...facts].sort().join(" ")).toBe(singleFacts);
  });

  test("changes exactly when it says that it breaks, by time alone: what is not ready stays so", () => {
    const counts = { ready: 0, not: 0 };
    fc.assert(
      fc.property(recordAndMoment, fc.double({ min: 0, max: 1, noNaN: true }), ({ record, at }, share) => {
        const now = evaluate(record, at);
        expect(now.breaksOn === null).toBe(!now.ready);
        counts[now.ready ? "ready" : "not"] += 1;
        const breaksOn = now.breaksOn ?? at;
        const span = breaksOn.epochMilliseconds - at.epochMilliseconds;
        const between = at.add({ milliseconds: Math.floor(share * Math.max(0, span - 1)) });
        const known = frozenAt(record, at);
        expect(evaluate(known, between).ready).toBe(now.ready);
        const afterwards = breaksOn.add({ minutes: Math.floor(share * 4 * weekMinutes) });
        for (const moment of [breaksOn, afterwards]) expect(evaluate(known, moment).ready).toBe(false);
      }),
      runs,
    );
    expect(Math.min(counts.ready, counts.not)).toBeGreaterThan(10);
  });

  test("is never worsened by an edit that only narrows", () => {
    fc.assert(
      fc.property(recordAndMoment, ({ record, at, seed }) => {
        const narrowed = narrowings(record, at, seed);
        const changes = changesBetween(materialFacts(record), materialFacts(narrowed));
        expect(changes.filter((change) => !isNarrowing(change, materialFacts(narrowed)))).toEqual([]);
        expect(newlyBroken(evaluate(record, at), evaluate(narrowed, at))).toEqual([]);
      }),
      runs,
    );
  });

  test("is the same for a redacted record", () => {
    fc.assert(
      fc.property(recordAndMoment, ({ record, at }) => {
        const redacted = evaluate(redactRecord(record), at);
        expect(redacted.redacted).toBe(true);
        expect(statuses(redacted)).toEqual(statuses(evaluate(record, at)));
      }),
      runs,
    );
  });
});

function statuses({ ready, requirements, needsAcceptance }: Readiness): unknown {
  return {
    ready,
    needsAcceptance,
    requirements: requirements.map(({ id, status, findings }) => [
      id,
      status,
      findings.map(({ code }) => code),
    ]),
  };
}

/** A record as it was known at `at`, so that nothing but time passes afterwards. */
function frozenAt(record: SessionRecord, at: Temporal.Instant): SessionRecord {
  const known = (moment: string) => Temporal.Instant.compare(Temporal.Instant.from(moment), at) <= 0;
  const { policy } = record;
  const briefingVersions = policy.briefingVersions.filter(({ from }) => known(from));
  return { ...record, ...visibleAt(record, at), policy: { ...policy, briefingVersions } };
}
