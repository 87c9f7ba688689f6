import { describe, expect, onTestFinished } from "vitest";
import { withOrganisation } from "~/data/database.server";
import { DatabaseError } from "~/data/database-problem.server";
import { claimMail, listMail, queueMail, settleMail, type NewMail } from "~/data/mail.server";
import type { Actor } from "~/domain/actor";
import { accept, refuse } from "~/domain/refusal";
import { openLog } from "~/server/log";
import { senderAddress, startMailSender } from "~/server/mail-sender";
import { change } from "~/services/change.server";
import { makeOrganisation } from "../factories/organisation";
import { startMailServer } from "../support/mail-server";
import { test } from "../support/open-database";
import { pastPolicies } from "../support/owner";

const HOUR = 3600;

function mail(changes: Partial<NewMail> = {}): NewMail {
  return {
    kind: "invitation",
    to: `${crypto.randomUUID()}@lanternmoor.example`,
    subject: "You are invited",
    text: "https://greenroom.example/link/only-for-you",
    usableForSeconds: HOUR,
    ...changes,
  };
}

/** Queues mail as a change does; `undone` has the change refuse after it. */
function queue(actor: Actor, changes: Partial<NewMail> = {}, undone = false) {
  return change(actor, async ({ tx, record }) => {
    await queueMail(tx, actor.organisationId, mail(changes));
    record({ type: "membership.ended", subject: `user:${actor.userId}` });
    return undone ? refuse("undone", "No") : accept(null);
  });
}

/** A mail server, and a sender that uses it, for one test. */
async function post() {
  const server = await startMailServer();
  const sender = startMailSender({
    smtpUrl: server.url,
    from: "greenroom@lanternmoor.example",
    log: openLog("silent"),
  });
  onTestFinished(async () => {
    await sender.stop();
    await server.stop();
  });
  return { server, sender };
}

const storedTexts = (ownerUrl: string) =>
  pastPolicies<{ text: string | null }>(ownerUrl, "mail", "SELECT text FROM mail");

describe.sequential("mail", () => {
  test("leaves with the change that it tells of, once, and its text is emptied", async ({ database }) => {
    const actor = await makeOrganisation();
    await queue(actor, { subject: "You are invited to Lanternmoor" });
    await queue(actor, { subject: "Never" }, true);
    const { server, sender } = await post();
    await sender.wake();
    await sender.wake();
    expect(server.received).toHaveLength(1);
    expect(server.received[0]?.raw).toContain("https://greenroom.example/link/only-for-you");
    expect(server.received[0]?.raw).toContain("Subject: You are invited to Lanternmoor");
    expect(await storedTexts(database.ownerUrl)).toEqual([{ text: null }]);
    expect((await listMail(actor)).map(({ state }) => state)).toEqual(["sent"]);
  });

  test("that the server does not take now is told as not sent yet, and sent later", async ({ database }) => {
    const actor = await makeOrganisation();
    const { server, sender } = await post();
    server.answer("later");
    await queue(actor);
    await sender.wake();
    expect((await listMail(actor)).map(({ state }) => state)).toEqual(["not_sent_yet"]);
    server.answer("take");
    await sender.wake();
    expect(server.received).toEqual([]);
    await pastPolicies(
      database.ownerUrl,
      "mail",
      "UPDATE mail SET next_attempt_at = CURRENT_TIMESTAMP WHERE next_attempt_at IS NOT NULL",
    );
    await sender.wake();
    expect(server.received).toHaveLength(1);
    expect((await listMail(actor)).map(({ state }) => state)).toEqual(["sent"]);
  });

  test("that is refused, or of no use any more, is given up with its text", async ({ database }) => {
    const actor = await makeOrganisation();
    const { server, sender } = await post();
    server.answer("refuse");
    await queue(actor);
    await sender.wake();
    await queue(actor, { usableForSeconds: 0 });
    await sender.wake();
    expect((await listMail(actor)).map(({ state }) => state)).toEqual(["given_up", "refused"]);
    expect((await storedTexts(database.ownerUrl)).filter(({ text }) => text !== null)).toEqual([]);
  });

  test("is sent by one of several processes", async () => {
    const actor = await makeOrganisation();
    for (let each = 0; each < 6; each += 1) await queue(actor);
    const claimed = await Promise.all(Array.from({ length: 10 }, () => claimMail(60)));
    const held = claimed.filter((each) => each !== null);
    expect(new Set(held.map(({ id }) => id)).size).toBe(6);
    expect(held).toHaveLength(6);
    for (const each of held) await settleMail(each, null);
  });

  test("waits while no server answers, and one that cannot be reached fails nothing", async () => {
    const actor = await makeOrganisation();
    const server = await startMailServer();
    await server.stop();
    await queue(actor);
    const sender = startMailSender({ smtpUrl: server.url, from: "a@b.example", log: openLog("silent") });
    await sender.wake();
    await sender.stop();
    expect((await listMail(actor)).map(({ state }) => state)).toEqual(["not_sent_yet"]);
  });

  test("is listed to its own organisation without its text, which the application cannot read", async () => {
    const actor = await makeOrganisation();
    const stranger = await makeOrganisation();
    await queue(actor);
    expect(JSON.stringify(await listMail(actor))).not.toContain("only-for-you");
    expect(await listMail(stranger)).toEqual([]);
    const scope = { organisationId: actor.organisationId, actorId: actor.userId };
    await expect(
      withOrganisation(scope, (tx) => tx.mail.findMany({ select: { text: true } })),
    ).rejects.toThrow(DatabaseError);
  });
});

test("mail comes from the address that SMTP_URL names, or else from our own host", () => {
  const origin = "https://greenroom.example.org";
  expect(senderAddress("smtp://mail.example/?from=rooms@example.org", origin)).toBe("rooms@example.org");
  expect(senderAddress("smtp://me%40example.org:secret@mail.example", origin)).toBe("me@example.org");
  expect(senderAddress("smtp://mail.example", origin)).toBe("greenroom@greenroom.example.org");
});
