import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { paths } from "~/paths";
import { acceptAsNewcomer } from "~/services/accept-invitation.server";
import { invite } from "~/services/invite.server";
import { journey } from "../support/journey";
import { tokensMailedTo } from "../support/outbox";
import { signedIn } from "../support/signed-in";

const PASSWORD = "three random words";
const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });

journey("somebody is invited with a printed code, joins and waits", async ({ page, check }) => {
  await signedIn(page, ["administrator"]);
  await page.goto(paths.users);
  await page.getByRole("link", { name: "Invite somebody" }).click();
  await expect(heading(page, "Invite somebody")).toBeVisible();
  await check();
  await page.getByRole("button", { name: "Invite them" }).click();
  await expect(page.getByRole("link", { name: "Enter their name" })).toBeVisible();
  await check();
  await page.getByLabel("Name", { exact: true }).fill("Sam Birch");
  await page.getByLabel("Planner").check();
  await page.getByRole("button", { name: "Invite them" }).click();
  await expect(heading(page, "A code for Sam Birch")).toBeVisible();
  await check();
  const code = (await page.getByText(/^[2-9A-Z]{4}(-[2-9A-Z]{4}){3}$/).textContent()) ?? "";

  await page.context().clearCookies();
  await page.goto(paths.signIn);
  await page.getByRole("link", { name: "I have a code on paper" }).click();
  await expect(heading(page, "Enter your code")).toBeVisible();
  await check();
  await page.getByLabel("Code").fill("AAAA-BBBB-CCCC-DDDD");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("link", { name: /^This cannot be used/ })).toBeVisible();
  await check();
  await page.getByLabel("Code").fill(code.toLowerCase().replaceAll("-", ""));
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(heading(page, "Join Lanternmoor Youth Advice")).toBeVisible();
  await check();

  const email = `${crypto.randomUUID()}@lanternmoor.example`;
  await expect(page.getByLabel("Your name")).toHaveValue("Sam Birch");
  await page.getByLabel("Your email address").fill(email);
  await page.getByLabel("Choose a password").fill("Password12345");
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await expect(page.getByRole("link", { name: /among the first that are tried/ })).toBeVisible();
  await check();
  await page.getByLabel("Choose a password").fill(PASSWORD);
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await expect(heading(page, "Nearly there")).toBeVisible();
  await check();
  await page.goto(paths.signIn);
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(heading(page, "Nearly there")).toBeVisible();
});

journey("who used a printed code is confirmed, and let in", async ({ page, check }) => {
  const administrator = await signedIn(page, ["administrator"]);
  const email = `${crypto.randomUUID()}@lanternmoor.example`;
  const form = { name: "Sam Birch", email: null, roles: ["planner" as const] };
  const invited = await invite(administrator, form, { sendsMail: false });
  const code = (invited.ok && invited.value.code) || "";
  await acceptAsNewcomer(code, { name: "Sam Birch", email, password: PASSWORD }, { place: email });
  await page.goto(paths.users);
  await expect(page.getByText("Confirm who it is")).toBeVisible();
  await check();
  await page.getByRole("link", { name: "Sam Birch" }).click();
  await expect(heading(page, "Invitation for Sam Birch")).toBeVisible();
  await check();
  await page.getByRole("button", { name: "Confirm and let them in" }).click();
  await expect(page.getByRole("link", { name: "Confirm that you have seen this person" })).toBeVisible();
  await check();
  await page.getByLabel(/^I see Sam Birch/).check();
  await page.getByRole("button", { name: "Confirm and let them in" }).click();
  await expect(page.getByRole("alert")).toContainText("They can sign in now");
  await expect(page.getByRole("cell", { name: email })).toBeVisible();

  await page.context().clearCookies();
  await page.goto(paths.signIn);
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(heading(page, "Your tasks")).toBeVisible();
});

journey(
  "a link is opened, shows the same whatever it is, and leaves the address",
  async ({ page, check }) => {
    const administrator = await signedIn(page, ["administrator"]);
    await page.context().clearCookies();
    const email = `${crypto.randomUUID()}@lanternmoor.example`;
    await invite(administrator, { name: "Sam Birch", email, roles: ["planner"] }, { sendsMail: true });
    const [token = ""] = await tokensMailedTo(administrator, email);

    await page.goto(paths.link("nothing-like-it"));
    await expect(heading(page, "Open your link")).toBeVisible();
    const words = await page.getByRole("main").textContent();
    await page.getByRole("button", { name: "Open it" }).click();
    await expect(page.getByText("This cannot be used", { exact: false })).toBeVisible();
    await check();
    await page.goto(paths.link(token));
    await expect(heading(page, "Open your link")).toBeVisible();
    expect(await page.getByRole("main").textContent()).toBe(words);
    await check();
    await page.getByRole("button", { name: "Open it" }).click();
    await expect(heading(page, "Join Lanternmoor Youth Advice")).toBeVisible();
    expect(page.url()).not.toContain(token);
    const cookie = (await page.context().cookies()).find(({ name }) => name === "greenroom-invitation");
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax" });
    await check();
    await page.getByLabel("Choose a password").fill(PASSWORD);
    await page.getByRole("button", { name: "Join", exact: true }).click();
    await expect(page.getByRole("alert")).toContainText("You have joined");
    await expect(heading(page, "Your tasks")).toBeVisible();

    await page.context().clearCookies();
    await page.goto(paths.invitation);
    await expect(heading(page, "This invitation cannot be used")).toBeVisible();
    await check();
  },
);

journey("an invitation is made again and taken back", async ({ page, check }) => {
  const administrator = await signedIn(page, ["administrator"]);
  await invite(administrator, { name: "Sam Birch", email: null, roles: ["planner"] }, { sendsMail: false });
  await page.goto(paths.users);
  await page.getByRole("link", { name: "Sam Birch" }).click();
  await expect(heading(page, "Invitation for Sam Birch")).toBeVisible();
  await check();
  await page.getByRole("button", { name: "Make it again" }).click();
  await expect(heading(page, "A code for Sam Birch")).toBeVisible();
  await page.getByRole("link", { name: "Done" }).click();
  await page.getByRole("link", { name: "Sam Birch" }).click();
  await page.getByRole("button", { name: "Take it back" }).click();
  await expect(page.getByRole("alert")).toContainText("The invitation is taken back");
  await expect(page.getByRole("link", { name: "Sam Birch" })).toHaveCount(0);
  await page.goto(paths.mail);
  await expect(heading(page, "Mail")).toBeVisible();
  await check();
});
