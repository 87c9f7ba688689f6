import { expect, type Page } from "@playwright/test";
import { paths } from "~/paths";
import { sendOwnLink } from "~/services/send-own-link.server";
import { joinByCode } from "../factories/newcomer";
import { PASSWORD } from "../factories/organisation";
import { askByLink, askingTheUsual } from "../support/asked-by-link";
import { journey, PHONE, test } from "../support/journey";
import { startMailServer, type MailServer } from "../support/mail-server";
import { startApplication, type RunningApplication } from "../support/running-application";
import { signedIn, signInAs, storeForToday } from "../support/signed-in";

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
  expect(served.output()).not.toMatch(/zephyrine/i);
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

test.describe("on a phone", () => {
  test.use(PHONE);

  journey(
    "where contact is safe is recorded, and no link leaves from where phones cannot open it",
    async ({ page, check }) => {
      const stored = await storeForToday("s01", { change: askingTheUsual });
      const { requestId } = await askByLink(stored);
      const to = `zephyrine.${crypto.randomUUID()}@home.example`;
      const participantId = stored.record.participants[0]?.id ?? "";
      await signInAs(page, stored.amina);
      await page.goto(served.origin + paths.ownLinks(stored.sessionId));
      await expect(heading(page, "Links to answer")).toBeVisible();
      await expect(page.getByText("Links do not reach phones from here")).toBeVisible();
      await expect(page.getByText("Send it to YP-01, or tell them again")).toHaveCount(0);
      await check();
      await page.goto(served.origin + paths.consentContact(stored.sessionId, participantId));
      await expect(heading(page, "Where to reach Orla")).toBeVisible();
      await page.getByLabel("Their email address").fill(to);
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByRole("link", { name: /^Select whether contact/ })).toBeVisible();
      await check();
      await page.getByLabel("Yes").check();
      await page.getByLabel("How do you know?").fill("They told us that only they read it");
      await page.getByRole("button", { name: "Save" }).click();
      await expect(heading(page, "Links to answer")).toBeVisible();
      const https = { sendsMail: true, origin: "https://greenroom.example" };
      const queued = await sendOwnLink(stored.amina, stored.sessionId, requestId, https);
      expect(queued).toMatchObject({ ok: true });

      await signInAs(page, stored.petra);
      await page.goto(served.origin + paths.consentHistory(stored.sessionId, participantId));
      await expect(page.getByText(to)).toBeVisible();
      await check();
      await signInAs(page, stored.rowan);
      await page.goto(served.origin + paths.mail);
      await expect(page.getByText("Link to answer")).toBeVisible();
      await expect(page.getByText(to)).toHaveCount(0);
      expect(mail.received.filter((each) => each.to.includes(to))).toEqual([]);
      await check();
      await page.goto(served.origin + paths.contactDays);
      await expect(heading(page, "Reaching young people")).toBeVisible();
      await page.getByLabel("For how many days does the answer hold?").fill("30");
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByText("holds for 30 days")).toBeVisible();
      await check();
    },
  );
});
