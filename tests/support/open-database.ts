import { closeConnection, openConnection } from "~/data/connection.server";
import { test as withDatabase } from "./database";

/** As `test`, with the application's own connection open on the file's database: few connections, so that they are shared. */
export const test = withDatabase.extend<{ connection: void }>({
  connection: [
    async ({ database }, use) => {
      openConnection({ url: database.applicationUrl, poolSize: 4 });
      await use();
      await closeConnection();
    },
    { scope: "file", auto: true },
  ],
});
