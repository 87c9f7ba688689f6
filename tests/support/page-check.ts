import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";
import type { Browser, BrowserContext, Page } from "@playwright/test";

const NARROWEST_PX = 320;

/** What must hold on every page in every state: axe finds nothing, and 320 pixels are wide enough. */
export async function checkPage(page: Page) {
  // No page of ours may hold a frame, so axe needs no second page to put the findings of frames together.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
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

/** Where each browser looks at copies: it keeps style sheets and fonts between them. */
const places = new WeakMap<Browser, Promise<BrowserContext>>();

/** The same for a page whose scripts are off: axe needs them on, so that it looks at a copy that has none of its own. */
export async function checkPageWithoutScripts(page: Page, browser: Browser) {
  const place = places.get(browser) ?? browser.newContext({ javaScriptEnabled: true });
  places.set(browser, place);
  // A new page each time: one that is used again may still be laid out for the width of the last check.
  const copy = await (await place).newPage();
  const size = page.viewportSize();
  if (size) await copy.setViewportSize(size);
  // What a browser has taken in of a page is all that it can be asked for.
  await page.waitForLoadState("load");
  const body = (await page.content()).replaceAll(/<script\b[\s\S]*?<\/script>/g, "");
  await copy.route(page.url(), (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body }));
  await copy.goto(page.url());
  await checkPage(copy);
  await copy.close();
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
