import { describe, expect, test } from "vitest";
import { aRecord } from "../../../tests/factories/record";
import { teamsMeeting, youtubePrivate, zoomMeeting } from "../../../tests/factories/platform-modes";
import { withSession } from "../../../tests/factories/traits";
import { changesBetween } from "./changes";
import { materialFacts } from "./material-facts";

/** The same value with the keys of every object turned round, as another store might keep them. */
function turnedRound<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_key, each: unknown) =>
    typeof each === "object" && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).reverse())
      : each,
  ) as T;
}

describe("differences between two states of the material facts", () => {
  const facts = materialFacts(aRecord());

  test("the order of keys and of things with ids is none", () => {
    const stored = turnedRound(facts);
    stored.participants.reverse();
    stored.adults.reverse();
    expect(changesBetween(stored, facts)).toEqual([]);
  });

  test("an age limit that changed is one, whatever the order of its keys", () => {
    const stored = turnedRound(facts);
    const [limit] = stored.modes[0]?.ageLimits ?? [];
    if (limit) limit.age = 18;
    expect(changesBetween(stored, facts).map(({ path }) => path)).toEqual(["modes[zoom-meeting].ageLimits"]);
  });

  test("a contact or an account exchanged for another is one, with what each is called", () => {
    const record = aRecord();
    const [contact] = record.organisation.contactRoutes;
    const other = { id: "another-contact", kind: "phone" as const, value: "01632 960147" };
    record.organisation.contactRoutes.push(other);
    record.session.contactRouteId = other.id;
    expect(changesBetween(facts, materialFacts(record))).toEqual([
      { path: "contactRoute", before: contact, after: other },
    ]);
  });

  test("what appears or goes is told with what it was", () => {
    const moved = materialFacts(aRecord({}, withSession({ inviteText: null })));
    expect(changesBetween(facts, moved)).toEqual([
      { path: "inviteText", before: facts.inviteText, after: null },
    ]);
  });

  test("are told in one order, however the facts were stored", () => {
    const moved = materialFacts(aRecord({}, withSession({ inviteText: null, zone: "Europe/Paris" })));
    expect(changesBetween(turnedRound(facts), moved)).toEqual(changesBetween(facts, moved));
    expect(changesBetween(facts, moved).map(({ path }) => path)).toEqual(["inviteText", "zone"]);
  });

  test("the first of a list, and the last one gone", () => {
    const features = (...has: ("captions" | "breaks")[]) =>
      materialFacts(aRecord({}, withSession({ accessibility: { features: has, arrangements: [] } })));
    const path = "accessibility.features";
    expect(changesBetween(features(), features("captions"))).toEqual([
      { path, before: [], after: ["captions"] },
    ]);
    expect(changesBetween(features("captions"), features())).toEqual([
      { path, before: ["captions"], after: [] },
    ]);
    const nobody = { ...facts, participants: [] };
    const [first] = facts.participants;
    const one = { ...facts, participants: facts.participants.slice(0, 1) };
    const there = `participants[${first?.id}]`;
    expect(changesBetween(nobody, one)).toEqual([{ path: there, before: null, after: first }]);
    expect(changesBetween(one, nobody)).toEqual([{ path: there, before: first, after: null }]);
  });

  describe("the chain of platforms", () => {
    const modes = [zoomMeeting(), teamsMeeting()];
    const chain = materialFacts(aRecord({ modes }));
    const turned = { ...chain, platforms: chain.platforms.toReversed() };
    const [zoom, teams] = modes.map(({ id }) => id);

    test("in another order is another", () => {
      expect(changesBetween(chain, turned)).toEqual([
        { path: "platforms", before: [zoom, teams], after: [teams, zoom] },
      ]);
    });

    test("in another order is told beside what else changed in it", () => {
      const [first, ...others] = turned.platforms;
      const set = { ...first!, settings: { ...first!.settings, lock: undefined } };
      const paths = changesBetween(chain, { ...turned, platforms: [set, ...others] }).map((c) => c.path);
      expect(paths).toEqual([`platforms[${teams}].settings.lock`, "platforms"]);
    });

    test("with one more, in whichever place, is in the same order", () => {
      const longer = materialFacts(aRecord({ modes: [youtubePrivate(), ...modes] }));
      const paths = changesBetween(chain, { ...longer, modes: chain.modes }).map(({ path }) => path);
      expect(paths.filter((path) => path.startsWith("platforms"))).toEqual([
        `platforms[${youtubePrivate().id}]`,
      ]);
    });
  });
});
