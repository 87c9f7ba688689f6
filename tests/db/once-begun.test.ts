import type { Temporal } from "temporal-polyfill";
import { describe, expect } from "vitest";
import { alertsOf } from "~/components/run-sheet-alerts";
import { findHomeFor } from "~/data/home.server";
import { findLinkDoor, findOwnRecord } from "~/data/own-link-page.server";
import { listRemovalTasks } from "~/data/removal-tasks.server";
import { listWhoLeft, withAllWhoLeft } from "~/data/who-left.server";
import type { SessionRecord } from "~/domain/record/schema";
import { answerThroughLink, changeMindThroughLink } from "~/services/answer-through-link.server";
import { cancelSession } from "~/services/cancel-session.server";
import { changeMedia } from "~/services/change-media.server";
import { finishRemoval } from "~/services/finish-removal.server";
import { openConsentLink } from "~/services/open-consent-link.server";
import { recordConsent } from "~/services/record-consent.server";
import { removeParticipant } from "~/services/remove-participant.server";
import { withdrawConsent } from "~/services/withdraw-consent.server";
import { asked, at, codeOf, done } from "../support/asked-at-ten";
import { publishWords } from "../support/asked-by-link";
import { linkAnswers } from "../support/link-answers";
import { test } from "../support/open-database";
import { recordNow } from "../support/signed-session";
import { storeScenario, type StoredSession } from "../support/stored-session";
import { unreadNoticesOf } from "../support/unread-notices";

const during = (minute: number) => at(`2026-12-03T17:${minute}:00Z`);
const nextDay = at("2026-12-04T09:00:00Z");
const everything = { giverId: null, scopes: "everything", how: "text", at: null } as const;

/** A recorded session of which Caspian has a link, and in which nobody has changed their mind yet. */
async function recorded(change: (record: SessionRecord, caspian: string) => void = () => {}) {
  const stored = await storeScenario("s08", {
    change: (record: SessionRecord) => {
      record.consentEvents = record.consentEvents.filter(({ answer }) => answer !== "withdrawn");
      change(record, record.participants[placeOf(record)]?.id ?? "");
    },
  });
  await publishWords(stored);
  return { stored, owner: await asked(stored, placeOf(stored.record)) };
}

function placeOf({ participants }: SessionRecord): number {
  return participants.findIndex(({ displayName }) => displayName === "Caspian");
}

async function tasksOf({ wren, sessionId }: StoredSession) {
  const tasks = await listRemovalTasks(wren, sessionId);
  return tasks.filter(({ doneAt }) => doneAt === null).map(({ scopes }) => scopes);
}

async function switchRecordingOff(stored: StoredSession, clock: () => Temporal.Instant) {
  const { amina, sessionId } = stored;
  const { media } = (await recordNow(stored)).session;
  const off = { on: false, reason: null, keptWhere: null, seenBy: null, deleteBy: null };
  const form = {
    ...media,
    chat: media.chat.value,
    donations: media.donations.value,
    recording: off,
    aiNotes: off,
  };
  done(await changeMedia(amina, sessionId, form, { version: null, clock }));
}

test("what was recorded before the recording was switched off is to be removed too", async () => {
  const { stored, owner } = await recorded();
  await switchRecordingOff(stored, during(50));
  done(await changeMindThroughLink(owner, ["recording_kept"], { clock: nextDay }));
  expect(await tasksOf(stored)).toEqual([["recording_kept"]]);
  const [told] = await unreadNoticesOf(stored.odalys);
  expect(told).toMatchObject({
    kind: "consent_changed",
    changes: ["taken_back.YP-01.recording_kept"],
  });
});

test("the no of somebody who had never answered is an alert, a task and news", async () => {
  const { stored, owner } = await recorded((record, caspian) => {
    record.consentEvents = record.consentEvents.filter(({ participantId }) => participantId !== caspian);
  });
  const said = await linkAnswers(stored, owner, during(10)(), "no");
  const answers = { camera: "no", recording_kept: "no" } as const;
  done(await answerThroughLink(owner, { ...said, answers }, { clock: during(10) }));
  expect(alertsOf(await recordNow(stored), during(11)())).toEqual([
    "5:10pm, YP-01 Caspian: camera off",
    "5:10pm, YP-01 Caspian: not in a recording that is kept",
  ]);
  expect(await tasksOf(stored)).toEqual([["camera", "recording_kept"]]);
  const [told] = await unreadNoticesOf(stored.odalys);
  expect(told?.changes).toContain("taken_back.YP-01.camera");
});

