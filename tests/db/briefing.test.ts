import { Temporal } from "temporal-polyfill";
import { describe, expect } from "vitest";
import { newId } from "~/data/new-id.server";
import type { Actor } from "~/domain/actor";
import { evaluate } from "~/domain/readiness/evaluate";
import type { Outcome } from "~/domain/refusal";
import { recordBriefing, type BriefingGiven } from "~/services/record-briefing.server";
import { test } from "../support/open-database";
import { eventTypes } from "../support/recorded-events";
import { recordNow, standingNow, storeSigned } from "../support/signed-session";
import { storeScenario, type StoredSession } from "../support/stored-session";

const NOW = "2026-11-23T10:00:00Z";
const clock = () => Temporal.Instant.from(NOW);
const codeOf = (outcome: Outcome<unknown>) => (outcome.ok ? "done" : outcome.refusal.code);

function given(participantIds: string[], changes: Partial<BriefingGiven> = {}): BriefingGiven {
  return {
    participantIds,
    at: null,
    how: "phone",
    version: 1,
    points: ["live", "comments", "personal_information", "contact_requests", "donations", "who_to_tell"],
    briefedBy: "Wren Castellow",
    accessSupport: null,
    ...changes,
  };
}

async function everybody(stored: StoredSession): Promise<string[]> {
  return (await recordNow(stored)).participants.map(({ id }) => id);
}

async function statuses(stored: StoredSession): Promise<string[]> {
  const { requirements } = evaluate(await recordNow(stored), clock());
  return requirements.filter(({ id }) => id >= "R15" && id <= "R21").map(({ status }) => status);
}

const notBriefed = { change: (record: { briefings: unknown[] }) => void (record.briefings = []) };

describe("recording a briefing", () => {
  test("covers everybody who was there, on the points that were told", async () => {
    const stored = await storeScenario("s04-twin-last-good-day", notBriefed);
    const { amina, sessionId } = stored;
    const ids = await everybody(stored);
    expect(new Set(await statuses(stored))).toEqual(new Set(["not_answered"]));

    const withoutLast = given(ids, { points: ["live", "comments"], at: "2026-11-22T16:00:00Z" });
    expect(codeOf(await recordBriefing(amina, sessionId, withoutLast, { clock }))).toBe("done");
    expect(await statuses(stored)).toEqual(["met", "met", "met", ...Array(4).fill("not_answered")]);

    expect(codeOf(await recordBriefing(amina, sessionId, given(ids), { clock }))).toBe("done");
    expect(new Set(await statuses(stored))).toEqual(new Set(["met"]));
    const { briefings } = await recordNow(stored);
    expect(briefings).toHaveLength(2 * ids.length);
    expect(briefings.at(-1)).toMatchObject({ briefedAt: NOW, recordedAt: NOW, recordedBy: amina.userId });
    expect((await eventTypes(amina)).at(-2)).toBe("briefing.given");
  });

  test("again does nothing to a sign-off, and sent twice is written once", async () => {
    const stored = await storeSigned("s04-twin-last-good-day");
    const ids = await everybody(stored);
    const before = (await recordNow(stored)).briefings.length;
    const submission = { id: newId(), content: given(ids) };
    const send = () => recordBriefing(stored.amina, stored.sessionId, given(ids), { submission, clock });
    const [one, two] = await Promise.all([send(), send()]);
    expect(one).toEqual(two);
    expect(one).toMatchObject({ ok: true, value: { effect: "nothing" } });
    expect((await recordNow(stored)).briefings).toHaveLength(before + ids.length);
    expect(await standingNow(stored)).toBe("signed");
  });

  test("is refused for the future, an unknown version, people of other sessions and who may not", async () => {
    const stored = await storeScenario("s04-twin-last-good-day");
    const elsewhere = await storeScenario("s04-twin-last-good-day");
    const { amina, idris, sessionId } = stored;
    const ids = await everybody(stored);
    const record = async (actor: Actor, whom: string[], changes: Partial<BriefingGiven> = {}) =>
      codeOf(await recordBriefing(actor, sessionId, given(whom, changes), { clock }));
    expect(await record(amina, ids, { at: "2026-11-23T10:00:01Z" })).toBe("in_future");
    expect(await record(amina, ids, { version: 7 })).toBe("unknown_version");
    expect(await record(amina, [])).toBe("not_found");
    expect(await record(amina, [...ids, ...(await everybody(elsewhere))])).toBe("not_found");
    expect(await record(elsewhere.amina, ids)).toBe("not_found");
    expect(await record(idris, ids)).toBe("forbidden");
    expect((await recordNow(stored)).briefings).toHaveLength(stored.record.briefings.length);
  });
});
