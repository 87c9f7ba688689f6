import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { describe, expect } from "vitest";
import { findSignedIn } from "~/data/members.server";
import { resetPassword } from "~/services/reset-password.server";
import { startLoginSession } from "~/services/start-login-session.server";
import { joinByCode } from "../factories/newcomer";
import { makeOrganisation } from "../factories/organisation";
import { test } from "../support/open-database";
import { eventTypes } from "../support/recorded-events";

const command = new URL("../../app/cli/greenroom.js", import.meta.url).pathname;
const password = "three random words";
const address = () => `${crypto.randomUUID()}@lanternmoor.example`;

/** Runs the command with the settings of a server on this database. */
async function greenroom(ownerUrl: string, ...words: string[]) {
  const child = spawn(process.execPath, [command, ...words], {
    env: {
      NODE_ENV: "test",
      PATH: process.env.PATH ?? "",
      SESSION_SECRET: "for-the-tests-of-commands-on-this-machine",
      APP_ORIGIN: "https://greenroom.example",
      DATABASE_URL: ownerUrl,
    },
  });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const found = (pattern: RegExp) => pattern.exec(stdout)?.[1] ?? "";
  return {
    status: await ended,
    stdout,
    stderr,
    organisationId: found(/^organisation (\S+)$/m),
    userId: found(/^user (\S+)$/m),
    token: found(/^https:\/\/greenroom\.example\/link\/(\S+)$/m),
  };
}

describe("the operator's commands", { timeout: 90_000 }, () => {
  test("create-organisation makes a further one, whose administrator chooses a password by the link", async ({
    database,
  }) => {
    await makeOrganisation();
    const email = address();
    const words = ["--organisation", "Otterburn Youth", "--nation", "wales", "--name", "Sam Birch"];
    const made = await greenroom(database.ownerUrl, "create-organisation", ...words, "--email", email);
    expect(made.stderr).toBe("");
    expect(made.status).toBe(0);
    expect((await startLoginSession({ email, password })).ok).toBe(false);
    expect((await resetPassword(made.token, password)).ok).toBe(true);
    expect((await startLoginSession({ email, password })).ok).toBe(true);
    const found = await findSignedIn(made.organisationId, made.userId);
    expect(found).toMatchObject({ organisationName: "Otterburn Youth", name: "Sam Birch" });
    expect([...(found?.actor.roles ?? [])].sort()).toEqual(["administrator", "planner"]);

    const robin = address();
    const user = [
      "--organisation",
      made.organisationId,
      "--name",
      "Robin Ash",
      "--roles",
      "approver,reviewer",
    ];
    const joined = await greenroom(database.ownerUrl, "create-user", ...user, "--email", robin);
    expect(joined.status).toBe(0);
    expect((await resetPassword(joined.token, password)).ok).toBe(true);
    expect((await findSignedIn(made.organisationId, joined.userId))?.actor.roles).toHaveLength(2);
    expect(await eventTypes({ ...made, roles: [] })).toContain("membership.changed");
    const again = await greenroom(database.ownerUrl, "create-user", ...user, "--email", robin);
    expect(again).toMatchObject({
      status: 1,
      stderr: "greenroom: They belong to this organisation already.\n",
    });
  });

  test("reset-password makes a link for anybody, whichever organisations they belong to", async ({
    database,
  }) => {
    const administrator = await makeOrganisation();
    const email = address();
    await joinByCode(administrator, { name: "Sam Birch", email, roles: ["planner"], password });
    const made = await greenroom(database.ownerUrl, "reset-password", "--email", email);
    expect(made.status).toBe(0);
    expect((await resetPassword(made.token, "four other random words")).ok).toBe(true);
    const nobody = await greenroom(database.ownerUrl, "reset-password", "--email", address());
    expect(nobody.status).toBe(1);
    expect(nobody.stdout).toBe("");
  });

  test("give no roles to an account whose address nobody proved, unless they are told to even so", async ({
    database,
  }) => {
    const administrator = await makeOrganisation();
    const { organisationId } = await makeOrganisation();
    const email = address();
    await joinByCode(administrator, { name: "Sam Birch", email, roles: ["planner"], password });
    const words = ["--organisation", organisationId, "--name", "Robin Ash", "--roles", "approver"];
    const user = ["create-user", ...words, "--email", email];
    const refused = await greenroom(database.ownerUrl, ...user);
    expect(refused).toMatchObject({ status: 1, stdout: "" });
    expect(refused.stderr).toContain("--even-so");
    expect((await greenroom(database.ownerUrl, ...user, "--even-so")).status).toBe(0);
  });

  test("exit 1 with a clear line where an option cannot be used", async ({ database }) => {
    const words = ["--organisation", "no id", "--name", " ", "--email", "nowhere", "--roles", "king"];
    const refused = await greenroom(database.ownerUrl, "create-user", ...words);
    expect(refused.status).toBe(1);
    for (const option of ["--organisation", "--name", "--roles"]) expect(refused.stderr).toContain(option);
  });
});
