import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { describe, expect, onTestFinished } from "vitest";
import { checkpointKey, signNote } from "~/data/checkpoint-signature.server";
import { openInstallationKeys } from "~/data/installation-keys.server";
import { INSTALLATION_CHAIN } from "~/domain/audit-chain";
import { checkpointText } from "~/domain/audit-checkpoint";
import { accept } from "~/domain/refusal";
import { change } from "~/services/change.server";
import { organisationWithEvents } from "../support/filled-chain";
import { test } from "../support/open-database";
import { tamper, tamperings, thoroughTamperings } from "../support/tampering";
import { verdictOn } from "../support/verified-chains";

const SECRET = "for-the-tests-of-checkpoints-on-this-machine";
const command = new URL("../../app/cli/greenroom.js", import.meta.url).pathname;

/** Runs the command with the settings of a server on this database. */
async function verify(ownerUrl: string | null, words: string[], secret = SECRET) {
  const settings = ownerUrl === null ? { DATA_DIR: "/nonexistent" } : { DATABASE_URL: ownerUrl };
  const child = spawn(process.execPath, [command, "verify", ...words], {
    env: { NODE_ENV: "test", PATH: process.env.PATH ?? "", SESSION_SECRET: secret, ...settings },
  });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { status: await ended, stdout, stderr };
}

function fileOf(content: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), "greenroom-verify-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "checkpoints.json");
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

/** A file of signed checkpoints of these chains as they stand, as it is kept elsewhere. */
async function checkpointsOf(ownerUrl: string, chains: string[], secret = SECRET) {
  openInstallationKeys(secret);
  const checkpoints = [];
  for (const chain of chains) {
    const { rows, newest } = await verdictOn(ownerUrl, chain);
    const hash = Buffer.from(newest ?? "", "hex").toString("base64");
    checkpoints.push(signNote(checkpointText({ chain, seq: rows, hash, at: "2026-11-22T14:00:00Z" })));
  }
  return { format: "greenroom.checkpoints/1", keys: [checkpointKey()], checkpoints };
}

const CANNOT_SEE = "whether its newest rows were dropped, or whether it was rewritten as a whole";

describe("greenroom verify --database", { timeout: 60_000 }, () => {
  test("exits 0 where every chain is whole, and says what it cannot see without a checkpoint", async ({
    database,
  }) => {
    const { organisationId } = await organisationWithEvents(12);
    const { status, stdout } = await verify(database.ownerUrl, ["--database"]);
    expect(stdout).toContain(`organisation ${organisationId}: whole, 12 rows, newest `);
    expect(stdout).toContain("installation: whole");
    expect(stdout).toContain(CANNOT_SEE);
    expect(status).toBe(0);
  });

  test("exits 1 and says which chain and row, and goes on with the others", async ({ database }) => {
    const [broken, whole] = [await organisationWithEvents(12), await organisationWithEvents(3)];
    await tamper(database.ownerUrl, broken.organisationId, tamperings["an altered body"].statements);
    const { status, stdout } = await verify(database.ownerUrl, ["--database"]);
    expect(stdout).toContain(
      `organisation ${broken.organisationId}: BROKEN: row 8 was changed after it was written`,
    );
    expect(stdout).toContain(`organisation ${whole.organisationId}: whole, 3 rows`);
    expect(status).toBe(1);
  });

  test.for([
    ["the last three removed, and the head mended", "row 10 is missing"],
    ["one altered and the whole chain rewritten", "row 12 is not what its checkpoint says"],
  ] as const)("finds %s by a checkpoint", async ([name, says], { database }) => {
    const actor = await organisationWithEvents(12);
    const { organisationId } = actor;
    await change(actor, async ({ recordForInstallation }) => {
      recordForInstallation({ type: "user.password_changed", subject: `user:${actor.userId}` });
      return accept(null);
    });
    const file = fileOf(await checkpointsOf(database.ownerUrl, [INSTALLATION_CHAIN, organisationId]));
    const before = await verify(database.ownerUrl, ["--database", "--checkpoint", file]);
    expect(before.stdout).toContain("agrees with the checkpoint of 2026-11-22T14:00:00Z (row 12)");
    expect(before.stdout).toContain("the key of this installation");
    await tamper(database.ownerUrl, organisationId, thoroughTamperings[name].statements);
    const without = await verify(database.ownerUrl, ["--database"]);
    expect(without.stdout).toContain(`organisation ${organisationId}: whole`);
    const { status, stdout } = await verify(database.ownerUrl, ["--database", "--checkpoint", file]);
    expect(stdout).toContain(`organisation ${organisationId}: BROKEN: ${says}`);
    expect(status).toBe(1);
  });

  test("finds a chain whole by a checkpoint of an earlier secret, and warns of its key", async ({
    database,
  }) => {
    const { organisationId } = await organisationWithEvents(12);
    const earlier = "an-earlier-secret-of-the-same-installation";
    const file = fileOf(await checkpointsOf(database.ownerUrl, [organisationId], earlier));
    const { stdout } = await verify(database.ownerUrl, ["--database", "--checkpoint", file]);
    expect(stdout).toContain("which is not the present key of this installation");
    expect(stdout).toContain("agrees with the checkpoint");
  });

  test("exits 2 for what cannot be read", async ({ database }) => {
    const { organisationId } = await organisationWithEvents(3);
    const made = await checkpointsOf(database.ownerUrl, [organisationId]);
    const changed = { ...made, checkpoints: made.checkpoints.map((note) => note.replace("\n3\n", "\n2\n")) };
    openInstallationKeys("somebody-else-who-does-not-know-the-secret");
    const foreign = { ...made, keys: [checkpointKey()] };
    const nowhere = database.ownerUrl.replace(/\/[^/]*$/, "/greenroom_is_not_here");
    const cases: [string | null, string[], string][] = [
      [database.ownerUrl, [], "--database"],
      [null, ["--database"], "There is no database in /nonexistent"],
      [nowhere, ["--database"], "the database cannot be read"],
      [database.ownerUrl, ["--database", "--checkpoint", "/nonexistent/file"], "cannot be opened"],
      [database.ownerUrl, ["--database", "--checkpoint", fileOf("{")], "is not JSON"],
      [database.ownerUrl, ["--database", "--checkpoint", fileOf({})], "is not a file of checkpoints"],
      [database.ownerUrl, ["--database", "--checkpoint", fileOf(changed)], "its signature does not fit"],
      [database.ownerUrl, ["--database", "--checkpoint", fileOf(foreign)], "its signature does not fit"],
    ];
    for (const [url, words, says] of cases) {
      const { status, stdout, stderr } = await verify(url, words);
      expect([words, status, stdout]).toEqual([words, 2, ""]);
      expect(stderr).toContain(says);
    }
  });
});
