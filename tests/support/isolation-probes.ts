import { describe, expect } from "vitest";
import { closeConnection, openConnection } from "~/data/connection.server";
import {
  readOrganisation,
  withOrganisation,
  withoutOrganisation,
  type Transaction,
} from "~/data/database.server";
import type { Actor } from "~/domain/actor";
import type { DatabaseUrls } from "~/server/embedded-database";
import { makeOrganisation } from "../factories/organisation";
import { test as base } from "./database";

/**
 * Probes that run twice: signed in as the application's own login, and as the owner of every table (as in a first trial
 * with one address). Isolation comes from the role that each transaction takes, so both must behave alike. A pool of two
 * makes the requests of many organisations share connections.
 */
export function probeIsolation(login: keyof DatabaseUrls): void {
  const test = base.extend<{ pair: { own: Actor; other: Actor } }>({
    pair: [
      async ({ database }, use) => {
        openConnection({ url: database[login], poolSize: 2, waitMs: 2_000 });
        await use({ own: await makeOrganisation(), other: await makeOrganisation() });
        await closeConnection();
      },
      { scope: "file" },
    ],
  });
  const probe = (
    name: string,
    work: (tx: Transaction, pair: { own: Actor; other: Actor }) => Promise<void>,
    readOnly = false,
  ) =>
    test(name, ({ pair }) =>
      withOrganisation(
        { organisationId: pair.own.organisationId, actorId: pair.own.userId },
        (tx) => work(tx, pair),
        {
          readOnly,
        },
      ),
    );
  /** A probe that the database must refuse. */
  const refused = (
    name: string,
    work: (tx: Transaction, pair: { own: Actor; other: Actor }) => Promise<unknown>,
    problem = "refused",
    readOnly = false,
  ) =>
    test(name, async ({ pair }) => {
      const scope = { organisationId: pair.own.organisationId, actorId: pair.own.userId };
      await expect(withOrganisation(scope, (tx) => work(tx, pair), { readOnly })).rejects.toMatchObject({
        problem,
      });
    });

  describe(`signed in by the ${login}`, () => {
    probe("runs as a role that owns nothing", async (tx) => {
      const [role] = await tx.$queryRaw<object[]>`
        SELECT current_user::text AS name, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user`;
      expect(role).toEqual({ name: "greenroom_app", rolsuper: false, rolbypassrls: false });
    });

    test("sees no rows outside an organisation", async ({ pair }) => {
      expect(pair.own.organisationId).not.toBe(pair.other.organisationId);
      const counts = await withoutOrganisation(async (tx) => [
        await tx.organisation.count(),
        await tx.membership.count(),
        await tx.auditEvent.count(),
        await tx.userAccount.count({ select: { id: true } }),
      ]);
      expect(counts).toEqual([0, 0, 0, { id: 0 }]);
    });

    probe("sees its own rows and no others", async (tx, { own }) => {
      const organisations = await tx.organisation.findMany();
      expect(organisations.map((row) => row.id)).toEqual([own.organisationId]);
      const members = await tx.membership.findMany();
      expect(members.map((row) => row.userId)).toEqual([own.userId]);
      const accounts = await tx.userAccount.findMany({ select: { id: true } });
      expect(accounts.map((row) => row.id)).toEqual([own.userId]);
    });

    probe("finds nothing by another organisation's key", async (tx, { other }) => {
      expect(await tx.organisation.findUnique({ where: { id: other.organisationId } })).toBeNull();
      expect(await tx.auditEvent.count({ where: { organisationId: other.organisationId } })).toBe(0);
    });

    probe("changes nothing of another organisation", async (tx, { other }) => {
      const where = { organisationId: other.organisationId };
      expect(await tx.membership.updateMany({ where, data: { endedAt: new Date() } })).toEqual({ count: 0 });
      expect(await tx.membershipRole.deleteMany({ where })).toEqual({ count: 0 });
    });

    refused("cannot insert for another organisation", (tx, { own, other }) =>
      tx.membership.create({ data: { organisationId: other.organisationId, userId: own.userId } }),
    );

    refused("cannot move a row to another organisation", (tx, { own, other }) =>
      tx.membership.updateMany({
        where: { userId: own.userId },
        data: { organisationId: other.organisationId },
      }),
    );

    refused(
      "cannot refer to a row of another organisation",
      (tx, { own, other }) =>
        tx.membershipRole.create({
          data: { organisationId: own.organisationId, userId: other.userId, role: "approver" },
        }),
      "invalid",
    );

    refused(
      "cannot write to another organisation's chain",
      (tx, { other }) =>
        tx.$executeRaw`INSERT INTO audit_event (organisation_id, body) VALUES (${other.organisationId}::uuid, '{}')`,
    );

    refused("cannot empty a table", (tx) => tx.$executeRaw`TRUNCATE membership`);
    refused(
      "cannot alter a table",
      (tx) => tx.$executeRaw`ALTER TABLE membership NO FORCE ROW LEVEL SECURITY`,
    );
    refused("cannot read past the policies", async (tx) => {
      await tx.$executeRawUnsafe("SET LOCAL row_security = off");
      return tx.membership.findMany();
    });
    refused("cannot read a password", (tx) => tx.$queryRaw`SELECT password_hash FROM user_account`);
    refused("cannot read logins", (tx) => tx.$queryRaw`SELECT * FROM login_session`);
    refused(
      "cannot write while reading",
      (tx) => tx.organisation.updateMany({ data: { name: "Fernhill" } }),
      "refused",
      true,
    );

    test("forgets the organisation when a transaction ends, well or badly", async ({ pair }) => {
      const scope = { organisationId: pair.own.organisationId, actorId: pair.own.userId };
      await withOrganisation(scope, (tx) => tx.membership.count());
      await expect(withOrganisation(scope, () => Promise.reject(new Error("a bug")))).rejects.toThrow(
        "a bug",
      );
      const seen = await Promise.all(
        [1, 2, 3, 4].map(() => withoutOrganisation((tx) => tx.membership.count())),
      );
      expect(seen).toEqual([0, 0, 0, 0]);
    });

    probe("stays inside when queries run side by side", async (tx, { own }) => {
      const found = await Promise.all(Array.from({ length: 10 }, () => tx.membership.findMany()));
      expect(new Set(found.flat().map((row) => row.organisationId))).toEqual(new Set([own.organisationId]));
    });

    probe("stays inside when rows are read through their relations", async (tx, { own }) => {
      const organisation = await tx.organisation.findFirstOrThrow({
        include: { memberships: { include: { roles: true } } },
      });
      expect(organisation.memberships.map((row) => row.userId)).toEqual([own.userId]);
    });

    test("keeps 400 interleaved requests of 20 organisations apart, though one in seven fails", async ({
      pair,
    }) => {
      const actors = [pair.own, pair.other];
      while (actors.length < 20) actors.push(await makeOrganisation());
      /** One request in the organisation whose turn it is: whether it saw that one's rows alone. */
      async function request(i: number): Promise<boolean | "failed"> {
        const actor = actors[i % actors.length] ?? pair.own;
        const scope = { organisationId: actor.organisationId, actorId: actor.userId };
        const seen = readOrganisation(scope, async (tx) => {
          const rows = await tx.membership.findMany();
          if (i % 7 === 0) throw new Error("a bug");
          return rows.length === 1 && rows[0]?.userId === actor.userId;
        });
        if (i % 7 !== 0) return seen;
        await expect(seen).rejects.toThrow("a bug");
        return "failed";
      }
      // Twenty at once and not all: each waits two seconds for one of the two connections, no longer.
      const answers: boolean[] = [];
      for (let wave = 0; wave < 400; wave += 20) {
        const results = await Promise.all(Array.from({ length: 20 }, (_, k) => request(wave + k)));
        answers.push(...results.filter((result) => result !== "failed"));
      }
      expect(answers).toHaveLength(400 - 58);
      expect(answers.every(Boolean)).toBe(true);
    });
  });
}
