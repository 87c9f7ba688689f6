import { Client } from "pg";
import { test as base, inject } from "vitest";
import type { DatabaseUrls } from "~/server/embedded-database";

let clones = 0;

/** `test` with a database of the file's own: a clone of the migrated template, dropped when the file is done. */
export const test = base.extend<{ database: DatabaseUrls }>({
  database: [
    async ({}, use) => {
      const { name: template, urls } = inject("templateDatabase");
      const name = `greenroom_test_${process.pid}_${(clones += 1)}`;
      await administer(urls.ownerUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`);
      await use({
        ownerUrl: inDatabase(urls.ownerUrl, name),
        applicationUrl: inDatabase(urls.applicationUrl, name),
      });
      await administer(urls.ownerUrl, `DROP DATABASE ${name}`);
    },
    { scope: "file" },
  ],
});

function inDatabase(address: string, name: string): string {
  const url = new URL(address);
  url.pathname = `/${name}`;
  return url.href;
}

/** Runs beside the template, not in it: PostgreSQL clones only a database that nobody is connected to. */
async function administer(ownerUrl: string, statement: string) {
  const client = new Client({ connectionString: inDatabase(ownerUrl, "postgres") });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
