import { describe, expect, test } from "vitest";
import { found, judged } from "../../../../tests/factories/found";
import { withAgeLimits, youtubePrivate, zoomMeeting } from "../../../../tests/factories/platform-modes";
import type { Plan } from "../../../../tests/factories/plan";
import { aRecord, type Trait } from "../../../../tests/factories/record";
import { withAdult, withMedia, withParticipant } from "../../../../tests/factories/traits";
import { aYoungPerson, sixteenToSeventeen } from "../../../../tests/factories/young-people";
import { scenarios } from "../../../../tests/scenarios/all";
import type { Policy } from "../../record/organisation";

const PRIYA = "priya-tolland";
type Law = Policy["legalAges"][number];

/** Priya, 15 on the day of the session, beside four of 16 and 17, on a platform that asks for an adult in sight below 16. */
function onYoutube(
  changes: Partial<Plan> = {},
  route: "own_account" | "guest_link" | "in_room" = "own_account",
) {
  return {
    modes: [youtubePrivate()],
    participants: [aYoungPerson("Priya", "Tolland", "2011-03-20", { route }), ...sixteenToSeventeen(4)],
    ...changes,
  };
}

const about = (code: string, sections: string, strength = "do") =>
  `${code} participant:${PRIYA} ${strength} > ${sections}`;
const noAdult = withMedia({ adultOnCamera: false });

describe("what has to be known (R08)", () => {
  test.each<[string, Trait[], string[]]>([
    ["a birth", [withParticipant(PRIYA, { birth: null })], [about("birth_missing", "participants")]],
    [
      "a way to join",
      [withParticipant(PRIYA, { accessRoute: null })],
      [about("access_route_missing", "participants")],
    ],
    ["a platform", [(record) => void (record.session.platforms = [])], ["no_platform session do > platform"]],
    [
      "young people",
      [(record) => void (record.participants = [])],
      ["no_participants session do > participants details"],
    ],
  ])("%s", (_what, traits, expected) => {
    expect(found("R08", aRecord(onYoutube()))).toEqual([]);
    expect(found("R08", aRecord(onYoutube(), ...traits))).toEqual(expected);
  });

  test("is nothing where no child takes part by name", () => {
    expect(judged("R08", scenarios["s11-variant-audience"]!).status).toBe("not_applicable");
  });
});

describe("on camera without an adult in sight (R08)", () => {
  const barred = [about("no_visible_adult", "shown participants", "platform")];
  const unknown = [about("on_camera_age_unknown", "platform_record shown")];
  const limit = (age: number | "none" | "unknown") => [
    withAgeLimits(youtubePrivate(), { on_camera_without_adult: age }),
  ];
  const grown = withParticipant(PRIYA, { birth: "2008-12-10" });

  test.each<[string, Partial<Plan>, Trait[], string[]]>([
    ["an adult in sight", {}, [], []],
    ["none in sight", {}, [noAdult], barred],
    ["nobody who said whether there is one", {}, [withMedia({ adultOnCamera: null })], barred],
    [
      "none, but Priya is off camera",
      {},
      [
        noAdult,
        withParticipant(PRIYA, { exposure: { camera: false, voice: true, name: true, chat: false } }),
      ],
      [],
    ],
    ["none, but nobody is on camera", {}, [noAdult, withMedia({ camera: false })], []],
    ["none, and 16 on the day", {}, [noAdult, withParticipant(PRIYA, { birth: "2010-12-10" })], []],
    ["none, and 16 the day after", {}, [noAdult, withParticipant(PRIYA, { birth: "2010-12-11" })], barred],
    ["none, and no limit", { modes: limit("none") }, [noAdult], []],
  ])("%s", (_what, changes, traits, expected) => {
    expect(found("R08", aRecord(onYoutube(changes), ...traits))).toEqual(expected);
  });

  test("an unknown limit stands in the way of everybody below 18", () => {
    const record = (...traits: Trait[]) =>
      aRecord(onYoutube({ modes: limit("unknown") }), noAdult, ...traits);
    expect(found("R08", record())).toHaveLength(5);
    expect(found("R08", record())).toEqual(expect.arrayContaining(unknown));
    expect(found("R08", record(grown))).toHaveLength(4);
    expect(found("R08", record(withMedia({ adultOnCamera: true })))).toEqual([]);
  });

  test("an age above 18 asks nothing of grown people", () => {
    const record = aRecord(onYoutube({ modes: limit(21) }), noAdult, grown);
    expect(found("R08", record).join(" ")).not.toContain(PRIYA);
    expect(found("R08", record)).toHaveLength(4);
  });

  test("each platform of the chain has its own rule", () => {
    const chain = aRecord(
      { modes: [zoomMeeting(), withAgeLimits(youtubePrivate(), { on_camera_without_adult: 18 })] },
      noAdult,
    );
    expect(found("R08", chain)).toHaveLength(5);
  });
});

