import { Temporal } from "temporal-polyfill";
import { describe, expect } from "vitest";
import { alertsOf } from "~/components/run-sheet-alerts";
import { readOrganisation } from "~/data/database.server";
import { findHomeFor } from "~/data/home.server";
import { listUnreadNotices } from "~/data/notices.server";
import { listRemovalTasks } from "~/data/removal-tasks.server";
import { findSessionFor } from "~/data/session-page.server";
import type { Actor } from "~/domain/actor";
import type { SessionRecord } from "~/domain/record/schema";
import { shownNotice } from "~/http/shown-notice";
import { cancelSession } from "~/services/cancel-session.server";
import { changeDetails } from "~/services/change-details.server";
import { changeMedia } from "~/services/change-media.server";
import { changeParticipant } from "~/services/change-participant.server";
import { finishRemoval } from "~/services/finish-removal.server";
import { markNoticesRead } from "~/services/mark-notices-read.server";
import { markSessionReady } from "~/services/mark-session-ready.server";
import { recordConsent } from "~/services/record-consent.server";
import { signOffSession } from "~/services/sign-off-session.server";
import { withdrawConsent } from "~/services/withdraw-consent.server";
import { test } from "../support/open-database";
import { eventTypes } from "../support/recorded-events";
import { storeScenario, type StoredSession } from "../support/stored-session";
import { unreadNoticesOf } from "../support/unread-notices";

const at = (moment: string) => ({ clock: () => Temporal.Instant.from(moment) });
const signedAt = "2026-11-22T10:00:00Z";
const withdrawnAt = "2026-11-23T09:00:00Z";
const fixedAt = "2026-11-23T09:30:00Z";

/** S8 as it stands before anybody changed their mind. */
function newYearPlans(change: (record: SessionRecord) => void = () => {}): Promise<StoredSession> {
  return storeScenario("s08", {
    change: (record: SessionRecord) => {
      change(record);
      record.consentEvents = record.consentEvents.filter(({ answer }) => answer !== "withdrawn");
    },
  });
}

async function judgedAt({ amina, sessionId }: StoredSession, moment: string) {
  const found = await findSessionFor(amina, sessionId, Temporal.Instant.from(moment));
  if (!found) throw new Error("The planner sees no session");
  return found;
}

const statusAt = async (stored: StoredSession, moment: string) => (await judgedAt(stored, moment)).status;

async function signed(): Promise<StoredSession> {
  const stored = await newYearPlans();
  const { amina, idris, sessionId } = stored;
  const { version, digest } = await judgedAt(stored, signedAt);
  expect(await markSessionReady(amina, sessionId, { version, ...at(signedAt) })).toMatchObject({ ok: true });
  const done = { seen: digest, accepted: [], adultsSuit: true, ...at(signedAt) };
  expect(await signOffSession(idris, sessionId, done)).toMatchObject({ ok: true });
  return stored;
}

function caspianOf({ record }: StoredSession) {
  const caspian = record.participants.find(({ displayName }) => displayName === "Caspian");
  if (!caspian) throw new Error("Caspian does not take part");
  return caspian;
}

function withdraw(stored: StoredSession, moment: string) {
  const scopes = ["camera", "recording_kept"] as const;
  const withdrawal = { giverId: null, scopes, how: "text" as const, at: null };
  return withdrawConsent(stored.wren, stored.sessionId, caspianOf(stored).id, withdrawal, at(moment));
}

async function recordingOff(stored: StoredSession) {
  const { record, version } = await judgedAt(stored, fixedAt);
  const { media } = record.session;
  const off = { on: false, reason: null, keptWhere: null, seenBy: null, deleteBy: null };
  const form = {
    ...media,
    chat: media.chat.value,
    donations: media.donations.value,
    recording: off,
    aiNotes: off,
  };
  return changeMedia(stored.amina, stored.sessionId, form, { version, ...at(fixedAt) });
}

async function cameraOff(stored: StoredSession) {
  const { version } = await judgedAt(stored, fixedAt);
  const { id, exposure, ...caspian } = caspianOf(stored);
  const answers = {
    ...caspian,
    exposure: { ...exposure, camera: false },
    nameCheck: "surname" as const,
    confirmedName: null,
    notCaptured: false,
  };
  return changeParticipant(stored.amina, stored.sessionId, id, answers, { version, ...at(fixedAt) });
}

