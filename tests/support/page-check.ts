import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";
import type { Browser, Page, Route } from "@playwright/test";

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

/** The page that each browser looks at copies in, which keeps style sheets and fonts between them. */
const copies = new WeakMap<Browser, Promise<Page>>();

/** The same for a page whose scripts are off: axe needs them on, so that it looks at a copy that has none of its own. */
export async function checkPageWithoutScripts(page: Page, browser: Browser) {
  const opened = copies.get(browser) ?? browser.newPage({ javaScriptEnabled: true });
  copies.set(browser, opened);
  const copy = await opened;
  const size = page.viewportSize();
  if (size) await copy.setViewportSize(size);
  const body = (await page.content()).replaceAll(/<script\b[\s\S]*?<\/script>/g, "");
  const show = (route: Route) => route.fulfill({ contentType: "text/html; charset=utf-8", body });
  await copy.route(page.url(), show);
  await copy.goto(page.url());
  await checkPage(copy);
  await copy.unroute(page.url(), show);
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
