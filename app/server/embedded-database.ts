import { Client } from "pg";
import type { EmbeddedPostgres } from "./embedded-postgres";
import { keptSecret } from "./kept-secret";
import { migrate } from "./migrate";

export type DatabaseUrls = { applicationUrl: string; ownerUrl: string };

const OWNER = "greenroom_owner";
const APPLICATION = "greenroom_web";

/**
 * Makes one database of the built-in server ready for use: its owner, the migrations, and the sign-in of the
 * application, which owns nothing and belongs to the role greenroom_app that the migrations made.
 */
export async function prepareDatabase(
  postgres: EmbeddedPostgres,
  options: { database: string; dataDirectory: string; migrations: string },
): Promise<DatabaseUrls> {
  const ownerPassword = keptSecret(options.dataDirectory, "owner-password");
  const applicationPassword = keptSecret(options.dataDirectory, "application-password");
  await asSuperuser(postgres, async (client) => {
    await makeRole(client, OWNER, ownerPassword, "CREATEROLE CREATEDB");
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [options.database]);
    if (!rowCount)
      await client.query(
        `CREATE DATABASE ${client.escapeIdentifier(options.database)} OWNER ${OWNER} TEMPLATE template0`,
      );
  });
  const urls = urlsOf(postgres, options.database, { ownerPassword, applicationPassword });
  await migrate(urls.ownerUrl, options.migrations);
  await asSuperuser(postgres, async (client) => {
    await makeRole(client, APPLICATION, applicationPassword, "NOCREATEROLE NOCREATEDB");
    await client.query(`GRANT greenroom_app TO ${APPLICATION}`);
  });
  return urls;
}

function urlsOf(
  postgres: EmbeddedPostgres,
  database: string,
  passwords: { ownerPassword: string; applicationPassword: string },
): DatabaseUrls {
  function as(user: string, password: string) {
    const url = new URL(postgres.superuserUrl(database));
    url.username = user;
    url.password = password;
    return url.href;
  }
  return {
    ownerUrl: as(OWNER, passwords.ownerPassword),
    applicationUrl: as(APPLICATION, passwords.applicationPassword),
  };
}

/** The addresses of a database that `prepareDatabase` made. */
export function embeddedUrls(postgres: EmbeddedPostgres, database: string, dataDirectory: string) {
  const ownerPassword = keptSecret(dataDirectory, "owner-password");
  const applicationPassword = keptSecret(dataDirectory, "application-password");
  return urlsOf(postgres, database, { ownerPassword, applicationPassword });
}

async function makeRole(client: Client, name: string, password: string, rights: string) {
  const { rowCount } = await client.query("SELECT FROM pg_roles WHERE rolname = $1", [name]);
  const verb = rowCount ? "ALTER" : "CREATE";
  await client.query(
    `${verb} ROLE ${name} LOGIN NOSUPERUSER NOBYPASSRLS ${rights} PASSWORD ${client.escapeLiteral(password)}`,
  );
}

async function asSuperuser(postgres: EmbeddedPostgres, work: (client: Client) => Promise<void>) {
  const client = new Client({ connectionString: postgres.superuserUrl() });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
