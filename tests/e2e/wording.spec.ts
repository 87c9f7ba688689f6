import { expect, type Page } from "@playwright/test";
import { paths } from "~/paths";
import { askByLink, askingTheUsual, publishWords } from "../support/asked-by-link";
import { journey, PHONE, test } from "../support/journey";
import { signInAs, storeForToday } from "../support/signed-in";

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

test.use(PHONE);

journey(
  "a question that means something else is asked again by a link that was answered",
  async ({ page, check, javaScriptEnabled }) => {
    const stored = await storeForToday("s01", { change: askingTheUsual });
    await publishWords(stored);
    const { token } = await askByLink(stored);
    await open(page, token);
    for (const name of ["Join the session", "Show your face", "Use your voice", "Show a name"]) {
      await expect(heading(page, name)).toBeVisible();
      await press(page, "Yes");
    }
    await press(page, "Save my answers");
    await expect(heading(page, "We have saved your answers")).toBeVisible();
    await press(page, "Finish");

    await signInAs(page, stored.rowan);
    await page.goto(paths.wording);
    await page.getByRole("link", { name: "Change the question: Be seen" }).click();
    await expect(heading(page, "Be seen")).toBeVisible();
    await check();
    await press(page, "Check the words");
    await expect(page.getByRole("link", { name: "Select whether it changes the meaning" })).toBeVisible();
    await page.getByLabel("The question").fill(`Can we show your face? ${"We will show it ".repeat(6)}too.`);
    if (javaScriptEnabled) await expect(page.getByText("Cut the longest sentence in two.")).toBeVisible();
    await page.getByLabel("Line 2").fill("Your parents can watch.");
    await page.getByLabel("Picture 2").selectOption("People");
    await page.getByLabel("It changes the meaning: ask again").check();
    await press(page, "Check the words");
    await expect(heading(page, "Check the words")).toBeVisible();
    await expect(page.getByText("Cut the longest sentence in two.")).toBeVisible();
    await expect(page.getByText(/asked again, in 1 session to come/)).toBeVisible();
    await check();
    await press(page, "Go on writing");
    await expect(page.getByLabel("Line 2")).toHaveValue("Your parents can watch.");
    await page.getByLabel("The question").fill("Can we show your face? Parents can watch.");
    await press(page, "Check the words");
    await expect(page.getByText("Parents can watch.", { exact: true })).toBeVisible();
    await press(page, "Put the new words in use");
    await expect(page.getByRole("alert")).toContainText("The new words are in use");
    await expect(page.getByText("Version 2", { exact: true })).toBeVisible();
    await page.goto(paths.consent(stored.sessionId));
    await expect(page.getByText("Asked again: the question, or the plan, has changed").first()).toBeVisible();
    await page.context().clearCookies();

    await open(page, token);
    await expect(heading(page, "Show your face")).toBeVisible();
    await expect(page.getByText("Question 1 of 1")).toBeVisible();
    await expect(page.getByText("Your old answer counts until then.")).toBeVisible();
    await expect(page.getByText("Your parents can watch.")).toBeVisible();
    await check();
    await press(page, "No");
    await press(page, "Save my answers");
    await expect(heading(page, "We have saved your answers")).toBeVisible();
    await expect(page.getByText("No.", { exact: true })).toHaveCount(1);
  },
);

async function open(page: Page, token: string): Promise<void> {
  await page.goto(paths.ownLink(token));
  await page.getByLabel("What is our word?").fill("Lantern");
  await press(page, "Go on");
}
