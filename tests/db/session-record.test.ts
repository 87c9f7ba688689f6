import { readdirSync, readFileSync } from "node:fs";
import pg from "pg";
import { describe, expect, vi } from "vitest";
import { readOrganisation, withOrganisation, type Transaction } from "~/data/database.server";
import { newId } from "~/data/new-id.server";
import { detailsOf } from "~/domain/session/new-session";
import { loadSessionRecord, loadSessionRecords } from "~/data/session-record.server";
import { sessionRecord, type SessionRecord } from "~/domain/record/schema";
import { storeRecord } from "../factories/store-record";
import { withUuids } from "../factories/with-uuids";
import { test } from "../support/open-database";

const FOLDER = new URL("../scenarios/", import.meta.url);
const scenarios = readdirSync(FOLDER).filter(
  (name) => name.endsWith(".json") && !name.includes(".expected."),
);

function readScenario(name: string, salt = name): SessionRecord {
  return withUuids(sessionRecord.parse(JSON.parse(readFileSync(new URL(name, FOLDER), "utf8"))), salt);
}

function scopeOf(record: SessionRecord) {
  return { organisationId: record.organisation.id, actorId: null };
}

/** Lists of a record are sets; adults without a part in the session are no part of a stored record. */
function asSets(record: SessionRecord): SessionRecord {
  const needed = new Set([
    ...record.session.assignments.map((assignment) => assignment.adultId),
    record.session.reportingAdultId,
  ]);
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  return {
    ...record,
    organisation: {
      ...record.organisation,
      approvedAccounts: record.organisation.approvedAccounts.toSorted(byId),
      staff: record.organisation.staff.toSorted(byId),
    },
    adults: record.adults.filter((adult) => needed.has(adult.id)).toSorted(byId),
    platformModes: record.platformModes.toSorted(byId),
    session: { ...record.session, assignments: record.session.assignments.toSorted(byId) },
    participants: record.participants.toSorted(byId),
    consentEvents: record.consentEvents.toSorted(byId),
    briefings: record.briefings.toSorted(byId),
    statements: record.statements
      .filter(({ about }) => about.kind !== "adult" || needed.has(about.id))
      .toSorted(byId),
  };
}

describe("a record that is stored and loaded is equal to itself", () => {
  test.for(scenarios)("%s", async (name) => {
    const record = readScenario(name);
    await withOrganisation(scopeOf(record), (tx) => storeRecord(tx, record));
    const loaded = await readOrganisation(scopeOf(record), (tx) =>
      loadSessionRecord(tx, record.organisation.id, record.session.id),
    );
    expect(loaded && asSets(loaded)).toEqual(asSets(record));
  });
});

describe("several records", () => {
  test("are loaded with as many queries as one, in the order asked for", async () => {
    const first = readScenario("s01.json", "several");
    const ids = [first.session.id];
    await withOrganisation(scopeOf(first), async (tx) => {
      await storeRecord(tx, first);
      ids.push(...(await copySession(tx, first, 12)));
    });
    const one = await countQueries(first, ids.slice(0, 1));
    const many = await countQueries(first, ids.toReversed());
    expect(many.found).toEqual(ids.toReversed());
    expect(many.queries).toBe(one.queries);
    expect(one.queries).toBeLessThanOrEqual(20);
  });
});

/** The same plan at the same hour of the following days, without its young people. */
async function copySession(tx: Transaction, { organisation, session }: SessionRecord, times: number) {
  const organisationId = organisation.id;
  const row = await tx.session.findUniqueOrThrow({
    where: { organisationId_id: { organisationId, id: session.id } },
  });
  const copies = Array.from({ length: times }, (_, i) => ({
    ...row,
    id: newId(),
    reference: `COPY-${i}`,
    details: detailsOf(session),
    startsAt: new Date(+row.startsAt + (i + 1) * 86_400_000),
    endsAt: new Date(+row.endsAt + (i + 1) * 86_400_000),
  }));
  await tx.session.createMany({ data: copies });
  return copies.map(({ id }) => id);
}

/** What was sent to the server while these records were loaded. */
async function countQueries(record: SessionRecord, ids: string[]) {
  const sent = vi.spyOn(pg.Client.prototype, "query");
  const found = await readOrganisation(scopeOf(record), (tx) =>
    loadSessionRecords(tx, record.organisation.id, ids),
  );
  const queries = sent.mock.calls.length;
  sent.mockRestore();
  return { queries, found: found.map(({ session }) => session.id) };
}
