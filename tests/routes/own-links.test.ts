import { Temporal } from "temporal-polyfill";
import { expect } from "vitest";
import { newId } from "~/data/new-id.server";
import type { SessionRecord } from "~/domain/record/schema";
import { paths } from "~/paths";
import { recordContact } from "~/services/record-contact.server";
import { askPatiently as ask, formHeaders, header } from "../support/ask";
import { HTTPS, startBehindTls } from "../support/behind-tls";
import { askByLink, askingTheUsual } from "../support/asked-by-link";
import { loginToken } from "../support/login-token";
import { startMailServer } from "../support/mail-server";
import { pastPolicies } from "../support/owner";
import { pageForms } from "../support/page-forms";
import { test } from "../support/served";
import { storeScenario } from "../support/stored-session";

const READY = "s04-twin-last-good-day";

/** Three weeks later than the scenario, so that it has not started however late in the week it is. */
function later({ session }: SessionRecord): void {
  const after = (instant: string) =>
    Temporal.Instant.from(instant)
      .add({ hours: 24 * 21 })
      .toString({ smallestUnit: "second" });
  Object.assign(session, { startsAt: after(session.startsAt), endsAt: after(session.endsAt) });
}

/** What the page of links shows of one person. */
function cardOf(page: string, code: string): string {
  const cards = page.split('<li class="app-own-link">').slice(1);
  return cards.find((card) => card.includes(`${code}</span>`))?.split("</li>")[0] ?? "";
}

test(
  "each person asked gets a link that a phone can open, and a word; none is made where no phone could open one",
  { timeout: 300_000 },
  async ({ served: { origin }, database }) => {
    const stored = await storeScenario(READY, { upToDate: true, change: later });
    const { amina, sessionId, record } = stored;
    const token = await loginToken(amina);
    const behindTls = await startBehindTls(database);
    const cookie = `__Host-greenroom=${token}`;
    const get = (path: string) => ask(behindTls.at, { method: "GET", path, headers: { cookie } });
    const send = (path: string, fields: [string, string][]) =>
      ask(behindTls.at, {
        method: "POST",
        path,
        headers: { cookie, ...formHeaders(HTTPS) },
        body: new URLSearchParams([["submissionId", newId()], ["version", ""], ...fields]).toString(),
      });

    const page = await get(paths.askForAnswers(sessionId));
    const people = pageForms(page.body).flatMap((fields) =>
      fields.flatMap(({ name, offered }) => (name === "participantIds" ? offered : [])),
    );
    expect(people.sort()).toEqual(record.participants.map(({ id }) => id).sort());
    const nobody = await send(paths.askForAnswers(sessionId), [["check", "word"]]);
    expect(nobody.status).toBe(422);
    expect(nobody.body).toContain("Select who you want to ask");
    const asked = await send(paths.askForAnswers(sessionId), [
      ["check", "word"],
      ...people.map((id): [string, string] => ["participantIds", id]),
    ]);
    expect([asked.status, header(asked, "location")]).toEqual([303, paths.ownLinks(sessionId)]);

    const list = await get(paths.ownLinks(sessionId));
    const shown = list.body.matchAll(/https:\/\/greenroom\.example\/c\/[\w-]{44}/g);
    const links = [...new Set([...shown].map(([link]) => link))];
    expect(links).toHaveLength(people.length);
    expect(list.body.match(/Their word/g)).toHaveLength(people.length);
    expect(list.body.match(/QR code of the link for YP-\d\d/g)).toHaveLength(people.length);
    const again = await get(paths.ownLinks(sessionId));
    expect(links.every((link) => again.body.includes(link))).toBe(true);

    const [requestId = ""] = pageForms(list.body).flatMap((fields) =>
      fields.flatMap(({ name, held }) => (name === "requestId" ? held : [])),
    );
    const taken = await send(paths.ownLinks(sessionId), [
      ["requestId", requestId],
      ["what", "take_back"],
    ]);
    expect(taken.status).toBe(303);
    const left = await get(paths.ownLinks(sessionId));
    expect(links.filter((link) => left.body.includes(link))).toHaveLength(people.length - 1);
    await behindTls.stop();

    // At http://localhost no phone could open one.
    const here = await ask(origin, {
      method: "GET",
      path: paths.askForAnswers(sessionId),
      headers: { cookie: `greenroom=${token}` },
    });
    expect(here.body).toContain("Links do not reach phones from here");
    expect(
      pageForms(here.body)
        .flat()
        .map(({ name }) => name),
    ).not.toContain("participantIds");
    const forged = await ask(origin, {
      method: "POST",
      path: paths.askForAnswers(sessionId),
      headers: { cookie: `greenroom=${token}`, ...formHeaders(origin) },
      body: new URLSearchParams([
        ["submissionId", newId()],
        ["version", ""],
        ["check", "word"],
        ["participantIds", people[0] ?? ""],
      ]).toString(),
    });
    expect([forged.status, forged.body.includes("No phone can open a link")]).toEqual([422, true]);
    const listHere = await ask(origin, {
      method: "GET",
      path: paths.ownLinks(sessionId),
      headers: { cookie: `greenroom=${token}` },
    });
    expect(listHere.body).toContain("Links do not reach phones from here");
    expect(listHere.body).toContain("YP-02");
    expect(listHere.body).not.toMatch(/\/c\/[\w-]{44}|QR code|Text to send|I have told them again/);
  },
);

