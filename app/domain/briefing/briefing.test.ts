import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { aBriefing, aRecord, type Trait } from "../../../tests/factories/record";
import { withAssignment, withMedia, withParticipant, without } from "../../../tests/factories/traits";
import { evaluate } from "../readiness/evaluate";
import { viewAt } from "../readiness/view";
import { briefingPoint } from "../record/fields";
import { briefingCoverage } from "./coverage";
import { briefingScript } from "./points";

const NOW = Temporal.Instant.from("2026-11-23T10:00:00Z");
const bryony = "bryony-cattermoss";

function coverage(...traits: Trait[]) {
  const record = aRecord({}, ...traits);
  return briefingCoverage(viewAt(record, NOW), evaluate(record, NOW));
}

const ofBryony = (...traits: Trait[]) => coverage(...traits).find(({ id }) => id === bryony);
const briefed = (changes: Partial<ReturnType<typeof aBriefing>>): Trait => {
  return (record) => {
    record.briefings = record.briefings.filter(({ participantId }) => participantId !== bryony);
    record.briefings.push(aBriefing(bryony, "2026-11-22T16:00:00Z", changes));
  };
};

describe("who is covered by a briefing", () => {
  test("is everybody who was told every point, each with the newest", () => {
    expect(coverage()).toHaveLength(5);
    expect(coverage().every(({ covered }) => covered)).toBe(true);
    const older: Trait = (record) =>
      void record.briefings.push(aBriefing(bryony, "2026-11-03T16:00:00Z", { id: "0", how: "phone" }));
    expect(ofBryony(briefed({}), older)).toEqual({
      id: bryony,
      code: "YP-01",
      name: "Bryony",
      covered: true,
      why: [],
      last: "22 November 2026 at 4pm, in person, by Wren Castellow",
      needs: false,
    });
  });

  test("is nobody who was not briefed, for which no reason is needed", () => {
    const never: Trait = (record) => void (record.briefings = []);
    expect(coverage(never).map(({ covered, why, last }) => [covered, why, last])).toEqual(
      Array(5).fill([false, [], null]),
    );
  });

  test("is not who misses a point, and each reason is said once", () => {
    const points = briefingPoint.options.filter((point) => point !== "donations" && point !== "comments");
    const missing = ofBryony(briefed({ points }));
    expect(missing?.covered).toBe(false);
    expect(missing?.why).toHaveLength(2);
    expect(coverage(briefed({ points })).filter(({ covered }) => covered)).toHaveLength(4);
    const newer: Trait = (record) =>
      void record.policy.briefingVersions.push({
        version: 2,
        from: "2026-11-22T20:00:00Z",
        changesMeaning: true,
      });
    expect(ofBryony(newer)?.why).toEqual(["Since the last one, what the briefing says has changed."]);
  });

  test("is not changed by what is only worth knowing, or missing elsewhere", () => {
    const elsewhere = withParticipant(bryony, { birth: null, displayName: "Cattermoss" });
    expect(ofBryony(elsewhere)?.covered).toBe(true);
    expect(ofBryony(withParticipant(bryony, { needs: ["captions"] }))).toMatchObject({
      covered: true,
      needs: true,
    });
  });

  test("says that a briefing was recorded more than a day later", () => {
    const last = (recordedAt: string) => ofBryony(briefed({ recordedAt, how: "video_call" }))?.last;
    const words = "22 November 2026 at 4pm, by video call, by Wren Castellow";
    expect(last("2026-11-22T16:00:00Z")).toBe(words);
    const of = (briefedAt: string, recordedAt: string) =>
      ofBryony((record) => {
        briefed({})(record);
        Object.assign(record.briefings.at(-1) ?? {}, { briefedAt, recordedAt });
      });
    expect(of("2026-11-20T16:00:00Z", "2026-11-21T16:00:00Z")?.last).not.toContain("recorded later");
    const late = of("2026-11-20T16:00:00Z", "2026-11-21T16:00:01Z");
    expect(late?.last).toContain(", recorded later");
    expect(late).toMatchObject({ covered: true, why: [] });
  });
});

describe("what is read aloud", () => {
  const script = (texts: Parameters<typeof briefingScript>[0], ...traits: Trait[]) =>
    briefingScript(texts, aRecord({}, ...traits));
  const also = (point: string, ...traits: Trait[]) =>
    script({}, ...traits).find((line) => line.point === point)?.also;

  test("is every point in its order, in the organisation's words where it has some", () => {
    const lines = script({ live: "We are on air." });
    expect(lines.map(({ point }) => point)).toEqual(briefingPoint.options);
    expect(lines[0]?.words).toBe("We are on air.");
    expect(lines.every(({ heading, words }) => heading.length > 0 && words.length > 0)).toBe(true);
  });

  test("says who to tell in this very session, and how to reach them", () => {
    const wren = "wren-castellow-as-support-contact";
    expect(also("who_to_tell")).toEqual([
      "In this session that is Wren Castellow: 01632 960177, until two hours after the end.",
    ]);
    expect(also("who_to_tell", withAssignment(wren, { contact: null }))).toEqual([
      "In this session that is Wren Castellow.",
    ]);
    expect(also("who_to_tell", without("wren-castellow"))).toEqual([]);
    const gone: Trait = (record) =>
      void (record.adults = record.adults.filter(({ id }) => id !== "wren-castellow"));
    expect(also("who_to_tell", gone)).toEqual([]);
  });

  test("says that the chat is off where it is, and beside no other point", () => {
    const chat = (value: "off" | "open") => withMedia({ chat: { value, since: "2026-11-02T10:00:00Z" } });
    expect(also("comments", chat("off"))).toEqual(["In this session the chat is off."]);
    expect(also("comments", chat("open"))).toEqual([]);
    expect(also("live", chat("off"))).toEqual([]);
  });
});
