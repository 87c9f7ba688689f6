import { describe, expect } from "vitest";
import type { SessionRecord } from "~/domain/record/schema";
import { recordOrganiser, type OrganiserAnswers } from "~/services/record-organiser.server";
import { clock, expectGuarded, judged, NOW, recordOf } from "../support/guarded-edit";
import { test } from "../support/open-database";
import { storeScenario } from "../support/stored-session";

function asAnswers({ session }: SessionRecord): OrganiserAnswers {
  const bare = <T extends { by: string; recordedAt: string }>(part: T | null | undefined) => {
    if (!part) return null;
    const { by: _, recordedAt: __, ...rest } = part;
    return rest;
  };
  const { organiser } = session;
  return {
    name: organiser?.name ?? "",
    content: bare(organiser?.content),
    suitability: bare(organiser?.suitability),
    saved: bare(organiser?.saved),
    reused: bare(organiser?.reused),
  };
}

describe("recording what the organiser told us", () => {
  test("is guarded as every edit, and dates only the part that says something else", async () => {
    const stored = await storeScenario("s06-variant-both-given");
    const before = stored.record.session.organiser;
    const answers = asAnswers(stored.record);
    const saved = answers.saved && { ...answers.saved, answer: "not_known" as const };
    await expectGuarded(stored, (actor, options) =>
      recordOrganiser(actor, stored.sessionId, { ...answers, saved }, options),
    );
    const { organiser } = (await recordOf(stored)).session;
    expect(organiser).toEqual({
      ...before,
      saved: { ...before?.saved, answer: "not_known", by: stored.amina.userId, recordedAt: NOW.toString() },
    });
    expect((await judged(stored, "R33")).codes).toEqual(["not_known"]);
    expect((await judged(stored, "R34")).status).toBe("met");
  });

  test("keeps what the organiser gets to know, and no trace of it once it is not known", async () => {
    const stored = await storeScenario("s06-variant-both-given");
    const answers = asAnswers(stored.record);
    const record = (dataUse: string | null) =>
      recordOrganiser(stored.amina, stored.sessionId, { ...answers, dataUse }, { version: null, clock });
    expect(await record("First names, to greet them")).toMatchObject({ ok: true });
    const { organiser } = (await recordOf(stored)).session;
    expect(organiser).toEqual({ ...stored.record.session.organiser, dataUse: "First names, to greet them" });
    await record(null);
    expect(Object.keys((await recordOf(stored)).session.organiser ?? {})).not.toContain("dataUse");
  });

  test("other content asks anew whether it suits those who watch", async () => {
    const stored = await storeScenario("s06-variant-both-given");
    const answers = asAnswers(stored.record);
    const content = answers.content && { ...answers.content, outline: "Something else" };
    await recordOrganiser(stored.amina, stored.sessionId, { ...answers, content }, { version: 1, clock });
    expect((await judged(stored, "R32")).codes).toContain("suitability_outdated");
  });

  test("is not for a session that we host", async () => {
    const stored = await storeScenario("s03");
    const answers = { name: "Kestrel", content: null, suitability: null, saved: null, reused: null };
    const outcome = await recordOrganiser(stored.amina, stored.sessionId, answers, { version: 1, clock });
    expect(outcome).toMatchObject({ ok: false, refusal: { code: "hosting" } });
  });
});
