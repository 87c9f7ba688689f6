import { closeConnection, openConnection } from "~/data/connection.server";
import { test as withDatabase } from "./database";

/** As `test`, with the application's own connection open on the file's database. */
export const test = withDatabase.extend<{ connection: void }>({
  connection: [
    async ({ database }, use) => {
      openConnection({ url: database.applicationUrl, poolSize: 16 });
      await use();
      await closeConnection();
    },
    { scope: "file", auto: true },
  ],
});
