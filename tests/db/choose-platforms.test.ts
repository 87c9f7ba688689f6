import { Temporal } from "temporal-polyfill";
import { describe, expect } from "vitest";
import { newId } from "~/data/new-id.server";
import { listPlatformChoices } from "~/data/platform-choices.server";
import { whatIfPlatforms } from "~/domain/session/platform-what-if";
import { addPlatformModes } from "~/services/add-platform-modes.server";
import { choosePlatforms } from "~/services/choose-platforms.server";
import { clock, expectGuarded, judged, NOW, recordOf, signOff, versionOf } from "../support/guarded-edit";
import { test } from "../support/open-database";
import { storeScenario, type StoredSession } from "../support/stored-session";

const READY = "s04-twin-last-good-day";

async function youtube({ amina }: StoredSession): Promise<string> {
  const added = await addPlatformModes(amina, ["youtube-private"], { clock });
  if (!added.ok) throw new Error(added.refusal.message);
  return added.value.modeIds[0] ?? "";
}

describe("choosing platforms", () => {
  test("is guarded as every edit", async () => {
    const stored = await storeScenario(READY);
    const modeIds = [await youtube(stored)];
    await expectGuarded(stored, (actor, options) =>
      choosePlatforms(actor, stored.sessionId, { modeIds }, options),
    );
  });

  test("keeps the settings and the date of a mode that stays, and dates the one that is new", async () => {
    const stored = await storeScenario(READY);
    const { amina, sessionId } = stored;
    const [teams] = (await recordOf(stored)).session.platforms;
    const second = await youtube(stored);
    const modeIds = [teams?.modeId ?? "", second];
    await choosePlatforms(amina, sessionId, { modeIds }, { version: await versionOf(stored), clock });
    expect((await recordOf(stored)).session.platforms).toEqual([
      teams,
      { modeId: second, chosenAt: NOW.toString(), settings: {}, checked: null },
    ]);
    expect(await judged(stored, "R15")).toMatchObject({ status: "not_answered" });
  });

  test("refuses a mode that is not the organisation's, and one that is given twice", async () => {
    const stored = await storeScenario(READY);
    const { amina, sessionId } = stored;
    const other = await storeScenario(READY);
    const strange = other.record.platformModes[0]?.id ?? "";
    const choose = (modeIds: string[]) =>
      choosePlatforms(amina, sessionId, { modeIds }, { version: 1, clock });
    expect(await choose([strange])).toMatchObject({
      ok: false,
      refusal: { code: "unknown_platform", field: "entry" },
    });
    expect(await choose([newId()])).toMatchObject({ ok: false, refusal: { code: "unknown_platform" } });
    const teams = stored.record.platformModes[0]?.id ?? "";
    expect(await choose([teams, teams])).toMatchObject({ ok: false, refusal: { code: "twice" } });
    expect(await choose([])).toMatchObject({ ok: true });
  });
});

describe("what a change of platform would undo", () => {
  test("is told before a sign-off ends, and is what then happens", async () => {
    const stored = await storeScenario(READY);
    const standing = await signOff(stored);
    const modeIds = [await youtube(stored)];
    const record = await recordOf(stored);
    const modes = await listPlatformChoices(stored.amina, []);
    expect(whatIfPlatforms(record, modeIds, modes, NOW)).toMatchObject({
      endsSignOff: true,
      again: [
        expect.stringContaining("5 young people to brief again"),
        expect.stringContaining("5 young people to ask for consent again"),
        "3 statements to make again",
        "Your answer on who can watch and who could save the stream, to think about again",
        "The settings that you answered for Teams meeting: they are not kept",
      ],
    });
    const options = { version: await versionOf(stored), clock };
    const done = await choosePlatforms(stored.amina, stored.sessionId, { modeIds }, options);
    expect(done).toMatchObject({ ok: true, value: { effect: "lapsed" } });
    expect(await standing()).toBe("lapsed");
  });

  test("is nothing where the same is chosen, or nothing was done yet", async () => {
    const stored = await storeScenario(READY, {
      change: (record) => {
        record.session.platforms = [];
        record.session.audienceRestricted = null;
        record.session.saving = null;
        record.briefings = [];
        record.consentEvents = [];
        record.statements = record.statements.filter(({ about }) => about.kind !== "session");
      },
    });
    const modeIds = [await youtube(stored)];
    const record = await recordOf(stored);
    const modes = await listPlatformChoices(stored.amina, []);
    expect(whatIfPlatforms(record, modeIds, modes, NOW)).toBeNull();
    const planned = await storeScenario(READY);
    const same = planned.record.session.platforms.map(({ modeId }) => modeId);
    const theirs = await listPlatformChoices(planned.amina, same);
    expect(whatIfPlatforms(await recordOf(planned), same, theirs, Temporal.Instant.from(NOW))).toBeNull();
  });
});
