import { closeConnection, openConnection } from "~/data/connection.server";
import { openInstallationKeys } from "~/data/installation-keys.server";
import { test as withDatabase } from "./database";

/** As `test`, with the application's own connection open on the file's database. */
export const test = withDatabase.extend<{ connection: void }>({
  connection: [
    async ({ database }, use) => {
      openConnection({ url: database.applicationUrl, poolSize: 16, waitMs: 10_000 });
      openInstallationKeys("for-the-tests-of-services-on-this-machine-alone");
      await use();
      await closeConnection();
    },
    { scope: "file", auto: true },
  ],
});
