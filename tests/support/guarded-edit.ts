import { Temporal } from "temporal-polyfill";
import { expect } from "vitest";
import { readOrganisation } from "~/data/database.server";
import { newId } from "~/data/new-id.server";
import { loadSessionRecord } from "~/data/session-record.server";
import { evaluate } from "~/domain/readiness/evaluate";
import type { Actor } from "~/domain/actor";
import { digestOf } from "~/domain/record/digest";
import type { SessionRecord } from "~/domain/record/schema";
import { materialFacts } from "~/domain/sign-off/material-facts";
import { latestSignOff, standingOf, type SignOffStanding } from "~/domain/sign-off/standing";
import type { Outcome } from "~/domain/refusal";
import type { EditOptions, SessionEdited } from "~/services/edit-session.server";
import { markSessionReady } from "~/services/mark-session-ready.server";
import { signOffSession } from "~/services/sign-off-session.server";
import { eventTypes } from "./recorded-events";
import type { StoredSession } from "./stored-session";

/** The scenarios' own present. */
export const NOW = Temporal.Instant.from("2026-11-23T10:00:00Z");
export const clock = () => NOW;

export type Edit = (actor: Actor, options: Omit<EditOptions, "section">) => Promise<Outcome<SessionEdited>>;

/**
 * What holds of every edit of a session: who may not see it finds nothing, who may only look is forbidden, an older
 * version is stale, and a form sent twice writes once. Done by `doer`; ends with the edit done.
 */
export async function expectGuarded(
  stored: StoredSession,
  edit: Edit,
  doer = stored.amina,
  looker = stored.idris,
) {
  const version = await versionOf(stored);
  const refused = async (actor: Actor, seen: number, code: string) =>
    expect(await edit(actor, { version: seen, clock })).toMatchObject({ ok: false, refusal: { code } });
  await refused(stored.stranger, version, "not_found");
  await refused(stored.sorrel, version, "not_found");
  await refused(looker, version, "forbidden");
  await refused(doer, version - 1, "stale_version");
  expect(await versionOf(stored)).toBe(version);

  const submission = { id: newId(), content: "as on the page" };
  const before = (await eventTypes(stored.amina)).length;
  const first = await edit(doer, { version, submission, clock });
  expect(first).toMatchObject({ ok: true, value: { version: version + 1 } });
  const after = (await eventTypes(stored.amina)).length;
  expect(after).toBeGreaterThan(before);
  expect(await edit(doer, { version, submission, clock })).toEqual(first);
  expect((await eventTypes(stored.amina)).length).toBe(after);
}

/** The record as it is stored now. */
export async function recordOf({ amina, sessionId }: StoredSession): Promise<SessionRecord> {
  const { organisationId, userId } = amina;
  const record = await readOrganisation({ organisationId, actorId: userId }, (tx) =>
    loadSessionRecord(tx, organisationId, sessionId),
  );
  if (!record) throw new Error("The session is not there");
  return record;
}

export async function versionOf({ amina, sessionId }: StoredSession): Promise<number> {
  const { organisationId, userId } = amina;
  return readOrganisation({ organisationId, actorId: userId }, async (tx) => {
    const where = { organisationId_id: { organisationId, id: sessionId } };
    return (await tx.session.findUniqueOrThrow({ where, select: { version: true } })).version;
  });
}

/** The status of one requirement, and the codes of what it finds, at the scenarios' present or `later`. */
export async function judged(stored: StoredSession, id: string, at = NOW) {
  const found = evaluate(await recordOf(stored), at).requirements.find(
    (requirement) => requirement.id === id,
  );
  return { status: found?.status, codes: found?.findings.map(({ code }) => code) ?? [] };
}

/** Marks the session ready and signs it off; answers with how its sign-off stands when asked later. */
export async function signOff(stored: StoredSession): Promise<() => Promise<SignOffStanding>> {
  const { amina, idris, sessionId } = stored;
  const marked = await markSessionReady(amina, sessionId, { version: await versionOf(stored), clock });
  if (!marked.ok) throw new Error(marked.refusal.message);
  const seen = digestOf(materialFacts(await recordOf(stored)));
  const done = await signOffSession(idris, sessionId, { seen, accepted: [], adultsSuit: true, clock });
  if (!done.ok) throw new Error(done.refusal.message);
  return async () => {
    const newest = latestSignOff((await recordOf(stored)).signOffs);
    if (!newest) throw new Error("Nobody signed it off");
    return standingOf(newest);
  };
}
