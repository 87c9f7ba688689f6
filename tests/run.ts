import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { z } from "zod";
import { buildIfNeeded } from "~/server/build";
import { MISSING_CHROMIUM, ensureChromium } from "./support/chromium";

type Counts = { passed: number; failed: number };
type Stage = { name: string; run: () => boolean; counts?: () => Counts };

const unitReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });
const browserReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});

const STAGES: Stage[] = [
  { name: "database client", run: () => node("prisma/cli.mjs", "generate") },
  { name: "format", run: () => tool("prettier", "--check", "--log-level=warn", ".") },
  { name: "lint", run: () => tool("eslint", ".", "--max-warnings=0") },
  {
    name: "layers",
    run: () => tool("depcruise", "app", "tests", "prisma", "--config", ".dependency-cruiser.js"),
  },
  { name: "types", run: () => tool("tsc") },
  { name: "build", run: () => attempt(() => buildIfNeeded(console.log)) },
  {
    name: "unit and database tests",
    run: () =>
      tool("vitest", "run", "--reporter=default", "--reporter=json", "--outputFile.json=reports/vitest.json"),
    counts: () => {
      const report = unitReport.parse(read("reports/vitest.json"));
      return { passed: report.numPassedTests, failed: report.numFailedTests };
    },
  },
  {
    name: "browser",
    run: () =>
      ensureChromium() !== null ||
      attempt(() => {
        throw new Error(MISSING_CHROMIUM);
      }),
  },
  {
    name: "browser tests",
    run: () => tool("playwright", "test"),
    counts: () => {
      const { stats } = browserReport.parse(read("reports/playwright.json"));
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
    },
  },
];

rmSync("reports", { recursive: true, force: true });
mkdirSync("reports", { recursive: true });
const total: Counts = { passed: 0, failed: 0 };
let broken: string | null = null;
for (const stage of STAGES) {
  const began = performance.now();
  console.log(`\n— ${stage.name}`);
  const ok = stage.run();
  add(stage);
  console.log(
    `${ok ? "✓" : "✗"} ${stage.name}: ${ok ? "passed" : "FAILED"} in ${((performance.now() - began) / 1000).toFixed(1)} s`,
  );
  if (!ok) {
    broken = stage.name;
    break;
  }
}
if (broken) console.log(`\nStopped at: ${broken}. What comes after it was not run.`);
if (broken && total.failed === 0) total.failed = 1;
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = broken ? 1 : 0;

function add(stage: Stage) {
  if (!stage.counts) return;
  try {
    const counts = stage.counts();
    total.passed += counts.passed;
    total.failed += counts.failed;
  } catch {
    console.log(`${stage.name} left no report.`);
  }
}

function tool(name: string, ...words: string[]): boolean {
  const outcome = spawnSync("npx", ["--no-install", name, ...words], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  return outcome.status === 0;
}

function node(...words: string[]): boolean {
  return spawnSync(process.execPath, words, { stdio: "inherit" }).status === 0;
}

function attempt(work: () => void): boolean {
  try {
    work();
    return true;
  } catch (problem) {
    console.error(problem instanceof Error ? problem.message : problem);
    return false;
  }
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}
