import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { findSessionFor } from "~/data/session-page.server";
import type { Actor } from "~/domain/actor";
import { sessionRecord } from "~/domain/record/schema";
import { paths } from "~/paths";
import { exportSessionRecord } from "~/services/export-session-record.server";
import { markSessionReady } from "~/services/mark-session-ready.server";
import { signOffSession } from "~/services/sign-off-session.server";
import { makeMember } from "../factories/organisation";
import { journey, test } from "../support/journey";
import { signInAs, storeForToday } from "../support/signed-in";

const A4_BETWEEN_MARGINS_PX = 703;

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
  await page.goto(paths.exportRecord(sessionId));
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
});

journey("the record tells what left and why, to those who may have names", async ({ page, check }) => {
  const { amina, idris, sessionId } = await storeForToday("s05");
  await exportSessionRecord(idris, sessionId, { format: "pdf", namesBecause: null });
  await exportSessionRecord(idris, sessionId, { format: "json", namesBecause: "The inspector asked" });
  await signInAs(page, idris);
  await page.goto(paths.records);
  await page.getByRole("link", { name: "LY-0001" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Quiz hour" })).toBeVisible();
  const events = page.getByRole("listitem").filter({ hasText: "Record exported" });
  await expect(events).toHaveCount(2);
  await expect(events.first()).toContainText("JSON, with names");
  await expect(events.first()).toContainText("The inspector asked");
  await expect(events.last()).toContainText("PDF, redacted");
  await check();
  await page.getByRole("link", { name: "Export this record" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Export the record" })).toBeVisible();
  await page.goBack();
  await signInAs(page, amina);
  await page.reload();
  await expect(events).toHaveCount(2);
  await expect(page.getByText("The inspector asked")).toHaveCount(0);
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

journey("the run sheet says first whether to run, and fits one side of A4", async ({ page, check }) => {
  const { amina, idris, sessionId } = await storeForToday("s03-variant-recording-off");
  await signInAs(page, amina);
  await page.goto(paths.runSheet(sessionId));
  const sheet = page.getByRole("article");
  await expect(sheet).toContainText(/^Not signed off: do not run this session/);
  await check();
  const code = await codeOf(page);

  await signOff(amina, idris, sessionId);
  await page.reload();
  await expect(sheet).toContainText(/^Signed off by Idris Marrowby on /);
  expect(await codeOf(page)).not.toBe(code);
  for (const words of ["YP-08", "01632 960142", "0800 1111", "999"]) await expect(sheet).toContainText(words);
  await check();
  expect(await printedPages(page)).toBe(1);
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: A4_BETWEEN_MARGINS_PX, height: 1000 });
  const cut = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(cut).toBe(0);
});

async function codeOf(page: Page) {
  return /Code ([0-9A-F]{4}-[0-9A-F]{4}),/.exec(await page.locator("main").innerText())?.[1];
}

/** Chromium writes one object of this type for each page. */
async function printedPages(page: Page) {
  const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
  return pdf.toString("latin1").match(/\/Type \/Page\b/g)?.length;
}

async function signOff(planner: Actor, approver: Actor, sessionId: string) {
  await markSessionReady(planner, sessionId, { version: null });
  const seen = (await findSessionFor(approver, sessionId))?.digest ?? "";
  const outcome = await signOffSession(approver, sessionId, { seen, accepted: [], adultsSuit: true });
  if (!outcome.ok) throw new Error(outcome.refusal.message);
}

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
