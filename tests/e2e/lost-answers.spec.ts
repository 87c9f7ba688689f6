import { expect, test as base, type Page, type Route } from "@playwright/test";
import { paths } from "~/paths";
import { makeLive } from "../support/make-live";
import { checkPage } from "../support/page-check";
import { signedIn, signInAs, storeForToday } from "../support/signed-in";

/*
 * With scripts alone: without them the browser's own page says that no answer came, and loading it again sends the form.
 * The browser reports each lost answer as an error, so that these tests do without the guard against such reports.
 */
const test = base.extend({ baseURL: async ({}, use) => use(process.env.TESTED_ORIGIN) });

const NUMBER = "01632 960123";
const IS_DATA = /\.data(\?|$)/;

const losses: [string, (route: Route) => Promise<void>][] = [
  ["never arrived", (route) => route.abort()],
  ["was stored, and whose answer was lost", (route) => route.fetch().then(() => route.abort())],
  [
    "met a server with too much to do",
    (route) =>
      route.fulfill({
        status: 503,
        contentType: "text/plain",
        body: "Greenroom has too much to do just now.",
      }),
  ],
];

for (const [what, lose] of losses)
  test(`a form that ${what} is sent again with what was typed, and stored once`, async ({ page }) => {
    await signedIn(page, ["administrator"]);
    await page.goto(paths.contacts);
    await page.getByLabel("Telephone number").check();
    await page.getByLabel("Number, address or account").fill(NUMBER);
    await page.route(IS_DATA, lose, { times: 1 });
    await page.getByRole("button", { name: "Add the contact" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "We did not get an answer" })).toBeVisible();
    await expect(page).toHaveTitle("We did not get an answer – Greenroom");
    await checkPage(page);
    await page.getByRole("button", { name: "Send it again" }).click();
    await expect(page.getByRole("alert")).toContainText("Done");
    await expect(page.getByRole("heading", { name: NUMBER })).toHaveCount(1);
  });

test("a sign-in that got no answer is not kept: whoever comes to the same screen later must not send it", async ({
  page,
}) => {
  await page.goto(paths.signIn);
  await page.getByLabel("Email address").fill("nobody@lanternmoor.example");
  await page.getByLabel("Password").fill("otter lantern gravel");
  await page.route(IS_DATA, (route) => route.abort(), { times: 1 });
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "We did not get an answer" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Send it again" })).toHaveCount(0);
});

test("a page that cannot be fetched offers nothing to send", async ({ page }) => {
  await signedIn(page, ["administrator"]);
  await page.goto(paths.contacts);
  await page.getByLabel("Telephone number").check();
  await page.getByLabel("Number, address or account").fill(NUMBER);
  await page.getByRole("button", { name: "Add the contact" }).click();
  await expect(page.getByRole("alert")).toContainText("Done");
  await page.route(IS_DATA, (route) => route.abort());
  await page.getByRole("link", { name: "Your tasks" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "We did not get an answer" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Send it again" })).toHaveCount(0);
});

test("a run sheet stays on the screen where Greenroom cannot be reached, and says from when it is", async ({
  page,
}) => {
  const stored = await storeForToday("s08");
  await makeLive(stored);
  await signInAs(page, stored.amina);
  await page.goto(paths.runSheet(stored.sessionId));
  const heading = page.getByRole("heading", { name: "New Year plans" });
  await expect(heading).toBeVisible();
  const itself = new RegExp(`${paths.runSheet(stored.sessionId)}$`);
  await page.route(itself, (route) => route.fulfill({ status: 503, body: "Too much to do just now." }));
  await comeBack(page);
  await expect(page.getByRole("status")).toContainText("this page may be out of date. It is from");
  await expect(heading).toBeVisible();
  await checkPage(page);
  await page.unroute(itself);
  await comeBack(page);
  await expect(page.getByRole("status")).toHaveText("");
  await expect(heading).toBeVisible();
});

/** What a browser tells a page whose tab is looked at again. */
async function comeBack(page: Page) {
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
}
