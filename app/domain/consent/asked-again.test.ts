import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { aRecord } from "../../../tests/factories/record";
import { viewAt } from "../readiness/view";
import type { WordingChange } from "../record/organisation";
import { endedByWording, isAskedAgain } from "./asked-again";

const record = aRecord();
const [event] = record.consentEvents;
if (!event) throw new Error("Nobody has answered");
const { wording, scope } = event;
const start = Temporal.Instant.from(record.session.startsAt);
const published = start.subtract({ hours: 48 });
const yes = { ...event, answer: "yes" as const };

function changeTo(version: number, more: Partial<WordingChange> = {}): WordingChange {
  return {
    scope,
    wordingId: wording.id,
    version: wording.version + version,
    digest: `words-${version}`,
    from: published.toString(),
    endsEarlier: false,
    ...more,
  };
}

function viewWith(changes: WordingChange[], at = start.subtract({ hours: 1 })) {
  return viewAt({ ...record, policy: { ...record.policy, wordingChanges: changes } }, at);
}

describe("a yes to a question that has changed its meaning", () => {
  test.each<[string, WordingChange[], boolean]>([
    ["is asked again", [changeTo(1)], true],
    ["is asked again where another question took its place", [changeTo(0, { wordingId: "another" })], true],
    ["stands where it was given to the new words", [changeTo(0)], false],
    ["stands where another question changed", [changeTo(1, { scope: "parent_contact" })], false],
    ["stands once the words are edited back", [changeTo(1), changeTo(2, { digest: wording.digest })], false],
    [
      "is asked again where they were edited back and on",
      [changeTo(1, { digest: wording.digest }), changeTo(2)],
      true,
    ],
    [
      "stands where the change came once the session had started",
      [changeTo(1, { from: start.toString() })],
      false,
    ],
  ])("%s", (_words, changes, expected) => {
    expect(isAskedAgain(viewWith(changes), yes)).toBe(expected);
  });

  test("is asked again only from the moment of the change on", () => {
    expect(isAskedAgain(viewWith([changeTo(1)], published), yes)).toBe(true);
    expect(isAskedAgain(viewWith([changeTo(1)], published.subtract({ seconds: 1 })), yes)).toBe(false);
  });

  test("that ended the answers before it no longer counts, also once the words are edited back", () => {
    const back = changeTo(2, { digest: wording.digest });
    expect(endedByWording(viewWith([changeTo(1)]), yes)).toBe(false);
    expect(endedByWording(viewWith([changeTo(1, { endsEarlier: true })]), yes)).toBe(true);
    expect(endedByWording(viewWith([changeTo(1, { endsEarlier: true }), back]), yes)).toBe(true);
    expect(isAskedAgain(viewWith([changeTo(1, { endsEarlier: true }), back]), yes)).toBe(true);
  });
});

test.each(["no", "withdrawn"] as const)("nobody is asked again about a %s", (answer) => {
  expect(isAskedAgain(viewWith([changeTo(1, { endsEarlier: true })]), { ...event, answer })).toBe(false);
});
