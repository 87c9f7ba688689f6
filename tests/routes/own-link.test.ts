import { Temporal } from "temporal-polyfill";
import { expect } from "vitest";
import { consentLinkToken } from "~/data/consent-link-token.server";
import { newId } from "~/data/new-id.server";
import { findOpenTurns } from "~/data/own-device.server";
import { seal } from "~/data/sealed.server";
import { paths } from "~/paths";
import { askForAnswers } from "~/services/ask-for-answers.server";
import { handOverDevice } from "~/services/hand-over-device.server";
import { takeRequestBack } from "~/services/keep-consent-request.server";
import { header, type Answer } from "../support/ask";
import { askByLink, askingTheUsual, publishWords } from "../support/asked-by-link";
import { loginToken } from "../support/login-token";
import { pastPolicies } from "../support/owner";
import { pageForms } from "../support/page-forms";
import {
  answerAll,
  answersByLink,
  opened,
  OWN_LINE,
  PUBLIC_NAME,
  SCOPES,
  test,
} from "../support/own-link-scene";
import { bytesOf, phone, press } from "../support/phone";
import { digestOfOrganisation } from "../support/rows-of";
import { storeScenario } from "../support/stored-session";

/** A link that was made the day before a session that is over, and of which nothing is kept. */
async function spentLink(): Promise<string> {
  const past = await storeScenario("s01", {
    change: (record) => {
      askingTheUsual(record);
      Object.assign(record.session, { startsAt: "2026-11-22T10:00:00Z", endsAt: "2026-11-22T11:00:00Z" });
    },
  });
  const clock = () => Temporal.Instant.from("2026-11-21T10:00:00Z");
  const check = { kind: "word", word: "lantern" } as const;
  const participantId = past.record.participants[0]?.id ?? "";
  const asked = await askForAnswers(past.amina, past.sessionId, [{ participantId, check }], { clock });
  if (!asked.ok) throw new Error(asked.refusal.message);
  return consentLinkToken(asked.value.requests[0]?.requestId ?? "");
}

const SMALLEST_CONNECTION_BYTES = 30_000;
const MOST_WORDS = 20;
/** How a handed-over device is sealed into its cookie. */
const DEVICE = { purpose: "a device handed over", belongsTo: "answers" };

test(
  "a link that opens nothing gets one page, whatever it lacks",
  { timeout: 300_000 },
  async ({ served: { origin }, stored }) => {
    const { token, requestId } = await askByLink(stored);
    const takenBack = await takeRequestBack(stored.amina, stored.sessionId, requestId);
    expect(takenBack.ok).toBe(true);
    const links = [
      token,
      await spentLink(),
      consentLinkToken(newId()),
      "x",
      "x".repeat(44),
      `${token}x`,
      encodeURIComponent("\u202e"),
    ];
    const answers = [];
    for (const link of links)
      for (const path of [paths.ownLink(link), paths.notMe(link)]) {
        answers.push(await phone(origin).get(path));
        answers.push(await phone(origin).send(path, { word: "lantern", sure: "yes" }));
      }
    const [first] = answers;
    expect(first?.body).toContain("This link does not work");
    expect(first?.body).toContain("Ask the person who gave it to you.");
    expect(first?.body).toContain("0800 1111");
    expect(new Set(answers.map(({ status, body }) => `${status} ${body}`)).size).toBe(1);
    expect(first?.status).toBe(404);
  },
);

