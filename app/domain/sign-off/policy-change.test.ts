import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { aRecord, type Trait } from "../../../tests/factories/record";
import { signedOff } from "../../../tests/factories/sign-off";
import { neverAsked, withMedia } from "../../../tests/factories/traits";
import { aYoungPerson, sixteenToSeventeen } from "../../../tests/factories/young-people";
import { teamsMeeting } from "../../../tests/factories/platform-modes";
import { evaluate } from "../readiness/evaluate";
import { digestOf } from "../record/digest";
import type { Policy } from "../record/organisation";
import type { SessionRecord } from "../record/schema";
import { signOffEffect } from "./effect";
import { isFlagged, isInForce } from "./in-force";
import { judgeEdit } from "./judge-edit";
import { materialFacts } from "./material-facts";
import { latestSignOff } from "./standing";

const NOW = Temporal.Instant.from("2026-11-23T10:00:00Z");
const since = "2026-11-23T09:00:00Z";
const kept = { reason: "Feedback", keptWhere: "Staff drive", seenBy: "Odalys", deleteBy: "2027-01-11" };
const recordingOff = withMedia({
  recording: { on: false, since, reason: null, keptWhere: null, seenBy: null, deleteBy: null },
});

/** Signed off under the default policy, which the organisation changes afterwards. */
function signedThen(policy: Partial<Policy>, ...traits: Trait[]): SessionRecord {
  const priya = aYoungPerson("Priya", "Tolland", "2010-09-21");
  const plan = { modes: [teamsMeeting()], recording: kept, participants: [priya, ...sixteenToSeventeen(4)] };
  const changed: Trait = (record) => void Object.assign(record.policy, policy, { version: 2 });
  return aRecord(plan, signedOff("2026-11-22T10:00:00Z"), changed, ...traits);
}

function standingOfIts(record: SessionRecord) {
  const signOff = latestSignOff(record.signOffs);
  if (!signOff) throw new Error("Nothing was signed off");
  const readiness = evaluate(record, NOW);
  return {
    inForce: isInForce(signOff, record, readiness, digestOf(materialFacts(record))),
    flagged: isFlagged(readiness),
  };
}

function effectOf(before: SessionRecord, after: SessionRecord) {
  const signOff = latestSignOff(before.signOffs);
  if (!signOff) throw new Error("Nothing was signed off");
  const judgement = judgeEdit(before, after, NOW);
  return signOffEffect(signOff, { before, after, judgement, isAnswer: false, now: NOW.toString() });
}

describe("a policy that changes while a sign-off stands", () => {
  test("leaves it in force, and unflagged where the session meets it", () => {
    expect(standingOfIts(signedThen({ minimumAdults: 3 }))).toEqual({ inForce: true, flagged: false });
  });

  test("flags it and voids nothing where the session does not meet it", () => {
    expect(standingOfIts(signedThen({ minimumAdults: 9 }))).toEqual({ inForce: true, flagged: true });
  });

  test("covers nothing but the policy: what else goes wrong ends it all the same", () => {
    const never = neverAsked(({ scope }) => scope === "voice");
    expect(standingOfIts(signedThen({ minimumAdults: 9 }, never)).inForce).toBe(false);
  });

  test.each<[string, Partial<Policy>, string]>([
    ["is met", { minimumAdults: 3 }, "carried_forward"],
    ["is not met", { minimumAdults: 9 }, "lapsed"],
    ["asks for an acceptance", { parentConsentUnder: 18, consentGate: "needs_acceptance" }, "lapsed"],
  ])("is confirmed at the next edit that only narrows: where it %s", (_what, policy, effect) => {
    expect(effectOf(signedThen(policy), signedThen(policy, recordingOff))).toBe(effect);
  });

  test("is no reason for a cosmetic edit to end it", () => {
    const retitled: Trait = (record) => void (record.session.description = "Bring a mug.");
    const policy = { minimumAdults: 9 };
    expect(effectOf(signedThen(policy), signedThen(policy, retitled))).toBe("nothing");
  });
});