describe("the age that the law asks for (R08)", () => {
  const law = (changes: Partial<Law> = {}) => ({
    policy: {
      legalAges: [
        {
          id: "law",
          under: 16,
          kinds: ["social" as const],
          barsWatchingInRoom: false,
          validFrom: "2026-12-10",
          validTo: null,
          source: "An Act that does not exist",
          ...changes,
        },
      ],
    },
  });
  const barred = [about("under_legal_age", "participants platform details", "platform")];

  test.each<[string, Partial<Law>, Trait[], string[]]>([
    ["in force on the day", {}, [], barred],
    ["in force only afterwards", { validFrom: "2026-12-11" }, [], []],
    ["over the day before", { validFrom: "2026-01-01", validTo: "2026-12-09" }, [], []],
    ["for those under 15", { under: 15 }, [], []],
    ["for another kind of platform", { kinds: ["meeting"] }, [], []],
    ["and Priya is in the room", {}, [withParticipant(PRIYA, { accessRoute: "in_room" })], []],
    [
      "that also bars watching in a room",
      { barsWatchingInRoom: true },
      [withParticipant(PRIYA, { accessRoute: "in_room" })],
      barred,
    ],
  ])("%s", (_what, changes, traits, expected) => {
    expect(found("R08", aRecord(onYoutube(law(changes)), ...traits))).toEqual(expected);
  });

  test("is named with its source", () => {
    expect(judged("R08", aRecord(onYoutube(law()))).findings[0]?.source).toMatch(/law/i);
  });

  test.each<[string, Partial<Law>, string[]]>([
    ["begins later", { validFrom: "2027-01-15" }, ["2027-01-14"]],
    ["has begun and bars nobody", { validFrom: "2026-12-10", under: 15 }, []],
    ["begins later and bars nobody", { validFrom: "2027-01-15", under: 15 }, []],
    ["begins when everybody is old enough", { validFrom: "2027-03-20" }, []],
    ["bars somebody already", {}, []],
    ["was in force only before", { validFrom: "2026-01-01", validTo: "2026-12-09" }, []],
  ])("limits how far the session can move, where it %s", (_what, changes, expected) => {
    expect(judged("R08", aRecord(onYoutube(law(changes)))).goodUntil.map(String)).toEqual(expected);
  });

  test("holds for a chain of which one platform is of that kind", () => {
    const chain = { modes: [youtubePrivate(), zoomMeeting()] };
    expect(found("R08", aRecord(onYoutube({ ...law(), ...chain })))).toEqual(barred);
  });

  test("limits nothing while something else stands in the way already", () => {
    const later = onYoutube(law({ validFrom: "2027-01-15" }));
    const { goodUntil } = judged("R08", aRecord(later, withParticipant(PRIYA, { birth: null })));
    expect(goodUntil).toEqual([]);
  });

  test("limits it by the first of several that bars somebody", () => {
    const [one] = law().policy.legalAges as [Law];
    const legalAges = [
      { ...one, validFrom: "2027-02-01" },
      { ...one, id: "earlier", validFrom: "2027-01-15" },
      { ...one, id: "earliest", under: 10, validFrom: "2027-01-01" },
    ];
    expect(judged("R08", aRecord(onYoutube({ policy: { legalAges } }))).goodUntil.map(String)).toEqual([
      "2027-01-14",
    ]);
  });

  test("whatever is only worth knowing: a parent's account that a parent agreed to", () => {
    const throughParent = (under: number) => ({
      ...onYoutube(law({ under, kinds: ["meeting"], validFrom: "2027-01-15" })),
      participants: [
        aYoungPerson("Priya", "Tolland", "2011-03-20", { route: "parent_account" }),
        ...sixteenToSeventeen(4),
      ],
      modes: [zoomMeeting({ parentAccountAllowed: true })],
    });
    expect(found("R08", aRecord(throughParent(10)))).toEqual([about("parent_account_used", "", "default")]);
    expect(judged("R08", aRecord(throughParent(10))).goodUntil).toEqual([]);
    expect(judged("R08", aRecord(throughParent(16))).goodUntil.map(String)).toEqual(["2027-01-14"]);
  });

  test("as does a platform's own age that begins later", () => {
    const mode = youtubePrivate();
    mode.ageLimits.push({ ...mode.ageLimits[0]!, limit: "account", age: 16, validFrom: "2027-02-01" });
    expect(judged("R08", aRecord(onYoutube({ modes: [mode] }))).goodUntil.map(String)).toEqual([
      "2027-01-31",
    ]);
  });
});

describe("who goes live (R08)", () => {
  const young = withAdult("odalys-fennimore", {
    over18: { by: "user-amina-farrow", recordedAt: "2026-09-01T09:00:00Z", answer: false },
  });
  const unstated = withAdult("odalys-fennimore", { over18: null });
  const asks = (age: number | "none" | "unknown") => ({
    modes: [withAgeLimits(zoomMeeting(), { go_live: age })],
  });
  const barred = ["host_under_go_live_age adult:odalys-fennimore platform > adults platform"];

  test.each<[string, number | "none" | "unknown", Trait[], string[]]>([
    ["a host below 18, where 18 are asked for", 18, [young], barred],
    ["a host below 18, where 17 are asked for", 17, [young], []],
    ["a host below 18, where nothing is asked for", "none", [young], []],
    ["a host below 18, where nothing is known", "unknown", [young], []],
    ["a host of 18, where 18 are asked for", 18, [], []],
    ["a host of whom nothing is stated", 18, [unstated], []],
    ["nobody", 18, [(record) => void (record.session.assignments = [])], []],
  ])("%s", (_what, age, traits, expected) => {
    expect(found("R08", aRecord(asks(age), ...traits))).toEqual(expected);
  });

  test("is not us, where we join", () => {
    const joined = structuredClone(scenarios["s06-variant-both-given"]!);
    young(joined);
    joined.platformModes = joined.platformModes.map((mode) => withAgeLimits(mode, { go_live: 18 }));
    expect(found("R08", joined)).toEqual([]);
  });
});
