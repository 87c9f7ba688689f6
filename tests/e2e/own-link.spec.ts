import { expect, type Page } from "@playwright/test";
import { paths } from "~/paths";
import { cancelSession } from "~/services/cancel-session.server";
import { askByLink, askingTheUsual, publishWords } from "../support/asked-by-link";
import { journey, PHONE, test } from "../support/journey";
import { signInAs, storeForToday } from "../support/signed-in";
import { recordNow } from "../support/signed-session";
import type { StoredSession } from "../support/stored-session";

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** A young person of a session, asked by a link. */
async function asked(): Promise<{ stored: StoredSession; token: string }> {
  const stored = await storeForToday("s01", { change: askingTheUsual });
  await publishWords(stored);
  return { stored, token: (await askByLink(stored)).token };
}

async function open(page: Page, token: string): Promise<void> {
  await page.goto(paths.ownLink(token));
  await page.getByLabel("What is our word?").fill("Lantern");
  await press(page, "Go on");
}

async function answers(stored: StoredSession): Promise<string[]> {
  const { consentEvents } = await recordNow(stored);
  return consentEvents.filter(({ how }) => how === "link").map(({ scope, answer }) => `${scope} ${answer}`);
}

test.use(PHONE);

journey("a young person answers, and changes their mind", async ({ page, check }) => {
  const { stored, token } = await asked();
  const { title } = stored.record.session;
  await page.goto(paths.ownLink(token));
  await expect(heading(page, "Is this link for you?")).toBeVisible();
  await expect(page.locator("body")).not.toContainText(title);
  expect(await page.locator("script").count()).toBe(0);
  await check();
  await press(page, "Go on");
  await expect(page.getByRole("alert")).toContainText("Write the word");
  await page.getByLabel("What is our word?").fill("lantern");
  await press(page, "Go on");

  await expect(heading(page, "Join the session")).toBeVisible();
  expect(page.url()).not.toContain(token);
  await expect(page.getByText(title)).toBeVisible();
  await expect(page.getByText("Question 1 of 4")).toBeVisible();
  await expect(page.getByText("Wren Castellow")).toBeVisible();
  await check();
  await press(page, "Yes");
  await expect(heading(page, "Show your face")).toBeVisible();
  await press(page, "No");
  await expect(heading(page, "Use your voice")).toBeVisible();
  await press(page, "Yes");
  await expect(heading(page, "Show a name")).toBeVisible();
  await check();
  await page.getByLabel("A made-up name, if you like").fill("sam@lanternmoor.example");
  await press(page, "Yes");
  await expect(page.getByRole("alert")).toContainText("Please choose another");
  await check();
  await page.getByLabel("A made-up name, if you like").fill("Moonfish");
  await press(page, "Yes");
  await expect(heading(page, "Check your answers")).toBeVisible();
  await expect(page.getByText(title)).toBeVisible();
  await check();
  expect(await answers(stored)).toEqual([]);
  await page.getByRole("link", { name: "Change: Show your face" }).click();
  await press(page, "Yes");
  await press(page, "Save my answers");
  await expect(heading(page, "We have saved your answers")).toBeVisible();
  await check();
  expect((await answers(stored)).sort()).toEqual([
    "camera yes",
    "name_shown yes",
    "take_part yes",
    "voice yes",
  ]);

  await page.getByRole("link", { name: "Change my mind" }).click();
  await expect(heading(page, "Change my mind")).toBeVisible();
  await check();
  await press(page, "Say no to what I ticked");
  await expect(page.getByRole("alert")).toContainText("Tick what you want to say no to");
  await page.getByLabel("Use your voice").check();
  await press(page, "Say no to what I ticked");
  await expect(heading(page, "You have changed your mind")).toBeVisible();
  await check();
  expect((await answers(stored)).at(-1)).toBe("voice withdrawn");

  await press(page, "Finish");
  await expect(heading(page, "You have finished")).toBeVisible();
  await check();
  await page.goto(paths.ownPlace);
  await expect(heading(page, "Open your link again")).toBeVisible();
  await check();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a no to taking part ends the questions, and a yes afterwards waits", async ({ page, check }) => {
    const { stored, token } = await asked();
    await open(page, token);
    await press(page, "No");
    await expect(heading(page, "Check your answers")).toBeVisible();
    await press(page, "Save my answers");
    await expect(heading(page, "We have saved your answers")).toBeVisible();
    expect(await answers(stored)).toEqual(["take_part no"]);
    await page.getByRole("link", { name: "Answer the questions again" }).click();
    for (const name of ["Join the session", "Show your face", "Use your voice", "Show a name"]) {
      await expect(heading(page, name)).toBeVisible();
      await press(page, "Yes");
    }
    await press(page, "Save my answers");
    await expect(page.getByText("You said yes. We speak with you first.")).toBeVisible();
    await check();
  });

  test("five wrong words lock the link, and the number to call is there", async ({ page, check }) => {
    const { token } = await asked();
    await page.goto(paths.ownLink(token));
    for (let tries = 1; tries <= 5; tries += 1) {
      await page.getByLabel("What is our word?").fill("candle");
      await press(page, "Go on");
    }
    await expect(heading(page, "This link is locked")).toBeVisible();
    await expect(page.getByRole("link", { name: "01632 960177" })).toBeVisible();
    await expect(page.locator("body")).not.toContainText("Wren");
    await check();
  });

  test("day and month of birth open a link too", async ({ page, check }) => {
    const { stored } = await asked();
    const place = stored.record.participants.findIndex(({ birth }) => birth?.length === 10);
    const [, month = "", day = ""] = stored.record.participants[place]?.birth?.split("-") ?? [];
    const { token } = await askByLink(stored, { check: { kind: "birth" }, place });
    await page.goto(paths.ownLink(token));
    await page.getByLabel("Day").fill("0");
    await press(page, "Go on");
    await expect(page.getByRole("alert")).toContainText("Write the month as a number");
    await check();
    await page.getByLabel("Day").fill(day);
    await page.getByLabel("Month").fill(month);
    await press(page, "Go on");
    await expect(heading(page, "Join the session")).toBeVisible();
  });

  test("somebody else ends the link, and staff cannot answer", async ({ page, check }) => {
    const { stored, token } = await asked();
    await signInAs(page, stored.amina);
    await page.goto(paths.ownLink(token));
    await expect(heading(page, "Somebody who works here is signed in")).toBeVisible();
    await check();
    await page.context().clearCookies();
    await page.goto(paths.ownLink(token));
    await page.getByRole("link", { name: "This is not me" }).click();
    await expect(heading(page, "This link is not for you?")).toBeVisible();
    await check();
    await press(page, "Stop this link");
    await expect(page.getByRole("alert")).toContainText("Tick the box");
    await page.getByLabel("This link is not for me").check();
    await press(page, "Stop this link");
    await expect(heading(page, "Thank you for telling us")).toBeVisible();
    await check();
    await page.goto(paths.ownLink(token));
    await expect(heading(page, "This link does not work")).toBeVisible();
    await check();
  });

  test("of two links in one browser the newer is held, and a form of the older refused", async ({
    page,
    context,
  }) => {
    const { stored, token } = await asked();
    await open(page, token);
    const other = await context.newPage();
    await open(other, (await askByLink(stored, { place: 1 })).token);
    await press(page, "Yes");
    await expect(heading(page, "This page is from another link")).toBeVisible();
    await press(other, "No");
    await press(other, "Save my answers");
    await expect(heading(other, "We have saved your answers")).toBeVisible();
    const own = (await recordNow(stored)).consentEvents.filter(({ how }) => how === "link");
    expect(own.map(({ participantId }) => participantId)).toEqual([stored.record.participants[1]?.id]);
  });

  test("a session that was cancelled is said not to happen", async ({ page, check }) => {
    const { stored, token } = await asked();
    await cancelSession(stored.amina, stored.sessionId, { reason: "Illness" });
    await open(page, token);
    await expect(heading(page, "The session is not happening")).toBeVisible();
    await check();
  });
});
