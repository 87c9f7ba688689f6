import { describe, expect, test } from "vitest";
import { aCheck, anAdult } from "../../../../tests/factories/adults";
import { found, judged } from "../../../../tests/factories/found";
import { aRecord, type Trait } from "../../../../tests/factories/record";
import { alsoAssigned, withAdult, withAssignment, without } from "../../../../tests/factories/traits";
import { scenarios } from "../../../../tests/scenarios/all";
import { redactRecord } from "../../record/redact";

const TAMSIN = "tamsin-quillbright";
const ODALYS = "odalys-fennimore";
const LOWELL = "lowell-harkstone";
const OBSERVER = `${TAMSIN}-as-observer`;
const asksForTwo = { policy: { minimumObservers: 2 } };
const second = alsoAssigned(anAdult("Lowell Harkstone"), "observer");
const away = (id: string) => withAssignment(`${id}-as-observer`, { present: false });
const unconfirmed = (id: string) => withAssignment(`${id}-as-observer`, { confirmed: null });

describe("who watches over a session (R14)", () => {
  const notThere = (id: string) => `observer_not_present adult:${id} default > adults adults`;
  const notConfirmed = (id: string) => `observer_not_confirmed adult:${id} default > adults`;
  const onlyHost = "observer_is_host session default > adults";
  const tooFew = "too_few_observers session organisation > adults";

  test.each<[string, Trait[], string[]]>([
    ["one observer", [], []],
    ["nobody hosts yet", [without(ODALYS)], ["host_missing session default > adults"]],
    ["nobody observes", [without(TAMSIN)], ["observer_missing session do > adults"]],
    ["the host alone", [withAssignment(OBSERVER, { adultId: ODALYS })], [onlyHost]],
    ["the host and another", [alsoAssigned(anAdult("Odalys Fennimore"), "observer")], []],
    ["one who is not there throughout", [away(TAMSIN)], [notThere(TAMSIN)]],
    ["one who is not there throughout, beside one who is", [second, away(TAMSIN)], []],
    ["one who has not confirmed", [unconfirmed(TAMSIN)], [notConfirmed(TAMSIN)]],
    ["one who has not confirmed, beside one who has", [second, unconfirmed(TAMSIN)], []],
    [
      "one who confirmed and leaves early, beside one who stays and has not",
      [second, away(TAMSIN), unconfirmed(LOWELL)],
      [notConfirmed(LOWELL)],
    ],
  ])("%s", (_what, traits, expected) => {
    expect(found("R14", aRecord({}, ...traits))).toEqual(expected);
  });

  test.each<[string, Trait[], string[]]>([
    ["one", [], [tooFew]],
    ["none", [without(TAMSIN)], ["observer_missing session do > adults", tooFew]],
    ["two", [second], []],
    ["two, one of whom leaves early", [second, away(LOWELL)], [notThere(LOWELL)]],
    ["two, one of whom has not confirmed", [second, unconfirmed(LOWELL)], [notConfirmed(LOWELL)]],
    [
      "one person with two parts",
      [second, withAssignment(`${LOWELL}-as-observer`, { adultId: TAMSIN })],
      [tooFew],
    ],
  ])("%s, where the organisation asks for two", (_what, traits, expected) => {
    expect(found("R14", aRecord(asksForTwo, ...traits))).toEqual(expected);
  });

  test("is told by name, the host left out", () => {
    const host = alsoAssigned(anAdult("Odalys Fennimore"), "observer");
    expect(judged("R14", aRecord({}, host)).fact).toBe(
      "Tamsin Quillbright watches the whole session and does not host.",
    );
    expect(judged("R14", aRecord({}, second)).fact).toBe(
      "Tamsin Quillbright and Lowell Harkstone watch the whole session and do not host.",
    );
  });

  test("cannot be told while nobody hosts, or leads our group", () => {
    const joined = structuredClone(scenarios["s06-variant-both-given"]!);
    without(ODALYS)(joined);
    expect(judged("R14", joined).findings[0]?.headline).toBe("Nobody leads our group yet");
    expect(judged("R14", aRecord({}, without(ODALYS))).findings[0]?.headline).toBe("Nobody hosts yet");
  });
});

