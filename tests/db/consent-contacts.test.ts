import { Temporal } from "temporal-polyfill";
import { describe, expect, onTestFinished } from "vitest";
import { searchAudit } from "~/data/audit-search.server";
import { findOpenRequests } from "~/data/consent-requests.server";
import { listMail } from "~/data/mail.server";
import { findContact, findReaches } from "~/data/own-link-reach.server";
import type { Actor } from "~/domain/actor";
import type { ContactAnswer } from "~/domain/consent/contact";
import { viewAt } from "~/domain/readiness/view";
import type { Outcome } from "~/domain/refusal";
import { detailsOf } from "../../prisma/demo/plan-steps";
import { askForAnswers } from "~/services/ask-for-answers.server";
import { cancelSession } from "~/services/cancel-session.server";
import { changeDetails } from "~/services/change-details.server";
import { changeOrganisation } from "~/services/change-organisation.server";
import { exportSessionRecord } from "~/services/export-session-record.server";
import { forgetContacts } from "~/services/forget-contacts.server";
import { endDevices, handOverDevice } from "~/services/hand-over-device.server";
import { denyLink, takeRequestBack } from "~/services/keep-consent-request.server";
import { recordContact, removeContact } from "~/services/record-contact.server";
import { removeParticipant } from "~/services/remove-participant.server";
import { noteNudge, sendOwnLink } from "~/services/send-own-link.server";
import { doJobs } from "../support/jobs";
import { AGREED_WORD, askByLink, askingTheUsual } from "../support/asked-by-link";
import { startMailServer } from "../support/mail-server";
import { test } from "../support/open-database";
import { pastPolicies } from "../support/owner";
import { recordNow } from "../support/signed-session";
import { storeScenario } from "../support/stored-session";

const codeOf = (outcome: Outcome<unknown>) => (outcome.ok ? "done" : outcome.refusal.code);
const mails = { sendsMail: true, origin: "https://greenroom.example" };
const everything = { who: null, kind: null, session: null, from: null, to: null };

/** A session with one young person who was asked by a link. */
async function scene() {
  const stored = await storeScenario("s01", { upToDate: true, change: askingTheUsual });
  const { token, requestId } = await askByLink(stored);
  const participantId = stored.record.participants[0]?.id ?? "";
  const { amina, sessionId } = stored;
  const address = `zephyrine.${crypto.randomUUID()}@home.example`;
  const contact = (safe: ContactAnswer, why: string | null = "They told us", by: Actor = amina) =>
    recordContact(by, sessionId, participantId, { address, safe, why });
  const send = () => sendOwnLink(amina, sessionId, requestId, mails);
  return { ...stored, token, requestId, participantId, address, contact, send };
}

type Scene = Awaited<ReturnType<typeof scene>>;

const seenBy = async (who: Actor, { sessionId, participantId }: Scene) => {
  const { contact, hidden } = await findContact(who, sessionId, participantId);
  return contact?.address ?? (hidden ? "hidden" : "none");
};

const reachOf = async ({ amina, sessionId, requestId, participantId }: Scene) =>
  (await findReaches(amina, sessionId, [requestId])).of({ requestId, participantId });

/** A mail server; `received`: what came for one scene. */
async function post(ownerUrl: string) {
  const server = await startMailServer();
  onTestFinished(() => server.stop());
  return {
    answer: server.answer,
    received: ({ address }: Scene) => server.received.filter(({ to }) => to.includes(address)),
    work: (origin?: string) => doJobs({ ownerUrl, smtpUrl: server.url, ...(origin && { origin }) }),
  };
}

