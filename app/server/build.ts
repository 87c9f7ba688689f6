import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { folders } from "./folders";
import { StartProblem } from "./start-problem";

const SOURCES = [
  "app",
  "public",
  "prisma/schema.prisma",
  "remix.config.js",
  "vite.config.ts",
  "package-lock.json",
];
const STAMP = path.join(folders.checkout, "build", "fingerprint");
const resolve = createRequire(import.meta.url).resolve;

/** Generates the database client and builds the application, unless the build at hand was made from these very sources. */
export function buildIfNeeded(tell: (line: string) => void) {
  const fingerprint = fingerprintOf(SOURCES);
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === fingerprint && existsSync(generated())) return;
  if (!isInstalled("@remix-run/dev") && existsSync(STAMP)) return;
  tell("Building the application (only after a change) …");
  generateClient();
  run("the build", [
    path.join(path.dirname(resolve("@remix-run/dev/package.json")), "dist", "cli.js"),
    "vite:build",
  ]);
  writeFileSync(STAMP, fingerprint);
}

/** Generates the typed database client from prisma/schema.prisma. Nothing is downloaded. */
export function generateClient() {
  run("the generation of the database client", [
    path.join(folders.checkout, "prisma", "cli.mjs"),
    "generate",
  ]);
}

function generated(): string {
  return path.join(folders.checkout, "app", "generated", "prisma", "client.ts");
}

function isInstalled(name: string): boolean {
  try {
    resolve(`${name}/package.json`);
    return true;
  } catch {
    return false;
  }
}

function run(what: string, command: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: folders.checkout,
    encoding: "utf8",
    env: { ...process.env, NODE_ENV: "production" },
  });
  if (status !== 0) throw new StartProblem(`${stdout}${stderr}\nFailed: ${what}.`);
}

function fingerprintOf(sources: string[]): string {
  const hash = createHash("sha256");
  for (const file of sources.flatMap((source) => filesIn(path.join(folders.checkout, source))).sort()) {
    hash.update(path.relative(folders.checkout, file)).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

function filesIn(place: string): string[] {
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place, { withFileTypes: true })
    .filter((entry) => entry.name !== "generated" && !entry.name.includes(".test."))
    .flatMap((entry) => filesIn(path.join(place, entry.name)));
}
