import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

export const MISSING_CHROMIUM =
  "The browser tests need Chromium, and none was found or could be installed: install it (npx playwright install chromium, or apt-get install chromium) and run again.";

/** Playwright's own Chromium, else the machine's; null when there is none. */
export function findChromium(): string | null {
  return [chromium.executablePath(), ...PLACES].find((place) => existsSync(place)) ?? null;
}

/** Finds a Chromium, or installs one: Playwright's own, else the distribution's where we may. */
export function ensureChromium(): string | null {
  const attempts = [
    () =>
      spawnSync("npx", ["--no-install", "playwright", "install", "chromium"], {
        stdio: "inherit",
        timeout: 300_000,
        shell: process.platform === "win32",
      }),
    () => installFromDebian(),
  ];
  for (const attempt of attempts) {
    const found = findChromium();
    if (found) return found;
    attempt();
  }
  return findChromium();
}

function installFromDebian() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  const options = {
    stdio: "inherit",
    timeout: 600_000,
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  } as const;
  spawnSync("apt-get", ["update"], options);
  spawnSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], options);
}
