import { execFile } from "node:child_process";
import { copyFile, cp, mkdtemp, readFile, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect } from "vitest";
import { migrate } from "~/server/migrate";
import { test as withDatabase } from "../support/database";
import { emptyDatabase } from "../support/empty-database";
import { asOwner } from "../support/owner";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

type Run = { code: number; output: string };

/** Runs Prisma's command line as `npm run prisma -- …` does, with the engine of this project. */
function prisma(ownerUrl: string, words: string[], cwd = ROOT): Promise<Run> {
  const env = { ...process.env, DATABASE_URL: ownerUrl, MIGRATION_DATABASE_URL: ownerUrl, NO_COLOR: "1" };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(ROOT, "prisma/cli.mjs"), ...words],
      { cwd, env },
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr }),
    );
  });
}

/** What a database has: tables with their columns, and functions. */
function shapeOf(ownerUrl: string) {
  return asOwner(
    ownerUrl,
    `SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable AS what
       FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'
     UNION ALL SELECT oid::regprocedure || ' ' || prosrc FROM pg_proc WHERE pronamespace = 'app'::regnamespace
     UNION ALL SELECT tgrelid::regclass || '.' || tgname || ' ' || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
     UNION ALL SELECT polrelid::regclass || '.' || polname FROM pg_policy
     ORDER BY 1`,
  );
}

function bookkeeping(ownerUrl: string) {
  return asOwner(
    ownerUrl,
    `SELECT migration_name, checksum, applied_steps_count, logs, finished_at IS NULL AS open, rolled_back_at
     FROM _prisma_migrations ORDER BY 1`,
  );
}

/** An empty database beside the migrated one, and a copy of what Prisma's command line reads, so that a test may add to it. */
const test = withDatabase.extend<{ ownerUrl: string; project: string }>({
  ownerUrl: async ({ database }, use) => {
    const { ownerUrl, drop } = await emptyDatabase(database.ownerUrl);
    await use(ownerUrl);
    await drop();
  },
  project: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), "greenroom-prisma-"));
    await cp(join(ROOT, "prisma"), join(folder, "prisma"), { recursive: true });
    await copyFile(join(ROOT, "prisma.config.ts"), join(folder, "prisma.config.ts"));
    await symlink(join(ROOT, "node_modules"), join(folder, "node_modules"));
    await use(folder);
    await rm(folder, { recursive: true });
  },
});

describe("prisma", { timeout: 60_000 }, () => {
  test("finds no difference between the migrations and the schema", async ({ ownerUrl }) => {
    const words = ["--from-migrations", "prisma/migrations", "--to-schema", "prisma/schema.prisma"];
    const { code, output } = await prisma(ownerUrl, ["migrate", "diff", ...words, "--exit-code"]);
    expect(output).toContain("No difference detected");
    expect(code).toBe(0);
  });

  test("says so where they differ", async ({ ownerUrl, project }) => {
    const schema = join(project, "prisma/schema.prisma");
    const text = await readFile(schema, "utf8");
    await writeFile(schema, `${text}\nmodel Colour {\n  id String @id\n}\n`);
    const words = ["--from-migrations", "prisma/migrations", "--to-schema", schema];
    const { code, output } = await prisma(ownerUrl, ["migrate", "diff", ...words, "--exit-code"]);
    expect(output).toContain("Colour");
    expect(code).toBe(2);
  });

  test("deploys just what our own migrations make, with the same bookkeeping", async ({
    ownerUrl,
    database,
  }) => {
    const { code, output } = await prisma(ownerUrl, ["migrate", "deploy"]);
    expect(output).toContain("All migrations have been successfully applied");
    expect(code).toBe(0);
    expect(await shapeOf(ownerUrl)).toEqual(await shapeOf(database.ownerUrl));
    expect(await bookkeeping(ownerUrl)).toEqual(await bookkeeping(database.ownerUrl));
    expect(await migrate(ownerUrl, join(ROOT, "prisma/migrations"))).toEqual([]);
    expect((await prisma(database.ownerUrl, ["migrate", "status"])).output).toContain("up to date");
  });

  test("makes and applies a new migration", async ({ ownerUrl, project }) => {
    const migrations = join(project, "prisma/migrations");
    await migrate(ownerUrl, migrations);
    const schema = join(project, "prisma/schema.prisma");
    await writeFile(schema, `${await readFile(schema, "utf8")}\nmodel Colour {\n  id String @id\n}\n`);
    const { output } = await prisma(
      ownerUrl,
      ["migrate", "dev", "--name", "colour", "--schema", schema],
      project,
    );
    expect(output).toContain("colour");
    const [made] = (await readdir(migrations)).filter((name) => name.endsWith("_colour"));
    expect(await readFile(join(migrations, made ?? "", "migration.sql"), "utf8")).toContain(
      'CREATE TABLE "Colour"',
    );
    expect(await asOwner(ownerUrl, `SELECT count(*)::int AS rows FROM "Colour"`)).toEqual([{ rows: 0 }]);
  });

  test("fails with a message, and not with success, where the database cannot be reached", async ({
    ownerUrl,
  }) => {
    const nowhere = new URL(ownerUrl);
    nowhere.port = "1";
    const { code, output } = await prisma(nowhere.href, ["migrate", "deploy"]);
    expect(code).not.toBe(0);
    expect(output).toMatch(/P1001|ECONNREFUSED|reach/);
  });
});
