import { closeConnection, openConnection } from "~/data/connection.server";
import { DatabaseError } from "~/data/database-problem.server";
import { openInstallationKeys } from "~/data/installation-keys.server";
import { folders } from "~/server/folders";
import { startJobs } from "~/server/jobs";
import { openLog } from "~/server/log";
import { pendingMigrations } from "~/server/migrate";
import { openOperatorDatabase } from "~/server/operator-database";
import { StartProblem } from "~/server/start-problem";
import type { AddCommand } from "./command-line";
import { failed } from "./operate";

const POOL_SIZE = 4;
const DONE = 0;

/** `greenroom jobs`: does what was left for later, beside a server or where none runs, until it is asked to stop. */
export const addJobs: AddCommand = (program, exit) => {
  program
    .command("jobs")
    .description("Does what was left for later, such as sending mail, until it is stopped.")
    .addHelpText(
      "after",
      "\nA server does the same by itself; several may do so side by side. Works with the server’s settings.",
    )
    .action(async () => {
      try {
        exit(await doJobs());
      } catch (problem) {
        if (!(problem instanceof StartProblem || problem instanceof DatabaseError)) throw problem;
        exit(failed(problem.message));
      }
    });
};

async function doJobs(): Promise<number> {
  const stopAsked = new Promise<void>((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve());
  });
  const { applicationUrl, ownerUrl, secret, origin, smtpUrl, logLevel, stop } = await openOperatorDatabase();
  try {
    if ((await pendingMigrations(ownerUrl, folders.migrations)).length > 0)
      return failed("The database is not as this version wants it. Start the server first.");
    openInstallationKeys(secret);
    openConnection({ url: applicationUrl, poolSize: POOL_SIZE });
    const jobs = await startJobs({ ownerUrl, smtpUrl, origin, log: openLog(logLevel) });
    process.stdout.write(
      smtpUrl ? "Jobs are being done.\n" : "Jobs are being done. SMTP_URL is not set: no mail leaves.\n",
    );
    await stopAsked;
    await jobs.stop();
    return DONE;
  } finally {
    await closeConnection();
    await stop();
  }
}
