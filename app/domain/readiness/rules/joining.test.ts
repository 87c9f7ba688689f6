import { describe, expect, test } from "vitest";
import { found, judged } from "../../../../tests/factories/found";
import { aRecord, type Trait } from "../../../../tests/factories/record";
import { aLeadStatement, aStatement } from "../../../../tests/factories/statements";
import { alsoStated, neverStated, withParticipant, withSession } from "../../../../tests/factories/traits";
import { scenarios } from "../../../../tests/scenarios/all";
import type { Session } from "../../record/session";

type Organiser = NonNullable<Session["organiser"]>;

/** A stream of somebody else's that we join, ready to be watched: content since 18 November, judged on the 19th. */
function joining(...traits: Trait[]) {
  const record = structuredClone(scenarios["s06-variant-both-given"] ?? aRecord());
  for (const trait of traits) trait(record);
  return record;
}

function told<Part extends keyof Organiser>(part: Part, changes: Partial<Organiser[Part]>): Trait {
  return ({ session: { organiser } }) =>
    void (organiser && (organiser[part] = { ...(organiser[part] as object), ...changes } as Organiser[Part]));
}

const nothingTold: Trait = ({ session }) => void (session.organiser = null);

describe("a stream that we host", () => {
  test.each(["R31", "R32", "R33", "R34"])("asks nothing of an organiser (%s)", (id) => {
    expect(judged(id, aRecord()).status).toBe("not_applicable");
  });
});

describe("a stream that we join", () => {
  const missing = "session conditional > organiser";

  test.each([
    ["R31", `content_missing ${missing}`],
    ["R32", `suitability_missing ${missing}`],
    ["R33", `not_asked ${missing}`],
    ["R34", `not_asked ${missing}`],
  ])("lacks what nobody has told us yet (%s)", (id, expected) => {
    expect(found(id, joining())).toEqual([]);
    expect(found(id, joining(nothingTold))).toEqual([expected]);
    expect(judged(id, joining(nothingTold)).status).toBe("not_answered");
  });

  test("tells what is known of its content, and from whom (R31)", () => {
    expect(judged("R31", joining()).fact).toBe(
      "Running order from the festival's producer told us on 18 November 2026: Poems and short films by young people; one piece is about eating disorders",
    );
  });
});

describe("what the organiser told us of keeping and showing again (R33, R34)", () => {
  const incomplete = ["told_by_missing session conditional > organiser"];

  test.each<[string, Partial<NonNullable<Organiser["saved"]>>, string[]]>([
    ["not known", { answer: "not_known" }, ["not_known session conditional > organiser"]],
    ["nobody named who said it", { toldBy: null }, incomplete],
    ["no day on which it was said", { toldOn: null }, incomplete],
    ["yes, but not where", { where: null }, incomplete],
    ["no, and nowhere", { answer: "no", where: null, until: null }, []],
    ["no, but nobody named who said it", { answer: "no", toldBy: null }, incomplete],
  ])("%s", (_what, changes, expected) => {
    expect(found("R33", joining(told("saved", changes)))).toEqual(expected);
    expect(found("R34", joining(told("reused", changes)))).toEqual(expected);
  });

  test("a recording has an end, and what is shown again is asked for none", () => {
    expect(found("R33", joining(told("saved", { until: null })))).toEqual([
      "saved_until_missing session conditional > organiser",
    ]);
    expect(found("R34", joining(told("reused", { until: null })))).toEqual([]);
  });

  test.each<[string, Partial<NonNullable<Organiser["saved"]>>, string]>([
    ["yes", {}, "The stream will be saved: The festival's archive, until 19 December 2028."],
    ["yes, without an end", { until: null }, "The stream will be saved: The festival's archive."],
    ["no", { answer: "no" }, "The stream will not be saved."],
    ["not known", { answer: "not_known" }, ""],
  ])("is told as the fact: %s", (_what, changes, fact) => {
    expect(judged("R33", joining(told("saved", changes))).fact).toBe(fact);
  });

  test("tells nothing of what was not asked", () => {
    expect(judged("R33", joining(nothingTold)).fact).toBe("");
  });
});

