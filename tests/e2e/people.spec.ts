import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { paths } from "~/paths";
import { journey } from "../support/journey";
import { signInAs, storeForToday } from "../support/signed-in";

const READY = "s04-twin-last-good-day";
const saved = (page: Page) => page.getByRole("alert");

/** Answers a yes-or-no question, or one of several, by the words of question and answer. */
async function choose(page: Page, question: string | RegExp, answer: string) {
  await page.getByRole("group", { name: question }).getByLabel(answer, { exact: true }).check();
}

journey("a young person is added, and the guard's warning is looked at", async ({ page, check }) => {
  const { amina, sessionId } = await storeForToday(READY);
  await signInAs(page, amina);
  await page.goto(paths.participants(sessionId));
  await check();

  await page.getByRole("link", { name: "Add another young person" }).click();
  await page.getByLabel("Check it against their surname").check();
  await page.getByLabel("What name do others see?").fill("Jolie");
  await page.getByLabel("First name").fill("Jo");
  await page.getByLabel("Month").fill("may");
  await page.getByLabel("Year").fill("2010");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("heading", { name: "There is a problem" })).toBeVisible();
  await expect(page.getByRole("link", { name: /Enter their surname/ })).toBeVisible();
  await check();
  await page.getByLabel("Surname", { exact: true }).fill("Li");
  await choose(page, "How do they join?", "With a guest link, without an account");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(saved(page)).toContainText("Added");
  await expect(page.getByText("YP-06")).toBeVisible();
  await expect(page.getByText("The name shown for Jolie may say who they are")).toBeVisible();
  await check();

  await page.getByRole("link", { name: "Jolie", exact: true }).click();
  await expect(page.getByText("It reads like the first name and the surname together.")).toBeVisible();
  await check();
  await page.getByLabel("I have looked: it does not identify them").check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("may say who they are")).toHaveCount(0);
});

journey("a young person is removed, and taken over again under a new code", async ({ page, check }) => {
  const { amina, sessionId, record } = await storeForToday(READY);
  const { id, displayName } = record.participants[0]!;
  await signInAs(page, amina);
  await page.goto(paths.participant(sessionId, id));
  await page.getByRole("link", { name: "Remove from this session" }).click();
  await expect(page.getByRole("heading", { name: `Remove ${displayName} from this session?` })).toBeVisible();
  await check();
  await page.getByRole("button", { name: "Remove them" }).click();
  await expect(page.getByText("YP-01")).toHaveCount(0);

  await page.getByRole("link", { name: "Add people from earlier sessions" }).click();
  await check();
  await page.getByRole("button", { name: "Add them" }).click();
  await expect(page.getByRole("link", { name: "Select at least one person" })).toBeVisible();
  await check();
  await page.getByLabel(displayName ?? "").check();
  await page.getByRole("button", { name: "Add them" }).click();
  await expect(page.getByText("YP-06")).toBeVisible();
});

journey("someone else's change of a young person is shown beside one's own", async ({ page, check }) => {
  const { amina, wren, sessionId, record } = await storeForToday(READY);
  const participant = record.participants[0]!;
  await signInAs(page, amina);
  await page.goto(paths.participant(sessionId, participant.id));
  const other = await page.context().newPage();
  await signInAs(other, wren);
  await other.goto(paths.participant(sessionId, participant.id));
  await other.getByLabel("What name do others see?").fill("Comet");
  await other.getByRole("button", { name: "Save", exact: true }).click();
  await expect(other).toHaveURL(/participants$/);
  await other.close();

  await signInAs(page, amina);
  await page.getByLabel("What name do others see?").fill("Rocket");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("heading", { name: "This has changed since you opened it" })).toBeVisible();
  await expect(page.getByText("Comet")).toBeVisible();
  await check();
  await page.getByRole("button", { name: "Save what is chosen" }).click();
  await expect(page.getByRole("link", { name: "Rocket" })).toBeVisible();
});

