import pg from "pg";
import { describe, expect } from "vitest";
import { readOrganisation, withOrganisation } from "~/data/database.server";
import { verifyAudit } from "~/data/verify-audit.server";
import type { Actor } from "~/domain/actor";
import { accept } from "~/domain/refusal";
import { change } from "~/services/change.server";
import { makeOrganisation } from "../factories/organisation";
import { test } from "../support/open-database";
import { asOwner } from "../support/owner";

function scopeOf({ organisationId, userId }: Actor) {
  return { organisationId, actorId: userId };
}

function verdictOn(actor: Actor) {
  return readOrganisation(scopeOf(actor), (tx) => verifyAudit(tx, actor.organisationId));
}

/** Writes events until the organisation has `total` of them. */
async function fill(actor: Actor, total: number): Promise<void> {
  const { organisationId } = actor;
  const have = await readOrganisation(scopeOf(actor), (tx) => tx.auditEvent.count());
  await change(actor, async ({ record }) => {
    for (let i = have; i < total; i++)
      record({
        type: "organisation.changed",
        subject: `organisation:${organisationId}`,
        fields: [`field${i}`],
      });
    return accept(null);
  });
}

/** Does what only the owner of the tables can: switches the guards off, and changes rows. */
async function tamper(ownerUrl: string, actor: Actor, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("BEGIN");
    for (const table of ["audit_event", "audit_head"]) {
      await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
      await client.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
    }
    for (const statement of statements)
      await client.query(statement.replaceAll("$ORGANISATION", `'${actor.organisationId}'`));
    for (const table of ["audit_event", "audit_head"]) {
      await client.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
    }
    for (const trigger of ["link", "keep", "keep_all"])
      await client.query(`ALTER TABLE audit_event ENABLE ALWAYS TRIGGER audit_event_${trigger}`);
    for (const trigger of ["keep", "keep_all"])
      await client.query(`ALTER TABLE audit_head ENABLE ALWAYS TRIGGER audit_head_${trigger}`);
    await client.query("COMMIT");
  } finally {
    await client.end();
  }
}

const EVENTS = "audit_event WHERE organisation_id = $ORGANISATION AND seq";
const REWRITE = `
  DO $$
  DECLARE
    link record;
    last bytea := decode(repeat('00', 32), 'hex');
  BEGIN
    FOR link IN SELECT * FROM audit_event WHERE organisation_id = $ORGANISATION ORDER BY seq LOOP
      UPDATE audit_event SET prev_hash = last,
        hash = app.audit_hash(last, link.organisation_id, link.seq, link.recorded_at, link.body)
        WHERE organisation_id = link.organisation_id AND seq = link.seq RETURNING hash INTO last;
    END LOOP;
    UPDATE audit_head SET hash = last WHERE organisation_id = $ORGANISATION;
  END $$`;

describe("the verifier", () => {
  test("finds an untouched chain whole", async () => {
    const actor = await makeOrganisation();
    await fill(actor, 12);
    expect(await verdictOn(actor)).toEqual({ whole: true, events: 12 });
  });

  test.for([
    [
      "an altered body",
      [
        `UPDATE ${"audit_event"} SET body = replace(body, 'field7', 'field8') WHERE organisation_id = $ORGANISATION AND seq = 8`,
      ],
      { seq: 8, fault: "altered" },
    ],
    [
      "an altered time",
      [
        `UPDATE audit_event SET recorded_at = recorded_at - interval '1 microsecond' WHERE organisation_id = $ORGANISATION AND seq = 5`,
      ],
      { seq: 5, fault: "altered" },
    ],
    ["a removed event", [`DELETE FROM ${EVENTS} = 6`], { seq: 6, fault: "missing" }],
    ["a removed beginning", [`DELETE FROM ${EVENTS} <= 2`], { seq: 1, fault: "missing" }],
    ["a removed end", [`DELETE FROM ${EVENTS} > 9`], { seq: 10, fault: "head" }],
    [
      "an altered event with its own hash mended",
      [
        `UPDATE audit_event SET body = replace(body, 'field7', 'field8') WHERE organisation_id = $ORGANISATION AND seq = 8`,
        `UPDATE audit_event SET hash = app.audit_hash(prev_hash, organisation_id, seq, recorded_at, body) WHERE organisation_id = $ORGANISATION AND seq = 8`,
      ],
      { seq: 9, fault: "unlinked" },
    ],
    [
      "two events that changed places",
      [
        `UPDATE audit_event SET seq = -seq WHERE organisation_id = $ORGANISATION AND seq IN (6, 7)`,
        `UPDATE audit_event SET seq = 13 + seq WHERE organisation_id = $ORGANISATION AND seq < 0`,
      ],
      { seq: 6, fault: "unlinked" },
    ],
  ] as const)("finds %s", async ([, statements, fault], { database }) => {
    const actor = await makeOrganisation();
    await fill(actor, 12);
    await tamper(database.ownerUrl, actor, ...statements);
    expect(await verdictOn(actor)).toEqual({ whole: false, ...fault });
  });

  test("cannot find a chain that was rewritten whole, but its newest hash is another", async ({
    database,
  }) => {
    const actor = await makeOrganisation();
    await fill(actor, 12);
    const newest = () =>
      readOrganisation(scopeOf(actor), async (tx) => {
        const head = await tx.auditHead.findUniqueOrThrow({
          where: { organisationId: actor.organisationId },
        });
        return Buffer.from(head.hash).toString("hex");
      });
    const before = await newest();
    await tamper(
      database.ownerUrl,
      actor,
      `UPDATE audit_event SET body = replace(body, 'field7', 'field8') WHERE organisation_id = $ORGANISATION AND seq = 8`,
      REWRITE,
    );
    expect(await verdictOn(actor)).toEqual({ whole: true, events: 12 });
    expect(await newest()).not.toBe(before);
  });
});

describe("the chain", () => {
  test("is unbroken after 16 writers at once, and of each organisation alone", async () => {
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
      expect(await verdictOn(writer)).toEqual({ whole: true, events: 2 + 64 });
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
    await expect(asOwner(database.ownerUrl, "TRUNCATE audit_event")).rejects.toThrow(
      "never changed or removed",
    );
  });
});
