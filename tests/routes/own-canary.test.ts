import { expect, onTestFinished } from "vitest";
import { resumeJobs } from "~/data/mail.server";
import { paperReference } from "~/domain/consent/paper-reference";
import { paths } from "~/paths";
import { keepDailyCheckpoints } from "~/services/keep-daily-checkpoints.server";
import { header, type Answer } from "../support/ask";
import { publishWords } from "../support/asked-by-link";
import { HTTPS, startBehindTls } from "../support/behind-tls";
import { browser, type Browser } from "../support/browser";
import { doJobs, makeJobsDue } from "../support/jobs";
import { loginToken } from "../support/login-token";
import { startMailServer } from "../support/mail-server";
import { test } from "../support/open-database";
import { pageForms } from "../support/page-forms";
import { pastPolicies } from "../support/owner";
import { buildOnce } from "../support/served";
import { signOffToday } from "../support/signed-off-today";
import { storeScenario } from "../support/stored-session";

/** Each is in the session below, or typed on the way, and nowhere else in the world. */
const canaries = {
  firstName: "Zephyrine",
  surname: "Quillfeather",
  shownName: "Zeph the Otter",
  proposedName: "Peregrinella",
  title: "Halcyonpumpernickel",
  description: "Xylocarpentry",
  topic: "Thalassography",
  word: "marmalade",
  address: "owlpost",
  why: "Cassowary",
};
const secrets = Object.values(canaries);

/** Answers yes to whatever is asked, and saves. */
async function agree(on: Browser, begin: string): Promise<void> {
  let to = begin;
  while (to !== paths.ownAnswers) {
    const page = await on.get(to);
    const wished = page.body.includes('name="name"') ? { name: canaries.proposedName } : null;
    to = await on.fillIn(to, { answer: "yes", ...wished });
  }
  expect((await on.get(to)).status).toBe(200);
  expect(await on.fillIn(to, {})).toBe(paths.ownPlace);
}

