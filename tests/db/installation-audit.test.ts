import { describe, expect } from "vitest";
import { withOrganisation, withoutOrganisation } from "~/data/database.server";
import { INSTALLATION_CHAIN } from "~/domain/audit-chain";
import type { Actor } from "~/domain/actor";
import { accept, refuse } from "~/domain/refusal";
import { change } from "~/services/change.server";
import { makeOrganisation } from "../factories/organisation";
import { test } from "../support/open-database";
import { asOwner, asVerifier } from "../support/owner";
import { installationEventTypes } from "../support/recorded-events";
import { verdictOn } from "../support/verified-chains";

function writeBoth(actor: Actor, field: string) {
  return change(actor, async ({ record, recordForInstallation }) => {
    recordForInstallation({ type: "user.password_changed", subject: `user:${actor.userId}` });
    record({
      type: "organisation.changed",
      subject: `organisation:${actor.organisationId}`,
      fields: [field],
    });
    return accept(null);
  });
}

describe("the installation's chain", () => {
  test("and those of organisations are unbroken after 16 writers at once", async ({ database }) => {
    const [actor, other] = [await makeOrganisation(), await makeOrganisation()];
    const before = await verdictOn(database.ownerUrl, INSTALLATION_CHAIN);
    async function write(writer: Actor, name: string) {
      for (let i = 0; i < 4; i++) expect((await writeBoth(writer, `${name}.${i}`)).ok).toBe(true);
    }
    await Promise.all(Array.from({ length: 16 }, (_, i) => write(i % 4 === 3 ? other : actor, `field${i}`)));
    const rowsOf = async (chain: string) => {
      const { rows, fault } = await verdictOn(database.ownerUrl, chain);
      expect(fault).toBeNull();
      return rows;
    };
    expect(await rowsOf(actor.organisationId)).toBe(2 + 48);
    expect(await rowsOf(other.organisationId)).toBe(2 + 16);
    expect(await rowsOf(INSTALLATION_CHAIN)).toBe(before.rows + 64);
  });

  test("takes a change that concerns no organisation at all", async ({ database }) => {
    const actor = await makeOrganisation();
    const outcome = await change(actor, async ({ recordForInstallation }) => {
      recordForInstallation({ type: "user.password_changed", subject: `user:${actor.userId}` });
      return accept(null);
    });
    expect(outcome.ok).toBe(true);
    expect(await installationEventTypes(database.ownerUrl, actor.userId)).toEqual(["user.password_changed"]);
  });

  test("keeps nothing of a change that was refused", async ({ database }) => {
    const actor = await makeOrganisation();
    await change(actor, async ({ recordForInstallation }) => {
      recordForInstallation({ type: "user.password_changed", subject: `user:${actor.userId}` });
      return refuse("not_today", "Not today.");
    });
    expect(await installationEventTypes(database.ownerUrl, actor.userId)).toEqual([]);
  });

  test.for([
    ["read", "SELECT * FROM installation_audit_event"],
    ["read at its head", "SELECT * FROM installation_audit_head"],
    ["written to but through its door", "INSERT INTO installation_audit_event (body) VALUES ('{}')"],
    ["altered", "UPDATE installation_audit_event SET body = '{}'"],
    ["removed", "DELETE FROM installation_audit_event"],
    ["emptied", "TRUNCATE installation_audit_event"],
    ["wound back", "UPDATE installation_audit_head SET seq = 0"],
  ] as const)("cannot be %s by the application", async ([, statement]) => {
    const { organisationId, userId } = await makeOrganisation();
    const inside = withOrganisation({ organisationId, actorId: userId }, (tx) =>
      tx.$executeRawUnsafe(statement),
    );
    await expect(inside).rejects.toMatchObject({ problem: "refused" });
    const outside = withoutOrganisation((tx) => tx.$executeRawUnsafe(statement));
    await expect(outside).rejects.toMatchObject({ problem: "refused" });
  });

  test.for([
    ["altered", "UPDATE installation_audit_event SET body = '{}'"],
    ["removed", "DELETE FROM installation_audit_event"],
    ["emptied", "TRUNCATE installation_audit_event CASCADE"],
    ["wound back", "DELETE FROM installation_audit_head"],
  ] as const)(
    "cannot be %s by the owner of its table, whom the policies hide it from",
    async ([, statement], { database }) => {
      await writeBoth(await makeOrganisation(), "one");
      const before = await verdictOn(database.ownerUrl, INSTALLATION_CHAIN);
      const attempt = asOwner(
        database.ownerUrl,
        `ALTER TABLE installation_audit_event NO FORCE ROW LEVEL SECURITY;
       ALTER TABLE installation_audit_head NO FORCE ROW LEVEL SECURITY;
       ${statement}`,
      );
      await expect(attempt).rejects.toThrow("never changed or removed");
      expect(await verdictOn(database.ownerUrl, INSTALLATION_CHAIN)).toEqual(before);
    },
  );

  test("holds neither names nor addresses", async ({ database }) => {
    const [row] = await asVerifier<{ keys: string[] }>(
      database.ownerUrl,
      `SELECT array_agg(DISTINCT k ORDER BY k) AS keys
       FROM installation_audit_event, jsonb_object_keys(payload) k`,
    );
    expect(row?.keys).toEqual(["at", "by", "subject", "type"]);
  });
});

describe("the verifier's role", () => {
  test("reads the chains and nothing else, and writes nothing", async ({ database }) => {
    const rights = await asOwner<{ name: string }>(
      database.ownerUrl,
      `SELECT c.relname || ' ' || r AS name FROM pg_class c, unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) r
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
         AND has_table_privilege('greenroom_verifier', c.oid, r) ORDER BY 1`,
    );
    expect(rights.map(({ name }) => name)).toEqual([
      "audit_event SELECT",
      "audit_head SELECT",
      "installation_audit_event SELECT",
      "installation_audit_head SELECT",
    ]);
  });
});
