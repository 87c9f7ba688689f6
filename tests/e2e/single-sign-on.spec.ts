import { expect, type Page } from "@playwright/test";
import { paths } from "~/paths";
import { confirmInvitation } from "~/services/confirm-invitation.server";
import { invite } from "~/services/invite.server";
import { setSignInProvider } from "~/services/set-sign-in-provider.server";
import type { Actor } from "~/domain/actor";
import { joinByCode } from "../factories/newcomer";
import { makeOrganisation } from "../factories/organisation";
import { journey, test } from "../support/journey";
import { openServedDatabase, signInAs, sixMinutesLater } from "../support/signed-in";
import { clients, startProvider, type RunningProvider } from "../support/sign-in-provider";

const PASSWORD = "three random words";
const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const origin = () => process.env.TESTED_ORIGIN ?? "";

let provider: RunningProvider;
test.beforeEach(async () => {
  openServedDatabase();
  provider = await startProvider("well-behaved", `${origin()}/sign-in/callback`);
});
test.afterEach(() => provider.stop());

async function withProvider(): Promise<Actor> {
  const actor = await makeOrganisation();
  const wish = { issuer: provider.issuer, ...clients.ours, required: false };
  const set = await setSignInProvider(actor, wish, { origin: origin(), version: null });
  if (!set.ok) throw new Error(set.refusal.message);
  return actor;
}

/** Without scripts a page of ours leads on to the provider, and one back; with them nobody sees either. */
async function goOn(page: Page, scripts: boolean, check: () => Promise<void>) {
  if (scripts) return;
  await expect(heading(page, "Go on to your organisation’s sign-in")).toBeVisible();
  await check();
  await page.getByRole("link", { name: "Go on" }).click();
  await comeBack(page, scripts, check);
}

async function comeBack(page: Page, scripts: boolean, check: () => Promise<void>) {
  if (scripts) return;
  await expect(heading(page, "Signing you in")).toBeVisible();
  await check();
  await press(page, "Continue");
}

journey("an administrator sets the organisation's own sign-in, and removes it", async ({ page, check }) => {
  const actor = await makeOrganisation();
  await signInAs(page, actor);
  await page.goto(paths.settings);
  await page.getByRole("link", { name: "Single sign-on" }).click();
  await expect(heading(page, "Single sign-on")).toBeVisible();
  await expect(page.getByText(`${origin()}/sign-in/callback`)).toBeVisible();
  await check();
  await page.getByLabel("Issuer address").fill("https://10.0.0.1");
  await page.getByLabel("Client ID").fill(clients.ours.clientId);
  await press(page, "Save");
  await expect(page.getByRole("link", { name: /^Enter the client secret/ })).toBeVisible();
  await page.getByLabel("Client secret").fill(clients.ours.clientSecret);
  await press(page, "Save");
  await expect(page.getByRole("link", { name: /^No sign-in was found at this address/ })).toBeVisible();
  await check();
  await page.getByLabel("Issuer address").fill(`${provider.issuer}/.well-known/openid-configuration`);
  await page.getByLabel("Client secret").fill(clients.ours.clientSecret);
  await sixMinutesLater(actor);
  await press(page, "Save");
  await expect(page.getByRole("link", { name: /^Enter the code from your authenticator app/ })).toBeVisible();
  await expect(page.getByLabel("Client ID")).toHaveValue(clients.ours.clientId);
  await signInAs(page, actor);
  await page.getByLabel("Client secret").fill(clients.ours.clientSecret);
  await press(page, "Save");
  await expect(page.getByText(origin() + paths.signInTo(actor.organisationId))).toBeVisible();
  await expect(page.getByLabel("Issuer address")).toHaveValue(provider.issuer);
  expect(await page.content()).not.toContain(clients.ours.clientSecret);
  await check();
  await page.getByRole("link", { name: "Remove single sign-on" }).click();
  await expect(heading(page, "Remove single sign-on?")).toBeVisible();
  await check();
  await press(page, "Remove");
  await expect(page.getByText("Removed. Everybody signs in here again.")).toBeVisible();
});

