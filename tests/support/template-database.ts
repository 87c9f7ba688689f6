import { createHash } from "node:crypto";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { prepareDatabase } from "~/server/embedded-database";
import type { DatabaseUrls } from "~/server/embedded-database";
import { startEmbeddedPostgres } from "~/server/embedded-postgres";
import { migrate, readMigrations } from "~/server/migrate";

const MIGRATIONS = fileURLToPath(new URL("../../prisma/migrations", import.meta.url));
const DATA = fileURLToPath(new URL("../../.data/tests", import.meta.url));

let stop: () => Promise<void> = async () => {};

/**
 * One PostgreSQL for the whole run with one migrated database in it, which each test file clones. The server stays
 * on disk between runs, and the template until a migration changes. TEST_DATABASE_URL (a role that may create roles and databases) replaces it.
 */
export async function setup(project: TestProject) {
  const name = `greenroom_template_${await fingerprint()}`;
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    project.provide("templateDatabase", { name, urls: await prepareGiven(given, name) });
    return;
  }
  const postgres = await startEmbeddedPostgres({
    dataDirectory: DATA,
    settings: { fsync: "off", full_page_writes: "off", synchronous_commit: "off", max_connections: "200" },
  });
  const urls = await prepareDatabase(postgres, {
    database: name,
    dataDirectory: DATA,
    migrations: MIGRATIONS,
  });
  await dropLeftovers(postgres.superuserUrl());
  project.provide("templateDatabase", { name, urls });
  stop = () => postgres.stop();
}

export async function teardown() {
  await stop();
}

async function fingerprint(): Promise<string> {
  const migrations = await readMigrations(MIGRATIONS);
  const whole = migrations.map((migration) => `${migration.name} ${migration.checksum}`).join("\n");
  return createHash("sha256").update(whole).digest("hex").slice(0, 12);
}

async function prepareGiven(given: string, name: string): Promise<DatabaseUrls> {
  const client = new Client({ connectionString: given });
  await client.connect();
  const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [name]);
  if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)} TEMPLATE template0`);
  await client.end();
  const url = new URL(given);
  url.pathname = path.posix.join("/", name);
  await migrate(url.href, MIGRATIONS);
  return { ownerUrl: url.href, applicationUrl: url.href };
}

/** Clones of runs that ended without dropping them, and templates of earlier migrations. Those in use refuse and stay. */
async function dropLeftovers(superuserUrl: string) {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  const { rows } = await client.query<{ datname: string; pid: string | null }>(
    "SELECT datname, substring(datname from '^greenroom_test_(\\d+)_') AS pid FROM pg_database WHERE datname LIKE 'greenroom_test_%'",
  );
  for (const { datname, pid } of rows)
    if (!isRunning(Number(pid)))
      await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(datname)} WITH (FORCE)`);
  await client.end();
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