describe("whether the content suits those who watch (R32)", () => {
  const outdated = ["suitability_outdated session conditional > organiser"];
  const DECIDED = "2026-11-19T11:00:00Z";
  const LATER = "2026-11-19T11:00:01Z";
  const others: Trait = (record) => {
    for (const one of record.participants) one.addedAt = LATER;
  };
  /** Priya, 15, is the youngest; the others are 16 and 17. */
  const addedLater = (id: string, birth?: string): Trait =>
    withParticipant(id, { addedAt: LATER, ...(birth === undefined ? {} : { birth }) });

  test.each<[string, Trait, string[]]>([
    [
      "it was decided that it does not",
      told("suitability", { suitable: false }),
      ["not_suitable session conditional > organiser"],
    ],
    ["the content became known at that moment", told("content", { recordedAt: DECIDED }), []],
    ["the content became known later", told("content", { recordedAt: LATER }), outdated],
    ["it was decided without any content", ({ session }) => void (session.organiser!.content = null), []],
    ["somebody younger was added later", addedLater("priya-tolland"), outdated],
    [
      "somebody of the same age as the youngest was added later",
      addedLater("anouk-delamere", "2011-12-19"),
      [],
    ],
    ["somebody a day younger was added later", addedLater("anouk-delamere", "2011-12-20"), outdated],
    ["somebody older was added later", addedLater("anouk-delamere"), []],
    ["everybody was added later", others, outdated],
    ["somebody was added at the very moment", withParticipant("priya-tolland", { addedAt: DECIDED }), []],
    [
      "somebody of unknown age was added later",
      withParticipant("anouk-delamere", { addedAt: LATER, birth: null }),
      outdated,
    ],
  ])("%s", (_what, trait, expected) => {
    expect(found("R32", joining(trait))).toEqual(expected);
  });

  test("is told beside the youngest age and the age that it is meant for", () => {
    expect(judged("R32", joining()).fact).toBe(
      "The youngest is 15. The stream is meant for 13 and over. It was decided that the content suits them.",
    );
    const oneUnknown = withParticipant("priya-tolland", { birth: null });
    expect(judged("R32", joining(oneUnknown)).fact).toMatch(/^The youngest is 16\./);
    const noAges: Trait = (record) => {
      for (const one of record.participants) one.birth = null;
    };
    expect(judged("R32", joining(noAges, told("suitability", { ageGuidance: null }))).fact).toBe(
      "It was decided that the content suits them.",
    );
  });

  test("gives the reason of whoever decided that it does not", () => {
    const not = (note: string | null) => joining(told("suitability", { suitable: false, note }));
    expect(judged("R32", not("Too frightening")).findings[0]?.message).toBe("Too frightening");
    expect(judged("R32", not(null)).findings[0]?.message).toBe(
      "It was decided that this stream is not suitable.",
    );
  });
});

describe("a flagged topic of a stream that we join (R32)", () => {
  const missing = ["lead_note_missing session default > sensitivities"];
  const about = { kind: "session", id: "young-voices" } as const;
  const at = "2026-11-21T10:30:00Z";
  const note = { kind: "lead_content_note", about, at } as const;
  const unsaid = neverStated("lead_content_note");
  const topicChanged =
    (changedAt: string): Trait =>
    (record) =>
      void Object.assign(record.session.topic ?? {}, { changedAt });

  test.each<[string, Trait[], string[]]>([
    ["with the lead's note", [], []],
    ["without it", [unsaid], missing],
    ["with a planner's", [unsaid, alsoStated(aStatement(note))], missing],
    ["with a lead's no", [unsaid, alsoStated(aLeadStatement({ ...note, answer: "no" }))], missing],
    ["changed at that moment", [topicChanged(at)], []],
    ["changed since", [topicChanged("2026-11-21T10:30:01Z")], missing],
    ["that is not flagged", [unsaid, (record) => void (record.session.topic!.flags = [])], []],
    ["that is not on record", [unsaid, withSession({ topic: null })], []],
  ])("%s", (_what, traits, expected) => {
    expect(found("R32", joining(...traits))).toEqual(expected);
  });
});
