import { describe, expect } from "vitest";
import { writeAudienceNotice, type AudienceNotice } from "~/services/write-audience-notice.server";
import { clock, expectGuarded, judged, NOW, recordOf } from "../support/guarded-edit";
import { test } from "../support/open-database";
import { storeScenario } from "../support/stored-session";

const notice: AudienceNotice = {
  points: ["live", "comments", "personal_information", "contact_requests", "donations", "who_to_tell"],
  where: "The opening slide",
  placedOn: "2026-11-20",
  placedTime: "15:00",
  contact: "hello@lanternmoor.example",
  noChild: true,
};

describe("the notice to the audience", () => {
  test("is guarded as every edit, and stands in for each briefing", async () => {
    const stored = await storeScenario("s11-variant-audience-no-notice");
    await expectGuarded(stored, (actor, options) =>
      writeAudienceNotice(actor, stored.sessionId, notice, options),
    );
    expect((await recordOf(stored)).session.audienceNotice).toEqual({
      by: stored.amina.userId,
      recordedAt: NOW.toString(),
      points: notice.points,
      version: 1,
      where: "The opening slide",
      placedAt: "2026-11-20T15:00:00Z",
      contact: "hello@lanternmoor.example",
    });
    for (const id of ["R15", "R16", "R17", "R18", "R19", "R20", "R21"])
      expect([id, (await judged(stored, id)).status]).toEqual([id, "met"]);
  });

  test("is not for young people who take part by name, nor at an hour that clocks skip", async () => {
    const named = await storeScenario("s03");
    const send = (sessionId: string, form: AudienceNotice, actor = named.amina) =>
      writeAudienceNotice(actor, sessionId, form, { version: 1, clock });
    expect(await send(named.sessionId, notice)).toMatchObject({ ok: false, refusal: { code: "named" } });
    const stored = await storeScenario("s11-variant-audience");
    const skipped = { ...notice, placedOn: "2027-03-28", placedTime: "01:30" };
    expect(await send(stored.sessionId, skipped, stored.amina)).toMatchObject({
      ok: false,
      refusal: { code: "no_such_time", field: "placedTime" },
    });
  });
});