function answerAgain(stored: StoredSession) {
  const recorded = {
    giver: { kind: "self" as const },
    how: "in_person" as const,
    at: null,
    until: null,
    answers: { camera: "yes" as const, recording_kept: "yes" as const },
    asked: {},
    understood: true,
    spokenWith: true,
  };
  const { id } = caspianOf(stored);
  return recordConsent(stored.wren, stored.sessionId, id, recorded, { seen: null, ...at(fixedAt) });
}

async function toldTo(actor: Actor): Promise<string[]> {
  const scope = { organisationId: actor.organisationId, actorId: actor.userId };
  const notices = await readOrganisation(scope, (tx) => listUnreadNotices(tx, actor, 50));
  return notices.map(({ kind }) => kind).reverse();
}

describe("a young person changes their mind after the sign-off", () => {
  test("suspends it at once and tells planner, approver and host, naming nobody", async () => {
    const stored = await signed();
    expect(await statusAt(stored, "2026-11-22T12:00:00Z")).toBe("signed_off");
    expect(await withdraw(stored, withdrawnAt)).toMatchObject({ ok: true, value: { effect: "suspended" } });
    expect(await statusAt(stored, withdrawnAt)).toBe("sign_off_suspended");
    expect(await toldTo(stored.amina)).toEqual(["signed_off", "sign_off_suspended"]);
    expect(await toldTo(stored.idris)).toEqual(["sign_off_suspended"]);
    expect(await toldTo(stored.odalys)).toEqual(["sign_off_suspended"]);
    expect(await toldTo(stored.petra)).toEqual([]);
    const [signOff] = (await judgedAt(stored, withdrawnAt)).record.signOffs;
    expect(signOff?.events).toMatchObject([{ kind: "suspended", changes: ["consent"] }]);
    expect(signOff?.facts.consentEvents).toHaveLength(stored.record.consentEvents.length);
  });

  test("a fix that only narrows restores it, once nothing is left in the way", async () => {
    const stored = await signed();
    await withdraw(stored, withdrawnAt);
    expect(await recordingOff(stored)).toMatchObject({ ok: true, value: { effect: "nothing" } });
    expect(await statusAt(stored, fixedAt)).toBe("sign_off_suspended");
    expect(await cameraOff(stored)).toMatchObject({ ok: true, value: { effect: "restored" } });
    expect(await statusAt(stored, fixedAt)).toBe("signed_off");
    expect((await toldTo(stored.idris)).at(-1)).toBe("sign_off_restored");
  });

  test("a yes once more ends it: it needs signing again, and no narrowing brings it back", async () => {
    const stored = await signed();
    await withdraw(stored, withdrawnAt);
    const again = await answerAgain(stored);
    expect(again).toMatchObject({ ok: true, value: { effect: "lapsed" } });
    expect(await statusAt(stored, fixedAt)).toBe("sign_off_lapsed");
    expect((await toldTo(stored.idris)).at(-1)).toBe("sign_off_lapsed");
    expect(await recordingOff(stored)).toMatchObject({ ok: true, value: { effect: "nothing" } });
    expect(await statusAt(stored, fixedAt)).toBe("sign_off_lapsed");
    const { version } = await judgedAt(stored, fixedAt);
    const sent = await markSessionReady(stored.amina, stored.sessionId, { version, ...at(fixedAt) });
    expect(sent).toMatchObject({ ok: true });
    const { status, digest } = await judgedAt(stored, fixedAt);
    expect(status).toBe("waiting_for_sign_off");
    const done = { seen: digest, accepted: [], adultsSuit: true, ...at(fixedAt) };
    expect(await signOffSession(stored.idris, stored.sessionId, done)).toMatchObject({ ok: true });
  });

  test("any other edit ends it for good: narrowing does not bring it back", async () => {
    const stored = await signed();
    await withdraw(stored, withdrawnAt);
    const { record, version } = await judgedAt(stored, fixedAt);
    const moved = {
      ...record.session,
      titleConfirmed: false,
      where: "Small room upstairs",
      placeKind: "open" as const,
      placeSuitable: true,
    };
    const edit = await changeDetails(stored.amina, stored.sessionId, moved, { version, ...at(fixedAt) });
    expect(edit).toMatchObject({ ok: true, value: { effect: "lapsed" } });
    expect(await recordingOff(stored)).toMatchObject({ ok: true, value: { effect: "nothing" } });
    expect(await cameraOff(stored)).toMatchObject({ ok: true, value: { effect: "nothing" } });
    expect(await statusAt(stored, fixedAt)).toBe("sign_off_lapsed");
  });

  test("after the session it stays finished, and who held it is told to look at what was kept", async () => {
    const stored = await signed();
    const after = "2026-12-04T09:00:00Z";
    expect(await withdraw(stored, after)).toMatchObject({ ok: true, value: { effect: "nothing" } });
    expect(await statusAt(stored, after)).toBe("finished");
    expect((await toldTo(stored.odalys)).at(-1)).toBe("consent_changed_after");
    const [told] = await unreadNoticesOf(stored.odalys);
    expect(told?.changes).toEqual(["consent", "taken_back.YP-01.camera", "taken_back.YP-01.recording_kept"]);
  });

  test("after the session a task with a date says what to stop using, until somebody says that it is done", async () => {
    const stored = await signed();
    const { amina, wren, sessionId } = stored;
    expect(await listRemovalTasks(wren, sessionId)).toEqual([]);
    await withdraw(stored, "2026-12-04T09:00:00Z");
    const open = { code: "YP-01", scopes: ["camera", "recording_kept"], dueOn: "2026-12-07" };
    expect(await listRemovalTasks(wren, sessionId)).toMatchObject([{ ...open, doneAt: null, doneBy: null }]);
    const waiting = [{ sessionId, dueOn: "2026-12-07" }];
    expect((await findHomeFor(amina)).removals).toMatchObject(waiting);
    expect((await findHomeFor(stored.stranger)).removals).toEqual([]);

    const shown = (await listRemovalTasks(wren, sessionId)).map(({ id }) => id);
    const { id: participantId } = caspianOf(stored);
    const voice = { giverId: null, scopes: ["voice" as const], how: "phone" as const, at: null };
    const later = at("2026-12-05T08:00:00Z");
    expect(await withdrawConsent(wren, sessionId, participantId, voice, later)).toMatchObject({ ok: true });
    const done = (ids: string[]) =>
      finishRemoval(wren, sessionId, participantId, ids, at("2026-12-05T09:00:00Z"));
    expect(await done([])).toMatchObject({ ok: false, refusal: { code: "nothing_waits" } });
    expect(await done(shown)).toMatchObject({ ok: true });
    expect(await done(shown)).toMatchObject({ ok: false, refusal: { code: "nothing_waits" } });
    const tasks = await listRemovalTasks(wren, sessionId);
    const since = tasks.filter(({ doneAt }) => doneAt === null);
    expect(since).toMatchObject([{ code: "YP-01", scopes: ["voice"] }]);
    expect((await findHomeFor(amina)).removals).toHaveLength(1);
    expect(await done(since.map(({ id }) => id))).toMatchObject({ ok: true });
    const closed = tasks.find(({ id }) => shown.includes(id));
    expect(closed).toMatchObject({ doneAt: "2026-12-05T09:00:00Z", doneBy: "Wren Castellow" });
    expect((await findHomeFor(amina)).removals).toEqual([]);
    expect(await eventTypes(amina)).toEqual(expect.arrayContaining(["removal.opened", "removal.done"]));
  });

  test("before the start, or where nothing is kept, nothing is to be removed", async () => {
    const early = await signed();
    await withdraw(early, withdrawnAt);
    expect(await listRemovalTasks(early.wren, early.sessionId)).toEqual([]);
    const nothingKept = await newYearPlans((record) => {
      record.session.media.recording.on = false;
    });
    await withdraw(nothingKept, "2026-12-04T09:00:00Z");
    expect(await listRemovalTasks(nothingKept.wren, nothingKept.sessionId)).toEqual([]);
  });

  test("where nobody has signed yet, planner and host are told what to change, by session code", async () => {
    const stored = await newYearPlans();
    await withdraw(stored, withdrawnAt);
    for (const actor of [stored.amina, stored.odalys]) {
      const [told] = await unreadNoticesOf(actor);
      expect(told).toMatchObject({
        kind: "consent_changed",
        changes: ["taken_back.YP-01.camera", "taken_back.YP-01.recording_kept"],
      });
      const shown = shownNotice(told!);
      expect(shown.changes).toEqual(["YP-01: camera off", "YP-01: not in a recording that is kept"]);
      expect(shown.title).toMatch(/^LY-/);
      expect(JSON.stringify(shown)).not.toMatch(/Caspian|New Year/);
    }
  });

  test("while it is live it stays live, suspended in its history", async () => {
    const stored = await signed();
    const live = "2026-12-03T17:10:00Z";
    expect(await withdraw(stored, live)).toMatchObject({ ok: true, value: { effect: "suspended" } });
    expect(await statusAt(stored, live)).toBe("live");
    expect((await toldTo(stored.odalys)).at(-1)).toBe("sign_off_suspended");
    const { record } = await judgedAt(stored, live);
    expect(alertsOf(record, Temporal.Instant.from(live))).toEqual([
      "5:10pm, YP-01 Caspian: camera off",
      "5:10pm, YP-01 Caspian: not in a recording that is kept",
    ]);
    expect(await listRemovalTasks(stored.wren, stored.sessionId)).toHaveLength(1);
  });
});

