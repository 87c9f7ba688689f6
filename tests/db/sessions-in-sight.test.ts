import { describe, expect } from "vitest";
import { withOrganisation } from "~/data/database.server";
import { newId } from "~/data/new-id.server";
import { findSessionFor, findSessionList } from "~/data/session-page.server";
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

/** Whether a member with these roles finds the session, by its id and in their list alike. */
async function finds(record: SessionRecord, userId: string, roles: Role[]): Promise<boolean> {
  const actor = { organisationId: record.organisation.id, userId, roles };
  const found = await findSessionFor(actor, record.session.id);
  const { sessions } = await findSessionList(actor, { take: 10 });
  expect(sessions.map((each) => each.record.session.id)).toEqual(found ? [record.session.id] : []);
  return found !== null;
}

describe("a session is in sight of", () => {
  test("the planner who planned it", async ({ record }) => {
    expect(await finds(record, record.session.plannedBy, ["planner"])).toBe(true);
  });

  test("a planner who is assigned to it", async ({ record }) => {
    expect(await finds(record, staffCalled(record, "Odalys Fennimore"), ["planner"])).toBe(true);
  });

  test("no other planner", async ({ record }) => {
    expect(await finds(record, staffCalled(record, "Idris Marrowby"), ["planner"])).toBe(false);
    expect(await finds(record, newId(), ["planner"])).toBe(false);
  });

  test.for(["approver", "safeguarding_lead", "administrator"] as const)(
    "every %s",
    async (role, { record }) => {
      expect(await finds(record, newId(), [role])).toBe(true);
    },
  );

  test("nobody without a role", async ({ record }) => {
    expect(await finds(record, record.session.plannedBy, [])).toBe(false);
  });

  test("nobody of another organisation", async ({ record }) => {
    const stranger = await makeOrganisation(["administrator", "approver"]);
    const found = await findSessionFor(stranger, record.session.id);
    expect(found).toBeNull();
  });
});
