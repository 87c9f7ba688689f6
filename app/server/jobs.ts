import { setTimeout } from "node:timers/promises";
import { Logger, run, type Runner, type TaskList } from "graphile-worker";
import pg from "pg";
import { forgetContactsJob } from "../jobs/forget-contacts";
import { resumeJobsJob } from "../jobs/resume-jobs";
import { sendMailJob } from "../jobs/send-mail";
import { opensOnPhones } from "../domain/consent/opens-on-phones";
import { paths } from "../paths";
import { describeError, type Log } from "./log";
import { openMailTransport, senderAddress } from "./mail-transport";

const LOOK_AGAIN_MS = 5_000;
const AT_ONCE = 2;
const EVERY_MINUTE = "* * * * * resume_jobs";

/** `stop`: lets what is being done finish. */
export type Jobs = { stop(): Promise<void> };

export type JobSettings = {
  /** The owner's address: the worker listens, which no pooler in between allows, and acts as greenroom_jobs alone. */
  ownerUrl: string;
  smtpUrl: string | null;
  /** The address that people type. */
  origin: string;
  log: Log;
};

/** Does what was left for later, as soon as it is due. Several processes may do so side by side. */
export async function startJobs(settings: JobSettings): Promise<Jobs> {
  const { taskList, close } = openTasks(settings);
  const pool = openJobPool(settings.ownerUrl);
  const start = () =>
    run({
      pgPool: pool,
      taskList,
      crontab: EVERY_MINUTE,
      concurrency: AT_ONCE,
      pollInterval: LOOK_AGAIN_MS,
      noHandleSignals: true,
      logger: quietLogger(settings.log),
    });
  const stopping = new AbortController();
  let runner: Runner | null = await start();

  /** The runner ends where the database fails it at the wrong moment. What is left waits there, and so do we. */
  async function keepRunning() {
    while (!stopping.signal.aborted) {
      try {
        runner ??= await start();
        if (stopping.signal.aborted) await runner.stop();
        await runner.promise;
      } catch (error) {
        settings.log.warn({ error: describeError(error) }, "jobs wait");
      }
      runner = null;
      await setTimeout(LOOK_AGAIN_MS, null, { signal: stopping.signal }).catch(() => null);
    }
  }

  const kept = keepRunning();
  return {
    async stop() {
      stopping.abort();
      await runner?.stop().catch(() => null); // one that ended by itself has nothing left to stop
      await kept;
      await pool.end();
      close();
    },
  };
}

/** Connections that act as greenroom_jobs from their first statement. */
export function openJobPool(ownerUrl: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: ownerUrl,
    max: AT_ONCE + 2,
    options: "-c role=greenroom_jobs",
  });
  pool.on("error", () => {}); // a connection that breaks while idle is replaced by the next one
  return pool;
}

/** Every job there is. Mail is among them where there is a server for it. */
export function openTasks({ smtpUrl, origin, log }: Omit<JobSettings, "ownerUrl">): {
  taskList: TaskList;
  close: () => void;
} {
  const transport = smtpUrl
    ? openMailTransport({ smtpUrl, from: senderAddress(smtpUrl, origin), log })
    : null;
  const links = {
    staff: (token: string) => origin + paths.link(token),
    own: (token: string) => (opensOnPhones(origin) ? origin + paths.ownLink(token) : null),
  };
  return {
    taskList: {
      resume_jobs: resumeJobsJob,
      forget_contacts: forgetContactsJob,
      ...(transport && { send_mail: sendMailJob({ post: transport.post, links }) }),
    },
    close: () => transport?.close(),
  };
}

/** The worker's own words quote errors and payloads; the log gets which job it was and what kind of error. */
export function quietLogger(log: Log): Logger {
  return new Logger((scope) => (level, _message, meta) => {
    if (!["error", "warning"].includes(level)) return;
    const { error } = (meta ?? {}) as { error?: unknown };
    log.warn(
      { job: scope.taskIdentifier, jobId: scope.jobId, ...(error ? { error: describeError(error) } : {}) },
      "a job waits",
    );
  });
}
