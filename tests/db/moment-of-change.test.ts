import pg from "pg";
import type { Temporal } from "temporal-polyfill";
import { describe, expect } from "vitest";
import { readOrganisation } from "~/data/database.server";
import { markSessionReady } from "~/services/mark-session-ready.server";
import { signOffSession } from "~/services/sign-off-session.server";
import { withdrawConsent } from "~/services/withdraw-consent.server";
import { digestOf } from "~/domain/record/digest";
import { materialFacts } from "~/domain/sign-off/material-facts";
import { NOW, recordOf, versionOf } from "../support/guarded-edit";
import { test } from "../support/open-database";
import { storeScenario, type StoredSession } from "../support/stored-session";

const READY = "s04-twin-last-good-day";
const after = (seconds: number) => () => NOW.add({ seconds });
const written = (seconds: number) => NOW.add({ seconds }).toString();

async function waiting(): Promise<StoredSession> {
  const stored = await storeScenario(READY);
  const marked = { version: await versionOf(stored), clock: after(1) };
  expect(await markSessionReady(stored.amina, stored.sessionId, marked)).toMatchObject({ ok: true });
  return stored;
}

async function sign(stored: StoredSession, clock: () => Temporal.Instant) {
  const seen = digestOf(materialFacts(await recordOf(stored)));
  return signOffSession(stored.idris, stored.sessionId, { seen, accepted: [], adultsSuit: true, clock });
}

async function withdraw(stored: StoredSession, clock: () => Temporal.Instant) {
  const [first] = (await recordOf(stored)).participants;
  const withdrawal = { giverId: null, scopes: "everything", how: "phone", at: null } as const;
  return withdrawConsent(stored.amina, stored.sessionId, first?.id ?? "", withdrawal, { clock });
}

function eventMoments({ amina, sessionId }: StoredSession, type: string): Promise<unknown[]> {
  return readOrganisation({ organisationId: amina.organisationId, actorId: null }, async (tx) => {
    const events = await tx.auditEvent.findMany({ orderBy: { seq: "asc" } });
    return events
      .map(({ payload }) => payload as Record<string, unknown>)
      .filter((payload) => payload["type"] === type && payload["sessionId"] === sessionId)
      .map((payload) => payload["at"]);
  });
}

/** Starts `work` while somebody else holds the session, lets go once it waits, and answers with what it came to. */
async function afterWaiting<T>(
  ownerUrl: string,
  { amina, sessionId }: StoredSession,
  { work, whileWaiting }: { work: () => Promise<T>; whileWaiting: () => void },
): Promise<T> {
  const [holder, watcher] = [new pg.Client(ownerUrl), new pg.Client(ownerUrl)];
  await Promise.all([holder.connect(), watcher.connect()]);
  try {
    await holder.query("BEGIN");
    await holder.query("SELECT set_config('app.organisation_id', $1, true)", [amina.organisationId]);
    const held = await holder.query("SELECT pg_backend_pid() AS pid FROM session WHERE id = $1 FOR UPDATE", [
      sessionId,
    ]);
    const done = work();
    const waiters = async () => {
      const blocked = "SELECT FROM pg_stat_activity WHERE $1 = ANY(pg_blocking_pids(pid))";
      return (await watcher.query(blocked, [held.rows[0]?.pid])).rowCount;
    };
    await expect.poll(waiters, { interval: 20, timeout: 1900 }).toBe(1);
    whileWaiting();
    await holder.query("ROLLBACK");
    return await done;
  } finally {
    await Promise.all([holder.end(), watcher.end()]);
  }
}

describe("the moment of a change", () => {
  test("is taken once nobody else holds the session", async ({ database }) => {
    const stored = await storeScenario(READY);
    let asked = 0;
    const clock = () => {
      asked += 1;
      return NOW;
    };
    const outcome = await afterWaiting(database.ownerUrl, stored, {
      work: () => markSessionReady(stored.amina, stored.sessionId, { version: null, clock }),
      whileWaiting: () => expect(asked).toBe(0),
    });
    expect(outcome).toMatchObject({ ok: true });
    expect(asked).toBe(1);
  });

  test("is never before what last happened to the session, so that nobody signs past a withdrawal", async () => {
    const stored = await waiting();
    expect(await withdraw(stored, after(3))).toMatchObject({ ok: true });
    expect(await sign(stored, after(2))).toMatchObject({ ok: false, refusal: { code: "not_waiting" } });
    expect((await recordOf(stored)).signOffs).toEqual([]);
  });

  test("is one and the same in what is stored and in the trail", async () => {
    const stored = await storeScenario(READY);
    const marked = { version: null, clock: after(5) };
    await markSessionReady(stored.amina, stored.sessionId, marked);
    expect(await sign(stored, after(4))).toMatchObject({ ok: true });
    expect((await recordOf(stored)).signOffs.map(({ at }) => at)).toEqual([written(5)]);
    expect(await eventMoments(stored, "session.signed_off")).toEqual([written(5)]);

    expect(await withdraw(stored, after(3))).toMatchObject({ value: { effect: "suspended" } });
    const { signOffs, consentEvents } = await recordOf(stored);
    expect(signOffs[0]?.events.map(({ at }) => at)).toEqual([written(5)]);
    expect(await eventMoments(stored, "sign_off.suspended")).toEqual([written(5)]);
    expect(consentEvents.at(-1)).toMatchObject({ answer: "withdrawn", recordedAt: written(5) });
  });
});
