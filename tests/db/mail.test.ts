import { Temporal } from "temporal-polyfill";
import { describe, expect, onTestFinished } from "vitest";
import { listMail, queueMail, type NewMail } from "~/data/mail.server";
import { mailedLinkToken } from "~/data/one-time-secret.server";
import type { Actor } from "~/domain/actor";
import { accept, refuse } from "~/domain/refusal";
import { openLog } from "~/server/log";
import { startJobs } from "~/server/jobs";
import { senderAddress } from "~/server/mail-transport";
import { takeBackInvitation } from "~/services/change-invitation.server";
import { change } from "~/services/change.server";
import { invite } from "~/services/invite.server";
import { sendMail } from "~/services/send-mail.server";
import { sendStaffMailAgain } from "~/services/send-mail-again.server";
import { makeOrganisation } from "../factories/organisation";
import { asWorker, doJobs, makeJobsDue } from "../support/jobs";
import { startMailServer } from "../support/mail-server";
import { test } from "../support/open-database";
import { asOwner, pastPolicies } from "../support/owner";

const HOUR = 3600;

function mail(organisationId: string, changes: Partial<NewMail> = {}): NewMail {
  const to = `${crypto.randomUUID()}@lanternmoor.example`;
  return { kind: "checkpoint", about: organisationId, to, usableForSeconds: HOUR, ...changes };
}

/** Queues mail as a change does; `undone` has the change refuse after it. */
function queue(actor: Actor, changes: Partial<NewMail> = {}, undone = false) {
  return change(actor, async ({ tx, record }) => {
    await queueMail(tx, actor.organisationId, mail(actor.organisationId, changes));
    record({ type: "membership.ended", subject: `user:${actor.userId}` });
    return undone ? refuse("undone", "No") : accept(null);
  });
}

async function post() {
  const server = await startMailServer();
  onTestFinished(() => server.stop());
  return server;
}

const statesOf = async (actor: Actor) => (await listMail(actor)).map(({ state }) => state);

