import { describe, expect, test } from "vitest";
import { anAdult } from "../../../../tests/factories/adults";
import { found, judged } from "../../../../tests/factories/found";
import type { Plan } from "../../../../tests/factories/plan";
import { aRecord, type Trait } from "../../../../tests/factories/record";
import {
  alsoAssigned,
  withAdult,
  withAssignment,
  withMedia,
  withParticipant,
  without,
} from "../../../../tests/factories/traits";
import { aYoungPerson, sixteenToSeventeen } from "../../../../tests/factories/young-people";
import { scenarios } from "../../../../tests/scenarios/all";

const DAY = "2026-12-10";
const LOWELL = anAdult("Lowell Harkstone");
const onlyTheHost = [without("tamsin-quillbright"), without("brogan-ashdune")];
const notThere = withAssignment("brogan-ashdune-as-moderator", { present: false });
const nobody: Trait = (record) => void (record.session.assignments = []);
const partOf = (assignmentId: string, adultId: string) => withAssignment(assignmentId, { adultId });

/** Young people of the given ages on the day of the session. */
function aged(...ages: (number | null)[]): Partial<Plan> {
  return {
    participants: ages.map((age, index) =>
      aYoungPerson(`Name${index}`, "Tolland", age === null ? null : `${2026 - age}${DAY.slice(4)}`),
    ),
  };
}

describe("at least two adults for the whole session (B02)", () => {
  const tooFew = ["too_few_adults session default > adults"];

  test.each<[string, Trait[], string[]]>([
    ["three who are there", [], []],
    ["two who are there", [notThere], []],
    ["only the host", onlyTheHost, tooFew],
    ["the host and somebody on standby", [...onlyTheHost, alsoAssigned(LOWELL, "standby")], []],
    ["the host and a guest", [...onlyTheHost, alsoAssigned(LOWELL, "guest")], tooFew],
    [
      "the host and the lead on call beside them",
      [...onlyTheHost, withAssignment("petra-hollowell-as-dsl-on-call", { present: true })],
      tooFew,
    ],
    [
      "the host and a support contact beside them",
      [...onlyTheHost, withAssignment("wren-castellow-as-support-contact", { present: true })],
      [],
    ],
    [
      "the host and an observer who leaves early",
      [notThere, withAssignment("tamsin-quillbright-as-observer", { present: false })],
      tooFew,
    ],
    [
      "one adult in two roles",
      [without("brogan-ashdune"), partOf("tamsin-quillbright-as-observer", "odalys-fennimore")],
      tooFew,
    ],
    [
      "two, one of them without training",
      [notThere, withAdult("tamsin-quillbright", { training: [] })],
      tooFew,
    ],
    ["nobody yet", [nobody], ["no_adults session default > adults"]],
  ])("%s", (_what, traits, expected) => {
    expect(found("B02", aRecord({}, ...traits))).toEqual(expected);
  });

  test("says how many more are needed and who counts", () => {
    const [finding] = judged("B02", aRecord({}, ...onlyTheHost)).findings;
    expect(finding?.headline).toBe("1 more adult needed");
    expect(finding?.message).toBe("Only Odalys Fennimore counts: two roles of one person are one adult.");
    const [two] = judged("B02", aRecord({ policy: { minimumAdults: 4 } }, notThere)).findings;
    expect(two?.headline).toBe("2 more adults needed");
    expect(two?.message).toBe(
      "Only Odalys Fennimore and Tamsin Quillbright count: two roles of one person are one adult.",
    );
    const none = judged("B02", aRecord({}, without("odalys-fennimore"), ...onlyTheHost)).findings;
    expect(none[0]?.message).toBe("2 adults have to be there for the whole session.");
  });

  test("is met by everybody who is there", () => {
    expect(judged("B02", aRecord({}, notThere)).fact).toBe(
      "Odalys Fennimore and Tamsin Quillbright are there throughout.",
    );
  });
});

