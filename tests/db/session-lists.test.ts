import { Temporal } from "temporal-polyfill";
import { describe, expect } from "vitest";
import { readOrganisation, withOrganisation } from "~/data/database.server";
import { findHomeFor } from "~/data/home.server";
import { newId } from "~/data/new-id.server";
import { judge } from "~/data/session-page.server";
import { loadListedFacts, loadSessionRecord } from "~/data/session-record.server";
import { detailsOf } from "~/domain/session/new-session";
import { storeRecord } from "../factories/store-record";
import { withUuids } from "../factories/with-uuids";
import { scenarios } from "../scenarios/all";
import { test } from "../support/open-database";
import { storeScenario, type StoredSession } from "../support/stored-session";

const signed = Object.keys(scenarios).filter((name) => scenarios[name]!.signOffs.length > 0);
const now = Temporal.Instant.from("2026-11-23T10:00:00Z");

describe("what lists load of a session", () => {
  test("there are scenarios with a sign-off", () => expect(signed.length).toBeGreaterThan(5));

  test.for(signed)("gives %s the same status as its whole record", async (name) => {
    const record = withUuids(scenarios[name]!, `listed ${name}`);
    const scope = { organisationId: record.organisation.id, actorId: null };
    await withOrganisation(scope, (tx) => storeRecord(tx, record));
    const { whole, listed } = await readOrganisation(scope, async (tx) => ({
      whole: await loadSessionRecord(tx, scope.organisationId, record.session.id),
      listed: await loadListedFacts(tx, scope.organisationId, [record.session.id]),
    }));
    const [facts] = listed;
    if (!whole || !facts) throw new Error("The session is not there");
    const after = Temporal.Instant.from(record.session.endsAt).add({ hours: 1 });
    for (const at of [now, after]) {
      const told = judge(facts, at);
      expect({ ...told, readiness: null }).toEqual({ ...judge(whole, at), readiness: null });
      expect(told.readiness).toEqual(judge(whole, at).readiness);
    }
    expect(facts).not.toHaveProperty("audit");
    expect(facts.signOffs.map(({ facts: kept }) => Object.keys(kept))).toEqual(
      whole.signOffs.map(() => ["policy"]),
    );
  });
});

describe("a member's own page", () => {
  test("looks through the sessions whose turn comes first, and says how many come later", async () => {
    const stored = await storeScenario("s03");
    await copySession(stored, 101);
    const { sessions, more } = await findHomeFor(stored.idris, now);
    expect(sessions).toHaveLength(100);
    expect(more).toBe(2);
    const starts = sessions.map(({ record }) => record.session.startsAt);
    expect(starts[0]).toBe(stored.record.session.startsAt);
    expect(starts).toEqual([...starts].sort());
  }, 60_000);
});

/** The same plan at the same hour of the following days, without its young people. */
async function copySession({ record, amina, sessionId }: StoredSession, times: number) {
  const { organisationId, userId } = amina;
  await withOrganisation({ organisationId, actorId: userId }, async (tx) => {
    const row = await tx.session.findUniqueOrThrow({
      where: { organisationId_id: { organisationId, id: sessionId } },
    });
    await tx.session.createMany({
      data: Array.from({ length: times }, (_, i) => ({
        ...row,
        id: newId(),
        reference: `COPY-${i}`,
        details: detailsOf(record.session),
        startsAt: new Date(+row.startsAt + (i + 1) * 86_400_000),
        endsAt: new Date(+row.endsAt + (i + 1) * 86_400_000),
      })),
    });
  });
}