describe.sequential("where a young person's link can be sent", () => {
  test("is recorded of who was asked, and shown to whoever did and to safeguarding leads", async () => {
    const here = await scene();
    expect(codeOf(await here.contact("safe", null))).toBe("why_missing");
    expect(codeOf(await here.contact("safe"))).toBe("done");
    expect(await seenBy(here.amina, here)).toBe(here.address);
    expect(await seenBy(here.petra, here)).toBe(here.address);
    for (const each of [here.wren, here.idris, here.rowan]) expect(await seenBy(each, here)).toBe("hidden");
    expect(await seenBy(here.stranger, here)).toBe("none");
    const unasked = (await recordNow(here)).participants[1]?.id ?? "";
    const of = (who: Actor, id: string) =>
      recordContact(who, here.sessionId, id, { address: here.address, safe: "safe", why: "They told us" });
    expect(codeOf(await of(here.amina, unasked))).toBe("not_asked");
    expect(codeOf(await of(here.petra, here.participantId))).toBe("forbidden");
    expect(codeOf(await removeContact(here.amina, here.sessionId, here.participantId))).toBe("done");
    expect(await seenBy(here.amina, here)).toBe("none");
  });

  test("is not called safe by somebody who does not see that a colleague said otherwise", async () => {
    const here = await scene();
    expect(codeOf(await here.contact("not_safe", null, here.wren))).toBe("done");
    for (const answer of ["safe", "not_known", "not_safe"] as const)
      expect(codeOf(await here.contact(answer))).toBe("said_not_safe");
    expect(codeOf(await removeContact(here.amina, here.sessionId, here.participantId))).toBe("said_not_safe");
    expect((await findContact(here.amina, here.sessionId, here.participantId)).hidden).toBe("not_safe");
    expect(codeOf(await here.contact("safe", "They told us", here.wren))).toBe("done");
    expect(codeOf(await here.contact("safe"))).toBe("done");
  });

  test("is not used where it is not safe, not known or was asked too long ago", async ({ database }) => {
    const here = await scene();
    expect(codeOf(await here.send())).toBe("no_contact");
    for (const answer of ["not_safe", "not_known"] as const) {
      await here.contact(answer);
      expect(codeOf(await here.send())).toBe("not_safe");
    }
    await here.contact("safe");
    const sendBy = (how: Partial<typeof mails>) =>
      sendOwnLink(here.amina, here.sessionId, here.requestId, { ...mails, ...how });
    expect(codeOf(await sendBy({ sendsMail: false }))).toBe("no_mail");
    for (const origin of ["http://greenroom.example", "http://localhost:3000", "https://localhost"])
      expect(codeOf(await sendBy({ origin }))).toBe("no_phones");
    expect(codeOf(await here.send())).toBe("done");
    const long = "UPDATE consent_contact SET recorded_at = recorded_at - interval '91 days'";
    await pastPolicies(database.ownerUrl, "consent_contact", long);
    const server = await post(database.ownerUrl);
    await server.work();
    expect(server.received(here)).toEqual([]);
    expect((await reachOf(here)).mail).toBe("dropped");
    expect(codeOf(await here.send())).toBe("not_safe");
  });

  test("gets the same link each time, and nothing that tells who or what it is about", async ({
    database,
  }) => {
    const here = await scene();
    await changeOrganisation(here.rowan, { publicName: "The Green Door" }, { version: 1 });
    await here.contact("safe");
    const server = await post(database.ownerUrl);
    expect(codeOf(await here.send())).toBe("done");
    expect(codeOf(await here.send())).toBe("on_its_way");
    await server.work();
    expect((await reachOf(here)).mail).toBe("sent");
    const [before] = await findOpenRequests(here.amina, here.sessionId);
    expect(before?.nudged).toBeNull();
    expect(codeOf(await here.send())).toBe("done");
    await server.work();
    const [after] = await findOpenRequests(here.amina, here.sessionId);
    expect(after?.nudged).toMatchObject({ how: "mail" });
    expect(server.received(here).map(({ to }) => to)).toEqual([[here.address], [here.address]]);
    const { session, participants, organisation } = await recordNow(here);
    const secrets = [
      session.title,
      session.reference,
      organisation.name,
      AGREED_WORD.kind === "word" ? AGREED_WORD.word : "",
    ]
      .concat(
        participants.flatMap(({ firstName, surname, displayName, code }) =>
          [firstName, surname, displayName, code].map((text) => text ?? ""),
        ),
      )
      .filter((text) => text.length > 2);
    expect(secrets.length).toBeGreaterThan(4);
    for (const { text, raw } of server.received(here)) {
      expect(text).toContain(`https://greenroom.example/c/${here.token}`);
      expect(raw).toMatch(/^From: The Green Door <greenroom@greenroom.example>\r$/m);
      expect(raw).toMatch(/^Subject: A link for you\r$/m);
      for (const secret of secrets) expect(text.toLowerCase()).not.toContain(secret.toLowerCase());
    }
  });

  test("is dropped where it would leave from an address that no phone can open", async ({ database }) => {
    const here = await scene();
    await here.contact("safe");
    expect(codeOf(await here.send())).toBe("done");
    const server = await post(database.ownerUrl);
    await server.work("http://localhost:3000");
    expect(server.received(here)).toEqual([]);
    expect((await reachOf(here)).mail).toBe("dropped");
  });

  test("that the mail server refuses is told so", async ({ database }) => {
    const here = await scene();
    await here.contact("safe");
    const server = await post(database.ownerUrl);
    server.answer("refuse");
    await here.send();
    await server.work();
    expect((await reachOf(here)).mail).toBe("refused");
  });

  test("that was cut off may not have left, and is sent again by hand alone", async ({ database }) => {
    const here = await scene();
    await here.contact("safe");
    await here.send();
    await pastPolicies(
      database.ownerUrl,
      "mail",
      "UPDATE mail SET attempt_began_at = clock_timestamp() - interval '10 minutes' WHERE about = $1",
      [here.requestId],
    );
    const server = await post(database.ownerUrl);
    await server.work();
    expect(server.received(here)).toEqual([]);
    expect((await reachOf(here)).mail).toBe("may_not_have_left");
    expect(codeOf(await here.send())).toBe("done");
    await server.work();
    expect(server.received(here)).toHaveLength(1);
    expect((await reachOf(here)).mail).toBe("sent");
  });

  test("is noted as told again without mail too", async () => {
    const here = await scene();
    expect(codeOf(await noteNudge(here.amina, here.sessionId, here.requestId, "told"))).toBe("done");
    expect((await findOpenRequests(here.amina, here.sessionId))[0]?.nudged).toMatchObject({ how: "told" });
    expect(codeOf(await noteNudge(here.idris, here.sessionId, here.requestId, "told"))).toBe("forbidden");
  });

  test("is in no export, no search, no list of mail and no event", async () => {
    const here = await scene();
    await here.contact("safe", "zephyrine said so");
    await here.send();
    const named = { namesBecause: "An inspector asked" };
    const exports = [];
    for (const format of ["json", "requirements_csv", "participants_csv"] as const)
      exports.push(await exportSessionRecord(here.odalys, here.sessionId, { format, ...named }));
    const files = exports.map((outcome) =>
      outcome.ok ? Buffer.from(outcome.value.bytes).toString() : "refused",
    );
    const seen = JSON.stringify([
      files,
      await listMail(here.rowan),
      await searchAudit(here.rowan, everything, { skip: 0, take: 1000 }),
      await recordNow(here),
    ]);
    expect(files.join()).not.toContain("refused");
    expect(seen).not.toMatch(/zephyrine/i);
  });
});

