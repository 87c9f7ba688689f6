import { expect } from "@playwright/test";
import { journey } from "../support/journey";
import { signInAs, storeForToday } from "../support/signed-in";
import { paths } from "~/paths";

journey("a planner sees what stands in the way", async ({ page, check }) => {
  const { amina, sessionId } = await storeForToday("s01");
  await signInAs(page, amina);
  await page.goto(paths.readiness(sessionId));
  await expect(page.getByRole("heading", { level: 1, name: "Ask us anything" })).toBeVisible();
  await check();
});
