import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { aRecord, type Trait } from "../../../tests/factories/record";
import { thenAnswered, withParticipant } from "../../../tests/factories/traits";
import { scenarios } from "../../../tests/scenarios/all";
import { redactRecord } from "../record/redact";
import type { Acceptance, SessionRecord } from "../record/schema";
import { evaluate } from "./evaluate";
import { afterNspcc } from "./sources";

const now = Temporal.Instant.from("2026-11-23T10:00:00Z");
const start = "2026-12-15T18:30:00Z";

function accepted(changes: Partial<Acceptance> = {}): Trait {
  return (record) =>
    void record.acceptances.push({
      id: "acceptance-1",
      signOffId: "sign-off-1",
      requirement: "R28",
      code: "needs_acceptance",
      subject: "session",
      reason: "Meant for everybody",
      by: "user-idris-marrowby",
      at: "2026-11-22T10:00:00Z",
      until: null,
      endedAt: null,
      ...changes,
    });
}

/** A stream that is meant for everybody, for which somebody else has to accept that nobody is kept out. */
function open(...traits: Trait[]) {
  const record = structuredClone(scenarios["s07"] ?? aRecord());
  for (const trait of traits) trait(record);
  return evaluate(record, now);
}

function r28({ requirements }: ReturnType<typeof open>) {
  return requirements.find(({ id }) => id === "R28");
}

describe("a considered answer", () => {
  test("waits for the approver, and is accepted for this finding alone", () => {
    expect(open()).toMatchObject({ ready: true, needsAcceptance: ["R28"] });
    expect(r28(open())?.status).toBe("not_met");
    expect(open(accepted())).toMatchObject({ ready: true, needsAcceptance: [] });
    expect(r28(open(accepted()))).toMatchObject({
      status: "accepted_with_reason",
      findings: [{ code: "needs_acceptance", severity: "warns" }],
    });
  });

  test.each<[string, Partial<Acceptance>]>([
    ["another requirement", { requirement: "R29" }],
    ["another finding", { code: "no_reason" }],
    ["another subject", { subject: "mode:zoom-meeting" }],
    ["a time that is over", { until: "2026-11-23T10:00:00Z" }],
    ["a sign-off that has lapsed", { endedAt: "2026-11-23T09:00:00Z" }],
  ])("is not accepted by what was accepted for %s", (_what, changes) => {
    expect(open(accepted(changes)).needsAcceptance).toEqual(["R28"]);
  });

  test("stays accepted until its last moment has come", () => {
    const readiness = open(accepted({ until: "2026-11-23T10:00:00.001Z", endedAt: "2026-11-24T10:00:00Z" }));
    expect(r28(readiness)?.status).toBe("accepted_with_reason");
  });

  test("cannot stand in for what nobody may accept", () => {
    const wrong = withParticipant("bryony-cattermoss", { displayName: "Cattermoss" });
    const found = evaluate(aRecord({}, wrong), now).requirements.find(({ id }) => id === "R25")?.findings;
    const all = found?.map(({ code, subject }) => accepted({ requirement: "R25", code, subject })) ?? [];
    expect(all.length).toBeGreaterThan(0);
    expect(evaluate(aRecord({}, wrong, ...all), now)).toMatchObject({ ready: false, needsAcceptance: [] });
  });

  test("does not wait for the approver beside what nobody may accept", () => {
    const parentNotAsked = structuredClone(scenarios["edge-consent-gate-acceptance"] ?? aRecord());
    expect(evaluate(parentNotAsked, now)).toMatchObject({ ready: true, needsAcceptance: ["R30"] });
    const refused = thenAnswered({
      participantId: "bryony-cattermoss",
      scope: "camera",
      answer: "no",
      at: "2026-11-22T10:00:00Z",
    });
    refused(parentNotAsked);
    expect(evaluate(parentNotAsked, now)).toMatchObject({ ready: false, needsAcceptance: [] });
  });
});

describe("readiness breaks", () => {
  test.each<[string, Trait[], string]>([
    ["at the start", [accepted()], start],
    [
      "at the start, though what was accepted until before then waits for the approver again",
      [accepted({ until: "2026-12-01T10:00:00Z" })],
      start,
    ],
    [
      "at the start, where an earlier acceptance was over and another was given",
      [accepted({ until: "2026-11-22T11:00:00Z" }), accepted({ id: "acceptance-2" })],
      start,
    ],
  ])("%s", (_what, traits, at) => {
    expect(open(...traits).breaksOn?.toString()).toBe(at);
  });
});