test(
  "a name, a title, a topic and a word go through asking, answering, paper, mail, notices and a change of mind, and are in no address, header, file name, mail or line of the log",
  { timeout: 300_000 },
  async ({ database }) => {
    await buildOnce();
    const stored = await storeScenario("s08", {
      upToDate: true,
      change: (record) => {
        record.consentEvents = record.consentEvents.filter(({ answer }) => answer !== "withdrawn");
        const { firstName, surname, shownName: displayName, title, description, topic: text } = canaries;
        Object.assign(record.session.topic!, { text });
        Object.assign(record.participants[0]!, { firstName, surname, displayName });
        Object.assign(record.session, { title: `${title} evening`, description: `All about ${description}` });
      },
    });
    await publishWords(stored);
    const { amina, odalys, idris, sessionId, record } = stored;
    const participantId = record.participants[0]?.id ?? "";
    const mail = await startMailServer();
    onTestFinished(() => mail.stop());
    const application = await startBehindTls(database, {
      SMTP_URL: `${mail.url}/?from=greenroom@lanternmoor.example`,
    });
    onTestFinished(async () => void (await application.stop()));
    const got: Answer[] = [];
    const place = { at: application.at, origin: HTTPS, got };
    const signedIn = async (who: typeof amina) =>
      browser(place, { "__Host-greenroom": await loginToken(who) });
    const staff = await signedIn(amina);

    // Asked, with a word of their own, by email, and told again.
    await staff.fillIn(paths.askForAnswers(sessionId), { participantIds: [participantId], check: "word" });
    const list = await staff.get(paths.ownLinks(sessionId));
    const [link = ""] = /\/c\/[\w-]{44}/.exec(list.body) ?? [];
    const [, requestId = ""] = /name="requestId" value="([^"]+)"/.exec(list.body) ?? [];
    await staff.fillIn(paths.agreedWord(sessionId, requestId), { word: canaries.word });
    const address = `${canaries.address}@home.example`;
    const why = `${canaries.why} told us`;
    await staff.fillIn(paths.consentContact(sessionId, participantId), { address, safe: "safe", why });
    for (const what of ["send", "nudge_copied", "nudge_told"])
      expect((await staff.send(paths.ownLinks(sessionId), { requestId, what })).status).toBe(303);
    const theirs = () => mail.received.filter(({ to }) => to.includes(address));
    await expect.poll(theirs, { timeout: 20_000 }).toHaveLength(1);
    expect(theirs()[0]?.text).toContain(`${HTTPS}${link}`);

    // Answered through the link.
    const phone = browser(place);
    expect((await phone.send(link, { word: `${canaries.word} not` })).status).toBe(422);
    expect((await phone.send(link, { word: canaries.word })).status).toBe(303);
    await agree(phone, header(await phone.get(paths.ownPlace), "location"));
    expect((await phone.get(paths.ownPlace)).body).toContain(canaries.proposedName);
    expect((await staff.get(paths.ownLinks(sessionId))).body).toContain(canaries.proposedName);
    await staff.send(paths.ownLinks(sessionId), { requestId, what: "accept_name" });

    // Answered on a device that is handed over.
    const tablet = await signedIn(amina);
    const here = { participantIds: [participantId], shown: "name" };
    expect(await tablet.fillIn(paths.handOver(sessionId), here)).toBe(paths.answerHere);
    const [, turn = ""] =
      /name="turn" value="([0-9a-f-]{36})"/.exec((await tablet.get(paths.answerHere)).body) ?? [];
    await tablet.send(paths.answerHere, { turn });
    await agree(tablet, header(await tablet.get(paths.ownPlace), "location"));
    await tablet.send(paths.ownFinish, {});
    await tablet.send(paths.answerHere, { turn: "back" });

    // On paper, with all that may stand on it.
    const printed = `${paths.paperForms(sessionId)}?who=${participantId}&with=name&with=birth&with=title`;
    expect((await staff.get(printed)).body).toContain(canaries.title);
    const reference = paperReference({ id: participantId });
    const onPaper = await staff.fillIn(paths.recordFromPaper(sessionId), { reference });
    await staff.fillIn(onPaper, { giver: "self", "answers.voice": "yes", how: "paper", understood: "yes" });

    // A change of mind of which those who run the session are told, and another answer that a worker confirms.
    await phone.fillIn(paths.ownChange, { scopes: "camera", what: "some" });
    const told = async (who: typeof amina) => (await (await signedIn(who)).get(paths.home)).body;
    for (const who of [amina, odalys]) expect(await told(who)).toContain("YP-01: camera off");
    await agree(phone, paths.ownQuestion("take_part"));
    const waiting = pageForms((await staff.get(paths.recordConsent(sessionId, participantId))).body).flat();
    const answerIds = waiting.find(({ name }) => name === "answerIds")?.held ?? [];
    const confirmed = await staff.send(paths.confirmConsent(sessionId, participantId), { answerIds });
    expect(confirmed.status).toBe(303);

    // Another once it is signed off.
    await signOffToday(stored);
    await phone.fillIn(paths.ownChange, { scopes: "camera", what: "some" });
    for (const who of [amina, odalys, idris]) expect(await told(who)).toContain("YP-01: camera off");

    // One while it is on, with what is to be removed.
    await pastPolicies(
      database.ownerUrl,
      "session",
      "UPDATE session SET starts_at = now() - interval '10 minutes', ends_at = now() + interval '30 minutes' WHERE id = $1",
      [sessionId],
    );
    await phone.fillIn(paths.ownChange, { what: "all" });
    expect((await staff.get(paths.runSheet(sessionId))).body).toContain(
      "Somebody changed their mind: do this now",
    );
    await staff.get(paths.stopUsing(sessionId));
    const removed = { removed: "yes", told: "yes" };
    await staff.fillIn(paths.removeFor(sessionId, participantId), removed);

    // What leaves as a file or by itself, and what is done every now and then.
    const host = await signedIn(odalys);
    for (const format of ["pdf", "json", "requirements_csv", "participants_csv"])
      for (const names of ["redacted", "named"]) {
        const wish = { format, names, reason: names === "named" ? canaries.why : "" };
        const file = await host.send(paths.exportFile(sessionId), wish);
        expect([format, names, file.status]).toEqual([format, names, 200]);
      }
    for (const page of [paths.session, paths.participants, paths.consent, paths.record, paths.readiness])
      expect((await staff.get(page(sessionId))).body).toContain(canaries.title);
    await keepDailyCheckpoints({ mail: true });
    await makeJobsDue(database.ownerUrl);
    await resumeJobs(0);
    await doJobs({ ownerUrl: database.ownerUrl, smtpUrl: mail.url });
    const output = application.output();
    await application.stop();

    const addresses = got.flatMap(({ headers, body }) => [
      JSON.stringify(headers),
      ...[...body.matchAll(/\b(?:href|src|action|content|name|id)="([^"]*)"/g)].map(([, to = ""]) => to),
    ]);
    const rows = async (table: string) =>
      JSON.stringify(await pastPolicies(database.ownerUrl, table, `SELECT * FROM ${table}`));
    const places = {
      addresses: addresses.join("\n"),
      log: output,
      mails: mail.received
        .map(({ raw, text }) => raw + text)
        .join("\n")
        .replaceAll(address, ""),
      outbox: await rows("mail"),
      notices: await rows("notice"),
      trail: await rows("audit_event"),
    };
    expect(output).toContain('"route":"/c/:token"');
    for (const told of ["sign_off_suspended", "consent_changed", "taken_back.YP-01.camera"])
      expect(places.notices).toContain(told);
    expect(places.trail.length).toBeGreaterThan(10_000);
    for (const [where, text] of Object.entries(places))
      for (const secret of secrets)
        expect([where, secret, text.toLowerCase().includes(secret.toLowerCase())]).toEqual([
          where,
          secret,
          false,
        ]);
    for (const line of output.split("\n")) expect(line).not.toContain(link.slice("/c/".length));
  },
);
