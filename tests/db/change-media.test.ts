import { describe, expect } from "vitest";
import type { Session } from "~/domain/record/session";
import { readSessionRecord } from "~/domain/record/read";
import { mediaAfter, type MediaChange } from "~/domain/session/media-after";
import { changeMedia } from "~/services/change-media.server";
import { exportSessionRecord } from "~/services/export-session-record.server";
import { clock, expectGuarded, NOW, recordOf, signOff, versionOf } from "../support/guarded-edit";
import { test } from "../support/open-database";
import { storeScenario, type StoredSession } from "../support/stored-session";

type Media = Session["media"];

function asChange({ chat, donations, recording, aiNotes, ...rest }: Media): MediaChange {
  const { since: _, ...recordingKept } = recording;
  const { since: __, ...notesKept } = aiNotes;
  return {
    ...rest,
    chat: chat.value,
    donations: donations.value,
    recording: recordingKept,
    aiNotes: notesKept,
  };
}

const mediaOf = async (stored: StoredSession) => (await recordOf(stored)).session.media;

describe("changing what is shown and kept", () => {
  test("is guarded as every edit", async () => {
    const stored = await storeScenario("s03");
    const form = { ...asChange(await mediaOf(stored)), images: true };
    await expectGuarded(stored, (actor, options) => changeMedia(actor, stored.sessionId, form, options));
    expect((await mediaOf(stored)).images).toBe(true);
  });

  test("forgets why something was kept when it is switched off, and carries a sign-off forward", async () => {
    const stored = await storeScenario("s04-twin-last-good-day", {
      change: ({ session }) => (session.media.chat.value = "host_only"),
    });
    const standing = await signOff(stored);
    const before = await mediaOf(stored);
    const form = { ...asChange(before), chat: "off" as const };
    const options = { version: await versionOf(stored), clock };
    const outcome = await changeMedia(stored.amina, stored.sessionId, form, options);
    expect(outcome).toMatchObject({ ok: true, value: { effect: "carried_forward" } });
    expect((await mediaOf(stored)).chat).toEqual({ value: "off", since: before.chat.since });
    expect(await standing()).toBe("signed");
  });

  test("keeps what photos are for and where it is shown again, in the record that leaves too", async () => {
    const stored = await storeScenario("s03");
    const { amina, sessionId } = stored;
    const imagesUse = { purpose: "Our web page", until: "2027-01-11" };
    const replayUse = { where: "The town hall", until: null };
    const form = { ...asChange(await mediaOf(stored)), images: true, imagesUse, replay: true, replayUse };
    const early = { ...form, imagesUse: { ...imagesUse, until: "2026-12-01" } };
    expect(await changeMedia(amina, sessionId, early, { version: null, clock })).toMatchObject({
      refusal: { code: "until_before_session", field: "imagesUse.until" },
    });
    const shortReplay = { ...form, replayUse: { ...replayUse, until: "2026-12-01" } };
    expect(await changeMedia(amina, sessionId, shortReplay, { version: null, clock })).toMatchObject({
      refusal: { code: "until_before_session", field: "replayUse.until" },
    });
    expect(await changeMedia(amina, sessionId, form, { version: null, clock })).toMatchObject({ ok: true });
    expect(await mediaOf(stored)).toMatchObject({ imagesUse, replayUse });
    const exported = (namesBecause: string | null) =>
      exportSessionRecord(amina, sessionId, { format: "json", namesBecause }, { clock });
    const read = async (namesBecause: string | null) => {
      const file = await exported(namesBecause);
      if (!file.ok) throw new Error(file.refusal.message);
      const record = readSessionRecord(JSON.parse(Buffer.from(file.value.bytes).toString("utf8")));
      if (!record.ok) throw new Error(JSON.stringify(record.problems));
      return record.record.session.media;
    };
    expect(await read(null)).toMatchObject({
      imagesUse: { purpose: "[withheld]", until: "2027-01-11" },
      replayUse: { where: "[withheld]", until: null },
    });

    const off = { ...form, images: false, replay: false };
    await changeMedia(amina, sessionId, off, { version: null, clock });
    const after = Object.keys(await mediaOf(stored));
    expect(after).not.toContain("imagesUse");
    expect(after).not.toContain("replayUse");
  });

  test("lapses a sign-off when recording is switched on", async () => {
    const stored = await storeScenario("s04-twin-last-good-day");
    const standing = await signOff(stored);
    const on = {
      on: true,
      reason: "Feedback",
      keptWhere: "Staff drive",
      seenBy: "Odalys",
      deleteBy: "2027-01-11",
    };
    const form = { ...asChange(await mediaOf(stored)), recording: on };
    const options = { version: await versionOf(stored), clock };
    await changeMedia(stored.amina, stored.sessionId, form, options);
    expect((await mediaOf(stored)).recording).toEqual({ ...on, since: NOW.toString() });
    expect(await standing()).toBe("lapsed");
  });
});

describe("the moments since when something is open or kept", () => {
  test("move when it is opened, opened further or switched on or off, and at no other time", async () => {
    const base = await mediaOf(await storeScenario("s03"));
    const later = "2026-11-24T09:00:00Z";
    const since = base.chat.since;
    const after = (change: Partial<MediaChange>, before: Media = base) =>
      mediaAfter(before, { ...asChange(before), ...change }, later);
    const open: Media = { ...base, chat: { value: "open", since } };
    expect(after({ chat: "moderated" }).chat.since).toBe(later);
    expect(after({ chat: "off" }).chat.since).toBe(since);
    expect(after({ chat: "moderated" }, open).chat.since).toBe(since);
    expect(after({ donations: "on" }).donations.since).toBe(later);
    expect(after({ donations: "not_known" }).donations.since).toBe(base.donations.since);
    expect(after({ donations: null }).donations).toEqual(base.donations);
    expect(after({ recording: { ...asChange(base).recording, reason: "Training" } }).recording.since).toBe(
      base.recording.since,
    );
    const off = after({ recording: { ...asChange(base).recording, on: false } }).recording;
    expect(off).toEqual({
      on: false,
      since: later,
      reason: null,
      keptWhere: null,
      seenBy: null,
      deleteBy: null,
    });
    expect(after({ recording: { ...off, on: true } }, { ...base, recording: off }).recording.since).toBe(
      later,
    );
  });
});
