import { expect } from "@playwright/test";
import { paths } from "~/paths";
import { withdrawConsent } from "~/services/withdraw-consent.server";
import { journey, PHONE, test } from "../support/journey";
import { makeLive } from "../support/make-live";
import { signInAs, storeForToday } from "../support/signed-in";

/** A recorded session that began ten minutes ago, in which nobody has changed their mind yet. */
async function liveSession() {
  const stored = await storeForToday("s08", {
    change: (record) => {
      record.consentEvents = record.consentEvents.filter(({ answer }) => answer !== "withdrawn");
    },
  });
  await makeLive(stored);
  const caspian = stored.record.participants.find(({ displayName }) => displayName === "Caspian");
  return { ...stored, caspian: caspian?.id ?? "" };
}

test.describe("on a phone", () => {
  test.use(PHONE);

  journey("A change of mind while the session is on", async ({ page, check }) => {
    const { amina, wren, sessionId, caspian } = await liveSession();
    await signInAs(page, amina);
    await page.goto(paths.stopUsing(sessionId));
    await expect(page.getByText("Nothing waits to be removed")).toBeVisible();
    await page.goto(paths.runSheet(sessionId));
    await expect(page.getByRole("heading", { name: "New Year plans" })).toBeVisible();
    await expect(page.getByText("Somebody changed their mind: do this now")).toHaveCount(0);

    const taken = { giverId: null, scopes: ["camera"], how: "text", at: null } as const;
    expect(await withdrawConsent(wren, sessionId, caspian, taken, {})).toMatchObject({ ok: true });

    await page.reload();
    await expect(page.getByText("Somebody changed their mind: do this now")).toBeVisible();
    await expect(page.getByText(/YP-01 Caspian: camera off/)).toBeVisible();
    await check();

    await page.goto(paths.home);
    await expect(page.getByText("YP-01: camera off")).toBeVisible();
    await page.getByRole("link", { name: /See what/ }).click();
    await expect(page.getByRole("heading", { name: "Stop using and remove", level: 1 })).toBeVisible();
    await check();
    await page.getByRole("link", { name: "Deal with it for YP-01" }).click();
    await expect(page.getByRole("heading", { name: "Stop using what Caspian took back" })).toBeVisible();
    await page.getByRole("button", { name: "It is done" }).click();
    await expect(page.getByRole("alert")).toContainText("Confirm that they were told");
    await check();
    await page.getByLabel("We have stopped using it, and removed what we can").check();
    await page.getByLabel("We told Caspian what cannot be taken back").check();
    await page.getByRole("button", { name: "It is done" }).click();
    await expect(page.getByText("Noted: stopped using and removed")).toBeVisible();
    await expect(page.getByText("Amina Farrow says so.")).toBeVisible();
  });
});
