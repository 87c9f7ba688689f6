import { Temporal } from "temporal-polyfill";
import { expect, vi } from "vitest";
import { ownHeadings } from "~/domain/consent/own-words";
import type { ConsentScope } from "~/domain/record/fields";
import { paths } from "~/paths";
import { answerThroughLink } from "~/services/answer-through-link.server";
import { askByLink, askingTheUsual, publishWords } from "../support/asked-by-link";
import { browser, type Browser } from "../support/browser";
import { linkAnswers } from "../support/link-answers";
import { onDevice } from "../support/own-link-scene";
import { pastPolicies } from "../support/owner";
import { test } from "../support/served";
import { recordNow } from "../support/signed-session";
import { storeScenario, type StoredSession } from "../support/stored-session";

// The first of these tests to run may have to build the application.
vi.setConfig({ testTimeout: 300_000 });

const LATE = "The session has started. We only save a no now.";

async function answers(on: Browser, given: Partial<Record<ConsentScope, "yes" | "no">>): Promise<string> {
  let to = "";
  for (const [scope, answer] of Object.entries(given))
    to = await on.fillIn(paths.ownQuestion(scope), { answer });
  return to;
}

async function onPhone(origin: string, stored: StoredSession, place: number): Promise<Browser> {
  const { token } = await askByLink(stored, { place });
  const on = browser({ at: origin, origin, got: [] });
  expect(await on.fillIn(paths.ownLink(token), { word: "lantern" })).toBe(paths.ownPlace);
  return on;
}

/** What one person of a session said on pages of their own. */
async function said(stored: StoredSession, place: number): Promise<string[]> {
  const { participants, consentEvents } = await recordNow(stored);
  const theirs = consentEvents.filter(({ participantId }) => participantId === participants[place]?.id);
  return theirs
    .filter(({ how }) => how === "link" || how === "our_device")
    .map(({ scope, answer }) => `${scope} ${answer}`)
    .sort();
}

/** The questions of which a page says that a yes to them was not saved. */
function notSaved(page: string): string[] {
  const [, list = ""] = /We did not save your yes to these\..*?<ul>(.*?)<\/ul>/s.exec(page) ?? [];
  return [...list.matchAll(/<li>(.*?)<\/li>/g)].map(([, heading = ""]) => heading);
}

test("each no of a visit that goes on after the start is saved, and each yes is said not to be", async ({
  served: { origin },
  database,
}) => {
  const stored = await storeScenario("s01", { upToDate: true, change: askingTheUsual });
  await publishWords(stored);
  const { amina, sessionId, record } = stored;
  const [checking, asked, agreeing] = [
    await onPhone(origin, stored, 0),
    await onPhone(origin, stored, 1),
    await onPhone(origin, stored, 2),
  ];
  const yes = { take_part: "yes", camera: "yes", voice: "yes", name_shown: "yes" } as const;
  await answers(checking, { ...yes, camera: "no" });
  await answers(asked, { take_part: "yes", camera: "no" });
  await answers(agreeing, yes);

  // Elsewhere they have said yes: whoever holds the device may be somebody else.
  const participantId = record.participants[3]?.id ?? "";
  const { requestId } = await askByLink(stored, { place: 3 });
  const link = { organisationId: amina.organisationId, sessionId, requestId, participantId };
  const elsewhere = await linkAnswers(stored, link, Temporal.Now.instant(), "yes");
  expect(await answerThroughLink(link, elsewhere, {})).toMatchObject({ ok: true });
  const tablet = await onDevice(origin, stored, 3);
  const silent = await onDevice(origin, stored, 4);
  await answers(tablet, { take_part: "yes" });
  await answers(silent, { take_part: "yes" });

  const now = Temporal.Now.instant();
  const started = "UPDATE session SET starts_at = $2, ends_at = $3 WHERE id = $1";
  const [from, to] = [now.subtract({ minutes: 5 }), now.add({ minutes: 30 })].map(String);
  await pastPolicies(database.ownerUrl, "session", started, [sessionId, from, to]);
  const headings = (...scopes: ConsentScope[]) => scopes.map((scope) => ownHeadings[scope]);

  expect(await checking.fillIn(paths.ownAnswers, {})).toBe(paths.ownPlace);
  expect(await said(stored, 0)).toEqual(["camera no"]);
  const partly = (await checking.get(paths.ownPlace)).body;
  for (const words of ["We have saved some of your answers", LATE]) expect(partly).toContain(words);
  expect(notSaved(partly)).toEqual(headings("take_part", "voice", "name_shown"));

  expect(await answers(asked, { voice: "no" })).toBe(paths.ownPlace);
  expect(await said(stored, 1)).toEqual(["camera no", "voice no"]);
  const first = (await asked.get(paths.ownPlace)).body;
  expect(first).toContain(LATE);
  expect(notSaved(first)).toEqual(headings("take_part"));

  const all = (await agreeing.get(paths.ownPlace)).body;
  expect(all).toContain(LATE);
  expect(all).not.toContain("We have saved");
  expect(notSaved(all)).toEqual(headings("take_part", "camera", "voice", "name_shown"));
  expect(await said(stored, 2)).toEqual([]);

  const nothing = await silent.get(paths.ownPlace);
  expect(nothing.status).toBe(409);
  expect(nothing.body).toContain("The session has started");
  expect(nothing.body).not.toContain("Your answers");
  expect((await tablet.get(paths.ownPlace)).body).not.toContain(ownHeadings.voice);
  expect(await answers(tablet, { camera: "no" })).toBe(paths.ownPlace);
  expect((await said(stored, 3)).filter((answer) => answer.endsWith("no"))).toEqual(["camera no"]);
  expect((await recordNow(stored)).consentEvents.at(-1)).toMatchObject({ how: "our_device", answer: "no" });
  expect((await tablet.get(paths.ownPlace)).body).toContain("We have saved");
});
