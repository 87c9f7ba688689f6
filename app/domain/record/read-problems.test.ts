import { describe, expect, test } from "vitest";
import { aFullRecord } from "../../../tests/factories/full-record";
import { redactRecord } from "./redact";
import { readSessionRecord } from "./read";
import type { SessionRecord } from "./schema";

/** What is refused of a record in which everything is answered, after one change. */
function refused(change: (record: SessionRecord) => unknown): string[] {
  const record = aFullRecord();
  change(record);
  const read = readSessionRecord(record);
  return read.ok ? [] : read.problems.map(({ path, message }) => `${path} ${message}`);
}

test("a record in which everything is answered is read", () => {
  expect(refused(() => undefined)).toEqual([]);
  expect(readSessionRecord(redactRecord(aFullRecord())).ok).toBe(true);
});

describe("the same twice is refused of", () => {
  type Lists = Record<string, (record: SessionRecord) => { id: string }[]>;
  const lists: Lists = {
    "organisation.staff": ({ organisation }) => organisation.staff,
    "organisation.approvedAccounts": ({ organisation }) => organisation.approvedAccounts,
    "organisation.contactRoutes": ({ organisation }) => organisation.contactRoutes,
    "policy.legalAges": ({ policy }) => policy.legalAges,
    platformModes: ({ platformModes }) => platformModes,
    adults: ({ adults }) => adults,
    "adults[1].vetting": ({ adults }) => adults[1]!.vetting,
    "adults[1].training": ({ adults }) => adults[1]!.training,
    "session.places": ({ session }) => session.places,
    "session.assignments": ({ session }) => session.assignments,
    "session.submissions": ({ session }) => session.submissions,
    briefings: ({ briefings }) => briefings,
    statements: ({ statements }) => statements,
    acceptances: ({ acceptances }) => acceptances,
    signOffs: ({ signOffs }) => signOffs,
  };

  test.each(Object.keys(lists))("%s", (path) => {
    const problems = refused((record) => {
      const list = lists[path]?.(record) ?? [];
      list.push(structuredClone(list[0]!));
    });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/\.id stands there twice: \S+$/);
    expect(problems[0]?.startsWith(`${path}[`)).toBe(true);
  });

  test("participants and answers, by more than their ids", () => {
    const again = (path: string, of: string) => `${path} stands there twice: ${of}`;
    expect(refused(({ participants }) => (participants[1]!.id = participants[0]!.id))).toEqual([
      again("participants[1].id", "bryony-cattermoss"),
    ]);
    expect(refused(({ participants }) => (participants[1]!.code = "YP-01"))).toEqual([
      again("participants[1].code", "YP-01"),
    ]);
    expect(refused((r) => (r.consentEvents[2]!.id = r.consentEvents[0]!.id))).toEqual([
      expect.stringMatching(/^consentEvents\[2\]\.id stands there twice: /),
    ]);
    expect(refused(({ consentEvents }) => (consentEvents[2]!.seq = consentEvents[0]!.seq))).toEqual([
      again("consentEvents[2].seq", "1"),
    ]);
    expect(refused(({ session }) => session.platforms.push(session.platforms[0]!))).toEqual([
      again("session.platforms[1].modeId", "zoom-meeting"),
    ]);
    expect(refused(({ audit }) => audit.push(audit[0]!))).toEqual([again("audit[1].seq", "1")]);
    expect(refused(({ signOffs }) => signOffs.push({ ...signOffs[0]!, id: "another" }))).toEqual([]);
  });
});

describe("a reference to nothing is refused of", () => {
  const nobody = (path: string, what: string) =>
    `${path} should be ${what} of this record; there is none with the id nobody`;

  test.each<[string, string, (record: SessionRecord) => unknown]>([
    ["session.assignments[0].adultId", "an adult", (r) => (r.session.assignments[0]!.adultId = "nobody")],
    ["session.reportingAdultId", "an adult", (r) => (r.session.reportingAdultId = "nobody")],
    ["session.platforms[0].modeId", "a platform mode", (r) => (r.session.platforms[0]!.modeId = "nobody")],
    ["session.plannedBy", "a member of staff", (r) => (r.session.plannedBy = "nobody")],
    ["statements[1].by", "a member of staff", (r) => (r.statements[1]!.by = "nobody")],
    ["signOffs[0].by", "a member of staff", (r) => (r.signOffs[0]!.by = "nobody")],
    ["acceptances[0].signOffId", "a sign-off", (r) => (r.acceptances[0]!.signOffId = "nobody")],
    [
      "signOffs[0].facts.session.plannedBy",
      "a member of staff",
      (r) => (r.signOffs[0]!.facts.session.plannedBy = "nobody"),
    ],
  ])("%s", (path, what, change) => expect(refused(change)).toEqual([nobody(path, what)]));

  test("but nobody need be named to report", () => {
    expect(refused(({ session }) => (session.reportingAdultId = null))).toEqual([]);
  });
});

