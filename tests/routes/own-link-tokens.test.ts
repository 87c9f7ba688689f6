import { Temporal } from "temporal-polyfill";
import { expect, vi } from "vitest";
import { consentLinkToken } from "~/data/consent-link-token.server";
import { findOpenRequests } from "~/data/consent-requests.server";
import { seal } from "~/data/sealed.server";
import { defaultConsentWordings } from "~/domain/defaults/consent-wordings";
import { defaultShortVersions } from "~/domain/defaults/short-versions";
import { paths } from "~/paths";
import { addKnownPeople } from "~/services/add-known-people.server";
import { askForAnswers } from "~/services/ask-for-answers.server";
import { invite } from "~/services/invite.server";
import { planSession } from "~/services/plan-session.server";
import { wordsDigest } from "~/services/publish-default-wordings.server";
import { soManyPeople } from "../factories/so-many-people";
import { askPatiently as ask, formHeaders, type Answer } from "../support/ask";
import { askByLink, askingTheUsual, publishWords } from "../support/asked-by-link";
import { inTurn } from "../support/in-turn";
import { loginToken } from "../support/login-token";
import { answerAll, answersByLink, opened, test } from "../support/own-link-scene";
import { tokensMailedTo } from "../support/outbox";
import { pageForms } from "../support/page-forms";
import { phone, press } from "../support/phone";
import { digestOfEverything, digestOfOrganisation } from "../support/rows-of";
import { recordNow } from "../support/signed-session";
import { storeScenario } from "../support/stored-session";
import { routes } from "./walls";

// The first of these tests to run may have to build the application.
vi.setConfig({ testTimeout: 300_000 });

/** How a visit is sealed into its cookie. */
const VISIT = { purpose: "a young person's visit", belongsTo: "answers" };

/** Sixty people in one session, each with a word of their own, as a worker asks them all at once. */
async function sixtyAsked() {
  const stored = await storeScenario("s01", {
    upToDate: true,
    change: (record) => {
      askingTheUsual(record);
      soManyPeople(60)(record);
    },
  });
  await publishWords(stored);
  const { amina, sessionId, record } = stored;
  const wordOf = (at: number) => `lantern${at}`;
  const wish = record.participants.map(({ id: participantId }, at) => ({
    participantId,
    check: { kind: "word", word: wordOf(at) } as const,
  }));
  const asked = await askForAnswers(amina, sessionId, wish);
  if (!asked.ok) throw new Error(asked.refusal.message);
  const everybody = asked.value.requests.map(({ requestId }, at) => ({
    requestId,
    path: paths.ownLink(consentLinkToken(requestId)),
    word: wordOf(at),
  }));
  return { stored, everybody };
}

test("sixty people behind one address open links of their own at the same moment: everybody gets in and answers, and five wrong words lock one link alone", async ({
  served: { origin, output },
}) => {
  const { stored, everybody } = await sixtyAsked();
  const [clumsy, ...others] = everybody;
  const [neighbour] = others;
  const asked = wordsDigest(defaultConsentWordings.take_part, defaultShortVersions.take_part);
  const before = output().length;
  const began = performance.now();
  const answer = async ({ requestId: request, path, word }: (typeof everybody)[number]) => {
    const on = phone(origin);
    const page = await on.get(path);
    const open = await on.send(path, { word });
    const no = await on.send(paths.ownQuestion("take_part"), { request, asked, answer: "no" });
    const saved = await on.send(paths.ownAnswers, { request });
    return [page, open, no, saved].map(({ status }) => status);
  };
  const guess = async () => {
    const on = phone(origin);
    const tries = [];
    // The neighbour's word is none of theirs.
    for (let at = 0; at < 5; at++)
      tries.push((await on.send(clumsy!.path, { word: neighbour!.word })).status);
    return [...tries, (await on.send(clumsy!.path, { word: clumsy!.word })).status];
  };
  const [tries, ...answers] = await Promise.all([guess(), ...others.map(answer)]);
  const waited = output()
    .slice(before)
    .split("\n")
    .filter((line) => line.includes('"status":503')).length;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(
    `Sixty people behind one address: ${seconds} s, and ${waited} requests were told to come again`,
  );
  expect(tries).toEqual([422, 422, 422, 422, 422, 422]);
  expect((await phone(origin).get(clumsy!.path)).body).toContain("This link is locked");
  expect(new Set(answers.map(String))).toEqual(new Set(["200,303,303,303"]));
  const { participants } = stored.record;
  const said = (await answersByLink(stored)).map(({ participantId, answer, scope }) => [
    participantId,
    scope,
    answer,
  ]);
  expect(said.sort()).toEqual(
    participants
      .slice(1)
      .map(({ id }) => [id, "take_part", "no"])
      .sort(),
  );
  const opened = (await findOpenRequests(stored.amina, stored.sessionId)).map(
    ({ id, openedAt, wrongTries }) => [id, openedAt !== null, wrongTries],
  );
  expect(opened.sort()).toEqual(
    everybody.map((one) => [one.requestId, one !== clumsy, one === clumsy ? 5 : 0]).sort(),
  );
});