describe("readiness that rests on a decision", () => {
  const decided = (until: string | null, ...traits: Trait[]) => {
    const record = structuredClone(scenarios["edge-competent-parent-no-decided"] ?? aRecord());
    for (const statement of record.statements.filter(({ kind }) => kind.endsWith("_decision")))
      statement.until = until;
    for (const trait of traits) trait(record);
    const { ready, breaksOn } = evaluate(record, now);
    return { ready, breaksOn: breaksOn?.toString(), begins: record.session.startsAt };
  };

  test("breaks when the decision ends, where that is before the start", () => {
    const { begins } = decided(null);
    expect(decided(null)).toEqual({ ready: true, breaksOn: begins, begins });
    expect(decided("2026-12-01T10:00:00Z")).toMatchObject({ breaksOn: "2026-12-01T10:00:00Z" });
    expect(decided("2027-12-01T10:00:00Z")).toMatchObject({ breaksOn: begins });
    expect(decided("2026-11-23T09:00:00Z")).toMatchObject({ ready: false, breaksOn: undefined });
  });

  test.each([
    ["2026-12-01T10:00:00Z", "2026-12-02T10:00:00Z"],
    ["2026-12-02T10:00:00Z", "2026-12-01T10:00:00Z"],
  ])("breaks when the first of two ends, in whatever order they are stored: %s, %s", (...ends) => {
    const twoEnds: Trait = ({ statements }) => {
      const decisions = statements.filter(({ kind }) => kind.endsWith("_decision"));
      for (const [at, decision] of decisions.entries()) decision.until = ends[at] ?? null;
    };
    expect(decided(null, twoEnds)).toMatchObject({ ready: true, breaksOn: "2026-12-01T10:00:00Z" });
  });

  test("breaks at the start, where it had broken before and another decision has been made since", () => {
    const { begins } = decided(null);
    const between: Trait = (record) => {
      for (const decision of record.statements.filter(({ kind }) => kind.endsWith("_decision"))) {
        record.statements.push({
          ...decision,
          id: `${decision.id}-again`,
          recordedAt: "2026-11-23T09:00:00Z",
        });
        decision.until = "2026-11-22T10:00:00Z";
      }
    };
    expect(decided(null, between)).toMatchObject({ ready: true, breaksOn: begins });
  });

  test("does not break when a decision ends that it does not rest on, and the first that matters counts", () => {
    const idle: Trait = (record) => {
      const resting = record.statements.find(({ kind }) => kind.endsWith("_decision"));
      const other = record.participants.at(-1);
      if (!resting || !other) throw new Error("There is a decision, and somebody else");
      record.statements.push(
        {
          ...resting,
          id: "idle",
          about: { kind: "participant", id: other.id },
          until: "2026-11-25T10:00:00Z",
        },
        { ...resting, id: "standing", kind: "needs_asked", until: "2026-11-24T10:00:00Z" },
      );
    };
    expect(decided("2026-12-01T10:00:00Z", idle)).toMatchObject({ breaksOn: "2026-12-01T10:00:00Z" });
    const { begins } = decided(null);
    expect(decided(null, idle)).toMatchObject({ breaksOn: begins });
  });
});

describe("a session whose start has come, or that was cancelled,", () => {
  const blockers = (at: string, ...traits: Trait[]) => {
    const readiness = evaluate(aRecord({}, ...traits), Temporal.Instant.from(at));
    return [readiness.ready, ...readiness.blockers.map(({ code }) => code)];
  };
  const cancelled: Trait = ({ session }) =>
    void (session.cancelled = { at: "2026-11-22T10:00:00Z", by: "user-amina-farrow", reason: "Snow" });

  test("is not ready, whatever stands on record", () => {
    expect(blockers("2026-12-10T16:59:59Z")).toEqual([true]);
    expect(blockers("2026-12-10T17:00:00Z")).toEqual([false, "start_passed"]);
    expect(blockers("2026-11-23T10:00:00Z", cancelled)).toEqual([false, "cancelled"]);
    expect(blockers("2026-12-10T17:00:00Z", cancelled)).toEqual([false, "cancelled", "start_passed"]);
  });
});

test("a requirement that does not apply says why", () => {
  const { requirements } = evaluate(scenarios["s06"]!, now);
  const without = requirements.filter(({ status }) => status === "not_applicable");
  expect(without.length).toBeGreaterThan(0);
  expect(without.map(({ fact }) => fact)).toEqual(without.map(() => expect.stringMatching(/^[A-Z].*\.$/)));
});

test("a result says whether the record that it judges is redacted", () => {
  expect(evaluate(aRecord(), now).redacted).toBe(false);
  expect(evaluate(redactRecord(aRecord()), now).redacted).toBe(true);
});

describe("whose a requirement is", () => {
  const borrowed = (record: SessionRecord) =>
    evaluate(record, now)
      .requirements.filter(({ source }) => source === afterNspcc.label)
      .map(({ id, strength }) => `${id} ${strength}`);

  test("is the NSPCC's as quoted when we host, and after it when we join", () => {
    expect(afterNspcc.label).toBe("Greenroom's default, after the NSPCC");
    expect(borrowed(aRecord())).toEqual([]);
    expect(borrowed(scenarios["s06"]!)).toEqual(
      Array.from({ length: 15 }, (_, index) => `R${13 + index} default`),
    );
  });
});

test.each(Object.keys(scenarios))("the findings of %s stand in a fixed order", (name) => {
  for (const { findings } of evaluate(scenarios[name]!, now).requirements) {
    const keys = findings.map(({ severity, code, subject }) => [severity, code, subject].join("\u0000"));
    expect(keys).toEqual([...keys].sort());
  }
});
