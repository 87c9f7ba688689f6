import { describe, expect } from "vitest";
import { considerWatchers } from "~/services/consider-watchers.server";
import { clock, expectGuarded, judged, NOW, recordOf } from "../support/guarded-edit";
import { test } from "../support/open-database";
import { storeScenario } from "../support/stored-session";

const limited = { answer: "yes" as const, how: "Waiting room", reason: "left from before" };
const saved = { answer: "yes" as const, how: "First names only", reason: null };

describe("considering who can watch", () => {
  test("is guarded as every edit, and keeps only what belongs to the answer", async () => {
    const stored = await storeScenario("s07-variant-blank");
    await expectGuarded(stored, (actor, options) =>
      considerWatchers(actor, stored.sessionId, { restricted: limited, saving: saved }, options),
    );
    const by = { by: stored.amina.userId, recordedAt: NOW.toString() };
    const { audienceRestricted, saving } = (await recordOf(stored)).session;
    expect(audienceRestricted).toEqual({ ...by, answer: "yes", how: "Waiting room", reason: null });
    expect(saving).toEqual({ ...by, ...saved });
    expect((await judged(stored, "R28")).codes).toEqual(["contradicts_mode"]);
  });

  test("takes a considered no, which the approver is asked to accept", async () => {
    const stored = await storeScenario("s07-variant-blank");
    const no = { answer: "no" as const, how: null, reason: "Open to all families" };
    const form = { restricted: no, saving: saved };
    await considerWatchers(stored.amina, stored.sessionId, form, { version: 1, clock });
    expect((await judged(stored, "R28")).codes).toEqual(["needs_acceptance"]);
  });

  test("is not for a stream that somebody else hosts", async () => {
    const stored = await storeScenario("s06");
    const form = { restricted: limited, saving: saved };
    const outcome = await considerWatchers(stored.amina, stored.sessionId, form, { version: 1, clock });
    expect(outcome).toMatchObject({ ok: false, refusal: { code: "not_hosting" } });
  });
});