journey("a no is recorded", async ({ page, check }) => {
  const { amina, sessionId, record } = await storeForToday(READY);
  const { displayName } = record.participants[0]!;
  await signInAs(page, amina);
  await page.goto(paths.consent(sessionId));
  await check();
  await page.getByRole("link", { name: `${displayName} - record an answer` }).click();
  await check();
  await page.getByRole("button", { name: "Save the answer" }).click();
  await expect(page.getByRole("link", { name: "Select who answered" })).toBeVisible();
  await check();

  await choose(page, "Who answered?", `${displayName} themselves`);
  await page
    .getByRole("group", { name: /^Be seen/ })
    .getByLabel("No", { exact: true })
    .check();
  await choose(page, "How did they tell you?", "By phone");
  await page.getByRole("button", { name: "Save the answer" }).click();
  await expect(page).toHaveURL(/consent$/);
  await expect(page.getByText("No", { exact: true })).toHaveCount(1);
});

journey("somebody changes their mind", async ({ page, check }) => {
  const { amina, sessionId, record } = await storeForToday(READY);
  const { id } = record.participants[0]!;
  await signInAs(page, amina);
  await page.goto(paths.recordConsent(sessionId, id));
  await page.getByRole("link", { name: "They changed their mind" }).click();
  await check();
  await page.getByRole("button", { name: "Save the change of mind" }).click();
  await expect(page.getByRole("link", { name: /Select what they have changed/ })).toBeVisible();
  await check();
  await page.getByLabel("be heard").check();
  await choose(page, "How did they tell you?", "By text message");
  await page.getByRole("button", { name: "Save the change of mind" }).click();
  await expect(page.getByText("Changed their mind", { exact: true })).toHaveCount(1);
  await check();

  await page.goto(paths.consentHistory(sessionId, id));
  await expect(page.getByRole("heading", { name: "Be heard: changed their mind" })).toBeVisible();
  await check();
});

journey(
  "an approver who is told of a change of mind records it, and nothing else",
  async ({ page, check }) => {
    const { idris, sessionId, record } = await storeForToday(READY);
    const { id, displayName } = record.participants[0]!;
    await signInAs(page, idris);
    await page.goto(paths.record(sessionId));
    await page.getByRole("link", { name: "Somebody changed their mind" }).click();
    await check();
    await page.getByRole("link", { name: `${displayName} - record a change of mind` }).click();
    await check();
    await page.getByLabel("everything").check();
    await choose(page, "How did they tell you?", "By phone");
    await page.getByRole("button", { name: "Save the change of mind" }).click();
    await expect(page).toHaveURL(/consent$/);
    await expect(page.getByText("Changed their mind", { exact: true }).first()).toBeVisible();
    await check();

    await page.goto(paths.changeOfMind(sessionId, id));
    await expect(page.getByRole("heading", { name: "There is no yes on record" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Record an answer" })).toBeHidden();
    for (const closed of [paths.recordConsent(sessionId, id), paths.participant(sessionId, id)])
      expect((await page.goto(closed))?.status()).toBe(403);
  },
);

journey("a briefing is recorded for several at once", async ({ page, check }) => {
  const { amina, sessionId, record } = await storeForToday(READY, {
    change: (stored) => void (stored.briefings = []),
  });
  await signInAs(page, amina);
  await page.goto(paths.briefing(sessionId));
  await expect(page.getByText("Not yet")).toHaveCount(record.participants.length);
  await check();
  await page.getByRole("button", { name: "Save the briefing" }).click();
  await expect(page.getByRole("link", { name: "Select who was there" })).toBeVisible();
  await check();
  for (const { displayName } of record.participants.slice(0, 2)) {
    await page
      .getByRole("group", { name: "Who was there?" })
      .getByLabel(displayName ?? "")
      .check();
  }
  await choose(page, "How?", "In person");
  await choose(page, "What were they told?", "All six points");
  await page.getByRole("button", { name: "Save the briefing" }).click();
  await expect(saved(page)).toContainText("Saved");
  await expect(page.getByText("Yes, on every point")).toHaveCount(2);
  await check();
});
