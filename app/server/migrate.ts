import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";

/** The advisory lock that Prisma's own `migrate deploy` takes, so that the two never run at once. */
const MIGRATION_LOCK = "72707369";
const LOCK_WAIT = "60s";

const BOOKKEEPING = `
CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                      VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum                VARCHAR(64) NOT NULL,
    finished_at             TIMESTAMPTZ,
    migration_name          VARCHAR(255) NOT NULL,
    logs                    TEXT,
    rolled_back_at          TIMESTAMPTZ,
    started_at              TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count     INTEGER NOT NULL DEFAULT 0
)`;

export class MigrationError extends Error {
  override name = "MigrationError";
}

export type Migration = { name: string; sql: string; checksum: string };

/** Reads the migrations of a folder in Prisma's layout (`NAME/migration.sql`), in the order of their names. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const bytes = await readFile(join(folder, name, "migration.sql"));
      return {
        name,
        sql: bytes.toString("utf8"),
        checksum: createHash("sha256").update(bytes).digest("hex"),
      };
    }),
  );
}

type AppliedRow = { migration_name: string; checksum: string; finished: boolean };

async function appliedMigrations(client: pg.Client): Promise<AppliedRow[]> {
  const { rows } = await client.query<AppliedRow>(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished
     FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name`,
  );
  return rows;
}

/** The migrations still to apply. Throws where what was applied is not what lies in the folder. */
function stillToApply(migrations: Migration[], applied: AppliedRow[]): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const row of applied) {
    const migration = known.get(row.migration_name);
    if (!row.finished)
      throw new MigrationError(
        `Migration ${row.migration_name} was started and never finished. Look at the table _prisma_migrations.`,
      );
    if (!migration)
      throw new MigrationError(
        `The database has migration ${row.migration_name}, which this version does not know. Is it newer than the program?`,
      );
    if (migration.checksum !== row.checksum)
      throw new MigrationError(
        `Migration ${row.migration_name} was changed after it was applied. Put its file back; make a new migration for the change.`,
      );
  }
  const done = new Set(applied.map((row) => row.migration_name));
  return migrations.filter((migration) => !done.has(migration.name));
}

/**
 * One simple query, so that the server parses the script (`$$` bodies included) and runs it whole or not at all,
 * together with its line in the bookkeeping.
 */
async function apply(client: pg.Client, migration: Migration): Promise<void> {
  const line = [randomUUID(), migration.checksum, migration.name].map((text) => client.escapeLiteral(text));
  const record = `INSERT INTO public._prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES (${line.join(", ")}, now(), clock_timestamp(), 1)`;
  try {
    await client.query(`BEGIN;\n${migration.sql}\n;${record};\nCOMMIT;`);
  } catch (error) {
    await client.query("ROLLBACK");
    const reason = error instanceof Error ? error.message : String(error);
    throw new MigrationError(`Migration ${migration.name} failed and nothing of it was kept: ${reason}`, {
      cause: error,
    });
  }
}

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {}); // a connection that breaks rejects the query in flight, which is where it is handled
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Applies what is missing of the migrations in `folder` and returns their names. Several processes may start at once:
 * one applies, the others wait and find nothing to do. The result is what `prisma migrate deploy` would leave.
 *
 * @param ownerUrl the address of the database for the role that owns its tables
 */
export async function migrate(ownerUrl: string, folder: string): Promise<string[]> {
  const migrations = await readMigrations(folder);
  return connected(ownerUrl, async (client) => {
    await client.query(`SET lock_timeout = '${LOCK_WAIT}'`);
    await client.query(`SELECT pg_advisory_lock(${MIGRATION_LOCK})`);
    await client.query("SET lock_timeout = DEFAULT");
    await client.query(BOOKKEEPING);
    const missing = stillToApply(migrations, await appliedMigrations(client));
    for (const migration of missing) await apply(client, migration);
    return missing.map((migration) => migration.name);
  });
}

/** The names of the migrations that the database still lacks; all of them while it has none. Reads only. */
export async function pendingMigrations(url: string, folder: string): Promise<string[]> {
  const migrations = await readMigrations(folder);
  return connected(url, async (client) => {
    const { rows } = await client.query("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there");
    const applied = rows[0]?.there ? await appliedMigrations(client) : [];
    return stillToApply(migrations, applied).map((migration) => migration.name);
  });
}
