import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { aRecord } from "../../../tests/factories/record";
import { withParticipant, withSession } from "../../../tests/factories/traits";
import { scenarios } from "../../../tests/scenarios/all";
import { evaluate } from "../readiness/evaluate";
import type { Facts } from "../record/schema";
import { newlyBroken } from "./judge-edit";

const asItIs = aRecord();
const evening = aRecord({}, withSession({ endsAt: "2026-12-10T19:40:00Z" }));
const surnameShown = aRecord({}, withParticipant("bryony-cattermoss", { displayName: "Cattermoss" }));
const open = scenarios["s07"]!;
const accepted = scenarios["s07-variant-accepted"]!;

test.each<[string, Facts, Facts, string[]]>([
  ["what stands in the way", asItIs, surnameShown, ["R25"]],
  ["nothing that stood in the way before", surnameShown, surnameShown, []],
  ["no advice", asItIs, evening, []],
  ["what was accepted and is no longer", accepted, open, ["R28"]],
  ["nothing that is accepted now", open, accepted, []],
])("an edit breaks a requirement by %s", (_what, before, after, broken) => {
  const at = Temporal.Instant.from("2026-11-23T10:00:00Z");
  expect(newlyBroken(evaluate(before, at), evaluate(after, at))).toEqual(broken);
});
