import { runOnce } from "graphile-worker";
import type pg from "pg";
import { openJobPool, openTasks, quietLogger, type JobSettings } from "~/server/jobs";
import { openLog } from "~/server/log";
import { asOwner } from "./owner";

const log = openLog("silent");

/** Does every job that is due, and answers once none is left. */
export async function doJobs({
  ownerUrl,
  smtpUrl,
  origin = "https://greenroom.example",
}: Pick<JobSettings, "ownerUrl" | "smtpUrl"> & { origin?: string }) {
  const { taskList, close } = openTasks({ smtpUrl, origin, log });
  const pgPool = openJobPool(ownerUrl);
  try {
    await runOnce({ pgPool, taskList, logger: quietLogger(log), noHandleSignals: true });
  } finally {
    await pgPool.end();
    close();
  }
}

/** As the worker itself. */
export function asWorker<Row extends pg.QueryResultRow>(ownerUrl: string, sql: string): Promise<Row[]> {
  const url = new URL(ownerUrl);
  url.searchParams.set("options", "-c role=greenroom_jobs");
  return asOwner<Row>(url.href, sql);
}

/** Makes every job due that waits for a later time. */
export async function makeJobsDue(ownerUrl: string): Promise<void> {
  await asWorker(ownerUrl, "UPDATE graphile_worker._private_jobs SET run_at = now()");
}
