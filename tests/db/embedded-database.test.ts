import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Client } from "pg";
import { expect, test as base } from "vitest";
import { prepareDatabase } from "~/server/embedded-database";
import type { DatabaseUrls } from "~/server/embedded-database";
import { startEmbeddedPostgres } from "~/server/embedded-postgres";

const MIGRATIONS = fileURLToPath(new URL("../../prisma/migrations", import.meta.url));

/** A PostgreSQL of the file's own, started as the application starts it. */
const test = base.extend<{ database: DatabaseUrls }>({
  database: [
    async ({}, use) => {
      const dataDirectory = mkdtempSync(path.join(tmpdir(), "greenroom-embedded-"));
      chmodSync(dataDirectory, 0o755);
      const postgres = await startEmbeddedPostgres({ dataDirectory });
      await use(
        await prepareDatabase(postgres, { database: "greenroom", dataDirectory, migrations: MIGRATIONS }),
      );
      await postgres.stop();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
    { scope: "file" },
  ],
});

async function ask(url: string, question: string) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(question)).rows;
  } finally {
    await client.end();
  }
}

test("the application signs in as a role that owns nothing and cannot pass row-level security", async ({
  database,
}) => {
  expect(
    await ask(
      database.applicationUrl,
      `SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, pg_has_role('greenroom_app', 'USAGE') AS "mayActAsApp",
        (SELECT count(*)::int FROM pg_class WHERE relowner = pg_roles.oid) AS owned
       FROM pg_roles WHERE rolname = current_user`,
    ),
  ).toEqual([
    {
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      mayActAsApp: true,
      owned: 0,
    },
  ]);
});

test("the owner is no superuser and text sorts the same on every machine", async ({ database }) => {
  expect(
    await ask(
      database.ownerUrl,
      `SELECT rolsuper, rolbypassrls, datlocprovider, datlocale, current_setting('data_checksums') AS checksums, current_setting('TimeZone') AS zone
       FROM pg_roles, pg_database WHERE rolname = current_user AND datname = current_database()`,
    ),
  ).toEqual([
    {
      rolsuper: false,
      rolbypassrls: false,
      datlocprovider: "b",
      datlocale: "C.UTF-8",
      checksums: "on",
      zone: "UTC",
    },
  ]);
});

test("a refused row is not repeated in the server's log", async ({ database }) => {
  expect(
    await ask(
      database.ownerUrl,
      "SELECT name, setting FROM pg_settings WHERE name ~ 'log_(error_verb|min_error_s|parameter_max_length_on)' ORDER BY name",
    ),
  ).toEqual([
    { name: "log_error_verbosity", setting: "terse" },
    { name: "log_min_error_statement", setting: "panic" },
    { name: "log_parameter_max_length_on_error", setting: "0" },
  ]);
});
