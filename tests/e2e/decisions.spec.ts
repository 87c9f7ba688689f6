import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { paths } from "~/paths";
import { journey } from "../support/journey";
import { signInAs, storeForToday } from "../support/signed-in";

const group = (page: Page, name: string | RegExp) => page.getByRole("group", { name });

/** S2's way out, with somebody of fifteen about whom nobody has decided anything yet. */
async function storeUndecided() {
  const stored = await storeForToday("s02-variant-competence", {
    change: (record) => {
      record.statements = record.statements.filter(({ about }) => about.kind !== "participant");
    },
  });
  const safiya = stored.record.participants.find(({ displayName }) => displayName === "Safiya")?.id ?? "";
  return { ...stored, safiya, address: paths.decideConsent(stored.sessionId, safiya) };
}

journey("whoever plans is led to who can decide, and decides nothing", async ({ page, check }) => {
  const { amina, idris, sessionId, safiya, address } = await storeUndecided();
  await signInAs(page, amina);
  await page.goto(paths.readiness(sessionId));
  await page
    .getByRole("link", { name: /ask the safeguarding lead whether they can decide/i })
    .first()
    .click();
  await expect(page).toHaveURL(address);
  await expect(page.getByText("Here that is Petra Hollowell.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Save the decision" })).toHaveCount(0);
  await check();
  await page.getByRole("link", { name: "Every answer and decision" }).click();
  await page.getByRole("link", { name: "What a safeguarding lead can decide" }).click();
  await expect(page).toHaveURL(address);

  await signInAs(page, idris);
  await page.goto(address);
  await expect(page.getByText("Here that is Petra Hollowell.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Every answer and decision" })).toHaveCount(0);
  expect((await page.goto(paths.consentHistory(sessionId, safiya)))?.status()).toBe(403);
});

journey("a safeguarding lead decides that somebody answers alone", async ({ page, check }) => {
  const { petra, sessionId, safiya, address } = await storeUndecided();
  await signInAs(page, petra);
  await page.goto(paths.session(sessionId));
  await page.getByRole("link", { name: "Consent", exact: true }).click();
  await check();
  await page.getByRole("link", { name: "Decide about the answers of Safiya" }).click();
  await expect(page).toHaveURL(address);
  await check();
  await page.getByRole("button", { name: "Save the decision" }).click();
  await expect(page.getByRole("link", { name: "Select whether they can answer alone" })).toBeVisible();
  await check();

  await group(page, "Can Safiya answer without a parent or carer?")
    .getByLabel("Yes", { exact: true })
    .check();
  await page.getByLabel("What did you consider?").fill("Can say what could follow from going live");
  await page.getByRole("button", { name: "Save the decision" }).click();
  await expect(page.getByRole("link", { name: "Select what they can answer alone" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Select who proposed it" })).toBeVisible();
  await check();
  for (const scope of ["Take part", "Be seen", "Be heard", "A name is shown"]) {
    await group(page, "What can they answer alone?").getByLabel(scope, { exact: true }).check();
  }
  await expect(
    page.getByLabel("Who proposed it?").getByRole("option", { name: "Petra Hollowell" }),
  ).toHaveCount(0);
  await page.getByLabel("Who proposed it?").selectOption({ label: "Wren Castellow" });
  await page.getByRole("button", { name: "Save the decision" }).click();

  await expect(page).toHaveURL(paths.consentHistory(sessionId, safiya));
  await expect(
    page.getByRole("heading", { name: "Decided: can answer without a parent or carer" }),
  ).toBeVisible();
  await expect(page.getByText("Proposed by Wren Castellow.")).toBeVisible();
  await expect(page.getByText("Considered: Can say what could follow from going live")).toBeVisible();
  await check();
  await page.goto(address);
  await expect(page.getByText("Safiya can answer without a parent or carer whether to")).toBeVisible();
  await check();
  await page.goto(paths.record(sessionId));
  await expect(
    page.getByText(/YP-01: Decided: can answer without a parent or carer, on whether to/),
  ).toBeVisible();
});

journey("a safeguarding lead says whose answer counts, and takes it back", async ({ page, check }) => {
  const { petra, sessionId, record } = await storeForToday("edge-parents-apart");
  const priya = record.participants.find(({ displayName }) => displayName === "Priya")?.id ?? "";
  const address = paths.decideConsent(sessionId, priya);
  await signInAs(page, petra);
  await page.goto(paths.home);
  await expect(page.getByText("Answers differ: waits for a safeguarding lead")).toBeVisible();
  await check();
  await page.goto(paths.readiness(sessionId));
  await page.getByRole("link", { name: "Decide whose answer counts" }).first().click();
  await expect(page).toHaveURL(address);
  await check();
  await page.getByRole("button", { name: "Save whose answer counts" }).click();
  await expect(page.getByRole("link", { name: "Select what you decide about" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Select whose answer counts" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Enter why" })).toBeVisible();
  await check();

  await group(page, "What do you decide about?").getByLabel("Be seen", { exact: true }).check();
  await group(page, "Whose answer counts?").getByLabel("Priya themselves").check();
  await page.getByLabel("Why?").fill("She has thought about it");
  await page.getByRole("button", { name: "Save whose answer counts" }).click();
  await expect(page.getByRole("heading", { name: "Decided whose answer counts" })).toBeVisible();
  await expect(page.getByText("Reason: She has thought about it")).toBeVisible();

  await page.goto(address);
  await expect(page.getByText("On whether to be seen on camera, this answer counts: Priya.")).toBeVisible();
  await group(page, "Whose answer counts?").getByLabel("Nobody’s more than another’s").check();
  await page.getByLabel("Why?").fill("Her parents want to talk first");
  await page.getByRole("button", { name: "Save whose answer counts" }).click();
  await expect(
    page.getByRole("heading", { name: "Decision on whose answer counts taken back" }),
  ).toBeVisible();
  await check();
});

journey("a decision made on an older version is shown beside what is stored", async ({ page, check }) => {
  const { petra, sessionId, record } = await storeForToday("s02-variant-competence");
  const safiya = record.participants.find(({ displayName }) => displayName === "Safiya")?.id ?? "";
  await signInAs(page, petra);
  await page.goto(paths.decideConsent(sessionId, safiya));
  const other = await page.context().newPage();
  await other.goto(paths.decideConsent(sessionId, safiya));
  await other.getByLabel("What did you consider?").fill("Spoke with her again");
  await other.getByRole("button", { name: "Save the decision" }).click();
  await expect(other).toHaveURL(paths.consentHistory(sessionId, safiya));
  await other.close();

  await group(page, "Can Safiya answer without a parent or carer?").getByLabel("No", { exact: true }).check();
  await page.getByLabel("What did you consider?").fill("She is not sure any more");
  await page.getByRole("button", { name: "Save the decision" }).click();
  await expect(page.getByRole("heading", { name: "This has changed since you opened it" })).toBeVisible();
  await expect(page.getByText("Spoke with her again")).toBeVisible();
  await check();
  await page.getByRole("button", { name: "Save what is chosen" }).click();
  await expect(
    page.getByRole("heading", { name: "Decided: cannot answer without a parent or carer" }),
  ).toBeVisible();
});