describe.sequential("mail", () => {
  test("leaves with the change that it tells of, once, and the outbox holds no word of it", async ({
    database,
  }) => {
    const actor = await makeOrganisation();
    const email = `${crypto.randomUUID()}@lanternmoor.example`;
    const made = await invite(actor, { name: "Sam", email, roles: ["planner"] }, { sendsMail: true });
    await queue(actor, {}, true);
    const { url: smtpUrl, received } = await post();
    const { ownerUrl } = database;
    await doJobs({ ownerUrl, smtpUrl });
    await doJobs({ ownerUrl, smtpUrl });
    expect(received).toHaveLength(1);
    const token = mailedLinkToken(made.ok ? made.value.invitationId : "");
    expect(received[0]?.text).toContain(`https://greenroom.example/link/${token}`);
    expect(received[0]?.raw).toContain("Subject: Lanternmoor Youth Advice invites you to Greenroom");
    const [row] = await pastPolicies(ownerUrl, "mail", "SELECT row_to_json(mail)::text AS row FROM mail");
    expect(row?.["row"]).toContain(email);
    expect(row?.["row"]).not.toContain(token);
    expect(row?.["row"]).not.toContain("invites");
    expect(await statesOf(actor)).toEqual(["sent"]);
  });

  test("is a job that holds ids alone, out of the application's reach", async ({ database }) => {
    const actor = await makeOrganisation();
    await queue(actor);
    const jobs = await asWorker<{ payload: object }>(
      database.ownerUrl,
      "SELECT payload FROM graphile_worker._private_jobs",
    );
    expect(jobs).toMatchObject([{ payload: { organisationId: actor.organisationId } }]);
    expect(JSON.stringify(jobs)).not.toContain("lanternmoor");
    await expect(
      asOwner(database.applicationUrl, "SET ROLE greenroom_app; SELECT * FROM graphile_worker._private_jobs"),
    ).rejects.toThrow("permission denied for schema graphile_worker");
    await expect(asOwner(database.applicationUrl, "SET ROLE greenroom_jobs")).rejects.toThrow(
      "permission denied",
    );
    const { url: smtpUrl } = await post();
    await doJobs({ ownerUrl: database.ownerUrl, smtpUrl });
  });

  test("that the server does not take now is told as not sent yet, and sent later", async ({ database }) => {
    const actor = await makeOrganisation();
    const server = await post();
    const jobs = { ownerUrl: database.ownerUrl, smtpUrl: server.url };
    server.answer("later");
    await queue(actor);
    await doJobs(jobs);
    expect(await statesOf(actor)).toEqual(["not_sent_yet"]);
    server.answer("take");
    await makeJobsDue(database.ownerUrl);
    await doJobs(jobs);
    expect(server.received).toHaveLength(1);
    expect(await statesOf(actor)).toEqual(["sent"]);
  });

  test("that is refused, of no use any more or about what is over is given up", async ({ database }) => {
    const actor = await makeOrganisation();
    const server = await post();
    const jobs = { ownerUrl: database.ownerUrl, smtpUrl: server.url };
    server.answer("refuse");
    await queue(actor);
    await doJobs(jobs);
    server.answer("take");
    await queue(actor, { usableForSeconds: 0 });
    const invitation = { name: "Sam", email: "sam@lanternmoor.example", roles: ["planner" as const] };
    const made = await invite(actor, invitation, { sendsMail: true });
    await takeBackInvitation(actor, made.ok ? made.value.invitationId : "");
    await makeJobsDue(database.ownerUrl);
    await doJobs(jobs);
    expect(server.received).toEqual([]);
    expect(await statesOf(actor)).toEqual(["dropped", "given_up", "refused"]);
  });

  test("that was sent again is not let go a third time by what becomes of the first attempt", async () => {
    const actor = await makeOrganisation();
    await queue(actor);
    const [listed] = await listMail(actor);
    const one = { organisationId: actor.organisationId, mailId: listed?.id ?? "" };
    const to = (token: string) => `https://greenroom.example/${token}`;
    const links = { staff: to, own: to };
    const late = Temporal.Now.instant().add({ minutes: 10 });
    const first = await sendMail(one, {
      links,
      post: async () => {
        const again = await sendStaffMailAgain(actor, one.mailId, { clock: () => late });
        expect(again.ok).toBe(true);
        const second = sendMail(one, { links, post: () => Promise.resolve("uncertain") });
        expect(await second).toBe("uncertain");
        return "unreachable";
      },
    });
    expect(first).toBe("unreachable");
    expect((await listMail(actor, late))[0]?.state).toBe("may_not_have_left");
    expect(await sendMail(one, { links, post: () => Promise.resolve("sent") })).toBeNull();
  });

  test("leaves once each where two workers are at it", async ({ database }) => {
    const actor = await makeOrganisation();
    const server = await post();
    const settings = {
      ownerUrl: database.ownerUrl,
      smtpUrl: server.url,
      origin: "https://greenroom.example",
      log: openLog("silent"),
    };
    const workers = await Promise.all([startJobs(settings), startJobs(settings)]);
    await Promise.all(Array.from({ length: 20 }, () => queue(actor)));
    await expect.poll(() => statesOf(actor), { timeout: 20_000 }).toEqual(Array(20).fill("sent"));
    await Promise.all(workers.map((worker) => worker.stop()));
    const addresses = server.received.flatMap(({ to }) => to);
    expect(addresses).toHaveLength(20);
    expect(new Set(addresses).size).toBe(20);
  });

  test(
    "leaves after the database has cut every connection of the worker",
    { timeout: 60_000 },
    async ({ database }) => {
      const actor = await makeOrganisation();
      const server = await post();
      const settings = {
        ownerUrl: database.ownerUrl,
        smtpUrl: server.url,
        origin: "https://greenroom.example",
      };
      const worker = await startJobs({ ...settings, log: openLog("silent") });
      onTestFinished(() => worker.stop());
      await asOwner(
        database.ownerUrl,
        `SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
       WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()`,
      );
      await queue(actor);
      await expect.poll(() => statesOf(actor), { timeout: 50_000 }).toEqual(["sent"]);
    },
  );

  test("waits while no server answers, and one that cannot be reached fails nothing", async ({
    database,
  }) => {
    const actor = await makeOrganisation();
    const server = await startMailServer();
    await server.stop();
    await queue(actor);
    await doJobs({ ownerUrl: database.ownerUrl, smtpUrl: server.url });
    expect(await statesOf(actor)).toEqual(["not_sent_yet"]);
  });

  test("is listed to its own organisation, and sent again by nobody while it was not cut off", async ({
    database,
  }) => {
    const actor = await makeOrganisation();
    const stranger = await makeOrganisation();
    await queue(actor);
    const [listed] = await listMail(actor);
    expect(await listMail(stranger)).toEqual([]);
    const again = await sendStaffMailAgain(actor, listed?.id ?? "");
    expect(again).toMatchObject({ refusal: { code: "not_cut_off" } });
    const { url: smtpUrl } = await post();
    await doJobs({ ownerUrl: database.ownerUrl, smtpUrl });
    const later = Temporal.Now.instant().add({ hours: 1 });
    expect((await listMail(actor, later)).map(({ state }) => state)).toEqual(["sent"]);
  });
});

test("mail comes from the address that SMTP_URL names, or else from our own host", () => {
  const origin = "https://greenroom.example.org";
  expect(senderAddress("smtp://mail.example/?from=rooms@example.org", origin)).toBe("rooms@example.org");
  expect(senderAddress("smtp://me%40example.org:secret@mail.example", origin)).toBe("me@example.org");
  expect(senderAddress("smtp://mail.example", origin)).toBe("greenroom@greenroom.example.org");
});
