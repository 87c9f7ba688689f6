import { Temporal } from "temporal-polyfill";
import { expect, vi } from "vitest";
import { newId } from "~/data/new-id.server";
import { findOpenTurns } from "~/data/own-device.server";
import { seal } from "~/data/sealed.server";
import { paths } from "~/paths";
import { answerThroughLink, changeMindThroughLink } from "~/services/answer-through-link.server";
import { publishWording } from "~/services/publish-wording.server";
import { changeDetails } from "~/services/change-details.server";
import { changeMedia } from "~/services/change-media.server";
import { handOverDevice } from "~/services/hand-over-device.server";
import { detailsOf } from "../../prisma/demo/plan-steps";
import { header } from "../support/ask";
import { askByLink, askingTheUsual, publishWords } from "../support/asked-by-link";
import { linkAnswers } from "../support/link-answers";
import { answerAll, answersByLink, onDevice, opened, SCOPES } from "../support/own-link-scene";
import { phone, press } from "../support/phone";
import { recordNow } from "../support/signed-session";
import { test } from "../support/served";
import { storeScenario } from "../support/stored-session";

// The first of these tests to run may have to build the application.
vi.setConfig({ testTimeout: 300_000 });

test("a session that becomes another one while they answer is asked about again, and nothing else is", async ({
  served: { origin },
}) => {
  const stored = await storeScenario("s01", { upToDate: true, change: askingTheUsual });
  await publishWords(stored);
  const { token } = await askByLink(stored);
  const on = await opened(origin, token);
  await answerAll(on);
  const title = "Quite another thing";
  const form = { ...detailsOf((await recordNow(stored)).session), title };
  expect(await changeDetails(stored.amina, stored.sessionId, form, { version: null })).toMatchObject({
    ok: true,
  });
  expect((await press(on, paths.ownAnswers)).status).toBe(303);
  const saved = (await answersByLink(stored)).map(({ scope }) => scope);
  expect(saved).toEqual(SCOPES.filter((scope) => scope !== "take_part"));
  const { body } = await on.get(paths.ownPlace);
  const again = [...body.matchAll(/href="([^"]+)">Answer again/g)].map(([, href]) => href);
  expect(again).toEqual([paths.ownQuestion("take_part")]);
  const asked = await on.get(paths.ownQuestion("take_part"));
  expect(asked.body).toContain("Question 1 of 1");
  expect(asked.body).toContain(title);
  await press(on, paths.ownQuestion("take_part"), { answer: "yes" });
  expect((await press(on, paths.ownAnswers)).status).toBe(303);
  expect((await answersByLink(stored)).at(-1)).toMatchObject({ scope: "take_part", answer: "yes" });
});

test("a save of which a part is refused says which answers are to be given again", async ({
  served: { origin },
}) => {
  const stored = await storeScenario("s01", { upToDate: true, change: askingTheUsual });
  await publishWords(stored);
  const { token, requestId } = await askByLink(stored);
  const { organisationId } = stored.amina;
  const participantId = stored.record.participants[0]?.id ?? "";
  const link = { organisationId, sessionId: stored.sessionId, requestId, participantId };
  const said = await linkAnswers(stored, link, Temporal.Now.instant(), "yes");
  expect(await answerThroughLink(link, said, {})).toMatchObject({ ok: true });
  const on = phone(origin);
  await on.send(paths.ownLink(token), { word: "lantern" });
  for (const [scope, answer] of Object.entries({ ...said.answers, camera: "no" }))
    expect((await press(on, `${paths.ownPlace}/question/${scope}`, { answer })).status).toBe(303);
  expect(await changeMindThroughLink(link, ["voice"], {})).toMatchObject({ ok: true });
  expect((await press(on, paths.ownAnswers)).status).toBe(303);
  const { body } = await on.get(paths.ownPlace);
  expect(body).toContain("<h1>We have saved some of your answers</h1>");
  const again = [...body.matchAll(/href="([^"]+)">Answer again/g)].map(([, href]) => href);
  expect(again).toEqual([paths.ownQuestion("voice")]);

  // A page from before a question changed its meaning: the yes to the question as it was still stands.
  const late = phone(origin);
  await late.send(paths.ownLink(token), { word: "lantern" });
  for (const [scope, answer] of Object.entries({ ...said.answers, camera: "no" }))
    await press(late, `${paths.ownPlace}/question/${scope}`, { answer });
  const words = {
    scope: "name_shown",
    words: "May we show a name of yours to others?",
    short: null,
    meaning: "changed",
  } as const;
  expect(await publishWording(stored.rowan, words, { version: 1 })).toMatchObject({ ok: true });
  expect((await press(late, paths.ownAnswers)).status).toBe(303);
  expect((await late.get(paths.ownPlace)).body.match(/from before/g)).toHaveLength(1);
});

