import pg from "pg";
import { test as base, inject } from "vitest";

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

let made = 0;

/** A new database with nothing in it, on the server that `anyUrl` names, and how to drop it. */
export async function emptyDatabase(
  anyUrl: string,
): Promise<{ ownerUrl: string; drop: () => Promise<void> }> {
  const name = `greenroom_test_${process.pid}_empty_${(made += 1)}`;
  const url = new URL(anyUrl);
  url.pathname = "/postgres";
  const server = url.href;
  await administer(server, `CREATE DATABASE ${name} TEMPLATE template0`);
  url.pathname = `/${name}`;
  return { ownerUrl: url.href, drop: () => administer(server, `DROP DATABASE ${name}`) };
}

/** `test` with an empty database of its own, for the role that will own its tables. */
export const test = base.extend<{ ownerUrl: string }>({
  ownerUrl: async ({}, use) => {
    const { ownerUrl, drop } = await emptyDatabase(inject("templateDatabase").urls.ownerUrl);
    await use(ownerUrl);
    await drop();
  },
});
