import { Temporal } from "temporal-polyfill";
import { describe, expect } from "vitest";
import { findSessionFor } from "~/data/session-page.server";
import { newId } from "~/data/new-id.server";
import { changeDetails } from "~/services/change-details.server";
import { markSessionReady } from "~/services/mark-session-ready.server";
import { recordSessionLate } from "~/services/record-session-late.server";
import { returnSession } from "~/services/return-session.server";
import { signOffSession } from "~/services/sign-off-session.server";
import { NOW, recordOf, signOff, versionOf } from "../support/guarded-edit";
import { test } from "../support/open-database";
import { storeScenario, type StoredSession } from "../support/stored-session";

const READY = "s04-twin-last-good-day";

let seconds = 0;
/** Every change happens a second after the one before it. */
const clock = () => NOW.add({ seconds: (seconds += 1) });

async function judgedNow({ idris, sessionId }: StoredSession, at = clock()) {
  const found = await findSessionFor(idris, sessionId, at);
  if (!found) throw new Error("The approver sees no session");
  return found;
}

const mark = async (stored: StoredSession) =>
  markSessionReady(stored.amina, stored.sessionId, { version: await versionOf(stored), clock });

async function waiting(name = READY): Promise<StoredSession> {
  const stored = await storeScenario(name);
  expect(await mark(stored)).toMatchObject({ ok: true });
  return stored;
}

async function askedOf(stored: StoredSession, reason: string) {
  const { readiness } = await judgedNow(stored);
  return readiness.requirements.flatMap(({ id, findings }) =>
    findings
      .filter(({ kind }) => kind === "for_approver")
      .map(({ code, subject }) => ({ requirement: id, code, subject, reason })),
  );
}

function moveRoom(stored: StoredSession) {
  return async (where: string) => {
    const { session } = await recordOf(stored);
    const form = {
      ...session,
      titleConfirmed: false,
      where,
      placeKind: "open" as const,
      placeSuitable: true,
    };
    return changeDetails(stored.amina, stored.sessionId, form, { version: await versionOf(stored), clock });
  };
}

describe("marking ready", () => {
  test("sends a ready session for sign-off, once", async () => {
    const stored = await waiting();
    expect((await judgedNow(stored)).status).toBe("waiting_for_sign_off");
    expect(await mark(stored)).toMatchObject({ ok: false, refusal: { code: "already_waiting" } });
    expect((await recordOf(stored)).session.submissions).toHaveLength(1);
  });

  test("of two who press at once, one sends", async () => {
    const stored = await storeScenario(READY);
    const outcomes = await Promise.all([mark(stored), mark(stored)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await recordOf(stored)).session.submissions).toHaveLength(1);
  });

  test("is refused while anything blocks, after the start, for an older version and to who may not", async () => {
    const blocked = await storeScenario("s01");
    expect(await mark(blocked)).toMatchObject({ ok: false, refusal: { code: "not_ready" } });
    expect((await recordOf(blocked)).session.submissions).toEqual([]);

    const stored = await storeScenario(READY);
    const { amina, idris, sorrel, stranger, sessionId } = stored;
    const late = { version: 1, clock: () => Temporal.Instant.from(stored.record.session.startsAt) };
    expect(await markSessionReady(amina, sessionId, late)).toMatchObject({ refusal: { code: "not_ready" } });
    expect(await markSessionReady(amina, sessionId, { version: 0, clock })).toMatchObject({
      refusal: { code: "stale_version" },
    });
    for (const [who, code] of [
      [idris, "forbidden"],
      [sorrel, "not_found"],
      [stranger, "not_found"],
    ] as const) {
      expect(await markSessionReady(who, sessionId, { version: 1, clock })).toMatchObject({
        refusal: { code },
      });
    }
  });
});

