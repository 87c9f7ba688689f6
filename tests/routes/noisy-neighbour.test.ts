import { request } from "node:http";
import { connect } from "node:net";
import pg from "pg";
import { expect } from "vitest";
import { newId } from "~/data/new-id.server";
import { accept } from "~/domain/refusal";
import { paths } from "~/paths";
import { exportSessionRecord } from "~/services/export-session-record.server";
import { oneExportAtATime } from "~/services/one-export-at-a-time.server";
import { ask, formHeaders, header } from "../support/ask";
import { loginToken } from "../support/login-token";
import { eventTypes } from "../support/recorded-events";
import { test as served } from "../support/served";
import { storeScenario, type StoredSession } from "../support/stored-session";

const test = served.extend<{ noisy: StoredSession; quiet: StoredSession }>({
  noisy: [async ({ connection: _ }, use) => use(await storeScenario("s05")), { scope: "file" }],
  quiet: [async ({ connection: _ }, use) => use(await storeScenario("s05")), { scope: "file" }],
});

/** The headers of a form and its first byte, and no more. */
function beginForm(origin: string, path: string) {
  const headers = { ...formHeaders(origin), "content-length": "100" };
  const form = request(new URL(path, origin), { method: "POST", agent: false, headers });
  const sent = new Promise<void>((resolve) => form.write("x", () => resolve()));
  const status = new Promise<number>((resolve, reject) => {
    form.on("error", reject);
    form.on("response", (answer) => {
      resolve(answer.statusCode ?? 0);
      form.destroy();
    });
  });
  return { sent, status };
}

test(
  "control 17, ASVS 13.1.2: an organisation whose requests all hang is told to wait, and stops nobody else",
  { timeout: 300_000 },
  async ({ served: { origin }, noisy, quiet, database }) => {
    const headers = { cookie: `greenroom=${await loginToken(quiet.amina)}` };
    const theirs = { headers: { cookie: `greenroom=${await loginToken(noisy.amina)}` } };
    // A login counts for its organisation from its second request on; before, both count for the place they come from.
    for (const login of [headers, theirs.headers])
      await ask(origin, { method: "GET", path: paths.account, headers: login });
    const owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await owner.query("BEGIN; LOCK TABLE platform_mode IN ACCESS EXCLUSIVE MODE");
    const flood = Array.from({ length: 30 }, () => fetch(`${origin}${paths.platforms}`, theirs));
    const first = await Promise.race(flood);
    const answer = await ask(origin, { method: "GET", path: paths.account, headers });
    const all = await Promise.all(flood);
    await owner.query("ROLLBACK");
    await owner.end();
    expect([first.status, first.headers.get("retry-after")]).toEqual([503, "5"]);
    expect(answer.status).toBe(200);
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([503]));
    const after = await fetch(`${origin}${paths.platforms}`, theirs);
    expect(after.status).toBe(200);
    await after.text();
  },
);

test(
  "control 17, ASVS 13.1.2: forms that never arrive whole hold no turn, are few for one place, and are cut after ten seconds",
  { timeout: 60_000 },
  async ({ served: { origin } }) => {
    const slow = Array.from({ length: 25 }, () => beginForm(origin, paths.signIn));
    await Promise.all(slow.map(({ sent }) => sent));
    const page = await ask(origin, { method: "GET", path: paths.signIn });
    expect(page.status).toBe(200);
    const statuses = await Promise.all(slow.map(({ status }) => status));
    expect(statuses.filter((status) => status === 503)).toHaveLength(5);
    expect(statuses.filter((status) => status === 408)).toHaveLength(20);
  },
);

/** Several requests at once on one connection, which closes before they are answered. */
function askAndLeave(origin: string, path: string, times: number): Promise<void> {
  const { host, port } = new URL(origin);
  return new Promise((resolve) => {
    const socket = connect(Number(port), "localhost", () => {
      socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\n\r\n`.repeat(times));
    });
    socket.once("data", () => socket.destroy());
    socket.once("close", () => resolve());
  });
}

test("control 17: whoever asks several things on one connection and closes it holds no turn", async ({
  served: { origin },
}) => {
  for (let i = 0; i < 4; i += 1) await askAndLeave(origin, paths.signIn, 5);
  expect((await ask(origin, { method: "GET", path: paths.signIn })).status).toBe(200);
});

test("control 17, ASVS 2.4.1: one file of a kind is made for an organisation at a time, and none is kept of who is told to wait", async ({
  noisy,
  quiet,
}) => {
  const wish = { format: "json", namesBecause: null } as const;
  const exported = ({ amina, sessionId }: StoredSession) => exportSessionRecord(amina, sessionId, wish);
  let finish = () => {};
  const held = oneExportAtATime(noisy.amina, "session_record", async () => {
    await new Promise<void>((resolve) => (finish = resolve));
    return accept("made");
  });
  expect(await exported(noisy)).toMatchObject({
    refusal: { code: "export_running", retryAfterSeconds: 5 },
  });
  expect(await eventTypes(noisy.amina)).not.toContain("record.exported");
  expect((await exported(quiet)).ok).toBe(true);
  expect(await oneExportAtATime(noisy.amina, "audit_trail", async () => accept("made"))).toEqual(
    accept("made"),
  );
  finish();
  expect(await held).toEqual(accept("made"));
  expect((await exported(noisy)).ok).toBe(true);
});

test("whoever is told to wait for a file finds the form as they left it", async ({
  served: { origin },
  noisy,
}) => {
  const headers = { cookie: `greenroom=${await loginToken(noisy.amina)}`, ...formHeaders(origin) };
  const answer = await ask(origin, {
    method: "POST",
    path: `${paths.exportRecord(noisy.sessionId)}?refused=export_running`,
    headers,
    body: `submissionId=${newId()}&format=requirements_csv&names=redacted`,
  });
  expect([answer.status, header(answer, "retry-after")]).toEqual([429, "5"]);
  expect(answer.body).toContain("Wait a few seconds, then try again");
  expect(answer.body).toMatch(/value="requirements_csv"[^>]*checked|checked[^>]*value="requirements_csv"/);
});
