import pg from "pg";
import { describe, expect } from "vitest";
import { readOrganisation, withOrganisation } from "~/data/database.server";
import type { Actor } from "~/domain/actor";
import { accept } from "~/domain/refusal";
import { change } from "~/services/change.server";
import { makeOrganisation } from "../factories/organisation";
import { test } from "../support/open-database";
import { asOwner } from "../support/owner";
import { verdictOn } from "../support/verified-chains";

function scopeOf({ organisationId, userId }: Actor) {
  return { organisationId, actorId: userId };
}

describe("the chain", () => {
  test("is unbroken after 16 writers at once, and of each organisation alone (control 5)", async ({
    database,
  }) => {
    const [actor, other] = [await makeOrganisation(), await makeOrganisation()];
    /** Two events a change, four changes one after the other. */
    async function write(writer: Actor, field: string): Promise<void> {
      const subject = `organisation:${writer.organisationId}` as const;
      for (let i = 0; i < 4; i++)
        await change(writer, async ({ record }) => {
          record({ type: "organisation.changed", subject, fields: [`${field}.${i}`, "name"] });
          record({ type: "organisation.changed", subject, fields: [`${field}.${i}`, "more"] });
          return accept(null);
        });
    }
    const writers = Array.from({ length: 16 }, (_, i) => write(i % 2 === 0 ? actor : other, `field${i}`));
    await Promise.all(writers);
    for (const writer of [actor, other])
      expect(await verdictOn(database.ownerUrl, writer.organisationId)).toMatchObject({
        fault: null,
        rows: 2 + 64,
      });
  });

  test("says who did what and when, by the clock of the change", async () => {
    const actor = await makeOrganisation();
    const [event] = await readOrganisation(scopeOf(actor), (tx) =>
      tx.auditEvent.findMany({ orderBy: { seq: "asc" } }),
    );
    expect(event?.payload).toEqual({
      type: "organisation.created",
      subject: `organisation:${actor.organisationId}`,
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      by: actor.userId,
    });
    expect(JSON.parse(event?.body ?? "")).toEqual(event?.payload);
  });

  test.for([
    ["altered", "UPDATE audit_event SET body = '{}'"],
    ["removed", "DELETE FROM audit_event"],
    ["emptied", "TRUNCATE audit_event"],
    ["wound back", "DELETE FROM audit_head"],
  ] as const)("cannot be %s by the application", async ([, statement]) => {
    const actor = await makeOrganisation();
    const attempt = withOrganisation(scopeOf(actor), (tx) => tx.$executeRawUnsafe(statement));
    await expect(attempt).rejects.toMatchObject({ problem: "refused" });
  });

  test.for([
    ["altered", "UPDATE audit_event SET body = '{}' WHERE organisation_id = $1"],
    ["removed", "DELETE FROM audit_event WHERE organisation_id = $1"],
    ["wound back", "DELETE FROM audit_head WHERE organisation_id = $1"],
  ] as const)("cannot be %s by the owner of its table either", async ([, statement], { database }) => {
    const actor = await makeOrganisation();
    const client = new pg.Client({ connectionString: database.ownerUrl });
    await client.connect();
    await client.query("SELECT set_config('app.organisation_id', $1, false)", [actor.organisationId]);
    await expect(client.query(statement, [actor.organisationId])).rejects.toThrow("never changed or removed");
    await client.end();
  });

  test("cannot be emptied by the owner of its table either", async ({ database }) => {
    await expect(asOwner(database.ownerUrl, "TRUNCATE audit_event CASCADE")).rejects.toThrow(
      "never changed or removed",
    );
  });
});
