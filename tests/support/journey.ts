import { test as base, expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { checkPage, checkPageWithoutScripts } from "./page-check";

/** An answer that a form or a refusal gives on purpose; the browser reports each as an error of its own. */
const ANSWERED_4XX = /^Failed to load resource: the server responded with a status of 4\d\d/;

type Fixtures = {
  /** Checks the page as it stands: accessibility and width. */
  check: () => Promise<void>;
};

/** `test` against the served application. Anything the browser reports as an error fails it, content security policy included. */
export const test = base.extend<Fixtures>({
  baseURL: async ({}, use) => use(process.env.TESTED_ORIGIN),
  page: async ({ page }, use) => {
    const problems = collectProblems(page);
    await use(page);
    expect(problems, "what the browser reported").toEqual([]);
  },
  check: async ({ page, javaScriptEnabled }, use) =>
    use(() => (javaScriptEnabled === false ? checkPageWithoutScripts(page) : checkPage(page))),
});

/** One journey, walked twice: with JavaScript, and without. */
export function journey(
  title: string,
  walk: (fixtures: { page: Page; check: () => Promise<void>; javaScriptEnabled: boolean }) => Promise<void>,
) {
  for (const javaScriptEnabled of [true, false]) {
    test.describe(() => {
      test.use({ javaScriptEnabled });
      test(`${title}, ${javaScriptEnabled ? "with" : "without"} JavaScript`, ({ page, check }) =>
        walk({ page, check, javaScriptEnabled }));
    });
  }
}

/** The same page on a phone: 390 pixels wide, touched instead of clicked. */
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

function collectProblems(page: Page): string[] {
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("console", (message) => {
    const loud = message.type() === "error" || message.type() === "warning";
    if (loud && !ANSWERED_4XX.test(message.text())) problems.push(message.text());
  });
  return problems;
}