test("what somebody was told is marked as read by them alone", async () => {
  const stored = await signed();
  const { amina, idris } = stored;
  const scope = { organisationId: amina.organisationId, actorId: amina.userId };
  const [notice] = await readOrganisation(scope, (tx) => listUnreadNotices(tx, amina, 50));
  const ids = [notice?.id ?? ""];
  expect(await markNoticesRead(idris, ids)).toMatchObject({ ok: false, refusal: { code: "not_found" } });
  expect(await markNoticesRead(amina, ids)).toMatchObject({ ok: true, value: { read: 1 } });
  expect(await toldTo(amina)).toEqual([]);
  expect(await markNoticesRead(amina, ids)).toMatchObject({ ok: false, refusal: { code: "not_found" } });
});

describe("cancelling", () => {
  test("ends a signed-off session with a reason, tells the others, and nothing can be changed", async () => {
    const stored = await signed();
    const { amina, idris, sessionId } = stored;
    const done = await cancelSession(idris, sessionId, { reason: "The hall is flooded", ...at(fixedAt) });
    expect(done).toMatchObject({ ok: true });
    const { status, record } = await judgedAt(stored, fixedAt);
    expect(status).toBe("cancelled");
    expect(record.session.cancelled).toMatchObject({ by: idris.userId, reason: "The hall is flooded" });
    expect(record.audit.map(({ type }) => type)).toContain("session.cancelled");
    expect((await toldTo(amina)).at(-1)).toBe("cancelled");
    expect(await toldTo(idris)).toEqual([]);
    expect(await recordingOff(stored)).toMatchObject({ ok: false, refusal: { code: "cancelled" } });
    const again = await cancelSession(amina, sessionId, { reason: "Again", ...at(fixedAt) });
    expect(again).toMatchObject({ ok: false, refusal: { code: "cancelled" } });
  });

  test("is refused to who may not and of what was held", async () => {
    const stored = await signed();
    const { sessionId } = stored;
    const reason = "Not needed";
    for (const [who, code] of [
      [stored.rowan, "forbidden"],
      [stored.sorrel, "not_found"],
      [stored.stranger, "not_found"],
    ] as const) {
      const outcome = await cancelSession(who, sessionId, { reason, ...at(fixedAt) });
      expect(outcome).toMatchObject({ ok: false, refusal: { code } });
    }
    const late = await cancelSession(stored.amina, sessionId, { reason, ...at("2026-12-03T17:00:00Z") });
    expect(late).toMatchObject({ ok: false, refusal: { code: "already_held" } });
  });
});
