import { describe, expect, test } from "vitest";
import { anAdult } from "../../../../tests/factories/adults";
import { found } from "../../../../tests/factories/found";
import { aRecord, type Trait } from "../../../../tests/factories/record";
import { alsoAssigned, withAssignment, withSession, without } from "../../../../tests/factories/traits";
import { scenarios } from "../../../../tests/scenarios/all";

const ODALYS = "odalys-fennimore";
const START = "2026-12-10T17:00:00Z";
const END = "2026-12-10T17:40:00Z";

describe("somebody whom young people can go to (R21)", () => {
  const WREN = "wren-castellow";
  const contact = (changes: Parameters<typeof withAssignment>[1]) =>
    withAssignment(`${WREN}-as-support-contact`, changes);
  const about = (code: string, id = WREN) => `${code} adult:${id} do > adults`;
  const isHost = "support_contact_is_host session default > adults";
  const hostSupports = contact({ adultId: ODALYS });
  const alsoSupports = (changes: Parameters<typeof alsoAssigned>[2] = {}) =>
    alsoAssigned(anAdult("Lowell Harkstone"), "support_contact", { contact: "01632 960111", ...changes });

  test.each<[string, Trait[], string[]]>([
    ["named, confirmed and reachable", [], []],
    ["nobody", [without(WREN)], ["support_contact_missing session do > adults"]],
    ["who has not confirmed", [contact({ confirmed: null })], [about("support_contact_incomplete")]],
    ["without a way to reach them", [contact({ contact: null })], [about("support_contact_incomplete")]],
    ["who has not confirmed, beside one who has", [contact({ confirmed: null }), alsoSupports()], []],
    [
      "two, neither complete",
      [contact({ confirmed: null }), alsoSupports({ contact: null })],
      [about("support_contact_incomplete", "lowell-harkstone"), about("support_contact_incomplete")],
    ],
    [
      "reachable exactly from the start to the end",
      [contact({ reachableFrom: START, reachableTo: END })],
      [],
    ],
    [
      "reachable only after the start",
      [contact({ reachableFrom: "2026-12-10T17:00:01Z" })],
      [about("support_contact_not_reachable")],
    ],
    [
      "reachable only before the end",
      [contact({ reachableTo: "2026-12-10T17:39:59Z" })],
      [about("support_contact_not_reachable")],
    ],
    ["without times", [contact({ reachableFrom: null, reachableTo: null })], []],
    ["not reachable throughout, beside one who is", [contact({ reachableTo: START }), alsoSupports()], []],
    ["the host", [hostSupports], [isHost]],
    ["the host beside somebody else", [hostSupports, alsoSupports()], []],
    [
      "the host beside one who is not reachable",
      [hostSupports, alsoSupports({ reachableTo: START })],
      [isHost],
    ],
  ])("%s", (_what, traits, expected) => {
    expect(found("R21", aRecord({}, ...traits))).toEqual(expected);
  });

  test("is in the notice where nobody is on a list", () => {
    const audience = (...traits: Trait[]) => {
      const record = structuredClone(scenarios["s11-variant-audience"]!);
      for (const trait of [without(WREN), ...traits]) trait(record);
      return found("R21", record);
    };
    expect(audience()).toEqual([]);
    expect(audience(withSession({ format: "video_call" }))).toContain(
      "support_contact_missing session do > adults",
    );
    const noContact: Trait = ({ session }) => void (session.audienceNotice!.contact = null);
    expect(audience(noContact)).toContain("support_contact_missing session do > adults");
    expect(audience(withSession({ audienceNotice: null }))).toContain(
      "support_contact_missing session do > adults",
    );
  });
});
