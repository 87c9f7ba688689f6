import { spawn } from "node:child_process";
import { once } from "node:events";
import { Temporal } from "temporal-polyfill";
import { Client } from "pg";
import { describe, expect, onTestFinished } from "vitest";
import { listMail, resumeJobs } from "~/data/mail.server";
import { findReaches } from "~/data/own-link-reach.server";
import type { Actor } from "~/domain/actor";
import type { MailState } from "~/domain/mail-state";
import type { Outcome } from "~/domain/refusal";
import type { DatabaseUrls } from "~/server/embedded-database";
import { invite } from "~/services/invite.server";
import { recordContact } from "~/services/record-contact.server";
import { sendStaffMailAgain } from "~/services/send-mail-again.server";
import { sendOwnLink } from "~/services/send-own-link.server";
import { makeOrganisation } from "../factories/organisation";
import { askByLink, askingTheUsual } from "../support/asked-by-link";
import { doJobs } from "../support/jobs";
import { startMailServer, type MailServer } from "../support/mail-server";
import { test } from "../support/open-database";
import { storeScenario } from "../support/stored-session";

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

/** A mail that waits, as whoever looks for it is shown it, and their button to send it once more. */
type Scene = {
  actor: Actor;
  mail: MailServer;
  state: (at?: Temporal.Instant) => Promise<MailState | null>;
  again: () => Promise<Outcome<unknown>>;
};

async function mailServer(): Promise<MailServer> {
  const mail = await startMailServer();
  onTestFinished(() => mail.stop());
  return mail;
}

/** An invitation, on the list of mail. */
async function invitation(): Promise<Scene> {
  const actor = await makeOrganisation();
  const email = `${crypto.randomUUID()}@lanternmoor.example`;
  await invite(actor, { name: "Sam", email, roles: ["planner"] }, { sendsMail: true });
  const shown = async (at?: Temporal.Instant) => (await listMail(actor, at))[0];
  return {
    actor,
    mail: await mailServer(),
    state: async (at) => (await shown(at))?.state ?? null,
    again: async () => sendStaffMailAgain(actor, (await shown())?.id ?? "", { clock: laterOn }),
  };
}

/** A young person's link, on the page of links. */
async function ownLink(): Promise<Scene> {
  const stored = await storeScenario("s01", { upToDate: true, change: askingTheUsual });
  const { requestId } = await askByLink(stored);
  const { amina: actor, sessionId, record } = stored;
  const participantId = record.participants[0]?.id ?? "";
  const address = `${crypto.randomUUID()}@home.example`;
  await recordContact(actor, sessionId, participantId, { address, safe: "safe", why: "They told us" });
  const send = (clock?: () => Temporal.Instant) =>
    sendOwnLink(actor, sessionId, requestId, { sendsMail: true, origin: "https://greenroom.example", clock });
  expect((await send()).ok).toBe(true);
  return {
    actor,
    mail: await mailServer(),
    state: async (at) =>
      (await findReaches(actor, sessionId, [requestId], at)).of({ requestId, participantId }).mail,
    again: () => send(laterOn),
  };
}

const laterOn = () => Temporal.Now.instant().add({ minutes: 10 });

/** What another worker does about it, and what somebody who asks for it again brings about. */
async function afterwards({ state, again, mail }: Scene, { ownerUrl }: DatabaseUrls) {
  await resumeJobs(0);
  await doJobs({ ownerUrl, smtpUrl: mail.url });
  const shown = await state(laterOn());
  if (shown === "may_not_have_left") {
    expect((await again()).ok).toBe(true);
    await doJobs({ ownerUrl, smtpUrl: mail.url });
  }
  return shown;
}

describe.sequential.for([
  ["an invitation", invitation],
  ["a young person's link", ownLink],
] as const)("a worker that is killed with %s", { timeout: 60_000 }, ([, scene]) => {
  test("before the attempt is recorded leaves the mail to the next one", async ({ database }) => {
    const here = await scene();
    const { actor, mail, state } = here;
    const rows = await holdRows(database, actor);
    const killed = worker(database, mail.url);
    await rows.wanted();
    await killed.kill();
    await rows.release();
    expect(await state(laterOn())).toBe("waiting");
    expect(await afterwards(here, database)).toBe("sent");
    expect(mail.received).toHaveLength(1);
  });

  test.for(["greeting", "text", "answer"] as const)(
    "once it is recorded, at the %s, sends nothing twice, and what may be missing is shown",
    async (step, { database }) => {
      const here = await scene();
      const { mail, state } = here;
      const held = mail.holdAt(step);
      const killed = worker(database, mail.url);
      await held.reached;
      const taken = mail.received.length;
      expect(taken).toBe(step === "answer" ? 1 : 0);
      await killed.kill();
      expect(await state()).toBe("leaving");
      expect(await afterwards(here, database)).toBe("may_not_have_left");
      held.release();
      // Nothing left by itself; once more by somebody who was shown it.
      expect(mail.received).toHaveLength(taken + 1);
      expect(await state(laterOn())).toBe("sent");
    },
  );

  test("between the server's answer and its record sends nothing twice, and is shown", async ({
    database,
  }) => {
    const { actor, mail, state } = await scene();
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
    expect(await state(laterOn())).toBe("may_not_have_left");
  });
});
