import { describe, expect, test } from "vitest";
import { anAdult } from "../../../../tests/factories/adults";
import { found, judged } from "../../../../tests/factories/found";
import { aRecord, type Trait } from "../../../../tests/factories/record";
import { aLeadStatement, aStatement } from "../../../../tests/factories/statements";
import {
  alsoAssigned,
  alsoStated,
  neverStated,
  withAdult,
  withParticipant,
  withSession,
} from "../../../../tests/factories/traits";
import { scenarios } from "../../../../tests/scenarios/all";
import type { Statement } from "../../record/statement";

const TAMSIN = "tamsin-quillbright";
const session = { kind: "session", id: "evening-in-december" } as const;
const nobody: Trait = (record) => void (record.session.assignments = []);
const ofTamsin = ({ about }: Statement) => about.id === TAMSIN;

function statedBy(who: (statement: Statement) => boolean, changes: Partial<Statement>): Trait {
  return (record) => {
    for (const one of record.statements) if (who(one)) Object.assign(one, changes);
  };
}

describe.each(["R04", "R05", "R06"])("what each adult states once a year (%s)", (id) => {
  const about = (code: string, strength: string) => [`${code} adult:${TAMSIN} ${strength} > adult_record`];

  test.each<[string, Trait, string[]]>([
    ["a year before, less a day", statedBy(ofTamsin, { statedOn: "2025-12-11" }), []],
    [
      "a year before",
      statedBy(ofTamsin, { statedOn: "2025-12-10" }),
      about("statement_overdue", "organisation"),
    ],
    ["as not true", statedBy(ofTamsin, { answer: "no" }), about("statement_refused", "do")],
    [
      "never",
      (record) => void (record.statements = record.statements.filter((one) => !ofTamsin(one))),
      about("statement_missing", "do"),
    ],
    ["by a guest neither", alsoAssigned(anAdult("Lowell Harkstone"), "guest"), []],
    ["with nobody to state it", nobody, [`no_adults session do > adults`]],
    [
      "once by somebody with two parts",
      (record) => {
        alsoAssigned(record.adults[1]!, "standby")(record);
        statedBy(ofTamsin, { answer: "no" })(record);
      },
      about("statement_refused", "do"),
    ],
  ])("%s", (_what, trait, expected) => {
    expect(found(id, aRecord({}, trait))).toEqual(expected);
  });

  test("is good until a year later, whoever stated it first", () => {
    const earlier = statedBy(ofTamsin, { statedOn: "2026-08-01" });
    expect(judged(id, aRecord({}, earlier)).goodUntil.map(String).sort()[0]).toBe("2027-07-31");
    expect(judged(id, aRecord({}, earlier)).goodUntil).toHaveLength(5);
    const overdue = statedBy(ofTamsin, { statedOn: "2025-01-01" });
    expect(judged(id, aRecord({}, overdue)).goodUntil.map(String)).toContain("2025-12-31");
    expect(judged(id, aRecord({}, statedBy(ofTamsin, { answer: "no" }))).goodUntil).toHaveLength(4);
  });

  test("into the night after its last day, is out of date", () => {
    const night = { startsAt: "2026-12-10T23:30:00Z" };
    const last = statedBy(ofTamsin, { statedOn: "2025-12-11" });
    expect(found(id, aRecord(night, last))).toEqual(about("statement_overdue", "organisation"));
  });
});

test("a statement on personal relationships ends when somebody is stood down, the others do not (R05)", () => {
  const stoodDown = withAdult(TAMSIN, { stoodDownAt: "2026-11-20T10:00:00Z" });
  const codes = (id: string) => found(id, aRecord({}, stoodDown)).map((line) => line.split(" ")[0]);
  expect(codes("R05")).toEqual(["statement_missing"]);
  expect(codes("R04")).toEqual([]);
  expect(codes("R06")).toEqual([]);
});

test("what the organisation states is its own, and good for a year (R09)", () => {
  const ours = ({ kind }: Statement) => kind === "friend_requests_settled";
  const no = aRecord({}, statedBy(ours, { answer: "no" }));
  expect(found("R09", no)).toEqual(["statement_refused organisation do > organisation"]);
  expect(judged("R09", aRecord()).goodUntil.map(String)).toEqual(["2027-08-31"]);
  expect(judged("R09", no).goodUntil).toEqual([]);
});

