import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { paths } from "~/paths";
import { requestPasswordReset } from "~/services/request-password-reset.server";
import { startLoginSession } from "~/services/start-login-session.server";
import { joinByCode, joinWithAccountByCode } from "../factories/newcomer";
import { makeOrganisation } from "../factories/organisation";
import { journey } from "../support/journey";
import { tokensMailedTo } from "../support/outbox";
import { signedIn, signInAs } from "../support/signed-in";

const PASSWORD = "three random words";
const NEW_PASSWORD = "four other random words";
const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
const newcomer = () => ({
  name: "Sam Birch",
  email: `${crypto.randomUUID()}@lanternmoor.example`,
  roles: ["planner" as const],
  password: PASSWORD,
});

journey(
  "an administrator makes a reset code, and a new password is chosen with it",
  async ({ page, check }) => {
    const administrator = await signedIn(page, ["administrator"]);
    const sam = newcomer();
    const { userId } = await joinByCode(administrator, sam);
    await page.goto(paths.user(userId));
    await page.getByRole("link", { name: "Reset their password" }).click();
    await expect(heading(page, "Make a reset code for Sam Birch?")).toBeVisible();
    await check();
    await page.getByRole("button", { name: "Make the code" }).click();
    await expect(heading(page, "A code for Sam Birch")).toBeVisible();
    await check();
    const code = (await page.getByText(/^[2-9A-Z]{4}(-[2-9A-Z]{4}){3}$/).textContent()) ?? "";

    await page.context().clearCookies();
    await page.goto(paths.code);
    await page.getByLabel("Code").fill(code);
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(heading(page, "Choose a new password")).toBeVisible();
    await check();
    await page.getByLabel("Your new password").fill("short");
    await page.getByRole("button", { name: "Save the new password" }).click();
    await expect(page.getByRole("link", { name: /must be 12 characters or more/ })).toBeVisible();
    await page.getByLabel("Your new password").fill(NEW_PASSWORD);
    await page.getByRole("button", { name: "Save the new password" }).click();
    await expect(page.getByRole("alert")).toContainText("Your new password is saved");
    expect((await startLoginSession({ email: sam.email, password: NEW_PASSWORD })).ok).toBe(true);
    await page.goto(paths.reset);
    await expect(heading(page, "This cannot be used")).toBeVisible();
    await check();
  },
);

journey("a link to a new password is opened", async ({ page, check }) => {
  const administrator = await signedIn(page, ["administrator"]);
  await page.context().clearCookies();
  const sam = newcomer();
  await joinByCode(administrator, sam);
  await requestPasswordReset(sam.email, { place: sam.email });
  const [token = ""] = await tokensMailedTo(administrator, sam.email);
  await page.goto(paths.link(token));
  await page.getByRole("button", { name: "Open it" }).click();
  await expect(heading(page, "Choose a new password")).toBeVisible();
  expect(page.url()).not.toContain(token);
  await page.getByLabel("Your new password").fill(NEW_PASSWORD);
  await page.getByRole("button", { name: "Save the new password" }).click();
  await expect(page.getByRole("alert")).toContainText("Your new password is saved");
  await check();
});

journey("somebody goes from one of their organisations to another", async ({ page, check }) => {
  const administrator = await signedIn(page, ["administrator"]);
  const sam = newcomer();
  const actor = await joinByCode(administrator, sam);
  const other = await makeOrganisation();
  await joinWithAccountByCode(other, { ...sam, roles: ["planner"] });
  await signInAs(page, actor);
  await page.goto(paths.sessions);
  await page
    .getByRole("link", { name: /^Switch organisation/ })
    .filter({ visible: true })
    .click();
  await expect(heading(page, "Your organisations")).toBeVisible();
  await check();
  await page.getByRole("button", { name: "Go there" }).click();
  await expect(page.getByRole("link", { name: "Select an organisation" })).toBeVisible();
  await page.getByLabel("Lanternmoor Youth Advice").check();
  await page.getByRole("button", { name: "Go there" }).click();
  await expect(page.getByRole("alert")).toContainText("You are in another organisation now");

  await page.goto(paths.whoResets);
  await expect(heading(page, "Who may reset your password")).toBeVisible();
  await check();
  await page.getByLabel("Only whoever runs this Greenroom").check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert")).toContainText("Saved");
  await signInAs(page, administrator);
  await page.goto(paths.resetCode(actor.userId));
  await page.getByRole("button", { name: "Make the code" }).click();
  await expect(page.getByText("You cannot make a code for this person.")).toBeVisible();
  await check();
});
