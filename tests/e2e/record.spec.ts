import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { sessionRecord } from "~/domain/record/schema";
import { paths } from "~/paths";
import { makeMember } from "../factories/organisation";
import { journey, test } from "../support/journey";
import { signInAs, storeForToday } from "../support/signed-in";

async function download(page: Page) {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Export" }).click(),
  ]);
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), "utf8") };
}

journey("an approver exports a record, redacted and with names", async ({ page, check }) => {
  const { idris, sessionId } = await storeForToday("s05");
  await signInAs(page, idris);
  await page.goto(paths.records);
  await check();
  await page.getByRole("link", { name: "LY-0001" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Quiz hour" })).toBeVisible();

  await page.getByRole("link", { name: "Export this record" }).click();
  await check();
  await page.getByLabel("JSON", { exact: true }).check();
  const redacted = await download(page);
  expect(redacted.name).toMatch(/^LY-0001-\d{8}T\d{6}Z\.json$/);
  expect(sessionRecord.parse(JSON.parse(redacted.text)).derived).not.toBeNull();

  await page.getByLabel("Yes, with names").check();
  await page.getByRole("button", { name: "Export" }).click();
  await expect(page.getByRole("alert")).toContainText("Enter why names are needed");
  await check();
  await expect(page.getByLabel("JSON", { exact: true })).toBeChecked();
  await page.getByLabel("Why are names needed?").fill("The inspector asked for it");
  const named = await download(page);
  expect(named.name).toMatch(/-named\.json$/);
  expect(sessionRecord.parse(JSON.parse(named.text)).derived).toBeNull();

  await page.getByLabel("PDF", { exact: true }).check();
  await page.getByLabel("No: everybody stands by a code").check();
  const pdf = await download(page);
  expect(pdf.name).toMatch(/\.pdf$/);
  expect(pdf.text.slice(0, 5)).toBe("%PDF-");

  await page.goto(paths.record(sessionId));
  const history = page.getByRole("list").filter({ hasText: "Record exported" });
  await expect(history.getByRole("listitem").filter({ hasText: "PDF, redacted" })).toHaveCount(1);
  await expect(history.getByRole("listitem").filter({ hasText: "The inspector asked for it" })).toHaveCount(
    1,
  );
  await check();
});

journey("a reviewer sees records redacted and nothing else of a session", async ({ page, check }) => {
  const { amina, sessionId } = await storeForToday("s05");
  await signInAs(page, await makeMember(amina, ["reviewer"]));
  await page.goto(paths.records);
  await expect(page.getByText("Quiz hour")).toHaveCount(0);
  await check();
  await page.getByRole("link", { name: "LY-0001" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Session LY-0001" })).toBeVisible();
  for (const name of ["Bryony", "Cattermoss", "Odalys", "Quiz hour", "01632"])
    await expect(page.getByText(name)).toHaveCount(0);
  await expect(page.getByText("YP-01").first()).toBeVisible();
  await check();
  await page.goto(paths.exportRecord(sessionId));
  await expect(page.getByLabel("Yes, with names")).toHaveCount(0);
  await page.getByLabel("CSV of young people").check();
  const { name, text } = await download(page);
  expect(name).toMatch(/-participants\.csv$/);
  expect(text).not.toContain("Bryony");
  await check();
  for (const hidden of [paths.session(sessionId), paths.runSheet(sessionId), paths.readiness(sessionId)])
    expect((await page.goto(hidden))?.status()).toBe(404);
});

test("a stranger finds neither record nor export, and a planner gets no names by a forged form", async ({
  page,
}) => {
  const { amina, stranger, sessionId } = await storeForToday("s05");
  await signInAs(page, stranger);
  for (const hidden of [paths.record(sessionId), paths.exportRecord(sessionId)])
    expect((await page.goto(hidden))?.status()).toBe(404);
  await page.goto(paths.records);
  await expect(page.getByText("No records here")).toBeVisible();
  await signInAs(page, amina);
  await page.goto(paths.exportRecord(sessionId));
  await page.locator("form[action$='/export/file']").evaluate((form) => {
    const add = (name: string, value: string) => {
      const input = document.createElement("input");
      Object.assign(input, { type: "hidden", name, value });
      form.append(input);
    };
    add("names", "named");
    add("reason", "Curious");
  });
  await page.getByRole("button", { name: "Export" }).click();
  await expect(page.getByRole("heading", { name: "You cannot do this" })).toBeVisible();
});