journey(
  "somebody joins and signs in with their organisation, and is asked for a second step here",
  async ({ page, check, javaScriptEnabled }) => {
    const actor = await withProvider();
    const invited = await invite(
      actor,
      { name: "Sam Birch", email: null, roles: ["planner", "approver"] },
      { sendsMail: false },
    );
    if (!invited.ok) throw new Error(invited.refusal.message);
    await page.goto(paths.code);
    await page.getByLabel("Code").fill(invited.value.code ?? "");
    await press(page, "Continue");
    await expect(heading(page, "Join Lanternmoor Youth Advice")).toBeVisible();
    await check();
    await press(page, "Join with your organisation’s sign-in");
    await expect(page.getByRole("link", { name: "Enter your email address" })).toBeVisible();
    await page.getByLabel("Where do we write to you?").fill(`${crypto.randomUUID()}@lanternmoor.example`);
    await press(page, "Join with your organisation’s sign-in");
    await goOn(page, javaScriptEnabled, check);
    await expect(heading(page, "Nearly there")).toBeVisible();
    await confirmInvitation(actor, invited.value.invitationId);

    await page.goto(paths.signIn);
    await page.getByRole("link", { name: "Sign in with your organisation" }).click();
    await expect(heading(page, "Sign in with your organisation")).toBeVisible();
    await check();
    await page.getByLabel("Your organisation’s sign-in address").fill("lanternmoor");
    await press(page, "Continue");
    await expect(page.getByRole("link", { name: /^Enter the sign-in address that your/ })).toBeVisible();
    await check();
    const address = origin() + paths.signInTo(actor.organisationId);
    await page.getByLabel("Your organisation’s sign-in address").fill(address);
    await press(page, "Continue");
    await expect(page).toHaveURL(address);
    await check();
    await press(page, "Continue");
    await goOn(page, javaScriptEnabled, check);
    await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
    await expect(page.getByText("More may wait for you in your other roles.")).toBeVisible();
  },
);

journey(
  "somebody with a password links their account, and signs in with it",
  async ({ page, check, javaScriptEnabled }) => {
    const actor = await withProvider();
    const email = `${crypto.randomUUID()}@lanternmoor.example`;
    await joinByCode(actor, { name: "Sam Birch", email, roles: ["planner"], password: PASSWORD });
    await page.goto(paths.signIn);
    await page.getByLabel("Email address").fill(email);
    await page.getByLabel("Password").fill(PASSWORD);
    await press(page, "Sign in");
    await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
    await page.goto(paths.account);
    await page.getByRole("link", { name: "Your organisation’s own sign-in" }).click();
    await expect(heading(page, "Your organisation’s own sign-in")).toBeVisible();
    await check();
    await page.getByLabel("Your password here").fill("another password");
    await press(page, "Link your account");
    await expect(page.getByRole("link", { name: "This is not your password" })).toBeVisible();
    await check();
    await page.getByLabel("Your password here").fill(PASSWORD);
    await press(page, "Link your account");
    await goOn(page, javaScriptEnabled, check);
    await expect(page.getByText("Your account is linked", { exact: true })).toBeVisible();
    await expect(page.getByText(/^Your account is linked to 127\.0\.0\.1/)).toBeVisible();
    await check();
    await press(page, "Sign out");
    await page.goto(paths.signInTo(actor.organisationId));
    await press(page, "Continue");
    await goOn(page, javaScriptEnabled, check);
    await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
    await page.goto(paths.linkedSignIn);
    await page.getByRole("link", { name: "Take the link back" }).click();
    await expect(heading(page, "Take the link back?")).toBeVisible();
    await check();
    await page.getByLabel("Your password here").fill(PASSWORD);
    await press(page, "Take it back");
    await expect(page.getByText("Your account is no longer linked", { exact: true })).toBeVisible();
  },
);

journey(
  "an address that leads nowhere, and a way back that nobody went, say so",
  async ({ page, check, javaScriptEnabled }) => {
    await page.goto(paths.signInTo(crypto.randomUUID()));
    await press(page, "Continue");
    await expect(page.getByRole("alert").getByText(/^This address does not lead to a sign-in/)).toBeVisible();
    await check();
    await page.goto("/sign-in/callback?code=one&state=two");
    await comeBack(page, javaScriptEnabled, check);
    await expect(heading(page, "You are not signed in this way")).toBeVisible();
    await check();
  },
);
