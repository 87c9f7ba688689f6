import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";
import type { Browser, Page } from "@playwright/test";

const NARROWEST_PX = 320;

/** What must hold on every page in every state: axe finds nothing, and 320 pixels are wide enough. */
export async function checkPage(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, help, nodes }) => ({
      id,
      help,
      where: nodes.map((node) => node.target.join(" ")),
    })),
    `axe on ${page.url()}`,
  ).toEqual([]);
  await expectNoSidewaysScrolling(page);
}

/** The same for a page whose scripts are off: axe needs them on, so that it looks at a copy that has none of its own. */
export async function checkPageWithoutScripts(page: Page, browser: Browser) {
  const context = await browser.newContext({ javaScriptEnabled: true, viewport: page.viewportSize() });
  const copy = await context.newPage();
  const body = (await page.content()).replaceAll(/<script\b[\s\S]*?<\/script>/g, "");
  await copy.route(page.url(), (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body }));
  await copy.goto(page.url());
  await checkPage(copy);
  await context.close();
}

async function expectNoSidewaysScrolling(page: Page) {
  const before = page.viewportSize();
  await page.setViewportSize({ width: NARROWEST_PX, height: 800 });
  const { scrollWidth, clientWidth } = await page.evaluate(() => ({
    scrollWidth: document.documentElement.scrollWidth,
    clientWidth: document.documentElement.clientWidth,
  }));
  expect(scrollWidth, `width of ${page.url()} at ${NARROWEST_PX} px`).toBeLessThanOrEqual(clientWidth);
  if (before) await page.setViewportSize(before);
}
