import { Temporal } from "temporal-polyfill";
import { readOrganisation } from "~/data/database.server";
import { loadSessionRecord } from "~/data/session-record.server";
import type { SessionRecord } from "~/domain/record/schema";
import { digestOf } from "~/domain/record/digest";
import { materialFacts } from "~/domain/sign-off/material-facts";
import { latestSignOff, standingOf } from "~/domain/sign-off/standing";
import { markSessionReady } from "~/services/mark-session-ready.server";
import { signOffSession } from "~/services/sign-off-session.server";
import { storeScenario, type StoreOptions, type StoredSession } from "./stored-session";

/** The present of the scenarios, a minute before anything that a test does. */
const signedAt = () => Temporal.Instant.from("2026-11-23T09:59:00Z");

/** The record of a stored session as it stands now. */
export async function recordNow({ amina, sessionId }: StoredSession): Promise<SessionRecord> {
  const { organisationId, userId } = amina;
  const record = await readOrganisation({ organisationId, actorId: userId }, (tx) =>
    loadSessionRecord(tx, organisationId, sessionId),
  );
  if (!record) throw new Error("The session is not there");
  return record;
}

/** A scenario that is ready, marked by Amina and signed off by Idris. */
export async function storeSigned(name: string, options: StoreOptions = {}): Promise<StoredSession> {
  const stored = await storeScenario(name, options);
  const marked = await markSessionReady(stored.amina, stored.sessionId, { version: 1, clock: signedAt });
  if (!marked.ok) throw new Error(marked.refusal.message);
  const seen = digestOf(materialFacts(await recordNow(stored)));
  const done = await signOffSession(stored.idris, stored.sessionId, {
    seen,
    accepted: [],
    adultsSuit: true,
    clock: signedAt,
  });
  if (!done.ok) throw new Error(done.refusal.message);
  return stored;
}

/** Whether the newest sign-off of a session is in force. */
export async function standingNow(stored: StoredSession): Promise<string | null> {
  const signOff = latestSignOff((await recordNow(stored)).signOffs);
  return signOff && standingOf(signOff);
}
