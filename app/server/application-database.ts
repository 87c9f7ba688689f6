import path from "node:path";
import type { Configuration } from "./configuration";
import { prepareDatabase } from "./embedded-database";
import type { DatabaseUrls } from "./embedded-database";
import { startEmbeddedPostgres } from "./embedded-postgres";
import { folders } from "./folders";
import { migrate } from "./migrate";
import { StartProblem } from "./start-problem";

export type ApplicationDatabase = DatabaseUrls & { stop(): Promise<void> };

/** The migrated database that the application uses: the server of DATABASE_URL, or our own. */
export async function openApplicationDatabase(
  configuration: Configuration,
  tell: (line: string) => void,
): Promise<ApplicationDatabase> {
  if (configuration.database) {
    await migrateGiven(configuration.database.ownerUrl);
    return { ...configuration.database, stop: async () => {} };
  }
  const dataDirectory = path.resolve(configuration.dataDirectory);
  const postgres = await startEmbeddedPostgres({ dataDirectory });
  if (!postgres.folder.startsWith(dataDirectory))
    tell(`PostgreSQL's system user cannot reach ${dataDirectory}: the data lies in ${postgres.folder}`);
  try {
    const urls = await prepareDatabase(postgres, {
      database: "greenroom",
      dataDirectory,
      migrations: folders.migrations,
    });
    return { ...urls, stop: () => postgres.stop() };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

async function migrateGiven(ownerUrl: string) {
  try {
    await migrate(ownerUrl, folders.migrations);
  } catch (problem) {
    const reason =
      problem instanceof AggregateError ? problem.errors.map(String).join(", ") : String(problem);
    throw new StartProblem(`The database cannot be opened or migrated. ${reason}`);
  }
}
