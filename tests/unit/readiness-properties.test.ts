import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test, vi } from "vitest";
import { evaluate } from "~/domain/readiness/evaluate";
import type { Readiness } from "~/domain/readiness/result";
import { redactRecord } from "~/domain/record/redact";
import type { SessionRecord } from "~/domain/record/schema";
import { materialFacts } from "~/domain/sign-off/material-facts";
import { changesBetween } from "~/domain/sign-off/changes";
import { isNarrowing } from "~/domain/sign-off/narrowing";
import { newlyBroken } from "~/domain/sign-off/judge-edit";
import { scenarios } from "../scenarios/all";
import { laterFacts } from "../support/later-facts";
import { narrowings } from "../support/narrowings";
import { shuffled } from "../support/shuffled";

const runs = { seed: 20261122, numRuns: 120 };
vi.setConfig({ testTimeout: 60_000 });
const records = Object.values(scenarios);
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

  test("ends exactly when it says that it breaks, by time alone", () => {
    fc.assert(
      fc.property(recordAndMoment, fc.double({ min: 0, max: 1, noNaN: true }), ({ record, at }, share) => {
        const now = evaluate(record, at);
        expect(now.breaksOn === null).toBe(!now.ready);
        fc.pre(now.ready);
        const breaksOn = now.breaksOn ?? at;
        const span = breaksOn.epochMilliseconds - at.epochMilliseconds;
        const between = at.add({ milliseconds: Math.floor(share * Math.max(0, span - 1)) });
        const known = frozenAt(record, at);
        expect(evaluate(known, between).ready).toBe(true);
        expect(evaluate(known, breaksOn).ready).toBe(false);
      }),
      runs,
    );
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

/** A record without what had not been written by `at`, so that nothing but time passes afterwards. */
function frozenAt(record: SessionRecord, at: Temporal.Instant): SessionRecord {
  const known = (moment: string) => Temporal.Instant.compare(Temporal.Instant.from(moment), at) <= 0;
  return {
    ...record,
    adults: record.adults.map((adult) => ({
      ...adult,
      stoodDownAt: adult.stoodDownAt && known(adult.stoodDownAt) ? adult.stoodDownAt : null,
      otherSessions: adult.otherSessions.filter((other) => known(other.recordedAt)),
    })),
    participants: record.participants.filter(({ addedAt }) => known(addedAt)),
    consentEvents: record.consentEvents.filter(({ recordedAt }) => known(recordedAt)),
    briefings: record.briefings.filter(({ recordedAt }) => known(recordedAt)),
    statements: record.statements.filter(({ recordedAt }) => known(recordedAt)),
    policy: {
      ...record.policy,
      briefingVersions: record.policy.briefingVersions.filter(({ from }) => known(from)),
    },
  };
}