describe("the adults of a session (R14)", () => {
  test("are each judged once, whatever their parts", () => {
    const untrained = withAdult(TAMSIN, { training: [], vetting: [] });
    const alsoStandby: Trait = (record) => alsoAssigned(record.adults[1]!, "standby")(record);
    const expected = [
      `training_missing adult:${TAMSIN} organisation > adult_record`,
      `vetting_missing adult:${TAMSIN} organisation > adult_record`,
    ];
    expect(found("R14", aRecord({}, untrained, alsoStandby))).toEqual(expected);
  });

  test("are judged unless they are guests", () => {
    const unchecked = anAdult("Lowell Harkstone", { vetting: [], training: [], over18: null });
    expect(found("R14", aRecord({}, alsoAssigned(unchecked, "guest")))).toEqual([]);
    expect(found("R14", aRecord({}, alsoAssigned(unchecked, "standby")))).toHaveLength(3);
  });

  test("are good until the first of them is due", () => {
    const due = withAdult(TAMSIN, { vetting: [aCheck(TAMSIN, "2025-05-12", { recheckDue: "2026-12-20" })] });
    const { goodUntil } = judged("R14", aRecord({}, due));
    expect(goodUntil.map(String)).toContain("2026-12-20");
    expect(goodUntil).toHaveLength(10);
  });
});

describe("two records that may be of one person (R14)", () => {
  const shared = { email: "Tamsin.Quillbright@lanternmoor.example" };
  const lowell = (changes: Parameters<typeof anAdult>[1]) => anAdult("Lowell Harkstone", changes);
  const stated = { by: "user-amina-farrow", recordedAt: "2026-11-20T10:00:00Z" };
  const same = [`possible_same_person adult:${LOWELL}+${TAMSIN} default > adult_record adults`];
  const differs = (adultId: string) => ({ differsFrom: [{ ...stated, adultId }] });

  test.each<[string, Trait[], string[]]>([
    ["one address", [alsoAssigned(lowell(shared), "standby")], same],
    ["another address", [alsoAssigned(lowell({}), "standby")], []],
    [
      "no address",
      [alsoAssigned(lowell({ email: null }), "standby"), withAdult(TAMSIN, { email: null })],
      [],
    ],
    ["no address of one", [alsoAssigned(lowell({ email: null }), "standby")], []],
    [
      "no address of the other",
      [alsoAssigned(lowell({}), "standby"), withAdult(TAMSIN, { email: null })],
      [],
    ],
    ["one address, of a guest", [alsoAssigned(lowell(shared), "guest")], []],
    ["stated to differ", [alsoAssigned(lowell({ ...shared, ...differs(TAMSIN) }), "standby")], []],
    [
      "stated to differ on the other's record",
      [alsoAssigned(lowell(shared), "standby"), withAdult(TAMSIN, differs(LOWELL))],
      [],
    ],
    [
      "stated to differ from somebody else",
      [alsoAssigned(lowell({ ...shared, ...differs(ODALYS) }), "standby")],
      same,
    ],
    [
      "the other stated to differ from somebody else",
      [alsoAssigned(lowell(shared), "standby"), withAdult(TAMSIN, differs(ODALYS))],
      same,
    ],
  ])("%s, in the record and without its names", (_what, traits, expected) => {
    const record = aRecord({}, ...traits);
    expect(found("R14", record)).toEqual(expected);
    const redacted = judged("R14", redactRecord(record)).findings;
    expect(redacted.map(({ code }) => code)).toEqual(expected.map(() => "possible_same_person"));
    const pairs = redacted.map(({ subject }) => subject.slice("adult:".length).split("+"));
    for (const pair of pairs)
      expect(redactRecord(record).adults.map(({ id }) => id)).toEqual(expect.arrayContaining(pair));
  });

  test("one person with two parts is no other person", () => {
    expect(
      found("R14", aRecord({}, withAssignment("brogan-ashdune-as-moderator", { adultId: TAMSIN }))),
    ).toEqual([]);
  });

  test("the pair is of those two alone, in a record without names", () => {
    const redacted = redactRecord(aRecord({}, alsoAssigned(lowell(shared), "standby")));
    const turned = structuredClone(redacted);
    turned.derived!.samePeople = turned.derived!.samePeople.map(([a, b]) => [b, a]);
    expect(found("R14", redacted)).toHaveLength(1);
    expect(found("R14", turned)).toEqual(found("R14", redacted));
  });
});
