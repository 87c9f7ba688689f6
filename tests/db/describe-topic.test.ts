import { describe, expect } from "vitest";
import { describeTopic } from "~/services/describe-topic.server";
import { clock, expectGuarded, judged, NOW, recordOf } from "../support/guarded-edit";
import { test } from "../support/open-database";
import { storeScenario } from "../support/stored-session";

const form = {
  topic: "Leaving school",
  flags: ["bereavement"],
  adjustments: "A note beforehand",
  considered: true,
};

describe("describing the topic", () => {
  test("is guarded as every edit, and asks the safeguarding lead to look again", async () => {
    const stored = await storeScenario("s03");
    await expectGuarded(stored, (actor, options) => describeTopic(actor, stored.sessionId, form, options));
    expect((await recordOf(stored)).session.topic).toEqual({
      text: "Leaving school",
      flags: ["bereavement"],
      adjustments: "A note beforehand",
      changedAt: NOW.toString(),
    });
    expect(await judged(stored, "R26")).toEqual({ status: "met", codes: [] });
    expect((await judged(stored, "R27")).codes).toEqual(["lead_outdated"]);
  });

  test("leaves what was stated alone where only the adjustments change", async () => {
    const stored = await storeScenario("s03");
    const { topic } = stored.record.session;
    const same = { topic: topic?.text ?? "", flags: [], adjustments: "Breaks", considered: false };
    await describeTopic(stored.amina, stored.sessionId, same, { version: 1, clock });
    expect((await recordOf(stored)).session.topic).toEqual({ ...topic, adjustments: "Breaks" });
    expect((await judged(stored, "R27")).status).toBe("met");
  });

  test("refuses subjects from elsewhere, and subjects of no topic", async () => {
    const stored = await storeScenario("s03");
    const send = (changes: object) =>
      describeTopic(stored.amina, stored.sessionId, { ...form, ...changes }, { version: 1, clock });
    expect(await send({ flags: ["Jory"] })).toMatchObject({
      refusal: { code: "unknown_subject", field: "flags" },
    });
    expect(await send({ topic: null })).toMatchObject({ refusal: { code: "topic_missing", field: "topic" } });
    expect(await send({ topic: null, flags: [], adjustments: null })).toMatchObject({ ok: true });
  });
});