/** What the one form of a page holds. */
function formOf({ body }: Answer): Record<string, string> {
  const [fields = []] = pageForms(body);
  return Object.fromEntries(
    fields.flatMap(({ name, held: [value] }) => (value === undefined ? [] : [[name, value]])),
  );
}

/** The buttons of young people's own pages send one of these; a program presses the first that there is. */
const BUTTONS = ["answer", "what", "turn"];

/** Opens an address as a program that looks through messages does, and presses the first button of each of its forms. */
async function scan(origin: string, path: string, cookie: string): Promise<number> {
  const page = await ask(origin, { method: "GET", path, headers: { cookie } });
  await ask(origin, { method: "HEAD", path, headers: { cookie } });
  for (const fields of pageForms(page.body)) {
    const held = fields.flatMap(({ name, held: [value], offered: [first] }) => {
      if (value !== undefined) return [[name, value]];
      return BUTTONS.includes(name) ? [[name, first ?? ""]] : [];
    });
    const body = new URLSearchParams(held).toString();
    const headers = { cookie, ...formHeaders(origin) };
    const { status } = await ask(origin, { method: "POST", path, headers, body });
    expect([path, status < 500]).toEqual([path, true]);
  }
  return page.status;
}

test("a program that opens every public address and presses its first button changes nothing, whatever the check of a link is and whoever's visit it holds", async ({
  served: { origin },
  stored,
  database,
}) => {
  const byWord = await askByLink(stored);
  const byBirth = await askByLink(stored, { place: 2, check: { kind: "birth" } });
  const theirs = await askByLink(stored, { place: 1 });
  const on = await opened(origin, theirs.token);
  await answerAll(on);
  await press(on, paths.ownAnswers);
  const email = `${crypto.randomUUID()}@lanternmoor.example`;
  await invite(stored.rowan, { name: "Sam", email, roles: ["planner"] }, { sendsMail: true });
  const [invitation = ""] = await tokensMailedTo(stored.rowan, email);
  const { organisationId } = stored.amina;
  const ofAnybody = Object.entries(routes).filter(
    ([, { look }]) => look === "anybody" || look === "holders of a link",
  );
  const addresses = (token: string) =>
    ofAnybody.map(([pattern]) =>
      pattern
        .replace("/link/:token", `/link/${invitation}`)
        .replace(":token", token)
        .replace(":scope", "take_part")
        .replace(":organisationId", organisationId),
    );
  expect(ofAnybody.length).toBeGreaterThan(15);
  // How often something was tried from one place is counted, and is of nobody.
  const everything = () => digestOfEverything(database.ownerUrl, ["sign_in_try"]);
  const before = await everything();
  for (const { token } of [byWord, byBirth])
    for (const cookie of ["", on.cookie()])
      await inTurn(addresses(token), async (path) => void (await scan(origin, path, cookie)));
  expect(await everything()).toEqual(before);
  // All of it was there to be changed.
  const pages = [paths.ownLink(byWord.token), paths.notMe(byBirth.token), paths.link(invitation)];
  for (const path of pages) expect([path, await scan(origin, path, "")]).toEqual([path, 200]);
  for (const path of [paths.ownQuestion("take_part"), paths.ownChange])
    expect([path, (await on.get(path)).status]).toEqual([path, 200]);
});

test("nobody answers for another: not with a form of another link, a cookie of their own making or a spent one, or as staff", async ({
  served: { origin },
  stored,
}) => {
  const one = await askByLink(stored, { place: 0 });
  const other = await askByLink(stored, { place: 1 });
  const before = (await answersByLink(stored)).length;
  const on = await opened(origin, other.token);
  const answer = await press(on, paths.ownQuestion("take_part"), { answer: "no", request: one.requestId });
  expect(answer.status).toBe(409);
  expect(answer.body).toContain("This page is from another link");
  await press(on, paths.ownQuestion("take_part"), { answer: "no" });
  const saved = await press(on, paths.ownAnswers, { request: one.requestId });
  expect(saved.status).toBe(409);
  const [name = "", value = ""] = on.cookie().split("=");
  const reversed = [...value].reverse().join("");
  for (const forged of [
    `${name}=${reversed}`,
    `${name}=${value.slice(0, -3)}`,
    `${name}=${one.requestId}`,
    `${name}=x`,
  ])
    expect((await phone(origin, forged).get(paths.ownAnswers)).status).toBe(404);
  const visit = { requestId: other.requestId, seen: 0, answers: {}, name: null, said: null };
  const until = (minutes: number) => {
    const end = Temporal.Now.instant().add({ minutes }).round("second").toString();
    return `${name}=${seal(JSON.stringify({ ...visit, until: end }), VISIT)}`;
  };
  expect((await phone(origin, until(1)).get(paths.ownQuestion("take_part"))).status).toBe(200);
  expect((await phone(origin, until(-1)).get(paths.ownQuestion("take_part"))).status).toBe(404);
  const staff = phone(origin, `greenroom=${await loginToken(stored.amina)}; ${name}=${value}`);
  for (const path of [paths.ownAnswers, paths.ownPlace, paths.ownLink(one.token)]) {
    expect((await staff.get(path)).body).toContain("Somebody who works here is signed in");
    expect((await staff.send(path, { request: other.requestId, word: "lantern" })).status).not.toBe(303);
  }
  expect(await answersByLink(stored)).toHaveLength(before);
});

