import { defineConfig } from "@playwright/test";
import { MISSING_CHROMIUM, findChromium } from "./tests/support/chromium";

const executablePath = findChromium();
if (!executablePath) throw new Error(MISSING_CHROMIUM);

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  globalSetup: "./tests/support/served-application.ts",
  reporter: [["list"], ["json", { outputFile: "reports/playwright.json" }]],
  use: {
    browserName: "chromium",
    locale: "en-GB",
    timezoneId: "Europe/London",
    viewport: { width: 1280, height: 900 },
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath,
      args: [
        "--disable-gpu",
        "--disable-quic",
        "--disable-background-networking",
        // A proxy of the tests speaks https under this name, with a certificate that nobody vouches for.
        "--host-resolver-rules=MAP greenroom.example 127.0.0.1",
        "--ignore-certificate-errors",
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      ],
    },
  },
});
