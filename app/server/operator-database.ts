import { existsSync } from "node:fs";
import path from "node:path";
import { readConfiguration, type Configuration } from "./configuration";
import { embeddedUrls, type DatabaseUrls } from "./embedded-database";
import { startEmbeddedPostgres } from "./embedded-postgres";
import { keptSecret } from "./kept-secret";
import { StartProblem } from "./start-problem";

/** `ownerUrl`: for the role that owns the tables. `origin`: the address that people type. `secret`: what the installation derives its keys from. */
export type OperatorDatabase = DatabaseUrls &
  Pick<Configuration, "smtpUrl" | "logLevel"> & { secret: string; origin: string; stop(): Promise<void> };

/**
 * The database that Greenroom uses with these settings, for a command of its operator: the server of DATABASE_URL, or
 * the built-in one, which is started where it does not run. Nothing is made or migrated.
 *
 * @throws StartProblem with what is wrong, in words
 */
export async function openOperatorDatabase(
  environment: Record<string, string | undefined> = process.env,
): Promise<OperatorDatabase> {
  const outcome = readConfiguration(environment);
  if (!outcome.ok) throw new StartProblem(outcome.problems.join("\n"), 2);
  const { database, dataDirectory: folder, sessionSecret, smtpUrl, logLevel } = outcome.configuration;
  const origin = outcome.configuration.origin ?? "http://localhost:3000";
  if (database)
    return {
      ...database,
      secret: sessionSecret ?? "",
      origin,
      smtpUrl,
      logLevel,
      stop: () => Promise.resolve(),
    };
  const dataDirectory = path.resolve(folder);
  if (!existsSync(path.join(dataDirectory, "owner-password")))
    throw new StartProblem(
      `There is no database in ${dataDirectory}. Set DATA_DIR or DATABASE_URL as for the server.`,
    );
  const postgres = await startEmbeddedPostgres({ dataDirectory });
  return {
    ...embeddedUrls(postgres, "greenroom", dataDirectory),
    smtpUrl,
    logLevel,
    secret: sessionSecret ?? keptSecret(dataDirectory, "session-secret"),
    origin,
    // A server that ran already is somebody's, also while they have no connection open.
    stop: () => (postgres.joined ? Promise.resolve() : postgres.stop()),
  };
}
