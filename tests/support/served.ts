import { Client } from "pg";
import { inject } from "vitest";
import { buildIfNeeded } from "~/server/build";
import { startApplication, type RunningApplication } from "./running-application";
import { test as withConnection } from "./open-database";

export const SECRET = "for-the-tests-of-services-on-this-machine-alone";
/** Any number: whoever builds holds it, and the others wait. */
const BUILDING = 20261122;

/** The real application, built and served on a free port, on the file's own database. It is stopped when the file is done. */
export const test = withConnection.extend<{ served: RunningApplication }>({
  served: [
    async ({ database }, use) => {
      await buildOnce();
      const served = await startApplication({
        DATABASE_URL: database.applicationUrl,
        MIGRATION_DATABASE_URL: database.ownerUrl,
        SESSION_SECRET: SECRET,
        TZ: "America/St_Johns",
      });
      await use(served);
      await served.stop();
    },
    { scope: "file" },
  ],
});

/** Test files run side by side, and only one of them may build. */
export async function buildOnce(): Promise<void> {
  const client = new Client({
    connectionString: inject("templateDatabase").urls.ownerUrl.replace(/\/[^/]*$/, "/postgres"),
  });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [BUILDING]);
    buildIfNeeded(() => {});
  } finally {
    await client.end();
  }
}
