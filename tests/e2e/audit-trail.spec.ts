import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { openNote } from "~/data/checkpoint-signature.server";
import { checkpointFile, readCheckpointText } from "~/domain/audit-checkpoint";
import { paths } from "~/paths";
import { journey, PHONE, test } from "../support/journey";
import { signedIn, signInAs, storeForToday } from "../support/signed-in";
import { signOffToday } from "../support/signed-off-today";

journey("an administrator searches the audit trail and takes it away", async ({ page, check }) => {
  const stored = await storeForToday("s04-twin-last-good-day");
  await signOffToday(stored);
  await signInAs(page, stored.idris);
  await page.goto(paths.readiness(stored.sessionId));
  await signInAs(page, stored.rowan);
  await page.goto(paths.settings);
  await page.getByRole("link", { name: "Audit trail" }).click();
  await expect(page.getByRole("heading", { name: "Audit trail", level: 1 })).toBeVisible();
  await check();
  const rows = page.getByRole("row");
  await expect(rows.filter({ hasText: "Signed off" }).first()).toContainText("Idris Marrowby");
  await expect(rows.filter({ hasText: "Page about young people opened" })).toContainText("Readiness");

  await page.getByText("Filter this list").click();
  await page.getByLabel("Person").selectOption({ label: "Idris Marrowby" });
  await page.getByLabel("What happened").selectOption({ label: "Signed off" });
  await page.getByLabel("Session number").fill(stored.record.session.reference.toLowerCase());
  await page.getByRole("group", { name: "From" }).getByLabel("Day").fill("1");
  await page.getByRole("group", { name: "From" }).getByLabel("Month").fill("1");
  await page.getByRole("group", { name: "From" }).getByLabel("Year").fill("2020");
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page.getByRole("list", { name: "Filters in use" })).toContainText("From 1 January 2020");
  await expect(rows).toHaveCount(2);
  await check();
  const [found] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download as CSV" }).click(),
  ]);
  const csv = readFileSync(await found.path(), "utf8");
  expect(csv.trim().split("\r\n")).toHaveLength(2);
  expect(csv).toContain('"session.signed_off","Signed off","Idris Marrowby"');

  await page.getByRole("link", { name: /From 1 January 2020/ }).click();
  await page.goto(`${paths.audit}?session=NONE-9999`);
  await expect(page.getByText("Nothing in the trail is like that")).toBeVisible();
  await check();
  await page.goto(`${paths.audit}?who=nobody&page=0&from.day=99`);
  await expect(page.getByText("A part of the search could not be read")).toBeVisible();
});

test("a checkpoint downloads, signed", async ({ page }) => {
  const actor = await signedIn(page, ["administrator"]);
  await page.goto(paths.audit);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download a checkpoint" }).click(),
  ]);
  const { keys, checkpoints } = checkpointFile.parse(JSON.parse(readFileSync(await file.path(), "utf8")));
  const opened = openNote(checkpoints[0] ?? "", keys);
  expect(readCheckpointText(opened?.text ?? "")).toMatchObject({ chain: actor.organisationId });
});

test("the trail is an administrator's alone, and of their own organisation", async ({ page }) => {
  const stored = await storeForToday("s05");
  for (const actor of [stored.amina, stored.idris, stored.petra]) {
    await signInAs(page, actor);
    for (const address of [paths.audit, paths.auditCsv, paths.auditCheckpoint])
      expect((await page.request.get(address)).status()).toBe(403);
  }
  await signInAs(page, stored.stranger);
  const csv = await (await page.request.get(paths.auditCsv)).text();
  expect(csv).toContain('"organisation.created"');
  for (const foreign of [stored.record.session.reference, "Amina Farrow"]) expect(csv).not.toContain(foreign);
});

test.describe("on a phone", () => {
  test.use(PHONE);
  test("the trail is a list of cards", async ({ page, check }) => {
    await signedIn(page, ["administrator"]);
    await page.goto(paths.audit);
    await expect(page.getByRole("heading", { name: "Audit trail", level: 1 })).toBeVisible();
    await check();
  });
});