describe("somebody who is taken off the list while the session is on", () => {
  async function gone(clock = during(12)) {
    const { stored, owner } = await recorded();
    const { amina, sessionId } = stored;
    done(await removeParticipant(amina, sessionId, owner.participantId, { version: null, clock }));
    return { stored, owner };
  }

  test("goes on to change their mind by their link, and what waits of them can be dealt with", async () => {
    const { stored, owner } = await gone();
    const { amina, wren, sessionId } = stored;
    expect(await findLinkDoor(owner, nextDay())).not.toBeNull();
    done(await openConsentLink(owner, { word: "lantern" }, { clock: nextDay }));
    expect((await findOwnRecord(owner, nextDay()))?.participant.displayName).toBe("Caspian");
    done(await changeMindThroughLink(owner, "everything", { clock: nextDay }));
    const [task] = await listRemovalTasks(wren, sessionId);
    expect(task?.scopes).toContain("recording_kept");
    const by = { clock: nextDay };
    done(await finishRemoval(wren, sessionId, owner.participantId, [task?.id ?? ""], by));
    expect((await findHomeFor(amina)).removals).toEqual([]);
  });

  test("has it written down by staff, who find them named", async () => {
    const { stored, owner } = await gone();
    const left = await listWhoLeft(stored.wren, await recordNow(stored));
    expect(left.map(({ displayName }) => displayName)).toEqual(["Caspian"]);
    const { wren, sessionId } = stored;
    done(await withdrawConsent(wren, sessionId, owner.participantId, everything, { clock: nextDay }));
    expect(await tasksOf(stored)).toHaveLength(1);
  });

  test("is told to whoever runs the session, on the sheet and by name", async () => {
    const { stored, owner } = await gone();
    done(await changeMindThroughLink(owner, ["camera"], { clock: during(20) }));
    const everybody = await withAllWhoLeft(stored.wren, await recordNow(stored));
    expect(alertsOf(everybody, during(21)())).toEqual(["5:20pm, YP-01 Caspian: camera off"]);
  });

  test("is gone where that was before the start", async () => {
    const { stored, owner } = await gone(at("2026-12-03T16:00:00Z"));
    expect(await findLinkDoor(owner, nextDay())).toBeNull();
    expect(codeOf(await changeMindThroughLink(owner, "everything", { clock: nextDay }))).toBe("not_usable");
    expect(await listWhoLeft(stored.wren, await recordNow(stored))).toEqual([]);
  });
});

test("a session that is cancelled once it had begun still takes a no: it may have been held", async () => {
  const { stored, owner } = await recorded();
  const { amina, wren, sessionId } = stored;
  done(await cancelSession(amina, sessionId, { reason: "Nobody signed", clock: nextDay }));
  done(await changeMindThroughLink(owner, ["camera"], { clock: nextDay }));
  done(await withdrawConsent(wren, sessionId, owner.participantId, everything, { clock: nextDay }));
  expect(await tasksOf(stored)).toHaveLength(2);
  const yes = { camera: "yes" } as const;
  const recording = {
    giver: { kind: "self" },
    answers: yes,
    asked: {},
    how: "phone",
    at: null,
    understood: true,
    spokenWith: true,
    until: null,
  } as const;
  const late = await recordConsent(amina, sessionId, owner.participantId, recording, {
    seen: null,
    clock: nextDay,
  });
  expect(codeOf(late)).toBe("cancelled");
  const moved = await removeParticipant(amina, sessionId, owner.participantId, {
    version: null,
    clock: nextDay,
  });
  expect(codeOf(moved)).toBe("cancelled");
});

test("a session that was cancelled before its start takes nothing", async () => {
  const { stored, owner } = await recorded();
  const early = at("2026-12-03T16:00:00Z");
  done(await cancelSession(stored.amina, stored.sessionId, { reason: "Snow", clock: early }));
  expect(codeOf(await changeMindThroughLink(owner, ["camera"], { clock: nextDay }))).toBe("cancelled");
});