describe("a record that is redacted in part is refused", () => {
  const amiss = "signOffs[0].facts.derived is redacted although the record is not, or the reverse";
  const derived = { ages: [], nameFindings: [], inviteFindings: [], samePeople: [] };

  test("whichever part it is", () => {
    expect(refused((record) => (record.derived = derived))).toEqual([amiss]);
    expect(refused((record) => (record.signOffs[0]!.facts.derived = derived))).toEqual([amiss]);
  });
});

describe("a birth is", () => {
  test.each([
    ["2010", []],
    ["2010-02", []],
    ["2012-02-29", []],
    ["2011-02-29", ["participants[0].birth is not a day that exists"]],
    ["2010-13", ["participants[0].birth is not written as this field asks"]],
    ["10 December", ["participants[0].birth is not written as this field asks"]],
  ])("%s: %j", (birth, problems) => {
    expect(refused(({ participants }) => (participants[0]!.birth = birth))).toEqual(problems);
  });
});

describe("what is not as the format asks is told", () => {
  const put = (part: object, changes: object) => Object.assign(part, changes);

  test.each<[string, (record: SessionRecord) => unknown]>([
    ["session.title should be text", ({ session }) => put(session, { title: 3 })],
    ["session.title is longer than 5000 characters", ({ session }) => (session.title = "a".repeat(5001))],
    ["policy.vettingMonths should be a number", ({ policy }) => put(policy, { vettingMonths: "3" })],
    ["policy.vettingMonths should be a whole number", ({ policy }) => (policy.vettingMonths = 1.5)],
    ["policy.vettingMonths is less than 1", ({ policy }) => (policy.vettingMonths = 0)],
    ["policy.vettingMonths is more than 120", ({ policy }) => (policy.vettingMonths = 121)],
    ["policy.ratios is less than 1", ({ policy }) => (policy.ratios = [])],
    ["adults should be a list", (record) => put(record, { adults: {} })],
    ["session should be an object", (record) => put(record, { session: [] })],
    ["session.topic should be an object", ({ session }) => put(session, { topic: "Grief" })],
    ["briefings[0].points[0] should be", ({ briefings }) => put(briefings[0]!, { points: ["x"] })],
    ["statements[0].statedOn should be a date, as in 2026-12-10", (r) => (r.statements[0]!.statedOn = "x")],
    [
      "platformModes[0].ageLimits[0].age is not what this field asks",
      (r) => put(r.platformModes[0]!.ageLimits[0]!, { age: "many" }),
    ],
    ["participants[0].code is not written as this field asks", (r) => (r.participants[0]!.code = "1")],
  ])("%s", (problem, change) => {
    const problems = refused(change);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.startsWith(problem)).toBe(true);
  });

  test("of the whole document where it is no record at all", () => {
    expect(readSessionRecord("text")).toEqual({
      ok: false,
      problems: [{ path: "the record", message: "should be an object" }],
    });
  });

  test("of each unknown field by its own path", () => {
    expect(refused(({ session }) => put(session.media, { loud: true, soft: true }))).toEqual([
      "session.media.loud is not a field of a session record",
      "session.media.soft is not a field of a session record",
    ]);
  });
});

describe("text that no file can carry is refused wherever it stands,", () => {
  test.each<[string, string, (record: SessionRecord) => unknown]>([
    ["half a character", "session.description", (r) => (r.session.description = "\udc00")],
    ["a NUL", "adults[1].name", (r) => (r.adults[1]!.name = "A\u0000b")],
  ])("%s", (_what, path, change) => {
    expect(refused(change)).toEqual([`${path} holds characters that cannot be kept`]);
  });

  test("and a whole character of two halves is none", () => {
    expect(refused(({ session }) => (session.description = "Music \ud83c\udfb5"))).toEqual([]);
  });
});
