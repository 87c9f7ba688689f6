import { describe, expect } from "vitest";
import { listWideners } from "~/data/lock-session.server";
import { readOrganisation } from "~/data/database.server";
import { considerParticipants } from "~/services/consider-participants.server";
import { clock, expectGuarded, judged, recordOf, signOff, versionOf } from "../support/guarded-edit";
import { test } from "../support/open-database";
import { storeScenario } from "../support/stored-session";

const yes = { inPlace: true, arrangements: "Wren stays for an hour", content: null };

describe("a safeguarding lead's consideration", () => {
  test("is the lead's alone: neither planner nor approver may record it", async () => {
    const stored = await storeScenario("s03");
    const edit: Parameters<typeof expectGuarded>[1] = (actor, options) =>
      considerParticipants(actor, stored.sessionId, yes, options);
    expect(await edit(stored.amina, { version: 1, clock })).toMatchObject({ refusal: { code: "forbidden" } });
    await expectGuarded(stored, edit, stored.petra);
    const stated = (await recordOf(stored)).statements
      .filter(({ kind }) => kind === "lead_considered")
      .at(-1);
    expect(stated).toMatchObject({
      by: stored.petra.userId,
      as: "safeguarding_lead",
      answer: "yes",
      note: "Wren stays for an hour",
    });
    expect(await judged(stored, "R27")).toEqual({ status: "met", codes: [] });
  });

  test("a no makes the session not ready and ends a sign-off, and widens nothing", async () => {
    const stored = await storeScenario("s04-twin-last-good-day");
    const standing = await signOff(stored);
    const { petra, sessionId } = stored;
    const no = { inPlace: false, arrangements: null, content: null };
    await considerParticipants(petra, sessionId, no, { version: await versionOf(stored), clock });
    expect((await judged(stored, "R27")).codes).toEqual(["lead_not_content"]);
    expect(await standing()).toBe("lapsed");
    const wideners = await readOrganisation(
      { organisationId: petra.organisationId, actorId: petra.userId },
      (tx) => listWideners(tx, petra.organisationId, sessionId),
    );
    expect(wideners).not.toContain(petra.userId);
  });

  test("speaks of content only where a sensitive stream is joined", async () => {
    const content = { handled: true, note: "A note beforehand" };
    const joined = await storeScenario("s06-variant-no-lead-note");
    expect((await judged(joined, "R32")).codes).toEqual(["lead_note_missing"]);
    await considerParticipants(joined.petra, joined.sessionId, { ...yes, content }, { version: 1, clock });
    expect(await judged(joined, "R32")).toEqual({ status: "met", codes: [] });
    const hosted = await storeScenario("s03");
    const outcome = await considerParticipants(
      hosted.petra,
      hosted.sessionId,
      { ...yes, content },
      { version: 1, clock },
    );
    expect(outcome).toMatchObject({ ok: false, refusal: { code: "no_content_to_note" } });
  });
});
