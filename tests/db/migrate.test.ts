import { mkdtemp, mkdir, rm, writeFile, cp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect } from "vitest";
import { migrate, pendingMigrations, readMigrations } from "~/server/migrate";
import { emptyDatabase, test as base } from "../support/empty-database";
import { asOwner, pastPolicies } from "../support/owner";

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

  test("count an address as proved where the account has a password and was not made by a code on paper", async ({
    ownerUrl,
    folder,
  }) => {
    const later = (await readMigrations(folder)).filter(({ name }) => name >= "20261122250200");
    for (const { name } of later) await rm(join(folder, name), { recursive: true });
    await migrate(ownerUrl, folder);
    const [home, founder, byCode, codeLater, noPassword] = Array.from({ length: 5 }, () =>
      crypto.randomUUID(),
    );
    const store = (table: string, rows: string) => pastPolicies(ownerUrl, table, rows, []);
    await store("organisation", `INSERT INTO organisation (id, name) VALUES ('${home}', 'Lanternmoor')`);
    await store(
      "user_account",
      `INSERT INTO user_account (id, email, name, password_hash, created_at) VALUES
        ('${founder}', 'a@x.example', 'A', 'hash', now() - interval '1 day'),
        ('${byCode}', 'b@x.example', 'B', 'hash', now()),
        ('${codeLater}', 'c@x.example', 'C', 'hash', now() - interval '1 day'),
        ('${noPassword}', 'd@x.example', 'D', NULL, now())`,
    );
    await store(
      "membership",
      `INSERT INTO membership (organisation_id, user_id) VALUES ('${home}', '${founder}')`,
    );
    await store(
      "invitation",
      `INSERT INTO invitation
         (organisation_id, id, kind, name, roles, token_hash, invited_by, expires_at, used_at, used_by)
       SELECT '${home}', gen_random_uuid(), 'printed', 'N', '{planner}', sha256(who::text::bytea), '${founder}', now(),
         now(), who FROM unnest(ARRAY['${byCode}', '${codeLater}']::uuid[]) who`,
    );
    expect(await migrate(ownerUrl, MIGRATIONS)).toEqual(later.map(({ name }) => name));
    const proved = "SELECT id FROM user_account WHERE email_proved_at IS NOT NULL";
    const rows = await pastPolicies<{ id: string }>(ownerUrl, "user_account", proved, []);
    expect(rows.map(({ id }) => id).sort()).toEqual([founder, codeLater].sort());
    const forced = `SELECT relname FROM pg_class WHERE relname IN ('user_account', 'invitation') AND relforcerowsecurity`;
    expect(await asOwner(ownerUrl, forced)).toHaveLength(2);
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
