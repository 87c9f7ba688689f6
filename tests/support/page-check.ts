import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";
import type { CDPSession, Page } from "@playwright/test";

const NARROWEST_PX = 320;

/** What must hold on every page in every state: axe finds nothing, and 320 pixels are wide enough. */
export async function checkPage(page: Page) {
  // No page of ours may hold a frame, so axe needs no second page to put the findings of frames together.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  const { violations } = await axe.analyze();
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

/** For each page whose scripts are off, what turns them on and off. Once it is detached they would be on. */
const switches = new WeakMap<Page, Promise<CDPSession>>();

/** The same for a page whose scripts are off. Axe needs them on; those of the page itself were passed over for good. */
export async function checkPageWithoutScripts(page: Page) {
  const switching = switches.get(page) ?? page.context().newCDPSession(page);
  switches.set(page, switching);
  const session = await switching;
  const turnOff = (value: boolean) => session.send("Emulation.setScriptExecutionDisabled", { value });
  await page.waitForLoadState("load");
  // A session can only turn on what it has turned off itself.
  await turnOff(true);
  await turnOff(false);
  try {
    await checkPage(page);
  } finally {
    await turnOff(true);
  }
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
