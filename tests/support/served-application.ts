import { fileURLToPath } from "node:url";
import { Client } from "pg";
import { buildIfNeeded } from "~/server/build";
import { prepareDatabase } from "~/server/embedded-database";
import { startEmbeddedPostgres } from "~/server/embedded-postgres";
import { startApplication } from "./running-application";

const DATA = fileURLToPath(new URL("../../.data/tests", import.meta.url));
const MIGRATIONS = fileURLToPath(new URL("../../prisma/migrations", import.meta.url));
const SECRET = "for-the-browser-tests-on-this-machine-alone";
/** Names and addresses that the browser tests give to people: none of them may stand in what the server logs. */
const PERSONAL = /Quillonby|Farrow|Marrowby|Hollowell|lanternmoor\.example/i;
const FATAL_OR_ERROR = /^\{"level":[56]0/;

/** Builds once and serves the real application on a free port with a database of its own, for all browser tests. */
export default async function serve() {
  buildIfNeeded(console.log);
  const postgres = await startEmbeddedPostgres({
    dataDirectory: DATA,
    settings: { fsync: "off", max_connections: "200" },
  });
  const database = `greenroom_test_${process.pid}_browser`;
  const urls = await prepareDatabase(postgres, { database, dataDirectory: DATA, migrations: MIGRATIONS });
  const application = await startApplication({
    DATABASE_URL: urls.applicationUrl,
    MIGRATION_DATABASE_URL: urls.ownerUrl,
    SESSION_SECRET: SECRET,
    METRICS_TOKEN: "for-the-browser-tests",
    TZ: "America/St_Johns",
  });
  process.env.TESTED_ORIGIN = application.origin;
  process.env.TESTED_SECRET = SECRET;
  process.env.TESTED_DATABASE_URL = urls.applicationUrl;
  process.env.TESTED_OWNER_URL = urls.ownerUrl;
  return async () => {
    const exitCode = await application.stop();
    const client = new Client({ connectionString: postgres.superuserUrl() });
    await client.connect();
    await client.query(`DROP DATABASE ${client.escapeIdentifier(database)} WITH (FORCE)`);
    await client.end();
    await postgres.stop();
    const lines = application.output().split("\n");
    const personal = lines.filter((line) => PERSONAL.test(line));
    if (personal.length > 0) throw new Error(`The server logged people:\n${personal.join("\n")}`);
    const errors = lines.filter((line) => FATAL_OR_ERROR.test(line));
    if (errors.length > 0) throw new Error(`The server logged errors:\n${errors.join("\n")}`);
    if (exitCode !== 0) throw new Error(`The server ended with ${exitCode}:\n${application.output()}`);
  };
}
