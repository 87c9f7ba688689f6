import { expect } from "@playwright/test";
import { paths } from "~/paths";
import { changeMember } from "~/services/change-member.server";
import { makeResetCode } from "~/services/make-reset-code.server";
import { makeMember } from "../factories/organisation";
import { journey } from "../support/journey";
import { signInAs, storeForToday } from "../support/signed-in";

journey(
  "whoever leaves hands their sessions over, and the leads are told what was done",
  async ({ page, check }) => {
    const { amina, petra, rowan, sessionId } = await storeForToday("s04-twin-last-good-day");
    const successor = await makeMember(amina, ["planner"]);
    await signInAs(page, rowan);
    await page.goto(paths.endMembership(amina.userId));
    const heading = page.getByRole("heading", { level: 1, name: "End the membership of Amina Farrow?" });
    await expect(heading).toBeVisible();
    await page.getByRole("button", { name: "End the membership" }).click();
    await expect(page.getByRole("link", { name: "Select who takes over their sessions" })).toBeVisible();
    await check();
    await page.getByLabel("Who takes over their sessions?").selectOption(successor.userId);
    await page.getByRole("button", { name: "End the membership" }).click();
    await expect(page.getByRole("alert")).toContainText("They can no longer sign in to this organisation");
    await signInAs(page, successor);
    await page.goto(paths.session(sessionId));
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();

    await changeMember(
      rowan,
      successor.userId,
      { roles: ["planner", "approver"], adultId: null },
      { version: 1 },
    );
    await makeResetCode(rowan, successor.userId, { sendsMail: false });
    await signInAs(page, petra);
    await page.goto(paths.home);
    await expect(page.getByText("Was given rights")).toBeVisible();
    await expect(page.getByText("An administrator made a code to reset their password")).toBeVisible();
    await check();
  },
);
