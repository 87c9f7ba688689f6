import { spawn } from "node:child_process";
import { once } from "node:events";
import { Temporal } from "temporal-polyfill";
import { Client } from "pg";
import { describe, expect, onTestFinished } from "vitest";
import { listMail, resumeJobs } from "~/data/mail.server";
import type { Actor } from "~/domain/actor";
import type { DatabaseUrls } from "~/server/embedded-database";
import { invite } from "~/services/invite.server";
import { sendStaffMailAgain } from "~/services/send-mail-again.server";
import { makeOrganisation } from "../factories/organisation";
import { doJobs } from "../support/jobs";
import { startMailServer } from "../support/mail-server";
import { test } from "../support/open-database";

/*
 * The worker is a process of its own, and is killed at each step of sending. What holds it there is the mail server,
 * which keeps its answer back, or somebody who holds the mail's row.
 */

const command = new URL("../../app/cli/greenroom.js", import.meta.url).pathname;

/** `greenroom jobs`, until it is killed. */
function worker({ ownerUrl, applicationUrl }: DatabaseUrls, smtpUrl: string) {
  const child = spawn(process.execPath, [command, "jobs"], {
    stdio: "ignore",
    env: {
      NODE_ENV: "test",
      PATH: process.env.PATH ?? "",
      SESSION_SECRET: "for-the-tests-of-services-on-this-machine-alone",
      APP_ORIGIN: "https://greenroom.example",
      DATABASE_URL: applicationUrl,
      MIGRATION_DATABASE_URL: ownerUrl,
      SMTP_URL: smtpUrl,
      LOG_LEVEL: "silent",
    },
  });
  const ended = once(child, "close");
  async function kill() {
    child.kill("SIGKILL");
    await ended;
  }
  onTestFinished(kill);
  return { kill };
}

/** Holds every mail's row against whoever would note something on it. */
async function holdRows({ ownerUrl }: DatabaseUrls, { organisationId }: Actor) {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  onTestFinished(() => client.end());
  await client.query(
    `BEGIN; SELECT set_config('app.organisation_id', '${organisationId}', true); SELECT id FROM mail FOR UPDATE`,
  );
  return {
    /** Once somebody waits for one of them. */
    wanted: () =>
      expect
        .poll(
          async () => {
            const { rows } = await client.query(
              "SELECT FROM pg_locks WHERE NOT granted AND transactionid = pg_current_xact_id()::xid",
            );
            return rows.length;
          },
          { timeout: 30_000, interval: 20 },
        )
        .toBeGreaterThan(0),
    release: () => client.end(),
  };
}

async function scene() {
  const actor = await makeOrganisation();
  const mail = await startMailServer();
  onTestFinished(() => mail.stop());
  const email = `${crypto.randomUUID()}@lanternmoor.example`;
  await invite(actor, { name: "Sam", email, roles: ["planner"] }, { sendsMail: true });
  return { actor, mail };
}

const laterOn = () => Temporal.Now.instant().add({ minutes: 10 });
const shown = async (actor: Actor) => (await listMail(actor, laterOn()))[0];

/** What another worker does about it, and what somebody who asks for it again brings about. */
async function afterwards(actor: Actor, database: DatabaseUrls, smtpUrl: string) {
  await resumeJobs(0);
  await doJobs({ ownerUrl: database.ownerUrl, smtpUrl });
  const state = (await shown(actor))?.state;
  if (state === "may_not_have_left") {
    const again = await sendStaffMailAgain(actor, (await shown(actor))?.id ?? "", { clock: laterOn });
    expect(again.ok).toBe(true);
    await doJobs({ ownerUrl: database.ownerUrl, smtpUrl });
  }
  return state;
}

describe.sequential("a worker that is killed", { timeout: 60_000 }, () => {
  test("before the attempt is recorded leaves the mail to the next one", async ({ database }) => {
    const { actor, mail } = await scene();
    const rows = await holdRows(database, actor);
    const killed = worker(database, mail.url);
    await rows.wanted();
    await killed.kill();
    await rows.release();
    expect((await shown(actor))?.state).toBe("waiting");
    expect(await afterwards(actor, database, mail.url)).toBe("sent");
    expect(mail.received).toHaveLength(1);
  });

  test.for(["greeting", "text", "answer"] as const)(
    "once it is recorded, at the %s, sends nothing twice, and what may be missing is shown",
    async (step, { database }) => {
      const { actor, mail } = await scene();
      const held = mail.holdAt(step);
      const killed = worker(database, mail.url);
      await held.reached;
      const taken = mail.received.length;
      expect(taken).toBe(step === "answer" ? 1 : 0);
      await killed.kill();
      expect((await listMail(actor))[0]?.state).toBe("leaving");
      expect(await afterwards(actor, database, mail.url)).toBe("may_not_have_left");
      held.release();
      // Nothing left by itself; once more by somebody who was shown it.
      expect(mail.received).toHaveLength(taken + 1);
      expect((await shown(actor))?.state).toBe("sent");
    },
  );

  test("between the server's answer and its record sends nothing twice, and is shown", async ({
    database,
  }) => {
    const { actor, mail } = await scene();
    const held = mail.holdAt("answer");
    const killed = worker(database, mail.url);
    await held.reached;
    const rows = await holdRows(database, actor);
    held.release();
    await rows.wanted();
    await killed.kill();
    await rows.release();
    await resumeJobs(0);
    await doJobs({ ownerUrl: database.ownerUrl, smtpUrl: mail.url });
    expect(mail.received).toHaveLength(1);
    expect((await shown(actor))?.state).toBe("may_not_have_left");
  });
});
