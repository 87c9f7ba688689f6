import { describe, expect, test } from "vitest";
import { aRecord } from "../../../tests/factories/record";
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
});