test("before the check a link shows the public name and nobody, and weighs less than 30 kB", async ({
  served: { origin },
  stored,
}) => {
  const { token } = await askByLink(stored);
  const { body } = await phone(origin).get(paths.ownLink(token));
  expect(body).toContain(PUBLIC_NAME);
  expect(body).toContain('<meta name="robots" content="noindex, nofollow"/>');
  expect(body).not.toMatch(/<script|property="og:|name="description"|Greenroom/i);
  const { record } = stored;
  const told = [
    OWN_LINE,
    record.session.title,
    record.session.reference,
    record.organisation.name,
    ...record.session.places.map(({ where }) => where),
    ...record.adults.map(({ name }) => name),
    ...record.participants.flatMap(({ firstName, surname, displayName, code }) => [
      firstName,
      surname,
      displayName,
      code,
    ]),
  ];
  for (const text of told.filter((one) => one !== null)) expect(body).not.toContain(text);
  const withoutIds = body
    .replaceAll(/[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g, "")
    .replaceAll(token, "");
  expect(withoutIds).not.toMatch(/January|December|\b20\d\d\b/);
  const sheets = [...body.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => href ?? "");
  expect(sheets).toHaveLength(1);
  const sizes = await Promise.all([paths.ownLink(token), ...sheets].map((path) => bytesOf(origin, path)));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  console.log(`The first page of a link: ${sizes.join(" + ")} = ${bytes} bytes over the wire, compressed`);
  expect(bytes).toBeLessThan(SMALLEST_CONNECTION_BYTES);
});

test("a visit that is not saved leaves nothing, and what is saved twice is there once", async ({
  served: { origin },
  stored,
  database,
}) => {
  const { token } = await askByLink(stored);
  const on = await opened(origin, token);
  const { organisationId } = stored.amina;
  const before = await digestOfOrganisation(database.ownerUrl, organisationId);
  await answerAll(on);
  expect(await digestOfOrganisation(database.ownerUrl, organisationId)).toEqual(before);
  const [fields = []] = pageForms((await on.get(paths.ownAnswers)).body);
  const sent = Object.fromEntries(fields.map(({ name, held: [value = ""] }) => [name, value]));
  const cookie = on.cookie();
  const saves = await Promise.all([1, 2, 3].map(() => phone(origin, cookie).send(paths.ownAnswers, sent)));
  expect(saves.map(({ status }) => status)).toEqual([303, 303, 303]);
  expect((await answersByLink(stored)).map(({ scope }) => scope).sort()).toEqual([...SCOPES].sort());
});

test("a name, a title, a word and a link go through all of it, and are in no address, header or line of the log", async ({
  served: application,
}) => {
  const { origin } = application;
  const canaries = [
    "Zephyrine",
    "Quillfeather",
    "Zeph the Otter",
    "Halcyonpumpernickel",
    "Peregrinella",
    "marmalade",
  ];
  const [firstName, surname, displayName, title, proposed = "", word = ""] = canaries;
  const named = await storeScenario("s01", {
    upToDate: true,
    change: (record) => {
      askingTheUsual(record);
      Object.assign(record.participants[0]!, { firstName, surname, displayName, displayNameConfirmed: null });
      record.session.title = `${title} evening`;
    },
  });
  await publishWords(named);
  const ask = { check: { kind: "word", word } as const };
  const got: Answer[] = [];
  const { token } = await askByLink(named, ask);
  const on = phone(origin, "", got);
  await press(on, paths.ownLink(token), { word: `${word} not` });
  await press(on, paths.ownLink(token), { word });
  expect((await on.get(paths.ownQuestion("take_part"))).body).toContain(title);
  for (const scope of SCOPES) {
    await press(on, paths.ownQuestion(scope), {
      answer: "yes",
      ...(scope === "name_shown" && { name: proposed }),
    });
  }
  expect((await on.get(paths.ownAnswers)).body).toContain(proposed);
  await press(on, paths.ownAnswers);
  expect((await on.get(paths.ownPlace)).body).toContain(proposed);
  await press(on, paths.ownChange, { what: "all" });
  await press(on, paths.ownPlace);
  const { token: another } = await askByLink(named, { ...ask, place: 1 });
  await press(phone(origin, "", got), `${paths.ownLink(another)}/not-me`);
  expect((await answersByLink(named)).map(({ answer }) => answer).sort()).toEqual(
    ["withdrawn", "yes"].flatMap((answer) => SCOPES.map(() => answer)),
  );

  const told = [...got.map(({ headers }) => JSON.stringify(headers)), application.output()].join("\n");
  for (const canary of canaries) expect(told, canary).not.toContain(canary);
  // A wrong word leads back to the link itself; from then on no address holds one.
  for (const line of application.output().split("\n"))
    for (const secret of [token, another]) expect(line).not.toContain(secret);
  const onwards = got.map((answer) => header(answer, "location")).filter((to) => to.includes("/c/"));
  for (const to of onwards) expect([token, another].some((secret) => to.includes(secret))).toBe(false);
});

test("each page is read in short sentences, runs no script, and says who to speak to", async ({
  served: { origin },
  stored,
}) => {
  const { token } = await askByLink(stored);
  const bodies = [(await phone(origin).get(paths.ownLink(token))).body];
  const on = await opened(origin, token);
  for (const scope of SCOPES) {
    bodies.push((await on.get(paths.ownQuestion(scope))).body);
    await press(on, paths.ownQuestion(scope), { answer: "yes" });
  }
  bodies.push((await on.get(paths.ownAnswers)).body);
  await press(on, paths.ownAnswers);
  for (const path of [paths.ownPlace, paths.ownChange]) bodies.push((await on.get(path)).body);
  for (const body of bodies.slice(1)) {
    expect(body).toContain("Wren Castellow");
    expect(body).toContain(OWN_LINE);
    expect(body).toContain('href="tel:01632960142"');
  }
  for (const body of bodies) {
    expect(body).toContain("0800 1111");
    expect(body).toContain('href="tel:999"');
    expect(body).not.toContain("<script");
    for (const [, block = ""] of body.matchAll(
      /<(?:p|h1|h2|li|dd|dt|label)\b[^>]*>(.*?)<\/(?:p|h1|h2|li|dd|dt|label)>/g,
    ))
      for (const sentence of block.replaceAll(/<[^>]+>/g, " ").split(/(?<=[.?!])\s+/))
        expect([sentence, sentence.trim().split(/\s+/).length <= MOST_WORDS]).toEqual([sentence, true]);
  }
});

test("a device that was handed over opens the turns of its own people alone, and not while staff are signed in", async ({
  served: { origin },
  stored,
}) => {
  const { amina, sessionId, record } = stored;
  const [one, other] = record.participants.map(({ id }) => id);
  const handed = await handOverDevice(amina, sessionId, [one ?? ""]);
  const { organisationId } = amina;
  const device = {
    organisationId,
    sessionId,
    deviceId: handed.ok ? handed.value.deviceId : "",
    shown: "code",
  };
  const sealed = `greenroom-device=${seal(JSON.stringify(device), DEVICE)}`;
  const tablet = (cookie = sealed) => phone(origin, cookie);
  const [, turn = ""] =
    /name="turn" value="([0-9a-f-]{36})"/.exec((await tablet().get(paths.answerHere)).body) ?? [];
  const { requestId } = await askByLink(stored, { place: 1 });
  const elsewhere = await handOverDevice(amina, sessionId, [other ?? ""]);
  const [theirs] = (await findOpenTurns(amina, sessionId)).filter(
    ({ participantId }) => participantId === other,
  );
  expect(elsewhere.ok).toBe(true);
  for (const foreign of [requestId, theirs?.requestId ?? "", newId(), "x"])
    expect((await tablet().send(paths.answerHere, { turn: foreign })).status).toBe(409);
  expect((await tablet(`${sealed.slice(0, -4)}AAAA`).get(paths.answerHere)).status).toBe(404);
  const staff = tablet(`greenroom=${await loginToken(amina)}; ${sealed}`);
  expect((await staff.send(paths.answerHere, { turn })).status).toBe(409);
  const on = tablet();
  expect((await on.send(paths.answerHere, { turn })).status).toBe(303);
  // The visit alone, on another device, opens nothing: it belongs to this one.
  expect((await phone(origin, on.cookie()).get(paths.ownQuestion("take_part"))).status).toBe(404);
  const both = phone(origin, `${on.cookie()}; ${sealed}`);
  expect((await both.get(paths.ownQuestion("take_part"))).status).toBe(200);
  expect(header(await both.get(paths.ownChange), "location")).toBe(paths.ownPlace);
});

test("once the session has started only a no is taken, and when it is over nothing is asked", async ({
  served: { origin },
  stored,
  database,
}) => {
  const moved = async (from: number, to: number) => {
    const now = Temporal.Now.instant();
    await pastPolicies(
      database.ownerUrl,
      "session",
      "UPDATE session SET starts_at = $2, ends_at = $3 WHERE id = $1",
      [stored.sessionId, now.add({ minutes: from }).toString(), now.add({ minutes: to }).toString()],
    );
  };
  const { token, requestId } = await askByLink(stored, { place: 2 });
  const late = await opened(origin, token);
  await answerAll(late);
  await press(late, paths.ownAnswers);
  await answerAll(late);
  await moved(-5, 30);
  const on = await opened(origin, token);
  const place = (await on.get(paths.ownPlace)).body;
  expect(place).toContain("The session is on now.");
  expect(place).toContain("01632 960177");
  const question = (await on.get(paths.ownQuestion("camera"))).body;
  expect(question).toContain('value="no"');
  expect(question).not.toContain('value="yes"');
  const before = (await answersByLink(stored)).length;
  expect((await press(on, paths.ownQuestion("camera"), { answer: "yes" })).status).toBe(409);
  expect((await late.send(paths.ownAnswers, { request: requestId })).status).toBe(303);
  expect(await answersByLink(stored)).toHaveLength(before);
  expect((await press(on, paths.ownChange, { scopes: "voice", what: "some" })).status).toBe(303);
  expect((await answersByLink(stored)).at(-1)).toMatchObject({ scope: "voice", answer: "withdrawn" });
  const begun = await opened(origin, token);
  await moved(-90, -30);
  // Who has just done something is told of that; who had only come in is told that it is over.
  expect((await on.get(paths.ownPlace)).body).not.toContain("The session is over");
  expect((await begun.get(paths.ownPlace)).body).toContain("The session is over");
  expect((await phone(origin).get(paths.ownLink(token))).status).toBe(404);
  const held = await answersByLink(stored);
  const after = await on.send(paths.ownChange, { request: requestId, what: "all" });
  expect([after.status, after.body.includes("There is nothing more to say no to.")]).toEqual([409, true]);
  expect(await answersByLink(stored)).toEqual(held);
});
