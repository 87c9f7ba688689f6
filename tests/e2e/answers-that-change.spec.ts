import { expect, type Page } from "@playwright/test";
import { Temporal } from "temporal-polyfill";
import { paths } from "~/paths";
import { answerThroughLink } from "~/services/answer-through-link.server";
import { askByLink, askingTheUsual, publishWords } from "../support/asked-by-link";
import { journey, PHONE, test } from "../support/journey";
import { linkAnswers } from "../support/link-answers";
import { makeLive } from "../support/make-live";
import { pastPolicies } from "../support/owner";
import { signInAs, storeForToday } from "../support/signed-in";
import { recordNow } from "../support/signed-session";

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

async function open(page: Page, token: string): Promise<void> {
  await page.goto(paths.ownLink(token));
  await page.getByLabel("What is our word?").fill("lantern");
  await press(page, "Go on");
}

test.use(PHONE);

journey(
  "a worker confirms a yes that waits after a no, and puts right a yes that nobody gave",
  async ({ page, check }) => {
    const stored = await storeForToday("s01", { change: askingTheUsual });
    await publishWords(stored);
    const { amina, sessionId, record } = stored;
    const [asked, other] = record.participants.map(({ id }) => id);
    const { requestId } = await askByLink(stored);
    const owner = {
      organisationId: amina.organisationId,
      sessionId,
      requestId,
      participantId: asked ?? "",
    };
    for (const answer of ["no", "yes"] as const) {
      const said = await linkAnswers(stored, owner, Temporal.Now.instant(), "yes", { camera: answer });
      expect(await answerThroughLink(owner, said, {})).toMatchObject({ ok: true });
    }
    await signInAs(page, amina);
    await page.goto(paths.recordConsent(sessionId, asked ?? ""));
    await expect(page.getByText(/A yes about .* follows a no/)).toBeVisible();
    await check();
    await press(page, "I have spoken with them: it is a yes");
    await expect(heading(page, "Consent")).toBeVisible();
    const confirmed = (await recordNow(stored)).consentEvents.filter(({ confirmedBy }) => confirmedBy);
    expect(confirmed.map(({ scope, how }) => [scope, how])).toEqual([["camera", "link"]]);
    await page.goto(paths.recordConsent(sessionId, asked ?? ""));
    await expect(page.getByText(/follows a no/)).toHaveCount(0);

    const before = (await recordNow(stored)).consentEvents.length;
    await page.goto(paths.consentHistory(sessionId, other ?? ""));
    await page.getByRole("link", { name: "An answer was written down wrongly" }).click();
    await expect(page.getByRole("heading", { name: /^Put right what was recorded/ })).toBeVisible();
    await check();
    await page.getByRole("checkbox", { name: "Be seen" }).first().check();
    await press(page, "Make it a no");
    await expect(page.getByRole("alert")).toContainText("Confirm");
    await page.getByLabel("They did not say yes to this").check();
    await press(page, "Make it a no");
    await expect(page.getByRole("heading", { level: 1, name: /^What .* answered$/ })).toBeVisible();
    await check();
    const added = (await recordNow(stored)).consentEvents.slice(before);
    expect(added.map(({ scope, answer }) => `${scope} ${answer}`)).toEqual(["camera no"]);
  },
);

journey(
  "a young person changes their mind while the session is on, and again when it is over",
  async ({ page, check }) => {
    const stored = await storeForToday("s08", {
      change: (record) => {
        record.consentEvents = record.consentEvents.filter(({ answer }) => answer !== "withdrawn");
      },
    });
    await publishWords(stored);
    await makeLive(stored);
    const place = stored.record.participants.findIndex(({ displayName }) => displayName === "Caspian");
    const { token } = await askByLink(stored, { place });
    const withdrawn = async () =>
      (await recordNow(stored)).consentEvents.filter(({ answer }) => answer === "withdrawn").length;

    await open(page, token);
    await expect(heading(page, "Your answers")).toBeVisible();
    await expect(page.getByText("The session is on now. To stop something at once, call")).toBeVisible();
    await expect(page.getByRole("link", { name: /^01632/ }).first()).toBeVisible();
    await expect(page.getByText("You can only say no now.")).toBeVisible();
    await check();
    await page.getByRole("link", { name: "Change my mind" }).click();
    await expect(page.getByText("The session is on now.")).toBeVisible();
    await check();
    await page.getByLabel("Show your face").check();
    await press(page, "Say no to what I ticked");
    await expect(heading(page, "You have changed your mind")).toBeVisible();
    await expect(page.getByText("No, you changed your mind.")).toHaveCount(1);
    await check();
    expect(await withdrawn()).toBe(1);

    const over =
      "UPDATE session SET starts_at = now() - interval '2 hours', ends_at = now() - interval '1 hour' WHERE id = $1";
    await pastPolicies(process.env.TESTED_OWNER_URL ?? "", "session", over, [stored.sessionId]);
    await open(page, token);
    await expect(heading(page, "Your answers")).toBeVisible();
    await expect(page.getByText("The session is on now.")).toHaveCount(0);
    await check();
    await page.getByRole("link", { name: "Change my mind" }).click();
    await press(page, "Say no to everything");
    await expect(heading(page, "You have changed your mind")).toBeVisible();
    await expect(page.getByText("There is nothing more to say no to.")).toBeVisible();
    await check();
    expect(await withdrawn()).toBeGreaterThan(1);
  },
);
