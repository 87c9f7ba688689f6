import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { startApplication } from "../support/running-application";

/** Starts and stops of the whole application with the PostgreSQL that it brings along, on an empty folder. */
let dataDirectory = "";

test.describe.configure({ mode: "serial" });

test.beforeAll(() => {
  dataDirectory = mkdtempSync(path.join(tmpdir(), "greenroom-start-"));
  // As root, PostgreSQL runs as another system user, who has to reach the folder.
  chmodSync(dataDirectory, 0o755);
});

test.afterAll(() => rmSync(dataDirectory, { recursive: true, force: true }));

test("an empty folder is enough to start, and SIGTERM stops everything", async () => {
  const application = await startApplication({ DATA_DIR: dataDirectory });
  expect((await fetch(`${application.origin}/healthz`)).status).toBe(200);
  expect((await fetch(`${application.origin}/readyz`)).status).toBe(200);
  expect((await fetch(application.origin)).status).toBe(200);
  expect(application.output()).toContain("There is no organisation yet. Make the first one: http");
  expect(await application.stop()).toBe(0);
  expect(postmaster()).toBeNull();
});

test("the passwords it made are for the user who started it alone", () => {
  for (const name of ["postgres-password", "owner-password", "application-password"])
    expect(statSync(path.join(dataDirectory, name)).mode & 0o777).toBe(0o600);
});

test("after kill -9 the next start joins the PostgreSQL that still runs", async () => {
  const killed = await startApplication({ DATA_DIR: dataDirectory });
  const before = postmaster();
  await killed.stop("SIGKILL");
  const application = await startApplication({ DATA_DIR: dataDirectory });
  expect(before).not.toBeNull();
  expect(postmaster()).toBe(before);
  expect((await fetch(`${application.origin}/readyz`)).status).toBe(200);
  expect(await application.stop()).toBe(0);
  expect(postmaster()).toBeNull();
});

test("while the database is away, the process lives and says that it is not ready", async () => {
  const application = await startApplication({ DATA_DIR: dataDirectory, LOG_LEVEL: "silent" });
  process.kill(Number(postmaster()), "SIGINT");
  await expect.poll(async () => (await fetch(`${application.origin}/readyz`)).status).toBe(503);
  expect((await fetch(`${application.origin}/healthz`)).status).toBe(200);
  const page = await fetch(application.origin);
  expect(page.status).toBe(503);
  expect(page.headers.get("retry-after")).toBe("5");
  expect(await page.text()).toContain("Greenroom is not available");
  await expect.poll(postmaster).toBeNull();
  expect(await application.stop()).toBe(0);
});

test("bad settings are told one a line, and nothing is started", () => {
  const { status, stderr } = refused({ PORT: "many", SESSION_SECRET: "short" });
  expect(status).toBe(2);
  expect(stderr.trim().split("\n")).toEqual([
    "PORT must be a port number from 0 to 65535.",
    "SESSION_SECRET must have at least 32 characters.",
  ]);
});

function postmaster(): string | null {
  try {
    return (
      readFileSync(path.join(dataDirectory, "postgres", "cluster", "postmaster.pid"), "utf8").split(
        "\n",
      )[0] ?? null
    );
  } catch {
    return null;
  }
}

function refused(environment: Record<string, string>): { status: number; stderr: string } {
  try {
    execFileSync(process.execPath, ["--import", "tsx", "app/server/start.ts"], {
      env: { ...process.env, ...environment },
      stdio: "pipe",
    });
    return { status: 0, stderr: "" };
  } catch (problem) {
    const { status, stderr } = problem as { status: number; stderr: Buffer };
    return { status, stderr: stderr.toString() };
  }
}
