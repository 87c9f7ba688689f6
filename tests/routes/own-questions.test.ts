import { expect, vi } from "vitest";
import { newId } from "~/data/new-id.server";
import { paths } from "~/paths";
import { changeMedia } from "~/services/change-media.server";
import { denyLink } from "~/services/keep-consent-request.server";
import { markSessionReady } from "~/services/mark-session-ready.server";
import { openConsentLink } from "~/services/open-consent-link.server";
import { AMINA, ODALYS } from "../factories/lanternmoor";
import { askPatiently as ask, formHeaders, header } from "../support/ask";
import { askByLink, askingTheUsual, publishWords } from "../support/asked-by-link";
import { loginToken } from "../support/login-token";
import { answerAll, opened, test } from "../support/own-link-scene";
import { pastPolicies } from "../support/owner";
import { phone, press } from "../support/phone";
import { recordNow } from "../support/signed-session";
import { storeScenario } from "../support/stored-session";

// The first of these tests to run may have to build the application.
vi.setConfig({ testTimeout: 300_000 });

const MOST_SCREENS = 7;

test("a usual session is seven screens at most, with nothing chosen beforehand and no box but the word and the name", async ({
  served: { origin },
  stored,
}) => {
  const { token } = await askByLink(stored);
  const on = phone(origin);
  const screens = [await on.get(paths.ownLink(token))];
  let answer = await on.send(paths.ownLink(token), { word: "lantern" });
  while (answer.status === 302 || answer.status === 303) {
    const path = header(answer, "location") ?? "";
    answer = await on.get(path);
    if (answer.status !== 200) continue;
    screens.push(answer);
    if (path === paths.ownPlace) break;
    answer = await press(on, path, path === paths.ownAnswers ? {} : { answer: "yes" });
  }
  expect(screens.at(-1)?.body).toContain("We have saved your answers");
  expect(screens.length).toBeLessThanOrEqual(MOST_SCREENS);
  const questions = screens.filter(({ body }) => body.includes('value="yes"'));
  expect(questions).toHaveLength(4);
  for (const { body } of questions) {
    const buttons = [...body.matchAll(/<button\b[^>]*>/g)].map(([tag]) => tag);
    const [first, ...others] = buttons;
    expect(first).toMatch(/disabled/);
    const [yes, no] = others.map((tag) => tag.replace(/value="(yes|no)"/, ""));
    expect([others.length, yes]).toEqual([2, no]);
  }
  for (const { body } of screens) {
    expect(body).not.toMatch(/\schecked\b|\sselected\b|<textarea|<select/);
    const boxes = [...body.matchAll(/<input\b[^>]*>/g)]
      .map(([tag]) => tag)
      .filter((tag) => !/type="hidden"/.test(tag));
    for (const box of boxes) expect(box).toMatch(/name="(word|name)"/);
  }
});

test("before the first answer they are told who else is asked", async ({ served: { origin } }) => {
  const told = {
    "2013-05-03": "We also ask your parent or carer. Your own no always counts.",
    "2009-05-03": "We ask only you.",
    unknown: "We may also ask your parent or carer. Your own no always counts.",
  };
  const births = Object.keys(told).map((birth) => (birth === "unknown" ? null : birth));
  const stored = await storeScenario("s01", {
    upToDate: true,
    change: (record) => {
      askingTheUsual(record);
      for (const [at, birth] of births.entries()) Object.assign(record.participants[at] ?? {}, { birth });
    },
  });
  await publishWords(stored);
  for (const [place, words] of Object.values(told).entries()) {
    const on = await opened(origin, (await askByLink(stored, { place })).token);
    expect((await on.get(paths.ownQuestion("take_part"))).body).toContain(words);
    expect((await on.get(paths.ownQuestion("camera"))).body).not.toContain(words);
  }
});

test("a question that comes later leaves the way open to change one's mind about the others", async ({
  served: { origin },
}) => {
  const stored = await storeScenario("s01", { upToDate: true, change: askingTheUsual });
  await publishWords(stored);
  const { token } = await askByLink(stored);
  const on = await opened(origin, token);
  const words = "Change my mind about other things";
  await answerAll(on);
  await press(on, paths.ownAnswers);
  const { media } = (await recordNow(stored)).session;
  const form = { ...media, chat: media.chat.value, donations: media.donations.value, images: true };
  expect(await changeMedia(stored.amina, stored.sessionId, form, { version: null })).toMatchObject({
    ok: true,
  });
  const later = await opened(origin, token);
  expect(header(await later.get(paths.ownPlace), "location")).toBe(paths.ownQuestion("images"));
  expect((await later.get(paths.ownQuestion("images"))).body).toContain(words);
  expect((await later.get(paths.ownChange)).body).toContain("Show your face");
});

