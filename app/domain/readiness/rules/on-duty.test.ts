import { describe, expect, test } from "vitest";
import { anAdult } from "../../../../tests/factories/adults";
import { found, judged } from "../../../../tests/factories/found";
import { aRecord, type Trait } from "../../../../tests/factories/record";
import { alsoAssigned, withAssignment, without } from "../../../../tests/factories/traits";

const PETRA = "petra-hollowell";
const TAMSIN = "tamsin-quillbright";
const ODALYS = "odalys-fennimore";
const START = "2026-12-10T17:00:00Z";
const END = "2026-12-10T17:40:00Z";
const onCall = (changes: Parameters<typeof withAssignment>[1]) =>
  withAssignment(`${PETRA}-as-dsl-on-call`, changes);
const alsoWatches = alsoAssigned(anAdult("Lowell Harkstone"), "observer");

describe("the safeguarding lead on call (B11)", () => {
  const about = `adult:${PETRA} default > adults`;
  const another = (changes: Parameters<typeof alsoAssigned>[2] = {}) =>
    alsoAssigned(anAdult("Lowell Harkstone"), "dsl_on_call", {
      contact: "01632 960111",
      reachableFrom: START,
      reachableTo: END,
      ...changes,
    });

  test.each<[string, Trait[], string[]]>([
    ["nobody", [without(PETRA)], ["lead_missing session default > adults"]],
    ["reachable exactly from the start to the end", [onCall({ reachableFrom: START, reachableTo: END })], []],
    [
      "reachable only after the start",
      [onCall({ reachableFrom: "2026-12-10T17:00:01Z" })],
      [`lead_not_reachable ${about}`],
    ],
    [
      "reachable only before the end",
      [onCall({ reachableTo: "2026-12-10T17:39:59Z" })],
      [`lead_not_reachable ${about}`],
    ],
    ["without a number", [onCall({ contact: null })], [`lead_contact_missing ${about}`]],
    ["without a from", [onCall({ reachableFrom: null })], [`lead_contact_missing ${about}`]],
    ["without an until", [onCall({ reachableTo: null })], [`lead_contact_missing ${about}`]],
    ["who has not been told", [onCall({ confirmed: null })], [`lead_not_told ${about}`]],
    ["who hosts", [withAssignment(`${ODALYS}-as-host`, { adultId: PETRA })], [`lead_is_host ${about}`]],
    [
      "who hosts with somebody else",
      [alsoAssigned(anAdult("Petra Hollowell"), "host")],
      [`lead_is_host ${about}`],
    ],
    [
      "who was not told and cannot be reached",
      [onCall({ confirmed: null, contact: null })],
      [`lead_contact_missing ${about}`, `lead_not_told ${about}`],
    ],
    ["one who was not told beside one who was", [onCall({ confirmed: null }), another()], []],
    [
      "two, neither of whom was told",
      [onCall({ confirmed: null }), another({ confirmed: null })],
      ["lead_not_told adult:lowell-harkstone default > adults", `lead_not_told ${about}`],
    ],
  ])("%s", (_what, traits, expected) => {
    expect(found("B11", aRecord({}, ...traits))).toEqual(expected);
  });

  test("is told by name and number", () => {
    expect(judged("B11", aRecord()).fact).toBe("Petra Hollowell is on call: 01632 960142.");
    expect(judged("B11", aRecord({}, onCall({ confirmed: null }), another())).fact).toBe(
      "Lowell Harkstone is on call: 01632 960111.",
    );
  });
});

describe("one presents, another watches the messages (B12)", () => {
  const onlyHost = "host_is_only_observer session default > adults";
  const bothSame = "host_is_moderator session default > adults";
  const watchesBoth = "observer_is_moderator session default > adults";
  const hostObserves = withAssignment(`${TAMSIN}-as-observer`, { adultId: ODALYS });
  const hostModerates = withAssignment("brogan-ashdune-as-moderator", { adultId: ODALYS });
  const observerModerates = withAssignment("brogan-ashdune-as-moderator", { adultId: TAMSIN });
  const alsoModerates = (name: string) => alsoAssigned(anAdult(name), "moderator");

  test.each<[string, Trait[], string[]]>([
    ["three people", [], []],
    ["the host watches alone", [hostObserves], [onlyHost]],
    ["the host watches with somebody else", [hostObserves, alsoWatches], []],
    ["nobody watches", [without(TAMSIN)], []],
    ["nobody moderates", [without("brogan-ashdune")], ["moderator_missing session default > adults"]],
    ["the host moderates", [hostModerates], [bothSame]],
    ["the host and somebody else moderate", [hostModerates, alsoModerates("Lowell Harkstone")], []],
    ["the only observer moderates", [observerModerates], [watchesBoth]],
    ["the only observer moderates with somebody else", [alsoModerates("Tamsin Quillbright")], [watchesBoth]],
    [
      "both of two observers moderate",
      [observerModerates, alsoWatches, alsoModerates("Lowell Harkstone")],
      [],
    ],
    ["one of two observers moderates", [observerModerates, alsoWatches], []],
    [
      "one person watches with two parts, and moderates",
      [observerModerates, alsoAssigned(anAdult("Tamsin Quillbright"), "observer")],
      [watchesBoth],
    ],
    ["the host watches and moderates", [hostObserves, hostModerates], [onlyHost, bothSame, watchesBoth]],
    [
      "nobody at all",
      [(record) => void (record.session.assignments = [])],
      ["moderator_missing session default > adults"],
    ],
  ])("%s", (_what, traits, expected) => {
    expect(found("B12", aRecord({}, ...traits))).toEqual(expected);
  });

  test("only a host who is the only observer stands in the way", () => {
    expect(judged("B12", aRecord({}, hostObserves)).status).toBe("not_met");
    expect(judged("B12", aRecord({}, hostModerates)).status).toBe("met");
    expect(judged("B12", aRecord({}, without("brogan-ashdune"))).status).toBe("met");
  });

  test("names nobody twice", () => {
    const twice = alsoAssigned(anAdult("Odalys Fennimore"), "host");
    expect(judged("B12", aRecord({}, twice)).fact).toBe(
      "Presenting: Odalys Fennimore. Watching the messages: Brogan Ashdune.",
    );
  });
});
