import { expect } from "@playwright/test";
import { PHONE, journey, test } from "../support/journey";

journey("the first page says what this is", async ({ page, check }) => {
  await page.goto("/");
  await expect(page).toHaveTitle(/Greenroom/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await check();
});

test.describe("on a phone", () => {
  test.use(PHONE);

  test("the first page fits", async ({ page, check }) => {
    await page.goto("/");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await check();
  });
});
