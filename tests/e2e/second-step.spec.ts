import { expect, type Page } from "@playwright/test";
import { Temporal } from "temporal-polyfill";
import { paths } from "~/paths";

import { markSessionReady } from "~/services/mark-session-ready.server";
import { codeAt } from "~/services/one-time-code";
import { makeMember, makeOrganisation } from "../factories/organisation";
import { joinByCode } from "../factories/newcomer";
import { journey } from "../support/journey";
import { openServedDatabase, signInAs, sixMinutesLater, storeForToday } from "../support/signed-in";

const PASSWORD = "three random words";
const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
/** The code of the next 30 seconds is taken too, so that one can be given right after another. */
const nextCode = (key: string) => codeAt(key, Temporal.Now.instant().add({ seconds: 30 }).toString());

async function signIn(page: Page, email: string) {
  await page.context().clearCookies();
  await page.goto(paths.signIn);
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await press(page, "Sign in");
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
}

journey(
  "an approver who also plans is asked for a second step when they first use a right that needs it",
  async ({ page, check }) => {
    openServedDatabase();
    const administrator = await makeOrganisation();
    const email = `${crypto.randomUUID()}@lanternmoor.example`;

    await joinByCode(administrator, {
      name: "Sam Birch",
      email,
      roles: ["planner", "administrator"],
      password: PASSWORD,
    });
    await signIn(page, email);
    await expect(heading(page, "Your tasks")).toBeVisible();
    await expect(page.getByText("More may wait for you in your other roles.")).toBeVisible();
    await check();
    await page.goto(paths.users);
    await expect(heading(page, "Set up your second step")).toBeVisible();
    await expect(page.getByRole("img", { name: "QR code for your authenticator app" })).toBeVisible();
    await check();

    const key = await page.locator("input[name=key]").inputValue();
    await page.getByLabel("Six-digit code").fill("000000");
    await page.getByLabel("Your password").fill(PASSWORD);
    await press(page, "Set up");
    await expect(page.getByRole("link", { name: /^This is not the code that your/ })).toBeVisible();
    expect(await page.locator("input[name=key]").inputValue()).toBe(key);
    await check();
    const now = codeAt(key, Temporal.Now.instant().toString());
    await page.getByLabel("Six-digit code").fill(`${now.slice(0, 3)} ${now.slice(3)}`);
    await page.getByLabel("Your password").fill(PASSWORD);
    await press(page, "Set up");
    await expect(heading(page, "Keep your recovery codes")).toBeVisible();
    await expect(page.getByRole("listitem").filter({ hasText: /^\w{4}-\w{4}-\w{4}$/ })).toHaveCount(10);
    await check();
    const [recovery = ""] = await page.getByText(/^\w{4}-\w{4}-\w{4}$/).allTextContents();
    await page.getByRole("link", { name: "I have kept them" }).click();
    await expect(heading(page, "Users and roles")).toBeVisible();

    await signIn(page, email);
    await page.goto(paths.users);
    await expect(heading(page, "Confirm that it is you")).toBeVisible();
    await press(page, "Continue");
    await expect(
      page.getByRole("link", { name: "Enter the six-digit code or a recovery code" }),
    ).toBeVisible();
    await check();
    await page.getByLabel("Code from your authenticator app").fill(now);
    await press(page, "Continue");
    await expect(page.getByRole("link", { name: /it was used before/ })).toBeVisible();
    await page.getByLabel("Code from your authenticator app").fill(nextCode(key));
    await press(page, "Continue");
    await expect(heading(page, "Users and roles")).toBeVisible();

    await signIn(page, email);
    await page.goto(paths.confirm);
    await page.getByLabel("Code from your authenticator app").fill(recovery);
    await press(page, "Continue");
    await expect(page.getByText("You used one of your recovery codes")).toBeVisible();
    await page.goto(paths.account);
    await expect(page.getByText("You have 9 recovery codes left.")).toBeVisible();
    await check();
    await page.getByRole("link", { name: "Get new recovery codes" }).click();
    await press(page, "Get new codes");
    await expect(heading(page, "Keep your recovery codes")).toBeVisible();
    await page.getByRole("link", { name: "I have kept them" }).click();
    await expect(page.getByText("You have 10 recovery codes left.")).toBeVisible();
  },
);

journey("whoever only approves is asked before they see anything", async ({ page }) => {
  openServedDatabase();
  const administrator = await makeOrganisation();
  const email = `${crypto.randomUUID()}@lanternmoor.example`;
  await joinByCode(administrator, { name: "Idris Ash", email, roles: ["approver"], password: PASSWORD });
  await signIn(page, email);
  await expect(heading(page, "Set up your second step")).toBeVisible();
  await page.goto(paths.session(crypto.randomUUID()));
  await expect(heading(page, "Set up your second step")).toBeVisible();
});

journey("a sign-off asks again after five minutes, and keeps what was written", async ({ page, check }) => {
  const { amina, idris, sessionId } = await storeForToday("s07");
  await markSessionReady(amina, sessionId, { version: 1 });
  await signInAs(page, idris);
  await page.goto(paths.signOff(sessionId));
  await expect(page.getByLabel("Confirm that it is you")).toHaveCount(0);
  await page.getByLabel("Why do you accept this?").fill("It is for all families, and chat is off.");
  await page.getByLabel("These adults suit this group of young people").check();
  await page.getByLabel("I have looked at the session as it stands on this page").check();
  await sixMinutesLater(idris);
  await press(page, "Sign off");
  await expect(page.getByRole("link", { name: /^Enter the code from your authenticator app/ })).toBeVisible();
  await expect(page.getByLabel("Why do you accept this?")).toHaveValue(/^It is for all families/);
  await expect(page.getByLabel("Confirm that it is you")).toBeVisible();
  await check();
});

journey("roles are changed by who confirms that it is them", async ({ page, check }) => {
  openServedDatabase();
  const administrator = await makeOrganisation();
  const planner = await makeMember(administrator, ["planner"]);
  await signInAs(page, administrator);
  await sixMinutesLater(administrator);
  await page.goto(paths.user(planner.userId));
  await page.getByLabel("Approver").check();
  await press(page, "Save");
  await expect(page.getByRole("link", { name: /^Enter the code from your authenticator app/ })).toBeVisible();
  await expect(page.getByLabel("Approver")).toBeChecked();
  await check();
});

journey("an export with names asks again after five minutes", async ({ page, check }) => {
  const { idris, sessionId } = await storeForToday("s05");
  await signInAs(page, idris);
  await sixMinutesLater(idris);
  await page.goto(paths.exportRecord(sessionId));
  await page.getByLabel("JSON", { exact: true }).check();
  await page.getByLabel("Yes, with names").check();
  await page.getByLabel("Why are names needed?").fill("The inspector asked for it");
  await press(page, "Export");
  await expect(page.getByRole("link", { name: /^Enter the code from your authenticator app/ })).toBeVisible();
  await expect(page.getByLabel("Why are names needed?")).toHaveValue("The inspector asked for it");
  await check();
});

journey("an administrator gives somebody who lost their phone a new start", async ({ page, check }) => {
  openServedDatabase();
  const administrator = await makeOrganisation();
  const approver = await makeMember(administrator, ["approver"]);
  await signInAs(page, administrator);
  await page.goto(paths.user(approver.userId));
  await page.getByRole("link", { name: "Remove their second step" }).click();
  await expect(heading(page, "Remove the second step of Robin Ash?")).toBeVisible();
  await check();
  await press(page, "Remove it");
  await expect(page.getByText("Their second step is removed")).toBeVisible();
});
