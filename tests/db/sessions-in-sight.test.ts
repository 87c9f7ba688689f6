import { describe, expect } from "vitest";
import { readOrganisation, withOrganisation } from "~/data/database.server";
import { newId } from "~/data/new-id.server";
import { findSessionRecord, listSessionRecords } from "~/data/sessions-in-sight.server";
import type { Role } from "~/domain/record/fields";
import type { SessionRecord } from "~/domain/record/schema";
import { makeOrganisation } from "../factories/organisation";
import { storeRecord } from "../factories/store-record";
import { withUuids } from "../factories/with-uuids";
import { scenarios } from "../scenarios/all";
import { test as base } from "../support/open-database";

const test = base.extend<{ record: SessionRecord }>({
  record: [
    async ({ connection: _connection }, use) => {
      const scenario = scenarios["s05"];
      if (!scenario) throw new Error("There is no scenario s05");
      const record = withUuids(scenario, "sight");
      const scope = { organisationId: record.organisation.id, actorId: null };
      await withOrganisation(scope, (tx) => storeRecord(tx, record));
      await use(record);
    },
    { scope: "file" },
  ],
});

function staffCalled(record: SessionRecord, name: string): string {
  const found = record.organisation.staff.find((member) => member.name === name);
  if (!found) throw new Error(`Nobody is called ${name}`);
  return found.id;
}

/** What a member with these roles finds: the one session by its id, and in their list. */
function looksFor(record: SessionRecord, userId: string, roles: Role[]) {
  const actor = { organisationId: record.organisation.id, userId, roles };
  return readOrganisation({ organisationId: actor.organisationId, actorId: userId }, async (tx) => {
    const found = await findSessionRecord(tx, actor, record.session.id);
    const listed = await listSessionRecords(tx, actor, { limit: 50 });
    expect(listed.map(({ session }) => session.id)).toEqual(found ? [found.session.id] : []);
    return found !== null;
  });
}

describe("a session is in sight of", () => {
  test("the planner who planned it", async ({ record }) => {
    expect(await looksFor(record, record.session.plannedBy, ["planner"])).toBe(true);
  });

  test("a planner who is assigned to it", async ({ record }) => {
    expect(await looksFor(record, staffCalled(record, "Odalys Fennimore"), ["planner"])).toBe(true);
  });

  test("no other planner", async ({ record }) => {
    expect(await looksFor(record, staffCalled(record, "Idris Marrowby"), ["planner"])).toBe(false);
    expect(await looksFor(record, newId(), ["planner"])).toBe(false);
  });

  test.for(["approver", "safeguarding_lead", "administrator", "reviewer"] as const)(
    "every %s",
    async (role, { record }) => {
      expect(await looksFor(record, newId(), [role])).toBe(true);
    },
  );

  test("nobody without a role", async ({ record }) => {
    expect(await looksFor(record, record.session.plannedBy, [])).toBe(false);
  });

  test("nobody of another organisation", async ({ record }) => {
    const stranger = await makeOrganisation(["administrator", "approver"]);
    const scope = { organisationId: stranger.organisationId, actorId: stranger.userId };
    const found = await readOrganisation(scope, (tx) => findSessionRecord(tx, stranger, record.session.id));
    expect(found).toBeNull();
  });
});

test("a list is cut by when its sessions end", async ({ record }) => {
  const actor = { organisationId: record.organisation.id, userId: newId(), roles: ["approver"] as Role[] };
  const { endsAt } = record.session;
  const scope = { organisationId: actor.organisationId, actorId: actor.userId };
  const counts = await readOrganisation(scope, async (tx) => [
    (await listSessionRecords(tx, actor, { endsAfter: endsAt, limit: 9 })).length,
    (await listSessionRecords(tx, actor, { endedBy: endsAt, limit: 9 })).length,
  ]);
  expect(counts).toEqual([0, 1]);
});