test(
  "a link leaves by email, and is told of again, from an address that phones can open alone, and not where contact is not safe",
  { timeout: 120_000 },
  async ({ served: { origin }, database }) => {
    const stored = await storeScenario("s01", { upToDate: true, change: askingTheUsual });
    const { token: link, requestId } = await askByLink(stored);
    const { amina, sessionId, record } = stored;
    const address = `zephyrine.${crypto.randomUUID()}@home.example`;
    const participantId = record.participants[0]?.id ?? "";
    const said = { address, safe: "safe", why: "They told us" } as const;
    expect(await recordContact(amina, sessionId, participantId, said)).toMatchObject({ ok: true });
    const token = await loginToken(amina);
    const mail = await startMailServer();
    const SMTP_URL = `${mail.url}/?from=greenroom@lanternmoor.example`;
    const behindTls = await startBehindTls(database, { SMTP_URL });
    const path = paths.ownLinks(sessionId);
    const from = (at: string, cookie: string) => ({
      list: () => ask(at, { method: "GET", path, headers: { cookie } }),
      press: (what: string) =>
        ask(at, {
          method: "POST",
          path,
          headers: { cookie, ...formHeaders(at === origin ? origin : HTTPS) },
          body: new URLSearchParams({ submissionId: newId(), version: "", requestId, what }).toString(),
        }),
    });
    const phones = from(behindTls.at, `__Host-greenroom=${token}`);
    const here = from(origin, `greenroom=${token}`);

    expect((await here.list()).body).not.toMatch(new RegExp(`${link}|Send the link`));
    expect((await here.press("send")).status).toBe(422);

    const before = (await phones.list()).body;
    for (const shown of [`${HTTPS}/c/${link}`, address, "Send the link", "Text to send"])
      expect(before).toContain(shown);
    await askByLink(stored, { place: 1 });
    const notSafe = { address: `quillfeather.${address}`, safe: "not_safe", why: null } as const;
    const other = record.participants[1]?.id ?? "";
    expect(await recordContact(stored.wren, sessionId, other, notSafe)).toMatchObject({ ok: true });
    const theirs = cardOf((await phones.list()).body, "YP-02");
    expect(theirs).toMatch(/A colleague recorded that contact is not safe for them\..*QR code of the link/);
    expect(theirs).not.toMatch(/Text to send|I have sent it again|an address|Send the link|quillfeather/);
    const wren = from(behindTls.at, `__Host-greenroom=${await loginToken(stored.wren)}`);
    const recorded = cardOf((await wren.list()).body, "YP-02");
    expect(recorded).toMatch(/>Contact is not safe for them\..*Change what is recorded/);
    expect(recorded).not.toMatch(/Text to send|I have sent it again|A colleague/);
    expect((await phones.press("send")).status).toBe(303);
    const received = () => mail.received.filter(({ to }) => to.includes(address));
    await expect.poll(received, { timeout: 20_000 }).toHaveLength(1);
    expect(received()[0]?.text).toContain(`${HTTPS}/c/${link}`);
    expect((await phones.press("nudge_told")).status).toBe(303);
    expect((await phones.list()).body).toMatch(/Told again on [^<]*, in person or by phone/);

    // As it stands once it was cut off on its way: shown, and sent again by whoever presses the button, and by nobody else.
    await expect.poll(async () => (await phones.list()).body, { timeout: 20_000 }).toContain("Send again");
    const cutOff =
      "UPDATE mail SET sent_at = NULL, attempt_began_at = clock_timestamp() - interval '10 minutes' WHERE about = $1";
    await pastPolicies(database.ownerUrl, "mail", cutOff, [requestId]);
    const list = (await phones.list()).body;
    expect(list).toMatch(/May not have left<\/strong>.*It was cut off while it was being sent/);
    expect(list).toMatch(/<details[^>]* open=""[^>]*>(?:(?!<\/details>).)*Send again/s);
    expect(received()).toHaveLength(1);
    expect((await phones.press("send")).status).toBe(303);
    await expect.poll(received, { timeout: 20_000 }).toHaveLength(2);
    await behindTls.stop();
    await mail.stop();
  },
);
