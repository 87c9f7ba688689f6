import { describe, expect } from "vitest";
import { planAccessibility } from "~/services/plan-accessibility.server";
import { clock, expectGuarded, judged, NOW, recordOf } from "../support/guarded-edit";
import { test } from "../support/open-database";
import { eventTypes } from "../support/recorded-events";
import { storeScenario } from "../support/stored-session";

describe("planning accessibility", () => {
  test("is guarded as every edit, and records who stated that needs were asked about", async () => {
    const stored = await storeScenario("edge-need-without-a-feature");
    expect((await judged(stored, "R24")).codes).toEqual(["need_not_met"]);
    const { participants } = stored.record;
    const need = participants.flatMap(({ needs }) => needs)[0] ?? "captions";
    const form = {
      features: ["captions" as const],
      arrangements: [{ need, arrangement: "Wren signs" }],
      asked: true,
    };
    await expectGuarded(stored, (actor, options) =>
      planAccessibility(actor, stored.sessionId, form, options),
    );
    expect(await judged(stored, "R24")).toEqual({ status: "met", codes: [] });
    const stated = (await recordOf(stored)).statements.filter(({ kind }) => kind === "needs_asked");
    expect(stated.at(-1)).toMatchObject({
      by: stored.amina.userId,
      as: "planner",
      statedOn: "2026-11-23",
      recordedAt: NOW.toString(),
      answer: "yes",
    });
    expect((await eventTypes(stored.amina)).filter((type) => type === "statement.made")).toHaveLength(1);
  });

  test("states nothing that was not ticked", async () => {
    const stored = await storeScenario("s03");
    const form = { features: [], arrangements: [], asked: false };
    await planAccessibility(stored.amina, stored.sessionId, form, { version: 1, clock });
    expect((await recordOf(stored)).statements).toHaveLength(stored.record.statements.length);
    expect((await judged(stored, "R24")).codes).toEqual(["no_feature"]);
  });
});
