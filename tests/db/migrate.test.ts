import { mkdtemp, mkdir, rm, writeFile, cp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect } from "vitest";
import { migrate, pendingMigrations, readMigrations } from "~/server/migrate";
import { emptyDatabase, test as base } from "../support/empty-database";
import { asOwner } from "../support/owner";

const MIGRATIONS = fileURLToPath(new URL("../../prisma/migrations", import.meta.url));

const test = base.extend<{ folder: string }>({
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), "greenroom-migrations-"));
    await cp(MIGRATIONS, folder, { recursive: true });
    await use(folder);
    await rm(folder, { recursive: true });
  },
});

async function addMigration(folder: string, name: string, sql: string): Promise<void> {
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, "migration.sql"), sql);
}

describe("migrations", () => {
  test("are all pending on an empty database, and none when applied", async ({ ownerUrl }) => {
    const names = (await readMigrations(MIGRATIONS)).map(({ name }) => name);
    expect(await pendingMigrations(ownerUrl, MIGRATIONS)).toEqual(names);
    expect(await migrate(ownerUrl, MIGRATIONS)).toEqual(names);
    expect(await pendingMigrations(ownerUrl, MIGRATIONS)).toEqual([]);
    expect(await migrate(ownerUrl, MIGRATIONS)).toEqual([]);
  });

  test("are applied once when three processes start at once", async ({ ownerUrl }) => {
    const names = (await readMigrations(MIGRATIONS)).map(({ name }) => name);
    const applied = await Promise.all([1, 2, 3].map(() => migrate(ownerUrl, MIGRATIONS)));
    expect(applied.map((list) => list.length).sort()).toEqual([0, 0, names.length]);
    const rows = await asOwner(ownerUrl, "SELECT migration_name FROM _prisma_migrations");
    expect(rows).toHaveLength(names.length);
  });

  test("are applied to two new databases of one server at once", async ({ ownerUrl }) => {
    const second = await emptyDatabase(ownerUrl);
    const applied = await Promise.all([ownerUrl, second.ownerUrl].map((url) => migrate(url, MIGRATIONS)));
    expect(applied[0]).toEqual(applied[1]);
    await second.drop();
  });

  test("that were changed after they were applied are refused, by name", async ({ ownerUrl, folder }) => {
    await addMigration(folder, "29990101000000_colour", "CREATE TABLE colour (name text);");
    await migrate(ownerUrl, folder);
    await addMigration(folder, "29990101000000_colour", "CREATE TABLE colour (name text, code text);");
    const refusal = /29990101000000_colour was changed after it was applied/;
    await expect(migrate(ownerUrl, folder)).rejects.toThrow(refusal);
    await expect(pendingMigrations(ownerUrl, folder)).rejects.toThrow(refusal);
  });

  test("that the program does not know are refused", async ({ ownerUrl, folder }) => {
    await addMigration(folder, "29990101000000_colour", "CREATE TABLE colour (name text);");
    await migrate(ownerUrl, folder);
    await expect(migrate(ownerUrl, MIGRATIONS)).rejects.toThrow(/29990101000000_colour, which this version/);
  });

  test("that fail half-way leave nothing of themselves, and all that came before", async ({
    ownerUrl,
    folder,
  }) => {
    await addMigration(folder, "29990101000000_colour", "CREATE TABLE colour (name text);");
    await addMigration(folder, "29990102000000_shade", "CREATE TABLE shade (name text); SELECT 1 / 0;");
    await expect(migrate(ownerUrl, folder)).rejects.toThrow(/29990102000000_shade failed.*division by zero/);
    const [there] = await asOwner(
      ownerUrl,
      "SELECT to_regclass('colour') IS NOT NULL AS colour, to_regclass('shade') IS NOT NULL AS shade",
    );
    expect(there).toEqual({ colour: true, shade: false });
    await addMigration(folder, "29990102000000_shade", "CREATE TABLE shade (name text);");
    expect(await migrate(ownerUrl, folder)).toEqual(["29990102000000_shade"]);
  });

  test("may hold functions whose bodies hold semicolons", async ({ ownerUrl, folder }) => {
    const body = "BEGIN PERFORM 1; RETURN 42; END";
    await addMigration(
      folder,
      "29990101000000_answer",
      `CREATE FUNCTION answer() RETURNS int LANGUAGE plpgsql AS $$ ${body} $$;`,
    );
    await migrate(ownerUrl, folder);
    expect(await asOwner(ownerUrl, "SELECT answer()")).toEqual([{ answer: 42 }]);
  });
});
