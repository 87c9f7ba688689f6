import { describe, expect } from "vitest";
import { newId } from "~/data/new-id.server";
import type { ChosenMode } from "~/domain/record/session";
import { answerSettings } from "~/services/answer-settings.server";
import { clock, expectGuarded, judged, NOW, recordOf, signOff, versionOf } from "../support/guarded-edit";
import { test } from "../support/open-database";
import { storeScenario, type StoredSession } from "../support/stored-session";

const safe = { answer: "safe", note: null } as const;
const open = { answer: "different", note: "Everybody may come" } as const;

async function ready(changed: ChosenMode["settings"] = {}) {
  const stored = await storeScenario("s04-twin-last-good-day", {
    change: ({ session }) => Object.assign(session.platforms[0]?.settings ?? {}, changed),
  });
  return { stored, chosen: () => chosenIn(stored), modeId: stored.record.platformModes[0]?.id ?? "" };
}

async function chosenIn(stored: StoredSession): Promise<ChosenMode> {
  const [chosen] = (await recordOf(stored)).session.platforms;
  if (!chosen) throw new Error("No platform is chosen");
  return chosen;
}

describe("answering the settings of a platform", () => {
  test("is guarded as every edit, and dates who looked", async () => {
    const { stored, modeId, chosen } = await ready();
    const settings = { who_can_join: safe };
    await expectGuarded(stored, (actor, options) =>
      answerSettings(actor, stored.sessionId, modeId, { settings, looked: true }, options),
    );
    expect(await chosen()).toMatchObject({
      settings,
      checked: { by: stored.amina.userId, recordedAt: NOW.toString() },
    });
    expect(await judged(stored, "R22")).toEqual({ status: "not_answered", codes: ["setting_not_answered"] });
  });

  test("is not for a platform that the session does not use", async () => {
    const { stored } = await ready();
    const answers = { settings: {}, looked: true };
    const outcome = await answerSettings(stored.amina, stored.sessionId, newId(), answers, {
      version: 1,
      clock,
    });
    expect(outcome).toMatchObject({ ok: false, refusal: { code: "not_found" } });
  });

  test("undoes the check where a setting is opened and nobody says that they looked", async () => {
    const { stored, modeId, chosen } = await ready();
    const settings = { ...(await chosen()).settings, who_can_join: open };
    const answers = { settings, looked: false };
    await answerSettings(stored.amina, stored.sessionId, modeId, answers, { version: 1, clock });
    expect((await chosen()).checked).toBeNull();
    expect(await judged(stored, "R22")).toEqual({ status: "not_answered", codes: ["settings_not_checked"] });
  });

  test("keeps check and sign-off where it only keeps more people out", async () => {
    const { stored, modeId, chosen } = await ready({ who_can_join: open });
    const standing = await signOff(stored);
    const before = await chosen();
    const answers = { settings: { ...before.settings, who_can_join: safe }, looked: false };
    const options = { version: await versionOf(stored), clock };
    const outcome = await answerSettings(stored.amina, stored.sessionId, modeId, answers, options);
    expect(outcome).toMatchObject({ ok: true, value: { effect: "carried_forward" } });
    expect((await chosen()).checked).toEqual(before.checked);
    expect(await standing()).toBe("signed");
  });
});
