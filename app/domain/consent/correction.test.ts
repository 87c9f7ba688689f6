import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { AMINA, WREN } from "../../../tests/factories/lanternmoor";
import { aRecord, type Trait } from "../../../tests/factories/record";
import { thenAnswered } from "../../../tests/factories/traits";
import { viewAt, type View } from "../readiness/view";
import type { ConsentEvent } from "../record/participant";
import { correctable } from "./correction";
import { whoWroteDown } from "./writers";

const at = "2026-11-22T12:00:00Z";
const bryony = "bryony-cattermoss";

function viewOf(...traits: Trait[]): View {
  return viewAt(aRecord({}, ...traits), Temporal.Instant.from("2026-11-23T10:00:00Z"));
}

function camera(
  answer: ConsentEvent["answer"],
  how: ConsentEvent["how"],
  recordedBy = how === "link" ? bryony : WREN,
): Trait {
  return thenAnswered({ participantId: bryony, scope: "camera", answer, how, at, recordedBy });
}

describe("what staff can put right", () => {
  test.each<[string, Trait[], boolean]>([
    ["a yes that they wrote down", [camera("yes", "paper")], true],
    ["a yes that waits", [camera("no", "phone"), camera("yes", "paper")], true],
    ["a no", [camera("no", "paper")], false],
    ["a change of mind", [camera("withdrawn", "phone")], false],
    ["what came through a link", [camera("yes", "link")], false],
    ["an older yes than the one through their link", [camera("yes", "paper"), camera("yes", "link")], false],
  ])("%s", (_what, traits, can) => {
    const view = viewOf(...traits);
    const [participant] = view.participants;
    if (participant?.id !== bryony) throw new Error("Bryony is not there");
    expect(correctable(view, participant).some(({ scope }) => scope === "camera")).toBe(can);
  });
});

describe("who wrote the answers down", () => {
  const subject = { plannedBy: AMINA, hostOrObserverUserIds: [WREN] };

  test("counts the newest answer of each giver by how it came in", () => {
    const before = whoWroteDown(viewOf(), subject);
    expect(before.routes).toEqual([{ how: "in_person", all: before.all, theirs: before.all }]);
    const own = whoWroteDown(viewOf(camera("no", "link")), subject);
    expect(own).toMatchObject({ all: before.all, theirs: before.theirs - 1 });
    expect(own.routes[0]).toEqual({ how: "link", all: 1, theirs: 0 });
  });

  test("tells those who want it to go ahead from others of the staff", () => {
    const others = { plannedBy: AMINA, hostOrObserverUserIds: [] };
    expect(whoWroteDown(viewOf(), others).theirs).toBe(0);
    const planner = viewOf(camera("yes", "paper", AMINA));
    expect(whoWroteDown(planner, others)).toMatchObject({ theirs: 1 });
    expect(whoWroteDown(planner, others).routes[0]).toEqual({ how: "paper", all: 1, theirs: 1 });
  });
});