describe("enough adults for the children (B03)", () => {
  const own = { ratios: [{ fromAge: 13, toAge: 17, childrenPerAdult: 2 }] };
  const ratiosOnlyFor =
    (fromAge: number): Trait =>
    (record) =>
      void (record.policy.ratios = [{ fromAge, toAge: 17, childrenPerAdult: 10 }]);
  const incomplete = "ratio_missing organisation";
  const unknown = "birth_missing participant:name0-tolland";

  test.each<[string, Partial<Plan>, Trait[], string[]]>([
    ["six for two each, and three adults", { ...aged(...Array<number>(6).fill(16)), policy: own }, [], []],
    [
      "seven for two each, and three adults",
      { ...aged(...Array<number>(7).fill(16)), policy: own },
      [],
      ["ratio_too_low session organisation > adults"],
    ],
    ["six and one of 18", { ...aged(18, ...Array<number>(6).fill(16)), policy: own }, [], []],
    ["nobody below 18", aged(18, 19), [ratiosOnlyFor(13)], []],
    [
      "one whose age has no ratio",
      aged(12, 13),
      [ratiosOnlyFor(13)],
      [`${incomplete} organisation > organisation`],
    ],
    [
      "one of 17 whose age has no ratio",
      aged(17),
      [(record) => void (record.policy.ratios = [])],
      [`${incomplete} organisation > organisation`],
    ],
    ["one of unknown age", aged(null, 16), [], [`${unknown} default > participants`]],
    [
      "nobody on the list",
      { participants: [] },
      [],
      ["no_participants session default > participants details"],
    ],
  ])("%s", (_what, plan, traits, expected) => {
    expect(found("B03", aRecord(plan, ...traits))).toEqual(expected);
  });

  test("is not asked of an audience that is not named", () => {
    expect(judged("B03", scenarios["s11-variant-audience"]!).status).toBe("not_applicable");
  });

  test("shows the sum, and how many more adults are needed", () => {
    expect(judged("B03", aRecord(aged(12, 12, 16, 18))).fact).toBe(
      "2 aged 9 to 12: 1 adult for 8; 1 aged 13 to 17: 1 adult for 10. 1 adult needed, 3 there.",
    );
    expect(judged("B03", aRecord(aged(18))).fact).toBe("0 adults needed, 3 there.");
    expect(judged("B03", aRecord(aged(null))).fact).toBe("0 adults needed, 3 there.");
    const seven = aRecord({ ...aged(...Array<number>(7).fill(16)), policy: own });
    expect(judged("B03", seven).findings[0]?.headline).toBe("1 more adult needed for this many children");
  });
});

describe("everybody counted has a record of their own (B04)", () => {
  test("as an adult, and not only a part in the session", () => {
    expect(found("B04", aRecord())).toEqual([]);
    const stranger = aRecord({}, (record) => {
      record.adults = record.adults.filter(({ id }) => id !== "brogan-ashdune");
    });
    expect(found("B04", stranger)).toEqual([
      "no_adult_record assignment:brogan-ashdune-as-moderator default > adults",
    ]);
  });
});

describe("nobody is one to one (B13)", () => {
  const one = { participants: sixteenToSeventeen(1) };

  test("so that one participant alone waits for the approver", () => {
    expect(found("B13", aRecord(one))).toEqual(["needs_acceptance session default > participants"]);
    expect(judged("B13", aRecord({ participants: sixteenToSeventeen(2) })).status).toBe("not_applicable");
    expect(judged("B13", aRecord({ participants: [] })).status).toBe("not_applicable");
    expect(judged("B13", scenarios["s11-variant-audience"]!).status).toBe("not_applicable");
  });
});

describe("adults among the children (B40)", () => {
  const chat = (value: "off" | "host_only" | "moderated" | "open") =>
    withMedia({ chat: { value, since: "2026-11-02T10:00:00Z" } });
  const sharing = " They share a chat with under-16s.";
  const advised = ["participants_of_18_and_over session default > participants"];

  test("are told of from 18", () => {
    expect(found("B40", aRecord(aged(17, 15)))).toEqual([]);
    expect(judged("B40", aRecord(aged(17, 15))).fact).toBe("No participant is 18 or over. Ages 15 to 17.");
    expect(found("B40", aRecord(aged(18, 15)))).toEqual(advised);
    expect(judged("B40", aRecord(aged(18, 19, 15))).findings[0]?.headline).toBe(
      "2 participants will be 18 or over",
    );
    expect(judged("B40", aRecord(aged(18, null))).fact).toBe("Ages 18 to 18.");
    expect(judged("B40", aRecord(aged(null))).fact).toBe("No participant is 18 or over.");
    expect(judged("B40", scenarios["s11-variant-audience"]!).status).toBe("not_applicable");
  });

  test.each<[string, number[], Trait, boolean]>([
    ["open", [18, 15], chat("open"), true],
    ["moderated", [18, 15], chat("moderated"), true],
    ["to the host alone", [18, 15], chat("host_only"), false],
    ["off", [18, 15], chat("off"), false],
    ["open, and nobody below 16", [18, 16], chat("open"), false],
  ])("share a chat with under-16s where it is %s", (_what, ages, trait, shared) => {
    const message = judged("B40", aRecord(aged(...ages), trait)).findings[0]?.message ?? "";
    expect(message.endsWith(sharing)).toBe(shared);
  });

  test("may turn 18 on the very day", () => {
    const born = (birth: string) => aRecord({}, withParticipant("bryony-cattermoss", { birth }));
    expect(found("B40", born("2008-12-10"))).toEqual(advised);
    expect(found("B40", born("2008-12-11"))).toEqual([]);
  });
});
