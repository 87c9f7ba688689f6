import { openApplicationDatabase } from "./application-database";
import { paths } from "../paths";
import { buildIfNeeded, generateClient } from "./build";
import type { Configuration } from "./configuration";
import { folders, serverBundle } from "./folders";
import { startHttpServer } from "./http-server";
import type { HttpOptions } from "./http-server";
import { keptSecret } from "./kept-secret";
import { openLog } from "./log";
import type { Jobs } from "./jobs";
import { openMetrics } from "./metrics";
import { pendingMigrations } from "./migrate";
import { setUpCode } from "./set-up-code";

const POOL_SIZE = 10;

/** `setUpAddress`: where the first organisation is made, its code included; null once there is one. */
export type Greenroom = { origin: string; setUpAddress: string | null; stop(): Promise<void> };

/** Starts everything in order: build, database, migrations, HTTP. Stops it in the opposite order. */
export async function startGreenroom(
  configuration: Configuration,
  options: {
    development: boolean;
    tell: (line: string) => void;
    /** Work on the open and migrated database before anything is served. */
    beforeServing?: (() => Promise<void>) | undefined;
  },
): Promise<Greenroom> {
  if (options.development) generateClient();
  else buildIfNeeded(options.tell);
  const database = await openApplicationDatabase(configuration, options.tell);
  const { openConnection, closeConnection, poolState } = await import("../data/connection.server");
  const { readWithoutOrganisation } = await import("../data/database.server");
  const { anyOrganisation } = await import("../data/doors.server");
  const { openInstallationKeys } = await import("../data/installation-keys.server");
  const { startDailyCheckpoints } = await import("./daily-checkpoints");
  const { startJobs } = await import("./jobs");
  const secret = configuration.sessionSecret ?? keptSecret(configuration.dataDirectory, "session-secret");
  let jobs: Jobs | null = null;
  openInstallationKeys(secret);
  openConnection({ url: database.applicationUrl, poolSize: POOL_SIZE });
  async function stopDatabase() {
    await closeConnection();
    await database.stop();
  }
  try {
    await options.beforeServing?.();
    const log = openLog(configuration.logLevel);
    const pages = options.development ? await developmentPages() : builtPages();
    const http = await startHttpServer({
      host: configuration.host,
      port: configuration.port,
      trustedProxies: configuration.trustedProxies,
      metrics: configuration.metricsToken ? openMetrics(configuration.metricsToken, poolState) : null,
      origin: configuration.origin,
      secret,
      log,
      sendsMail: configuration.smtpUrl !== null,
      isReady: async () => (await pendingMigrations(database.ownerUrl, folders.migrations)).length === 0,
      ...pages,
    });
    const { smtpUrl } = configuration;
    jobs = await startJobs({ ownerUrl: database.ownerUrl, smtpUrl, origin: http.origin, log });
    const checkpoints = startDailyCheckpoints({ mail: smtpUrl !== null, log });
    const hasOrganisation = await readWithoutOrganisation(anyOrganisation);
    return {
      origin: http.origin,
      setUpAddress: hasOrganisation ? null : `${http.origin}${paths.setUp}?code=${setUpCode(secret)}`,
      async stop() {
        await http.stop();
        await checkpoints.stop();
        await jobs?.stop();
        await stopDatabase();
      },
    };
  } catch (error) {
    await stopDatabase();
    throw error;
  }
}

type Pages = Pick<HttpOptions, "build" | "clientFiles" | "development">;

function builtPages(): Pages {
  const bundle = import(serverBundle.href);
  return { build: () => bundle, clientFiles: folders.clientFiles };
}

async function developmentPages(): Promise<Pages> {
  const { createServer } = await import("vite");
  const vite = await createServer({ root: folders.checkout, server: { middlewareMode: true } });
  return {
    build: () => vite.ssrLoadModule("virtual:remix/server-build") as ReturnType<HttpOptions["build"]>,
    clientFiles: null,
    development: vite.middlewares,
  };
}
