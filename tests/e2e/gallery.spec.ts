import { execFileSync } from "node:child_process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect } from "@playwright/test";
import { pageNames } from "../gallery/page-names";
import { PHONE, test } from "../support/journey";

const writer = fileURLToPath(new URL("../gallery/write-gallery.ts", import.meta.url));
const results = fileURLToPath(new URL("../../test-results", import.meta.url));
let folder = "";
const addressOf = (name: string) => pathToFileURL(`${folder}/${name}.html`).href;

test.beforeAll(({}, { workerIndex }) => {
  folder = `${results}/gallery-${workerIndex}`;
  execFileSync(process.execPath, ["--import", "tsx", writer, folder]);
});

for (const name of pageNames) {
  test(`every component of the page “${name}” holds`, async ({ page, check }) => {
    await page.goto(addressOf(name));
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await check();
  });
}

test("nothing carries a style attribute, which the content security policy would refuse", async ({
  page,
}) => {
  for (const name of pageNames) {
    await page.goto(addressOf(name));
    await expect(page.locator("body [style]")).toHaveCount(0);
  }
});

test("on paper there is the content and no navigation", async ({ page }) => {
  await page.goto(addressOf("readiness"));
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { name: "Milo is too young for this platform" })).toBeVisible();
  await expect(page.getByRole("banner")).toBeHidden();
  await expect(page.getByRole("contentinfo")).toBeHidden();
  await expect(page.getByRole("link", { name: "Put the first one right" })).toBeHidden();
});

test("questions below an answer show once it is chosen", async ({ page }) => {
  await page.goto(addressOf("form"));
  await expect(page.getByLabel("Organiser")).toBeVisible();
  await page.getByLabel("We run our own").check();
  await expect(page.getByLabel("Organiser")).toBeHidden();
});

test.describe("on a phone", () => {
  test.use(PHONE);

  test("the menu opens without scripts and holds every link and the way out", async ({ page, check }) => {
    await page.goto(addressOf("sessions"));
    await expect(page.getByRole("link", { name: "Platforms" })).toBeHidden();
    await page.getByText("Menu").click();
    await expect(page.getByRole("link", { name: "Platforms" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Sessions", exact: true })).toHaveAttribute(
      "aria-current",
      "page",
    );
    await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
    await check();
  });
});