describe("what the subject may mean to people (R26)", () => {
  const topic = { text: "Losing somebody", flags: ["bereavement"], adjustments: "A way to leave" };
  const about = (changes: object): Trait =>
    withSession({ topic: { ...topic, changedAt: "2026-11-02T10:00:00Z", ...changes } });

  test.each<[string, Trait, string[]]>([
    ["a sensitive topic with its adjustments", about({}), []],
    [
      "a sensitive topic without",
      about({ adjustments: null }),
      ["adjustments_missing session do > sensitivities"],
    ],
    ["a topic without, that is not sensitive", about({ flags: [], adjustments: null }), []],
    ["no topic", withSession({ topic: null }), ["topic_missing session do > sensitivities"]],
    [
      "nobody who thought of each",
      neverStated("needs_considered"),
      ["statement_missing session do > sensitivities"],
    ],
    ["a topic changed as each was thought of", about({ changedAt: "2026-11-19T11:00:00Z" }), []],
    [
      "a topic changed since each was thought of",
      about({ changedAt: "2026-11-19T11:00:01Z" }),
      ["statement_outdated session do > sensitivities"],
    ],
  ])("%s", (_what, trait, expected) => {
    expect(found("R26", aRecord({}, trait))).toEqual(expected);
  });

  test("tells the topic", () => {
    expect(judged("R26", aRecord({}, about({}))).fact).toBe("Topic: Losing somebody.");
    expect(judged("R26", aRecord({}, withSession({ topic: null }))).fact).toBe("");
  });
});

describe("a safeguarding lead has thought of the young people (R27)", () => {
  const LOOKED = "2026-11-21T10:00:00Z";
  const LATER = "2026-11-21T10:00:01Z";
  const notAsked = ["lead_not_asked session default > sensitivities"];
  const outdated = ["lead_outdated session default > sensitivities"];
  const topicChanged =
    (changedAt: string): Trait =>
    (record) =>
      void Object.assign(record.session.topic ?? {}, { changedAt });
  const says = (changes: Partial<Statement>): Trait =>
    alsoStated(
      aLeadStatement({ kind: "lead_considered", about: session, at: LATER, id: "later", ...changes }),
    );

  test.each<[string, Trait[], string[]]>([
    ["who looked", [], []],
    ["nobody", [neverStated("lead_considered")], notAsked],
    [
      "somebody who is none",
      [
        neverStated("lead_considered"),
        alsoStated(aStatement({ kind: "lead_considered", about: session, at: LOOKED })),
      ],
      notAsked,
    ],
    ["who looked as the last one was added", [withParticipant("bryony-cattermoss", { addedAt: LOOKED })], []],
    [
      "who looked before the last one was added",
      [withParticipant("bryony-cattermoss", { addedAt: LATER })],
      outdated,
    ],
    ["who looked as the topic was changed", [topicChanged(LOOKED)], []],
    ["who looked before the topic was changed", [topicChanged(LATER)], outdated],
    ["who looked, where no topic is on record", [withSession({ topic: null })], []],
    ["who now says no", [says({ answer: "no" })], ["lead_not_content session default > sensitivities"]],
    [
      "who said no before somebody was added",
      [says({ answer: "no" }), withParticipant("bryony-cattermoss", { addedAt: "2026-11-22T10:00:00Z" })],
      outdated,
    ],
    ["who looked again", [withParticipant("bryony-cattermoss", { addedAt: LATER }), says({})], []],
    [
      "nobody to look at",
      [(record) => void (record.participants = [])],
      ["no_participants session do > participants details"],
    ],
  ])("%s", (_what, traits, expected) => {
    expect(found("R27", aRecord({}, ...traits))).toEqual(expected);
  });

  test("looks at a session whose audience is not named too", () => {
    const audience = structuredClone(scenarios["s11-variant-audience"]!);
    expect(judged("R27", audience).status).toBe("met");
    withSession({ topic: null })(audience);
    expect(judged("R27", audience).status).toBe("met");
    neverStated("lead_considered")(audience);
    expect(found("R27", audience)).toEqual(notAsked);
  });
});
