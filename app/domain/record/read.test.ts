import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aRecord } from "../../../tests/factories/record";
import { scenarios } from "../../../tests/scenarios/all";
import { readSessionRecord } from "./read";
import { redactRecord } from "./redact";
import type { SessionRecord } from "./schema";

function refused(change: (record: SessionRecord & Record<string, unknown>) => unknown) {
  const record = structuredClone(scenarios["s08"] ?? aRecord());
  change(Object.assign(record));
  const read = readSessionRecord(record);
  return read.ok ? [] : read.problems.map(({ path, message }) => `${path} ${message}`);
}

test.each(Object.keys(scenarios))("%s is read, full and redacted", (name) => {
  const record = scenarios[name] ?? aRecord();
  expect(readSessionRecord(record)).toEqual({ ok: true, record });
  expect(readSessionRecord(redactRecord(record)).ok).toBe(true);
});

describe("refuses, by path and in plain words,", () => {
  test("a field that the format does not know", () => {
    expect(refused((r) => Object.assign(r.session.media.chat, { loud: true }))).toEqual([
      "session.media.chat.loud is not a field of a session record",
    ]);
    expect(refused((r) => Object.assign(r, { ready: true }))).toEqual([
      "ready is not a field of a session record",
    ]);
  });

  test("a field that is missing, of another kind, empty or not in its list", () => {
    expect(refused((r) => Reflect.deleteProperty(r.session, "startsAt"))).toEqual([
      "session.startsAt is missing; what is not known is written as null",
    ]);
    expect(refused((r) => Object.assign(r.session.media, { camera: "yes" }))).toEqual([
      "session.media.camera should be true or false",
    ]);
    expect(refused((r) => (r.session.title = "  "))).toEqual([
      "session.title is empty; no answer is written as null",
    ]);
    expect(refused((r) => Object.assign(r.session, { kind: "watch" }))).toEqual([
      'session.kind should be "host" or "join"',
    ]);
    expect(refused((r) => (r.session.startsAt = "10 December"))).toEqual([
      "session.startsAt should be an instant in UTC, as in 2026-12-10T17:00:00Z",
    ]);
  });

  test("a rule set that it does not know, also of a sign-off and of what was signed", () => {
    const says = 'is the rule set "2020-01"; this Greenroom knows 2026-11';
    expect(refused((r) => (r.rules = "2020-01"))).toEqual([`rules ${says}`]);
    expect(refused((r) => (r.signOffs[0]!.rules = "2020-01"))).toEqual([`signOffs[0].rules ${says}`]);
    expect(refused((r) => (r.signOffs[0]!.facts.rules = "2020-01"))).toEqual([
      `signOffs[0].facts.rules ${says}`,
    ]);
  });

  test("the same id twice", () => {
    expect(refused((r) => r.adults.push(structuredClone(r.adults[0]!)))).toEqual([
      "adults[5].id stands there twice: odalys-fennimore",
    ]);
    expect(refused((r) => (r.consentEvents[1]!.seq = 1))).toEqual([
      "consentEvents[1].seq stands there twice: 1",
    ]);
  });

  test("a reference to nothing", () => {
    expect(refused((r) => (r.session.assignments[1]!.adultId = "nobody"))).toEqual([
      "session.assignments[1].adultId should be an adult of this record; there is none with the id nobody",
    ]);
    expect(refused((r) => (r.session.platforms[0]!.modeId = "nowhere"))).toEqual([
      "session.platforms[0].modeId should be a platform mode of this record; there is none with the id nowhere",
    ]);
    expect(refused((r) => (r.statements[0]!.by = "nobody"))[0]).toContain("statements[0].by should be");
  });

  test("an end that is not after the start, or more than a day later; a day and a zone that do not exist", () => {
    expect(refused((r) => (r.session.endsAt = r.session.startsAt))).toEqual([
      "session.endsAt is not after the start",
    ]);
    expect(refused((r) => (r.session.endsAt = "2026-12-04T17:00:01Z"))).toEqual([
      "session.endsAt is more than 24 hours after the start",
    ]);
    expect(refused((r) => (r.session.endsAt = "2026-12-04T17:00:00Z"))).toEqual([]);
    expect(refused((r) => (r.session.zone = "Europe/Lanternmoor"))).toEqual([
      "session.zone is not a time zone that is known, as in Europe/London",
    ]);
    expect(refused((r) => (r.participants[0]!.birth = "2010-02-30"))).toEqual([
      "participants[0].birth is not a day that exists",
    ]);
  });

  test("what is amiss inside the facts as signed", () => {
    expect(refused((r) => (r.signOffs[0]!.facts.session.zone = "Mars/Phobos"))).toEqual([
      "signOffs[0].facts.session.zone is not a time zone that is known, as in Europe/London",
    ]);
  });

  test("text that no file can carry unchanged", () => {
    expect(refused((r) => (r.session.title = "half \ud83d"))).toEqual([
      "session.title holds characters that cannot be kept",
    ]);
  });
});

test("never throws, whatever it is given", () => {
  fc.assert(
    fc.property(fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true }), (json) => {
      expect(readSessionRecord(json).ok).toBe(false);
    }),
    { seed: 20261123, numRuns: 300 },
  );
});