describe("signing off", () => {
  test("binds the facts as signed, the rules and each reason", async () => {
    const stored = await waiting("s07");
    const { idris, sessionId } = stored;
    const { digest } = await judgedNow(stored);
    const accepted = await askedOf(stored, "Open to all families");
    const done = await signOffSession(idris, sessionId, { seen: digest, accepted, adultsSuit: true, clock });
    expect(done).toMatchObject({ ok: true });
    const { status, record } = await judgedNow(stored);
    expect(status).toBe("signed_off");
    expect(record.signOffs).toMatchObject([
      { by: idris.userId, digest, facts: { acceptances: [{ requirement: "R28" }] } },
    ]);
    expect(record.acceptances).toMatchObject([
      { reason: "Open to all families", by: idris.userId, endedAt: null },
    ]);
    expect(await mark(stored)).toMatchObject({ ok: false, refusal: { code: "already_signed_off" } });
  });

  test("is refused without a reason, without the statement, on other facts, and where nothing waits", async () => {
    const stored = await waiting("s07");
    const { idris, sessionId } = stored;
    const { digest } = await judgedNow(stored);
    const accepted = await askedOf(stored, "Open to all families");
    const whole = { seen: digest, accepted, adultsSuit: true, clock };
    const refused = async (change: Partial<typeof whole>, code: string) =>
      expect(await signOffSession(idris, sessionId, { ...whole, ...change })).toMatchObject({
        ok: false,
        refusal: { code },
      });
    await refused({ accepted: [] }, "reason_missing");
    await refused({ accepted: accepted.map((one) => ({ ...one, reason: "  " })) }, "reason_missing");
    await refused({ accepted: accepted.map((one) => ({ ...one, subject: "another" })) }, "reason_missing");
    await refused({ adultsSuit: false }, "statement_missing");
    await refused({ seen: "0".repeat(64) }, "changed_while_looking");
    await refused({ clock: () => Temporal.Instant.from(stored.record.session.startsAt) }, "not_waiting");
    expect((await recordOf(stored)).signOffs).toEqual([]);
  });

  test("accepts nothing in advance that nobody asks about", async () => {
    const stored = await waiting();
    const { digest } = await judgedNow(stored);
    const accepted = [
      { requirement: "R28", code: "needs_acceptance", subject: "session", reason: "Just in case" },
    ];
    await signOffSession(stored.idris, stored.sessionId, { seen: digest, accepted, adultsSuit: true, clock });
    expect((await recordOf(stored)).acceptances).toEqual([]);
  });

  test("of two approvers at once, one signs; the same form sent twice signs once", async () => {
    const stored = await waiting();
    const { idris, sessionId } = stored;
    const { digest } = await judgedNow(stored);
    const form = { seen: digest, accepted: [], adultsSuit: true, clock };
    const submission = { id: newId(), content: form.seen };
    const outcomes = await Promise.all([
      signOffSession(idris, sessionId, { ...form, submission }),
      signOffSession(idris, sessionId, { ...form, submission }),
      signOffSession(idris, sessionId, form),
    ]);
    expect((await recordOf(stored)).signOffs).toHaveLength(1);
    expect(outcomes.filter(({ ok }) => ok).length).toBeGreaterThan(0);
  });

  test("a new sign-off takes the place of one that lapsed, whose acceptances are over", async () => {
    const stored = await waiting("s07");
    const { idris, sessionId } = stored;
    const sign = async () => {
      const { digest } = await judgedNow(stored);
      const accepted = await askedOf(stored, "Open to all families");
      return signOffSession(idris, sessionId, { seen: digest, accepted, adultsSuit: true, clock });
    };
    await sign();
    await moveRoom(stored)("Small hall");
    expect((await judgedNow(stored)).status).toBe("sign_off_lapsed");
    expect((await judgedNow(stored)).readiness.needsAcceptance).toEqual(["R28"]);
    await mark(stored);
    expect(await sign()).toMatchObject({ ok: true });
    const { status, record } = await judgedNow(stored);
    expect(status).toBe("signed_off");
    expect(record.signOffs).toHaveLength(2);
    expect(record.acceptances.filter(({ endedAt }) => endedAt === null)).toHaveLength(1);
  });
});

describe("sending back", () => {
  test("tells the planner why, and waits for nothing any more", async () => {
    const stored = await waiting();
    const { idris, sessionId } = stored;
    const comments = "Name a second observer, please";
    expect(await returnSession(idris, sessionId, { comments, clock })).toMatchObject({ ok: true });
    const { status, record } = await judgedNow(stored);
    expect(status).toBe("returned");
    expect(record.session.submissions).toMatchObject([{ returned: { comments, by: idris.userId } }]);
    expect(await returnSession(idris, sessionId, { comments, clock })).toMatchObject({
      refusal: { code: "not_waiting" },
    });
    expect(await returnSession(stored.odalys, sessionId, { comments, clock })).toMatchObject({
      refusal: { code: "barred" },
    });
  });
});

describe("recording a session that has already happened", () => {
  test("keeps its checks as facts, with a reason and no stamp", async () => {
    const stored = await storeScenario("s12");
    const { amina, sessionId } = stored;
    expect(await mark(stored)).toMatchObject({ refusal: { code: "not_ready" } });
    const reason = "We had no Greenroom then";
    expect(await recordSessionLate(amina, sessionId, { reason, clock })).toMatchObject({ ok: true });
    const { status, record, readiness } = await judgedNow(stored);
    expect(status).toBe("recorded_late");
    expect(record.session.recordedLate).toMatchObject({ by: amina.userId, reason });
    expect(readiness.requirements.find(({ id }) => id === "R15")?.status).toBe("met");
    expect(record.signOffs).toEqual([]);
    expect(await mark(stored)).toMatchObject({ refusal: { code: "not_ready" } });
    expect(await recordSessionLate(amina, sessionId, { reason, clock })).toMatchObject({
      refusal: { code: "already_held" },
    });
  });

  test("is refused before the end, of what was held under a sign-off, and to who may not", async () => {
    const stored = await storeScenario(READY);
    const { amina, idris, sorrel, sessionId } = stored;
    const reason = "Forgotten";
    expect(await recordSessionLate(amina, sessionId, { reason, clock })).toMatchObject({
      refusal: { code: "not_over" },
    });
    await signOff(stored);
    const over = () => Temporal.Instant.from(stored.record.session.endsAt);
    expect(await recordSessionLate(amina, sessionId, { reason, clock: over })).toMatchObject({
      refusal: { code: "already_held" },
    });
    expect(await recordSessionLate(idris, sessionId, { reason, clock: over })).toMatchObject({
      refusal: { code: "forbidden" },
    });
    expect(await recordSessionLate(sorrel, sessionId, { reason, clock: over })).toMatchObject({
      refusal: { code: "not_found" },
    });
  });
});
