import { expect } from "@playwright/test";
import { paperReference } from "~/domain/consent/paper-reference";
import { paths } from "~/paths";
import { askingTheUsual, publishWords } from "../support/asked-by-link";
import { journey, PHONE, test } from "../support/journey";
import { signInAs, storeForToday } from "../support/signed-in";
import { recordNow } from "../support/signed-session";

test.use(PHONE);

journey("staff print a form for each person, and record one by its reference", async ({ page, check }) => {
  const stored = await storeForToday("s01", { change: askingTheUsual });
  await publishWords(stored);
  const { amina, sessionId, record } = stored;
  const [one, other] = record.participants;
  if (!one || !other) throw new Error("Too few take part");
  await signInAs(page, amina);
  await page.goto(paths.consent(sessionId));
  await page.getByRole("link", { name: "print the forms" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Paper forms" })).toBeVisible();
  await expect(page.getByRole("region", { name: /^Form / })).toHaveCount(0);
  await page.goto(paths.paperForms(sessionId) + `?who=${one.id}&who=${other.id}`);
  await check();
  const form = page.getByRole("region", { name: `Form ${paperReference(one)}` });
  await expect(page.getByRole("region", { name: /^Form / })).toHaveCount(2);
  for (const told of [one.firstName, one.surname, one.displayName, record.session.title, one.birth])
    if (told) await expect(form).not.toContainText(told);
  await page.getByLabel("The title of the session").check();
  await page.getByRole("button", { name: "Show the forms" }).click();
  await expect(form).toContainText(record.session.title);
  const pages = (await page.pdf({ format: "A4" })).toString("latin1").match(/\/Type \/Page\b/g);
  expect(pages).toHaveLength(2);

  await page.getByRole("link", { name: "record each from its paper form" }).click();
  await page.getByLabel("Reference on the form").fill("CCC-CCC");
  await page.getByRole("button", { name: "Find the person" }).click();
  await expect(page.getByRole("alert")).toContainText("has this reference");
  await check();
  await page.getByLabel("Reference on the form").fill(paperReference(other).toLowerCase().replace("-", ""));
  await page.getByRole("button", { name: "Find the person" }).click();
  await expect(page.getByLabel("On paper")).toBeChecked();
  await expect(page.getByText(/The form has to say Words/)).toBeVisible();
  await check();
  await page.getByLabel("themselves").check();
  await page
    .getByRole("group", { name: /^Be seen/ })
    .getByLabel("No")
    .check();
  await page.getByRole("button", { name: "Save the answer" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Record from a paper form" })).toBeVisible();
  expect((await recordNow(stored)).consentEvents.at(-1)).toMatchObject({
    participantId: other.id,
    scope: "camera",
    answer: "no",
    how: "paper",
    recordedBy: amina.userId,
  });
});