test("one browser holds one link at a time: the newer takes the place of the older, whose forms are refused and say so", async ({
  served: { origin },
  stored,
}) => {
  const one = await askByLink(stored, { place: 0 });
  const other = await askByLink(stored, { place: 1 });
  const before = (await answersByLink(stored)).length;
  const on = await opened(origin, one.token);
  const older = formOf(await on.get(paths.ownQuestion("take_part")));
  const visitOfOne = on.cookie();
  expect((await on.send(paths.ownLink(other.token), { word: "lantern" })).status).toBe(303);
  const refused = await on.send(paths.ownQuestion("take_part"), { ...older, answer: "no" });
  expect([refused.status, refused.body.includes("This page is from another link")]).toEqual([409, true]);
  expect((await on.send(paths.ownAnswers, { request: one.requestId })).status).toBe(409);
  expect(formOf(await on.get(paths.ownQuestion("take_part")))["request"]).toBe(other.requestId);
  await answerAll(on, "no");
  expect((await press(on, paths.ownAnswers)).status).toBe(303);
  const { participants } = stored.record;
  const said = (await answersByLink(stored)).slice(before);
  expect(said.map(({ participantId }) => participantId)).toEqual([participants[1]?.id]);
  expect((await on.send(paths.ownFinish, {})).status).toBe(303);
  expect((await on.get(paths.ownPlace)).status).toBe(404);
  // The link of the first one is as good as it was.
  expect((await phone(origin, visitOfOne).get(paths.ownQuestion("take_part"))).status).toBe(200);
});

test("a link is of one session: its visit answers for no other, and no page of another session takes its request", async ({
  served: { origin },
  stored,
  database,
}) => {
  const { amina, record, sessionId: here } = stored;
  const { session, participants } = record;
  const { organisationId } = amina;
  const { startsAt, endsAt, zone } = session;
  const planned = await planSession(amina, { kind: "host", title: "Another", startsAt, endsAt, zone });
  const elsewhere = planned.ok ? planned.value.sessionId : "";
  const personIds = [participants[0]?.personId ?? ""];
  expect((await addKnownPeople(amina, elsewhere, { personIds, accessRoute: null }, {})).ok).toBe(true);
  const same = await recordNow({ ...stored, sessionId: elsewhere });
  const theirs = await askByLink({ ...stored, record: same, sessionId: elsewhere });
  const { token, requestId } = await askByLink(stored);
  /** Staff sign in and look at pages, which is noted; nothing else may change. */
  const noted = ["audit_event", "audit_head", "login_session", "viewed_lately"];
  const all = async () => {
    const digests = await digestOfOrganisation(database.ownerUrl, organisationId);
    return Object.entries(digests).filter(([table]) => !noted.includes(table));
  };

  const on = await opened(origin, token);
  const untouched = await all();
  const door = await on.get(paths.ownLink(theirs.token));
  expect([door.status, door.body.includes("What is our word?")]).toEqual([200, true]);
  for (const path of [paths.ownQuestion("take_part"), paths.ownAnswers, paths.ownChange]) {
    const typed = { request: theirs.requestId, answer: "no", asked: "x", what: "all", scopes: "camera" };
    expect([path, (await on.send(path, typed)).status]).toEqual([path, 409]);
  }

  const staff = phone(origin, `greenroom=${await loginToken(amina)}`);
  const deeds = ["unlock", "take_back", "accept_name", "refuse_name", "send", "nudge_copied", "nudge_told"];
  const word = `/sessions/${elsewhere}/consent/links/${requestId}`;
  expect((await staff.get(word.replace(elsewhere, here))).status).toBe(200);
  const answers = [await staff.get(word), await staff.send(word, { word: "marmalade" })];
  for (const what of deeds)
    answers.push(await staff.send(paths.ownLinks(elsewhere), { requestId, what, version: "" }));
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
  const participantId = participants[0]?.id ?? "";
  for (const rest of ["", "/contact", "/confirm", "/correct", "/history", "/change-of-mind"]) {
    const path = `/sessions/${elsewhere}/consent/${participantId}${rest}`;
    expect([path, (await staff.get(path)).status]).toEqual([path, 404]);
  }
  expect((await staff.get(paths.ownLinks(elsewhere))).body).not.toContain(requestId);
  expect(await all()).toEqual(untouched);
  await answerAll(on, "no");
  expect((await press(on, paths.ownAnswers)).status).toBe(303);
  expect(await answersByLink({ ...stored, sessionId: elsewhere })).toEqual([]);
});
