import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { paths } from "~/paths";
import { journey } from "../support/journey";
import { signedIn, signInAs, storeForToday } from "../support/signed-in";

async function enterDate(page: Page, day: string, month: string, year: string) {
  await page.getByLabel("Day").fill(day);
  await page.getByLabel("Month").fill(month);
  await page.getByLabel("Year").fill(year);
}
const makeDraft = (page: Page) => page.getByRole("button", { name: "Make a draft" }).click();
const save = (page: Page) => page.getByRole("button", { name: "Save and continue" }).click();
const wrong = (page: Page, name: string | RegExp) => page.getByRole("alert").getByRole("link", { name });

journey("a new session: nothing chosen, an end before its start, a past date", async ({ page, check }) => {
  await signedIn(page, ["planner"]);
  await page.goto(paths.newSession);
  await check();
  await makeDraft(page);
  for (const said of ["Select who hosts the stream", "Enter a title", "Enter the date of the session"])
    await expect(wrong(page, said)).toBeVisible();
  await check();

  await page.getByLabel("We do").check();
  await page.getByLabel("Title").fill("Winter lights");
  await enterDate(page, "31", "2", "2020");
  await page.getByLabel("Start", { exact: true }).fill("6pm");
  await page.getByLabel("End", { exact: true }).fill("5pm");
  await makeDraft(page);
  await expect(wrong(page, /real date/)).toBeVisible();
  await check();

  await enterDate(page, "1", "1", "2020");
  await makeDraft(page);
  await expect(wrong(page, /^The end is before the start/)).toBeVisible();
  await check();
  await page.getByLabel("It ends on the next day").check();
  await page.getByLabel("Title").fill("");
  await makeDraft(page);
  await expect(wrong(page, "Enter a title")).toBeVisible();
  await expect(page.getByLabel("It ends on the next day")).toBeChecked();
  await page.getByLabel("Title").fill("Winter lights");
  await page.getByLabel("End", { exact: true }).fill("7pm");
  await makeDraft(page);
  await expect(page.getByText("The session is planned for a time that has passed")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "Winter lights" })).toBeVisible();
  await check();
});

journey("a session in another time zone", async ({ page, check }) => {
  await signedIn(page, ["planner"]);
  await page.goto(paths.newSession);
  await page.getByLabel("Someone else").check();
  await page.getByLabel("Title").fill("Poems from Lisbon");
  await enterDate(page, "12", "6", "2031");
  await page.getByLabel("Start", { exact: true }).fill("18:00");
  await page.getByLabel("End", { exact: true }).fill("midnight");
  await page.getByText("Another time zone").click();
  await page.getByLabel("Time zone").selectOption("Asia/Tokyo");
  await check();
  await makeDraft(page);
  await expect(page.getByText(/The session is planned\./)).toBeVisible();
  await expect(page.getByText(/Tokyo time/).first()).toBeVisible();
  await page.getByRole("link", { name: "Details", exact: true }).click();
  await expect(page.getByLabel("Time zone")).toHaveValue("Asia/Tokyo");
  await check();
});

journey("details: an error, and somebody else who saved first", async ({ page, check }) => {
  const { amina, sessionId } = await storeForToday("s03");
  await signInAs(page, amina);
  await page.goto(paths.details(sessionId));
  await check();
  await page.getByLabel("Title").fill("");
  await save(page);
  await expect(wrong(page, "Enter a title")).toBeVisible();
  await check();
  await page.goto(paths.details(sessionId));

  const other = await page.context().newPage();
  await other.goto(paths.details(sessionId));
  await other.getByLabel("Title").fill("Renamed meanwhile");
  await save(other);
  await expect(other.getByText(/^Saved/)).toBeVisible();
  await other.close();

  await page.getByLabel("Title").fill("My own new title");
  await save(page);
  await expect(
    page.getByRole("heading", { level: 1, name: "This has changed since you opened it" }),
  ).toBeVisible();
  for (const title of ["My own new title", "Renamed meanwhile"])
    await expect(page.getByText(title).first()).toBeVisible();
  await check();
});