test("what they have agreed to shows the day that was told then, though the plan has an earlier one by now", async ({
  served: { origin },
}) => {
  const photos = (until: string) => ({ images: true, imagesUse: { purpose: "Our page", until } });
  const stored = await storeScenario("s01", {
    upToDate: true,
    change: (record) => {
      askingTheUsual(record);
      Object.assign(record.session.media, photos("2031-02-01"));
    },
  });
  await publishWords(stored);
  const { amina, sessionId, record } = stored;
  const { token, requestId } = await askByLink(stored);
  const participantId = record.participants[0]?.id ?? "";
  const link = { organisationId: amina.organisationId, sessionId, requestId, participantId };
  const said = await linkAnswers(stored, link, Temporal.Now.instant(), "yes");
  expect(await answerThroughLink(link, said, {})).toMatchObject({ ok: true });
  const { media } = record.session;
  const form = {
    ...media,
    chat: media.chat.value,
    donations: media.donations.value,
    ...photos("2030-03-01"),
  };
  expect(await changeMedia(amina, sessionId, form, { version: null })).toMatchObject({ ok: true });
  const on = phone(origin);
  await on.send(paths.ownLink(token), { word: "lantern" });
  const { body } = await on.get(paths.ownPlace);
  expect(body.match(/You said yes until [^.<]+/g)).toEqual([expect.stringMatching(/ 2031$/)]);
});

test("a yes to facts that changed before it was saved is told as not saved, though one from before stands", async ({
  served: { origin },
}) => {
  const photos = (purpose: string) => ({ images: true, imagesUse: { purpose, until: "2031-02-01" } });
  const stored = await storeScenario("s01", {
    upToDate: true,
    change: (record) => {
      askingTheUsual(record);
      Object.assign(record.session.media, photos("Our page"));
    },
  });
  await publishWords(stored);
  const { amina, sessionId, record } = stored;
  const { token, requestId } = await askByLink(stored);
  const participantId = record.participants[0]?.id ?? "";
  const link = { organisationId: amina.organisationId, sessionId, requestId, participantId };
  const said = await linkAnswers(stored, link, Temporal.Now.instant(), "yes");
  expect(await answerThroughLink(link, said, {})).toMatchObject({ ok: true });
  const on = phone(origin);
  await on.send(paths.ownLink(token), { word: "lantern" });
  for (const scope of Object.keys(said.answers)) await press(on, paths.ownQuestion(scope), { answer: "yes" });
  const { media } = record.session;
  const form = { ...media, chat: media.chat.value, donations: media.donations.value, ...photos("A poster") };
  expect(await changeMedia(amina, sessionId, form, { version: null })).toMatchObject({ ok: true });
  expect((await press(on, paths.ownAnswers)).status).toBe(303);
  const { body } = await on.get(paths.ownPlace);
  const again = [...body.matchAll(/href="([^"]+)">Answer again/g)].map(([, href]) => href);
  expect(again).toEqual([paths.ownQuestion("images")]);
  expect(body.match(/from before/g)).toHaveLength(1);
});

test("no page says that a phone forgot a link which its messages still hold, or that nothing is kept", async ({
  served: { origin },
}) => {
  const stored = await storeScenario("s01", { upToDate: true, change: askingTheUsual });
  await publishWords(stored);
  const on = phone(origin);
  await on.send(paths.ownLink((await askByLink(stored)).token), { word: "lantern" });
  const question = await on.get(paths.ownQuestion("take_part"));
  const [, asked = ""] = /name="asked" value="([^"]+)"/.exec(question.body) ?? [];
  const other = { request: newId(), answer: "yes", asked };
  const problem = await on.send(paths.ownQuestion("take_part"), other);
  expect(problem.status).toBe(409);
  expect(problem.body).toContain("What you just pressed was not saved.");
  const finished = await on.get(paths.ownFinish);
  expect(finished.body).toContain("Your link still works.");
  const stopped = await on.get(paths.ownStopped);
  expect(stopped.body).toContain("Answers that nobody saved are gone. Were some saved before?");
  for (const { body } of [problem, finished, stopped]) {
    expect(body).not.toMatch(/forg[eo]t|kept nothing|saved no/);
  }
});

