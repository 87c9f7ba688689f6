import { describe, expect } from "vitest";
import { readOrganisation } from "~/data/database.server";
import { digestOf } from "~/domain/record/digest";
import { materialFacts } from "~/domain/sign-off/material-facts";
import { isBefore } from "~/domain/time/order";
import { changeDetails } from "~/services/change-details.server";
import { markSessionReady } from "~/services/mark-session-ready.server";
import { signOffSession } from "~/services/sign-off-session.server";
import { standDownAdult } from "~/services/stand-down-adult.server";
import { withdrawConsent } from "~/services/withdraw-consent.server";
import { NOW, recordOf, versionOf } from "../support/guarded-edit";
import { test } from "../support/open-database";
import { storeScenario, type StoredSession } from "../support/stored-session";

let seconds = 0;
/** Every change happens a second after the one before it. */
const clock = () => NOW.add({ seconds: (seconds += 1) });

const ready = () => storeScenario("s04-twin-last-good-day");

function mark({ amina, sessionId }: StoredSession) {
  return markSessionReady(amina, sessionId, { version: null, clock });
}

async function waiting(): Promise<StoredSession> {
  const stored = await ready();
  expect(await mark(stored)).toMatchObject({ ok: true });
  return stored;
}

/** An edit of the place: none at all, which is not ready, or another room, which is. */
async function placing(stored: StoredSession, where: string | null) {
  const { session } = await recordOf(stored);
  const version = await versionOf(stored);
  const placeKind = where === null ? null : ("open" as const);
  const placeSuitable = where === null ? null : true;
  const form = { ...session, titleConfirmed: false, where, placeKind, placeSuitable };
  return () => changeDetails(stored.amina, stored.sessionId, form, { version, clock });
}

async function signing(stored: StoredSession) {
  const seen = digestOf(materialFacts(await recordOf(stored)));
  const form = { seen, accepted: [], adultsSuit: true, clock };
  return () => signOffSession(stored.idris, stored.sessionId, form);
}

async function withdrawing(stored: StoredSession) {
  const [first] = (await recordOf(stored)).participants;
  const withdrawal = { giverId: null, scopes: "everything", how: "phone", at: null } as const;
  return () => withdrawConsent(stored.amina, stored.sessionId, first?.id ?? "", withdrawal, { clock });
}

async function standingDown(stored: StoredSession) {
  const { session } = await recordOf(stored);
  const observer = session.assignments.find(({ role }) => role === "observer");
  return () => standDownAdult(stored.amina, observer?.adultId ?? "", { clock });
}

/** Both at once; which of them is sent first is the caller's choice, which comes first the database's. */
async function race<A, B>(one: () => Promise<A>, other: () => Promise<B>, otherFirst: boolean) {
  if (!otherFirst) return Promise.all([one(), other()]);
  const sent = other();
  return Promise.all([one(), sent]);
}

async function changedAt({ amina, sessionId }: StoredSession): Promise<string> {
  return readOrganisation({ organisationId: amina.organisationId, actorId: null }, async (tx) => {
    const events = await tx.auditEvent.findMany({ orderBy: { seq: "desc" } });
    const found = events
      .map(({ payload }) => payload as Record<string, unknown>)
      .find((payload) => payload["type"] === "session.changed" && payload["sessionId"] === sessionId);
    return String(found?.["at"]);
  });
}

describe.each([
  ["first", true],
  ["second", false],
])("sent at once, the other %s:", (_order, otherFirst) => {
  test("a marking is refused, or older than the edit that breaks the session", async () => {
    const stored = await ready();
    const edit = await placing(stored, null);
    const [marked, edited] = await race(() => mark(stored), edit, otherFirst);
    expect(edited).toMatchObject({ ok: true });
    const { submissions } = (await recordOf(stored)).session;
    if (!marked.ok) expect([marked.refusal.code, submissions]).toEqual(["not_ready", []]);
    else expect(isBefore(submissions[0]?.at ?? "", await changedAt(stored))).toBe(true);
  });

  test.for<[string, (stored: StoredSession) => Promise<() => Promise<{ ok: boolean }>>, string]>([
    ["another room", (stored: StoredSession) => placing(stored, "Small hall"), "lapsed"],
    ["a withdrawal", withdrawing, "suspended"],
    ["an adult who is stood down", standingDown, "lapsed"],
  ])("a sign-off is refused, or undone by %s", async ([, prepared, undone]) => {
    const stored = await waiting();
    const other = await prepared(stored);
    const [signed, changed] = await race(await signing(stored), other, otherFirst);
    expect(changed).toMatchObject({ ok: true });
    const { signOffs } = await recordOf(stored);
    if (!signed.ok) {
      expect(["changed_while_looking", "not_waiting"]).toContain(signed.refusal.code);
      expect(signOffs).toEqual([]);
    } else {
      expect(signOffs).toHaveLength(1);
      expect(signOffs[0]?.events.map(({ kind }) => kind)).toEqual([undone]);
    }
  });
});