test("the page of links tells what became of each, opens one that is locked, and takes or refuses a name", async ({
  served: { origin },
  stored,
  database,
}) => {
  const { amina, sessionId, record } = stored;
  const { organisationId } = amina;
  const cookie = `greenroom=${await loginToken(amina)}`;
  const path = paths.ownLinks(sessionId);
  const page = async () => (await ask(origin, { method: "GET", path, headers: { cookie } })).body;
  const deed = async (requestId: string, what: string) => {
    const body = new URLSearchParams({ submissionId: newId(), version: "", requestId, what }).toString();
    const headers = { cookie, ...formHeaders(origin) };
    expect((await ask(origin, { method: "POST", path, headers, body })).status).toBe(303);
  };
  const owners = [];
  for (const place of [0, 1, 2, 3]) {
    const { requestId, token } = await askByLink(stored, { place });
    const participantId = record.participants[place]?.id ?? "";
    owners.push({ organisationId, sessionId, participantId, requestId, token });
  }
  const [locked, named, denied, silent] = owners;
  if (!locked || !named || !denied || !silent) throw new Error("Four people are asked");

  for (let tried = 0; tried < 5; tried += 1) await openConsentLink(locked, { word: "candle" });
  const on = await opened(origin, named.token);
  await answerAll(on);
  await press(on, paths.ownQuestion("name_shown"), { answer: "yes", name: "Moonfish" });
  await press(on, paths.ownAnswers);
  const stranger = await opened(origin, denied.token);
  await answerAll(stranger);
  await press(stranger, paths.ownAnswers);
  await denyLink(denied);

  const before = await page();
  expect(before).toContain("Five wrong tries. Speak with them before you open it again.");
  expect(before).toMatch(/>Locked</);
  expect(before).toMatch(/>Answered</);
  expect(before).toMatch(/>Asked</);
  expect(before.match(/, opened on \d/g)).toHaveLength(1);
  expect(before).toMatch(/>4 answers<.*the last on .*Record what they say/s);
  expect(before).toContain("Would like to be shown as <strong>Moonfish</strong>");
  expect(before).toContain("said that they are not this person");
  const home = (await ask(origin, { method: "GET", path: paths.home, headers: { cookie } })).body;
  expect(home).toContain("and answers came through it before");
  expect(home).toContain("A link is locked after five wrong tries");

  await deed(locked.requestId, "unlock");
  await deed(named.requestId, "refuse_name");
  const after = await page();
  expect(after).not.toMatch(/>Locked<|Moonfish/);
  const place = (await on.get(paths.ownPlace)).body;
  expect(place).toContain("please choose another");
  await press(on, paths.ownQuestion("name_shown"), { answer: "yes", name: "Starfish" });
  for (const scope of ["take_part", "camera", "voice"])
    await press(on, paths.ownQuestion(scope), { answer: "yes" });
  await press(on, paths.ownAnswers);
  await deed(named.requestId, "accept_name");
  const shown = (await recordNow(stored)).participants.find(({ id }) => id === named.participantId);
  expect(shown?.displayName).toBe("Starfish");

  const soon =
    "UPDATE session SET starts_at = now() + interval '47 hours', ends_at = now() + interval '48 hours' WHERE id = $1";
  await pastPolicies(database.ownerUrl, "session", soon, [sessionId]);
  expect(await page()).toMatch(/>Overdue</);
});

test("who signs sees how many answers planner, host or observer wrote down themselves", async ({
  served: { origin },
}) => {
  // Amina plans the session and Odalys hosts it; Wren, who wrote down all else, is there to support.
  const writers = [AMINA, AMINA, AMINA, ODALYS, ODALYS];
  const stored = await storeScenario("s04-twin-last-good-day", {
    upToDate: true,
    change: ({ consentEvents }) => {
      for (const [place, recordedBy] of writers.entries())
        Object.assign(consentEvents[place] ?? {}, { recordedBy });
    },
  });
  const marked = await markSessionReady(stored.amina, stored.sessionId, { version: 1 });
  expect(marked.ok).toBe(true);
  const cookie = `greenroom=${await loginToken(stored.idris)}`;
  const { body } = await ask(origin, {
    method: "GET",
    path: paths.signOff(stored.sessionId),
    headers: { cookie },
  });
  const { consentEvents } = await recordNow(stored);
  expect(consentEvents.length).toBeGreaterThan(writers.length);
  expect(body).toContain(
    `${writers.length} of the ${consentEvents.length} answers were written down by somebody who plans, hosts or watches`,
  );
});
