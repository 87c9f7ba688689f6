import { expect, type Page } from "@playwright/test";
import { paths } from "~/paths";
import { joinByCode } from "../factories/newcomer";
import { PASSWORD } from "../factories/organisation";
import { journey, test } from "../support/journey";
import { startMailServer, type MailServer } from "../support/mail-server";
import { startApplication, type RunningApplication } from "../support/running-application";
import { signedIn } from "../support/signed-in";

/** The application as it is where mail leaves, beside the one that the other tests use and on the same database. */
let mail: MailServer;
let served: RunningApplication;
const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });

// One after another: two servers on one database would send each other's mail.
test.describe.configure({ mode: "default" });

test.beforeAll(async () => {
  mail = await startMailServer();
  served = await startApplication({
    DATABASE_URL: process.env.TESTED_DATABASE_URL ?? "",
    MIGRATION_DATABASE_URL: process.env.TESTED_OWNER_URL ?? "",
    SESSION_SECRET: process.env.TESTED_SECRET ?? "",
    SMTP_URL: `${mail.url}/?from=greenroom@lanternmoor.example`,
  });
});

test.afterAll(async () => {
  await served.stop();
  await mail.stop();
});

journey("where mail leaves, people are invited by link and get back in by link", async ({ page, check }) => {
  const administrator = await signedIn(page, ["administrator"]);
  const email = `${crypto.randomUUID()}@lanternmoor.example`;
  await page.goto(served.origin + paths.invite);
  await expect(heading(page, "Invite somebody")).toBeVisible();
  await page.getByLabel("Name", { exact: true }).fill("Sam Birch");
  await page.getByLabel("Planner").check();
  await page.getByRole("button", { name: "Invite them" }).click();
  await expect(page.getByRole("link", { name: "Select how they get the invitation" })).toBeVisible();
  await check();
  await page.getByLabel("As a link by email").check();
  await page.getByLabel("Email address").fill(email);
  await page.getByRole("button", { name: "Invite them" }).click();
  await expect(page.getByRole("alert")).toContainText("The invitation is on its way");
  await expect.poll(() => mail.received.some(({ to }) => to.includes(email))).toBe(true);

  const sam = { name: "Sam Birch", email: `${crypto.randomUUID()}@lanternmoor.example`, password: PASSWORD };
  await joinByCode(administrator, { ...sam, roles: ["planner"] });
  await page.context().clearCookies();
  await page.goto(served.origin + paths.signIn);
  await page.getByRole("link", { name: "Forgotten your password?" }).click();
  await expect(heading(page, "Forgotten your password?")).toBeVisible();
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByRole("link", { name: "Enter your email address" })).toBeVisible();
  await check();
  await page.getByLabel("Email address").fill(sam.email);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByRole("alert")).toContainText("Look into your mail");
  await expect.poll(() => mail.received.some(({ to }) => to.includes(sam.email))).toBe(true);
});
