import pg from "pg";
import { describe, expect } from "vitest";
import { closeConnection, openConnection } from "~/data/connection.server";
import { databaseProblem } from "~/data/database-problem.server";
import {
  readOrganisation,
  withOrganisation,
  withoutOrganisation,
  type Transaction,
} from "~/data/database.server";
import { newId } from "~/data/new-id.server";
import type { Actor } from "~/domain/actor";
import { accept } from "~/domain/refusal";
import { change } from "~/services/change.server";
import { makeOrganisation } from "../factories/organisation";
import { test as withDatabase } from "../support/database";
import { test } from "../support/open-database";

function inside<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return withOrganisation({ organisationId: actor.organisationId, actorId: actor.userId }, work);
}

/** Holds the organisation's row from a connection of its own until `work` is done. */
async function whileHeld(ownerUrl: string, actor: Actor, work: () => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT set_config('app.organisation_id', $1, true)", [actor.organisationId]);
    await client.query("SELECT * FROM organisation FOR UPDATE");
    await work();
    await client.query("ROLLBACK");
  } finally {
    await client.end();
  }
}

describe("trouble with the database is told apart:", () => {
  test("a key that is taken", async () => {
    const actor = await makeOrganisation();
    const again = inside(actor, (tx) =>
      tx.membership.create({ data: { organisationId: actor.organisationId, userId: actor.userId } }),
    );
    await expect(again).rejects.toMatchObject({ problem: "duplicate" });
  });

  test("a value that a constraint refuses, with nothing of the row in the message", async () => {
    const actor = await makeOrganisation();
    const secret = "Maya Okafor";
    const refused = inside(actor, (tx) =>
      tx.membershipRole.create({
        data: { organisationId: actor.organisationId, userId: actor.userId, role: secret },
      }),
    );
    const error = await refused.then(
      () => null,
      (caught: unknown) => caught,
    );
    expect(error).toMatchObject({ problem: "invalid" });
    expect(String(error)).not.toContain(secret);
  });

  test("text that PostgreSQL cannot hold", async () => {
    const actor = await makeOrganisation();
    const broken = inside(actor, (tx) => tx.organisation.updateMany({ data: { name: "a\u0000b" } }));
    await expect(broken).rejects.toMatchObject({ problem: "invalid" });
  });

  test("a row that somebody else holds, within two seconds", async ({ database }) => {
    const actor = await makeOrganisation();
    await whileHeld(database.ownerUrl, actor, async () => {
      const rename = inside(actor, (tx) => tx.organisation.updateMany({ data: { name: "Fernhill" } }));
      await expect(rename).rejects.toMatchObject({ problem: "busy" });
    });
  });

  test("a statement that takes longer than five seconds", async () => {
    const actor = await makeOrganisation();
    const asleep = inside(actor, (tx) => tx.$queryRaw`SELECT 1 FROM pg_sleep(60)`);
    await expect(asleep).rejects.toMatchObject({ problem: "slow" });
  });

  test("nothing that is not the database's", () => {
    for (const error of [
      new Error("a bug"),
      new TypeError("x is not a function"),
      "text",
      null,
      { code: 42 },
    ])
      expect(databaseProblem(error)).toBeNull();
  });
});

test("two changes that wait for each other are both made: the one that was cut off is done again", async () => {
  const actor = await makeOrganisation();
  const [first, second] = [newId(), newId()];
  await inside(actor, async (tx) => {
    for (const id of [first, second])
      await tx.adult.create({ data: { organisationId: actor.organisationId, id, name: "Robin Ash" } });
  });
  let attempts = 0;
  let arrived = () => {};
  const bothHold = new Promise<void>((resolve) => {
    let holding = 0;
    arrived = () => (holding += 1) === 2 && resolve();
  });
  const touch = (order: string[]) =>
    change(actor, async ({ tx, record }) => {
      attempts += 1;
      for (const id of order) {
        await tx.adult.updateMany({ where: { id }, data: { version: { increment: 1 } } });
        arrived();
        await bothHold;
      }
      record({ type: "adult.changed", subject: `adult:${first}`, fields: ["name"] });
      return accept(null);
    });
  const outcomes = await Promise.all([touch([first, second]), touch([second, first])]);
  expect(outcomes.every((outcome) => outcome.ok)).toBe(true);
  expect(attempts).toBeGreaterThanOrEqual(3);
  const versions = await inside(actor, (tx) => tx.adult.findMany({ select: { version: true } }));
  expect(versions.map((adult) => adult.version)).toEqual([3, 3]);
});

withDatabase("a database that is not there, and one that comes back", async ({ database }) => {
  const nowhere = new URL(database.applicationUrl);
  nowhere.port = "1";
  await closeConnection();
  openConnection({ url: nowhere.href, poolSize: 2 });
  await expect(withoutOrganisation(() => Promise.resolve(1))).rejects.toMatchObject({ problem: "down" });
  await closeConnection();
  openConnection({ url: database.applicationUrl, poolSize: 1 });
  expect(await withoutOrganisation(() => Promise.resolve(1))).toBe(1);
  await closeConnection();
});

withDatabase("no connection that comes free in time", async ({ database }) => {
  openConnection({ url: database.applicationUrl, poolSize: 1 });
  const scope = { organisationId: newId(), actorId: null };
  let finish = () => {};
  const held = readOrganisation(scope, () => new Promise<void>((resolve) => (finish = resolve)));
  await expect(withoutOrganisation(() => Promise.resolve(1))).rejects.toMatchObject({
    problem: "overloaded",
  });
  finish();
  await held;
  await closeConnection();
});
