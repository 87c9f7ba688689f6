import { expect, type Page } from "@playwright/test";
import { paths } from "~/paths";
import { askingTheUsual, publishWords } from "../support/asked-by-link";
import { journey, PHONE, test } from "../support/journey";
import { signInAs, storeForToday } from "../support/signed-in";
import { recordNow } from "../support/signed-session";

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

test.use(PHONE);

journey("a worker hands a tablet over, and one after another answers on it", async ({ page, check }) => {
  const stored = await storeForToday("s01", { change: askingTheUsual });
  await publishWords(stored);
  const { amina, sessionId, record } = stored;
  const [one, other] = record.participants;
  if (!one?.firstName || !other?.firstName) throw new Error("Too few take part");
  const before = record.consentEvents.length;
  await signInAs(page, amina);
  await page.goto(paths.consent(sessionId));
  await page.getByRole("link", { name: "answer here" }).click();
  await expect(heading(page, "Answer here")).toBeVisible();
  await check();
  for (const { displayName } of [one, other])
    await page.getByLabel(displayName ?? "", { exact: true }).check();
  await page.getByLabel("Their first name").check();
  await press(page, "Sign out and hand it over");

  await expect(heading(page, "Who are you?")).toBeVisible();
  expect(await page.locator("script").count()).toBe(0);
  await expect(page.locator("body")).not.toContainText(record.session.title);
  await check();
  await page.goto(paths.consent(sessionId));
  await expect(heading(page, "Sign in")).toBeVisible();
  await page.goto(paths.answerHere);
  await press(page, one.firstName);
  await expect(heading(page, "Join the session")).toBeVisible();
  await expect(page.getByText(`This is for ${one.firstName}.`)).toBeVisible();
  await check();
  await press(page, "No");
  await press(page, "Save my answers");
  await expect(heading(page, "We have saved your answers")).toBeVisible();
  await check();
  await press(page, "Finish");

  await expect(heading(page, "Who are you?")).toBeVisible();
  await expect(page.getByRole("button", { name: one.firstName, exact: true })).toHaveCount(0);
  await page.goBack();
  await expect(heading(page, "Who are you?")).toBeVisible();
  await press(page, other.firstName);
  for (const question of ["Join the session", "Show your face", "Use your voice", "Show a name"]) {
    await expect(heading(page, question)).toBeVisible();
    expect(await page.getByRole("textbox").count()).toBe(0);
    await press(page, "Yes");
  }
  await press(page, "Save my answers");
  await expect(heading(page, "We have saved your answers")).toBeVisible();
  await press(page, "Finish");
  await expect(heading(page, "Nobody else answers here")).toBeVisible();
  await check();
  await press(page, "Hand the tablet back");
  await expect(heading(page, "Thank you")).toBeVisible();
  await check();
  await page.goto(paths.answerHere);
  await expect(heading(page, "Nobody answers here now")).toBeVisible();

  const added = (await recordNow(stored)).consentEvents.slice(before);
  expect(added.map(({ participantId, answer }) => [participantId, answer])).toEqual([
    [one.id, "no"],
    ...Array.from({ length: 4 }, () => [other.id, "yes"]),
  ]);
  expect(new Set(added.map(({ how }) => how))).toEqual(new Set(["our_device"]));
});