test("a device that was handed over shows nothing of what somebody answers elsewhere meanwhile", async ({
  served: { origin },
}) => {
  const stored = await storeScenario("s01", { upToDate: true, change: askingTheUsual });
  await publishWords(stored);
  const { amina, sessionId, record } = stored;
  const { organisationId } = amina;
  const participantId = record.participants[0]?.id ?? "";
  const handed = await handOverDevice(amina, sessionId, [participantId]);
  const deviceId = handed.ok ? handed.value.deviceId : "";
  const device = JSON.stringify({ organisationId, sessionId, deviceId, shown: "code" });
  const sealed = `greenroom-device=${seal(device, { purpose: "a device handed over", belongsTo: "answers" })}`;
  const [turn] = await findOpenTurns(amina, sessionId);
  const tablet = phone(origin, sealed);
  await tablet.send(paths.answerHere, { turn: turn?.requestId ?? "" });
  const both = phone(origin, `${tablet.cookie()}; ${sealed}`);
  const first = [302, paths.ownQuestion("take_part")];
  const place = async () => {
    const answer = await both.get(paths.ownPlace);
    return [answer.status, header(answer, "location")];
  };
  expect(await place()).toEqual(first);
  const { requestId } = await askByLink(stored);
  const link = { organisationId, sessionId, requestId, participantId };
  const said = await linkAnswers(stored, link, Temporal.Now.instant(), "yes");
  expect(await answerThroughLink(link, said, {})).toMatchObject({ ok: true });
  expect(await place()).toEqual(first);
  // Nor does it take back what somebody said elsewhere, whatever form is sent from it.
  const forged = await both.send(paths.ownChange, { request: turn?.requestId ?? "", what: "all" });
  expect([forged.status, header(forged, "location")]).toEqual([302, paths.ownPlace]);
  expect((await recordNow(stored)).consentEvents.at(-1)?.answer).toBe("yes");
});

test("on a device a question that changed after somebody answered is asked as it is now, and a yes to what it was minutes before is not taken", async ({
  served: { origin },
}) => {
  const stored = await storeScenario("s01", { upToDate: true, change: askingTheUsual });
  await publishWords(stored);
  const { requestId } = await askByLink(stored);
  const { amina, sessionId, record } = stored;
  const { organisationId } = amina;
  const participantId = record.participants[0]?.id ?? "";
  const link = { organisationId, sessionId, requestId, participantId };
  const said = await linkAnswers(stored, link, Temporal.Now.instant(), "yes");
  expect(await answerThroughLink(link, said, {})).toMatchObject({ ok: true });
  const before = (await recordNow(stored)).consentEvents.length;
  const tablet = await onDevice(origin, stored);
  const older = await tablet.get(paths.ownQuestion("camera"));
  expect(older.body).toContain("Question 2 of 4");

  const newWords = "Do you want to be seen by everybody?";
  const wording = { scope: "camera", words: newWords, short: null, meaning: "changed" } as const;
  expect(await publishWording(stored.rowan, wording, { version: 1 })).toMatchObject({ ok: true });

  // The device asks it as it is now, and tells nothing of what was answered elsewhere.
  const now = await tablet.get(paths.ownQuestion("camera"));
  expect(now.body).toContain(newWords);
  expect(now.body).toContain("Question 2 of 4");
  expect(now.body).not.toContain("This question has changed");

  const [, asked = ""] = /name="asked" value="([^"]+)"/.exec(older.body) ?? [];
  for (const scope of SCOPES) {
    const typed = { answer: "yes", ...(scope === "camera" && { asked }) };
    await tablet.fillIn(paths.ownQuestion(scope), typed);
  }
  expect(await tablet.fillIn(paths.ownAnswers, {})).toBe(paths.ownPlace);
  const events = (await recordNow(stored)).consentEvents.slice(before);
  expect(events.map(({ scope }) => scope).sort()).toEqual(SCOPES.filter((one) => one !== "camera").sort());
  const receipt = await tablet.get(paths.ownPlace);
  expect(receipt.body).toContain("We have saved some of your answers");
  const again = [...receipt.body.matchAll(/href="([^"]+)">Answer again/g)].map(([, href]) => href);
  expect(again).toEqual([paths.ownQuestion("camera")]);

  // Now that they have answered here, it says that the question has changed, and asks it alone.
  const changed = await tablet.get(paths.ownQuestion("camera"));
  expect(changed.body).toContain("Your old answer counts until then.");
  expect(changed.body).toContain("Question 1 of 1");
  expect(await tablet.fillIn(paths.ownQuestion("camera"), { answer: "yes" })).toBe(paths.ownAnswers);
  expect(await tablet.fillIn(paths.ownAnswers, {})).toBe(paths.ownPlace);
  const newest = (await recordNow(stored)).consentEvents.at(-1);
  expect(newest).toMatchObject({
    scope: "camera",
    answer: "yes",
    how: "our_device",
    wording: { version: 2 },
  });
  expect((await tablet.get(paths.ownPlace)).body).toContain("We have saved your answers");
});
