import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { Client } from "pg";
import { keptSecret } from "./kept-secret";
import { copyPostgresBinaries, findPostgresBinaries } from "./postgres-binaries";
import type { PostgresBinaries } from "./postgres-binaries";
import { livingPort } from "./postmaster";
import { StartProblem } from "./start-problem";
import { canReach, findSystemUser } from "./system-user";
import type { SystemUser } from "./system-user";

export type EmbeddedPostgres = {
  /** Where its data lies: in the data directory, unless PostgreSQL's system user cannot reach that. */
  folder: string;
  /** The superuser's address of one database. Never given to the application. */
  superuserUrl(database?: string): string;
  /** Whether it ran already. */
  joined: boolean;
  /** Stops the server, unless another process still uses it. */
  stop(): Promise<void>;
};

type Place = { cluster: string; log: string; password: string; binaries: PostgresBinaries; user: SystemUser };

const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "100",
  // Well before a statement stops waiting for a lock (two seconds), so that a deadlock is told for what it is.
  deadlock_timeout: "250ms",
  timezone: "UTC",
  log_timezone: "UTC",
  // Without these three, a refused row (a child's name in it) would stand in the log.
  log_error_verbosity: "terse",
  log_min_error_statement: "panic",
  log_parameter_max_length_on_error: "0",
};

/** Starts the PostgreSQL that came with npm, or joins the one that already runs on this data directory. */
export async function startEmbeddedPostgres(options: {
  dataDirectory: string;
  settings?: Record<string, string>;
}): Promise<EmbeddedPostgres> {
  const place = choosePlace(path.resolve(options.dataDirectory));
  if (!existsSync(path.join(place.cluster, "PG_VERSION"))) await initialise(place, options.settings ?? {});
  const running = livingPort(place.cluster);
  const port = running ?? (await startServer(place));
  function superuserUrl(database = "postgres") {
    return `postgres://postgres:${place.password}@127.0.0.1:${port}/${database}`;
  }
  await waitUntilItAnswers(superuserUrl(), place);
  return {
    folder: path.dirname(place.cluster),
    superuserUrl,
    joined: running !== null,
    stop: () => stopServer(place, superuserUrl()),
  };
}

function choosePlace(dataDirectory: string): Place {
  const user = findSystemUser();
  const binaries = findPostgresBinaries();
  const password = keptSecret(dataDirectory, "postgres-password");
  if (canReach(user, binaries.initdb) && canReach(user, dataDirectory))
    return { ...within(dataDirectory, user), password, binaries, user };
  const shared = "/var/lib/greenroom";
  const name = `${path.basename(path.dirname(dataDirectory))}-${createHash("sha256").update(dataDirectory).digest("hex").slice(0, 12)}`;
  mkdirSync(shared, { recursive: true, mode: 0o755 });
  return {
    ...within(path.join(shared, name), user),
    password,
    binaries: copyPostgresBinaries(binaries, shared),
    user,
  };
}

function within(folder: string, user: SystemUser) {
  const home = path.join(folder, "postgres");
  mkdirSync(home, { recursive: true });
  if (user) chownSync(home, user.uid, user.gid);
  chmodSync(home, 0o700);
  return { cluster: path.join(home, "cluster"), log: path.join(home, "postgres.log") };
}

async function initialise(place: Place, settings: Record<string, string>) {
  rmSync(place.cluster, { recursive: true, force: true });
  const passwordFile = path.join(path.dirname(place.cluster), "first-password");
  writeFileSync(passwordFile, place.password, { mode: 0o600 });
  if (place.user) chownSync(passwordFile, place.user.uid, place.user.gid);
  try {
    const flags = Object.entries({ ...SETTINGS, ...settings }).map(
      ([name, value]) => `--set=${name}=${value}`,
    );
    await run(place, place.binaries.initdb, [
      `--pgdata=${place.cluster}`,
      "--username=postgres",
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--locale=C",
      "--data-checksums",
      ...flags,
    ]);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

async function startServer(place: Place): Promise<number> {
  const port = await freePort();
  try {
    await run(place, place.binaries.pgCtl, [
      "start",
      "--wait",
      "--timeout=60",
      `--pgdata=${place.cluster}`,
      `--log=${place.log}`,
      `--options=-p ${port}`,
    ]);
    return port;
  } catch (problem) {
    const another = livingPort(place.cluster);
    if (another !== null) return another;
    throw problem;
  }
}

/** Others who use it keep it running. Who was killed may be listed for a moment yet, so that they are looked at again. */
async function stopServer(place: Place, url: string) {
  for (let look = 1; livingPort(place.cluster) !== null && (await isUsedByOthers(url)); look += 1) {
    if (look === 20) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  if (livingPort(place.cluster) === null) return;
  await run(place, place.binaries.pgCtl, ["stop", "--mode=fast", "--wait", `--pgdata=${place.cluster}`]);
}

async function isUsedByOthers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    const { rowCount } = await client.query(
      "SELECT 1 FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()",
    );
    return (rowCount ?? 0) > 0;
  } finally {
    await client.end();
  }
}

async function waitUntilItAnswers(url: string, place: Place) {
  for (let attempt = 1; ; attempt += 1) {
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (attempt === 100)
        throw new StartProblem(`The built-in PostgreSQL does not answer: ${String(error)}${logOf(place)}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function run(place: Place, program: string, options: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    // The server outlives pg_ctl and keeps its pipes: nothing may be piped, and the end to wait for is "exit".
    const child = spawn(program, options, {
      ...place.user,
      cwd: path.parse(place.cluster).root,
      stdio: "ignore",
      env: { ...process.env, LC_ALL: "C", TZ: "UTC" },
    });
    child.on("error", (error) => reject(new StartProblem(`PostgreSQL could not be run: ${error.message}`)));
    child.on("exit", (code) => {
      if (code === 0) resolve();
      else
        reject(new StartProblem(`The built-in PostgreSQL failed (${path.basename(program)})${logOf(place)}`));
    });
  });
}

function logOf(place: Place): string {
  try {
    const last = readFileSync(place.log, "utf8").trimEnd().split("\n").slice(-5).join("\n  ");
    return `. The end of ${place.log}:\n  ${last}`;
  } catch {
    return ".";
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