describe.sequential("it goes", () => {
  const over = async (here: Scene) => viewAt(await recordNow(here), Temporal.Now.instant()).end;

  test.for<[string, (here: Scene) => Promise<unknown>]>([
    [
      "with the link that is taken back",
      (here) => takeRequestBack(here.amina, here.sessionId, here.requestId),
    ],
    [
      "where somebody says that the link is not theirs",
      ({ amina, ...owner }) => denyLink({ ...owner, organisationId: amina.organisationId }),
    ],
    [
      "with the session that is cancelled",
      (here) => cancelSession(here.amina, here.sessionId, { reason: "Ill" }),
    ],
    [
      "with somebody who is taken off the list",
      (here) => removeParticipant(here.amina, here.sessionId, here.participantId, { version: null }),
    ],
    [
      "when the session is over",
      async (here) => {
        const ids = { organisationId: here.amina.organisationId, sessionId: here.sessionId };
        const end = await over(here);
        expect(await forgetContacts(ids, { clock: () => end.subtract({ seconds: 1 }) })).toBe(0);
        return forgetContacts(ids, { clock: () => end });
      },
    ],
  ])("%s", async ([, end], { database }) => {
    const here = await scene();
    await here.contact("safe");
    await here.send();
    expect(await seenBy(here.amina, here)).toBe(here.address);
    await end(here);
    const left = await pastPolicies(
      database.ownerUrl,
      "consent_contact",
      "SELECT address FROM consent_contact WHERE organisation_id = $1",
      [here.amina.organisationId],
    );
    expect(left).toEqual([]);
    const server = await post(database.ownerUrl);
    await server.work();
    expect(server.received(here)).toEqual([]);
  });

  test("at the new end of a session that is moved to an earlier time", async ({ database }) => {
    const here = await scene();
    await here.contact("safe");
    await doJobs({ ownerUrl: database.ownerUrl, smtpUrl: null });
    expect(await seenBy(here.amina, here)).toBe(here.address);
    const ago = (minutes: number) => Temporal.Now.instant().subtract({ minutes }).toString();
    const times = { startsAt: ago(61), endsAt: ago(1) };
    const form = { ...detailsOf((await recordNow(here)).session), ...times };
    const moved = await changeDetails(here.amina, here.sessionId, form, { version: null });
    expect(codeOf(moved)).toBe("done");
    await doJobs({ ownerUrl: database.ownerUrl, smtpUrl: null });
    expect(await seenBy(here.petra, here)).toBe("none");
  });

  test("not where the session is found to go on by the time that it would", async () => {
    const here = await scene();
    await here.contact("safe");
    const end = await over(here);
    const looks = [end, end.subtract({ seconds: 1 })];
    const ids = { organisationId: here.amina.organisationId, sessionId: here.sessionId };
    expect(await forgetContacts(ids, { clock: () => looks.shift() ?? end.subtract({ seconds: 1 }) })).toBe(0);
    expect(looks).toEqual([]);
    expect(await seenBy(here.amina, here)).toBe(here.address);
  });

  test("not with a link that a new one takes the place of: nobody is asked twice", async () => {
    const here = await scene();
    await here.contact("safe");
    const wish = [{ participantId: here.participantId, check: AGREED_WORD }];
    expect(codeOf(await askForAnswers(here.amina, here.sessionId, wish))).toBe("done");
    expect(await seenBy(here.amina, here)).toBe(here.address);
  });

  test("not with a turn on our device: their link stands, and what waits to leave with it", async () => {
    const here = await scene();
    await here.contact("safe");
    expect(codeOf(await here.send())).toBe("done");
    const turn = await handOverDevice(here.amina, here.sessionId, [here.participantId]);
    expect(codeOf(turn)).toBe("done");
    expect(codeOf(await endDevices(here.amina, here.sessionId))).toBe("done");
    expect(await seenBy(here.amina, here)).toBe(here.address);
    expect((await reachOf(here)).mail).toBe("waiting");
  });
});
