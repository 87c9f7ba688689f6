import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { aRecord, type Trait } from "../../../tests/factories/record";
import { signedOff, thenSignOff } from "../../../tests/factories/sign-off";
import { neverAsked, thenAnswered, withParticipant, withSession } from "../../../tests/factories/traits";
import { evaluate } from "../readiness/evaluate";
import { digestOf } from "../record/digest";
import type { SessionRecord, SignOff } from "../record/schema";
import { heldUnder, isFlagged, isInForce } from "./in-force";
import { materialFacts } from "./material-facts";

const NOW = "2026-11-23T10:00:00Z";
const start = "2026-12-10T17:00:00Z";
const signed = signedOff("2026-11-22T10:00:00Z");
const longer = withSession({ endsAt: "2026-12-10T17:45:00Z" });
const askForMore: Trait = (record) => void (record.policy.minimumAdults = 9);
const noVoice = neverAsked(
  ({ scope, participantId }) => scope === "voice" && participantId === "ellis-larkspurrow",
);

function became(kind: SignOff["events"][number]["kind"], at = "2026-11-23T09:00:00Z"): Trait {
  return thenSignOff({ at, kind, by: null, changes: [] });
}

function asked(record: SessionRecord) {
  const signOff = record.signOffs.at(-1);
  if (!signOff) throw new Error("Nothing was signed off");
  return { record, signOff, digest: digestOf(materialFacts(record)) };
}

function inForce(...traits: Trait[]): boolean {
  const { record, signOff, digest } = asked(aRecord({}, ...traits));
  return isInForce(signOff, record, evaluate(record, Temporal.Instant.from(NOW)), digest);
}

function held(...traits: Trait[]): boolean {
  const { record, signOff, digest } = asked(aRecord({}, ...traits));
  return heldUnder(signOff, record, digest);
}

describe("a sign-off is in force", () => {
  test.each<[string, Trait[], boolean]>([
    ["as it was given", [signed], true],
    ["carried forward for what was changed", [signed, longer, became("carried_forward")], true],
    ["restored after a no", [signed, became("suspended"), became("restored")], true],
    ["not for other facts than it covers", [signed, longer], false],
    ["not while it is suspended", [signed, became("suspended")], false],
    ["not once it has lapsed, though the facts are as signed", [signed, became("lapsed")], false],
    ["though the policy asks for more since", [signed, askForMore], true],
    ["not where an answer is missing", [signed, noVoice], false],
    [
      "not where an answer is missing, whatever the policy asks for since",
      [signed, askForMore, noVoice],
      false,
    ],
  ])("%s", (_what, traits, is) => expect(inForce(...traits)).toBe(is));

  test("where the policy left something to the approver only if that was accepted", () => {
    const parentsToo: Trait = ({ policy }) =>
      void Object.assign(policy, { parentConsentUnder: 18, consentGate: "needs_acceptance" });
    const parents = neverAsked(({ giver }) => giver.relationship === "parent");
    expect(inForce(parentsToo, parents, signed)).toBe(false);
    expect(inForce(parents, signed, parentsToo)).toBe(true);
  });
});

describe("a sign-off is flagged", () => {
  const flagged = (at: string, ...traits: Trait[]) =>
    isFlagged(evaluate(aRecord({}, ...traits), Temporal.Instant.from(at)));

  test("where it would not be given today, and only while it could be given at all", () => {
    expect(flagged(NOW, signed)).toBe(false);
    expect(flagged(NOW, signed, askForMore)).toBe(true);
    expect(flagged(start, signed, askForMore)).toBe(false);
    const cancelled = withSession({ cancelled: { at: NOW, by: "user-amina-farrow", reason: "Snow" } });
    expect(flagged(NOW, signed, askForMore, cancelled)).toBe(false);
  });
});

describe("a session was held under a sign-off", () => {
  const lateNo = thenAnswered({
    participantId: "bryony-cattermoss",
    scope: "camera",
    answer: "withdrawn",
    at: "2026-12-10T17:10:00Z",
  });
  const noBirth = withParticipant("bryony-cattermoss", { birth: null });

  test.each<[string, Trait[], boolean]>([
    ["that was in force when it began", [signed], true],
    ["whatever is answered once it has begun", [signed, lateNo], true],
    ["that was suspended only afterwards", [signed, became("suspended", "2026-12-10T17:10:00Z")], true],
    ["though facts were put right afterwards", [signed, noBirth], true],
    ["though the policy asked for more by then", [signed, askForMore], true],
    ["not one that was given too late", [signedOff(start)], false],
    ["not one that was suspended when it began", [signed, became("suspended")], false],
    ["not one that had lapsed", [signed, became("lapsed")], false],
    ["not one under which something was missing when it began", [signed, noVoice], false],
    [
      "not one under which something else was missing than the policy added",
      [signed, askForMore, noVoice],
      false,
    ],
  ])("%s", (_what, traits, is) => expect(held(...traits)).toBe(is));

  test("by what was on record at the last moment before it began", () => {
    const atTheStart = thenAnswered({
      participantId: "bryony-cattermoss",
      scope: "camera",
      answer: "withdrawn",
      at: start,
    });
    const justBefore = thenAnswered({
      participantId: "bryony-cattermoss",
      scope: "camera",
      answer: "withdrawn",
      at: "2026-12-10T16:59:59Z",
    });
    expect(held(signed, atTheStart)).toBe(true);
    expect(held(signed, justBefore)).toBe(false);
  });
});
