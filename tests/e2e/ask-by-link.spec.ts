import { expect, type Page } from "@playwright/test";
import type { Actor } from "~/domain/actor";
import { Temporal } from "temporal-polyfill";
import { paths } from "~/paths";
import { answerThroughLink } from "~/services/answer-through-link.server";
import { openConsentLink } from "~/services/open-consent-link.server";
import { soManyPeople } from "../factories/so-many-people";
import { askByLink, askingTheUsual, publishWords } from "../support/asked-by-link";
import { journey, PHONE, test } from "../support/journey";
import { linkAnswers } from "../support/link-answers";
import { loginToken } from "../support/login-token";
import { makeLive } from "../support/make-live";
import { storeForToday } from "../support/signed-in";
import { startBehindTlsProxy, type BehindTls } from "../support/tls-proxy";

/** The application at an address that phones can open, beside the one that the other tests use and on its database. */
let served: BehindTls;
const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });

test.describe.configure({ mode: "default" });
test.use(PHONE);

test.beforeAll(async () => {
  served = await startBehindTlsProxy({
    DATABASE_URL: process.env.TESTED_DATABASE_URL ?? "",
    MIGRATION_DATABASE_URL: process.env.TESTED_OWNER_URL ?? "",
    SESSION_SECRET: process.env.TESTED_SECRET ?? "",
  });
});

test.afterAll(() => served.stop());

async function signInBehindTls(page: Page, actor: Actor): Promise<void> {
  const value = await loginToken(actor);
  await page.context().addCookies([{ name: "__Host-greenroom", value, url: served.origin, secure: true }]);
}

journey("from the participants page twelve people have links in two pages", async ({ page, check }) => {
  const stored = await storeForToday("s01", {
    change: (record) => {
      askingTheUsual(record);
      soManyPeople(12)(record);
    },
  });
  await publishWords(stored);
  const { amina, sessionId } = stored;
  await signInBehindTls(page, amina);
  await page.goto(served.origin + paths.participants(sessionId));
  const began = Date.now();
  await page.getByRole("link", { name: "Ask them by link" }).click();
  await expect(heading(page, "Ask by link")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: /^Be seen \(version 1\)$/ })).toBeVisible();
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(12);
  await page.getByRole("button", { name: "Make the links" }).click();
  await expect(heading(page, "Links to answer")).toBeVisible();
  await expect(page.getByText("Their word:")).toHaveCount(12);
  expect(Date.now() - began).toBeLessThan(120_000);
  await check();

  const link = await page.getByText(`${served.origin}/c/`).first().innerText();
  await page.getByRole("link", { name: "Ask more people" }).click();
  await expect(page.getByText("YP-01 · has a link")).toBeVisible();
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(0);
  await page.getByRole("button", { name: "Make the links" }).click();
  await expect(page.getByRole("link", { name: "Select who you want to ask" })).toBeVisible();
  await check();
  await page.context().clearCookies();
  await page.goto(link);
  await expect(heading(page, "Is this link for you?")).toBeVisible();
});

journey(
  "a worker agrees another word, tells again, opens a locked link and looks at a name",
  async ({ page, check }) => {
    const stored = await storeForToday("s01", { change: askingTheUsual });
    await publishWords(stored);
    const { amina, sessionId, record } = stored;
    const { organisationId } = amina;
    const asked = async (place: number) => {
      const { requestId } = await askByLink(stored, { place });
      return { organisationId, sessionId, requestId, participantId: record.participants[place]?.id ?? "" };
    };
    await asked(0);
    const [locked, named] = [await asked(1), await asked(2)];
    for (let tried = 0; tried < 5; tried += 1) await openConsentLink(locked, { word: "candle" });
    const said = await linkAnswers(stored, named, Temporal.Now.instant(), "yes", {}, { name: "Moonfish" });
    expect(await answerThroughLink(named, said, {})).toMatchObject({ ok: true });
    await signInBehindTls(page, amina);

    await page.goto(served.origin + paths.ownLinks(sessionId));
    await page.getByRole("link", { name: "Agree another word of YP-01" }).click();
    await expect(page.getByRole("heading", { level: 1, name: /^Agree another word with/ })).toBeVisible();
    await page.getByLabel("The word").fill("sea");
    await page.getByRole("button", { name: "Save the word" }).click();
    await expect(page.getByRole("link", { name: "Choose a word of four letters or more" })).toBeVisible();
    await expect(page.getByLabel("The word")).toHaveValue("sea");
    await check();
    await page.getByLabel("The word").fill("Moonlight");
    await page.getByRole("button", { name: "Save the word" }).click();
    await expect(page.getByText("Moonlight")).toBeVisible();

    await page.getByText("Send it to YP-01, or tell them again").click();
    await expect(page.getByLabel("Text to send").first()).toHaveValue(/You can answer for yourself/);
    await page.getByRole("button", { name: "I have told them again (YP-01)" }).click();
    await expect(page.getByText(/^Told again on/)).toBeVisible();
    await expect(page.getByText("Locked", { exact: true })).toBeVisible();
    await page.getByText("Open it again, or take it back").click();
    await page.getByRole("button", { name: /link again$/ }).click();
    await expect(page.getByText("The link opens again")).toBeVisible();
    await expect(page.getByText("Moonfish")).toBeVisible();
    await check();
    await page.getByRole("button", { name: "Ask YP-03 for another name" }).click();
    await expect(page.getByText("They are asked to choose another name")).toBeVisible();
    await expect(page.getByText("Moonfish")).toHaveCount(0);
  },
);

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("while a session is on, whoever agreed to something gets a new link to change their mind", async ({
    page,
    check,
  }) => {
    const stored = await storeForToday("s08");
    await makeLive(stored);
    await signInBehindTls(page, stored.amina);
    await page.goto(served.origin + paths.consent(stored.sessionId));
    await page.getByRole("link", { name: "make a new one" }).click();
    await expect(heading(page, "New links to change their mind")).toBeVisible();
    await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(0);
    await expect(page.getByText("What they are asked")).toHaveCount(0);
    await check();
    await page.getByLabel("Caspian", { exact: true }).check();
    await page.getByRole("button", { name: "Make the links" }).click();
    await expect(heading(page, "Links to answer")).toBeVisible();
    await expect(page.getByText("Asked", { exact: true })).toBeVisible();
    const word = await page.getByText("Their word:").getByRole("strong").innerText();
    const link = await page.getByText(`${served.origin}/c/`).innerText();
    await check();

    await page.context().clearCookies();
    await page.goto(link);
    await page.getByLabel("What is our word?").fill(word);
    await page.getByRole("button", { name: "Go on" }).click();
    await expect(page.getByText("You can only say no now.")).toBeVisible();
    await page.getByRole("link", { name: "Change my mind" }).click();
    await page.getByRole("button", { name: "Say no to everything" }).click();
    await expect(heading(page, "You have changed your mind")).toBeVisible();
    await expect(page.getByText("There is nothing more to say no to.")).toBeVisible();
    await check();
  });
});
