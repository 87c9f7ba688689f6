import { expect, type Page } from "@playwright/test";
import { paths } from "~/paths";
import { markSessionReady } from "~/services/mark-session-ready.server";
import { makeOrganisation, PASSWORD } from "../factories/organisation";
import { joinByCode } from "../factories/newcomer";
import { test } from "../support/journey";
import { openServedDatabase, signInAs, sixMinutesLater, storeForToday } from "../support/signed-in";

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** A device of Chromium's own, which answers at once as if its owner had put a finger on it. */
async function withDevice(page: Page, isUserVerified = true) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  const { authenticatorId } = await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified,
      automaticPresenceSimulation: true,
    },
  });
  return {
    refuse: () => devtools.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: false }),
    accept: () => devtools.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: true }),
  };
}

async function addPasskey(page: Page) {
  await page.goto(paths.passkeys);
  await expect(heading(page, "Passkeys")).toBeVisible();
  await page.getByLabel("What do you call this device?").fill("My phone");
  await page.getByLabel("Your password").fill(PASSWORD);
  await press(page, "Add a passkey on this device");
  await expect(page.getByText("Your passkey is added")).toBeVisible();
  await expect(page.getByRole("heading", { level: 2, name: "My phone" })).toBeVisible();
}

test("a manager adds a passkey, signs in with it as both steps, and removes it", async ({ page, check }) => {
  openServedDatabase();
  const administrator = await makeOrganisation();
  const email = `${crypto.randomUUID()}@lanternmoor.example`;
  await joinByCode(administrator, { name: "Sam Birch", email, roles: ["administrator"], password: PASSWORD });
  await withDevice(page);
  await page.goto(`${paths.signIn}?next=${paths.account}`);
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await press(page, "Sign in");
  await expect(heading(page, "Your account")).toBeVisible();
  await page.getByRole("link", { name: "Add a passkey" }).click();
  await page.getByLabel("What do you call this device?").fill("My phone");
  await page.getByLabel("Your password").fill("not my password");
  await press(page, "Add a passkey on this device");
  await expect(page.getByRole("link", { name: "This is not your password" })).toBeVisible();
  await check();
  await addPasskey(page);
  await check();

  await page.context().clearCookies();
  await page.goto(`${paths.signIn}?next=${paths.users}`);
  await check();
  await press(page, "Sign in with a passkey");
  await expect(heading(page, "Users and roles")).toBeVisible();
  await page.goto(paths.passkeys);
  await press(page, "Remove My phone");
  await expect(page.getByText("Delete it on your device too")).toBeVisible();
  await page.context().clearCookies();
  await page.goto(paths.signIn);
  await press(page, "Sign in with a passkey");
  await expect(page.getByText("The passkey could not be checked.")).toBeVisible();
});

test("a sign-off is confirmed by a passkey without losing what was written", async ({ page, check }) => {
  const { amina, idris, sessionId } = await storeForToday("s07");
  await markSessionReady(amina, sessionId, { version: 1 });
  await withDevice(page);
  await signInAs(page, idris);
  await addPasskey(page);
  await sixMinutesLater(idris);
  await page.goto(paths.signOff(sessionId));
  await page.getByLabel("Why do you accept this?").fill("It is for all families, and chat is off.");
  await page.getByLabel("These adults suit this group of young people").check();
  await page.getByLabel("I have looked at the session as it stands on this page").check();
  await press(page, "Use a passkey instead");
  await expect(page.getByText("Confirmed with your passkey.")).toBeVisible();
  await check();
  await expect(page.getByLabel("Why do you accept this?")).toHaveValue(/^It is for all families/);
  await press(page, "Sign off");
  await expect(page.getByText("Everything is in place, and it is signed off.")).toBeVisible();
});

test("the second step by a passkey leads on to the page that asked for it", async ({ page }) => {
  openServedDatabase();
  const administrator = await makeOrganisation();
  const device = await withDevice(page);
  await signInAs(page, administrator);
  await addPasskey(page);
  await sixMinutesLater(administrator);
  await page.goto(paths.recoveryCodes);
  await expect(heading(page, "Confirm that it is you")).toBeVisible();
  await device.refuse();
  await press(page, "Use a passkey instead");
  await expect(page.getByText("No passkey was used.")).toBeVisible();
  await device.accept();
  await press(page, "Use a passkey instead");
  await expect(heading(page, "Get new recovery codes")).toBeVisible();
});

test("at a numeric address there is no passkey button, and it says why", async ({ page }) => {
  const numeric = new URL(process.env.TESTED_ORIGIN ?? "");
  numeric.hostname = "127.0.0.1";
  await page.goto(new URL(paths.signIn, numeric).href);
  await expect(page.getByText("Passkeys work only at a name, not at a number")).toBeVisible();
  await expect(page.getByRole("button", { name: "Sign in with a passkey" })).toHaveCount(0);
});
