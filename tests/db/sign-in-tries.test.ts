import { describe, expect } from "vitest";
import { readOrganisation, withOrganisation } from "~/data/database.server";
import { listMembers } from "~/data/members.server";
import { listOwnStoppedTries } from "~/data/own-account.server";
import { countTry } from "~/data/sign-in-tries.server";
import type { Actor } from "~/domain/actor";
import { acceptWithAccount } from "~/services/accept-invitation.server";
import { addPasskey } from "~/services/add-passkey.server";
import { changePassword } from "~/services/change-password.server";
import { invite } from "~/services/invite.server";
import { newSecret } from "~/services/one-time-code";
import { proveOwn } from "~/services/own-proof.server";
import { setUpAuthenticator } from "~/services/set-up-authenticator.server";
import { signInByPassword } from "~/services/start-login-session.server";
import { joinByCode } from "../factories/newcomer";
import { makeOrganisation } from "../factories/organisation";
import { test } from "../support/open-database";
import { pastPolicies } from "../support/owner";
import { installationEventTypes } from "../support/recorded-events";

const PASSWORD = "three random words";

async function account() {
  const administrator = await makeOrganisation(["administrator"]);
  const email = `${crypto.randomUUID()}@lanternmoor.example`;
  await joinByCode(administrator, { name: "Sam Birch", email, roles: ["planner"], password: PASSWORD });
  return { administrator, email };
}

async function listMembersOf({ organisationId }: Actor, email: string): Promise<string[]> {
  const members = await readOrganisation({ organisationId, actorId: null }, (tx) =>
    listMembers(tx, organisationId),
  );
  return members.filter((member) => member.email === email).map(({ userId }) => userId);
}

/** A place of this test's own, so that no other test's tries count. */
const place = () => `place-${crypto.randomUUID()}`;

/** What a device might answer; it is not looked at where the password is wrong. */
const response = {
  id: "AAAA",
  rawId: "AAAA",
  type: "public-key" as const,
  clientExtensionResults: {},
  response: { clientDataJSON: "AAAA", attestationObject: "AAAA" },
};

describe("tries at a password (control 10)", () => {
  test("are five in a quarter of an hour, and then not even the right one is compared", async () => {
    const { email } = await account();
    const here = place();
    for (let wrong = 0; wrong < 5; wrong += 1)
      expect(await signInByPassword({ email, password: "not the one" }, here)).toMatchObject({
        refusal: { code: "wrong_details" },
      });
    const sixth = await signInByPassword({ email, password: PASSWORD }, here);
    expect(sixth).toMatchObject({ ok: false, refusal: { code: "too_many_tries" } });
    expect(sixth.ok ? 0 : sixth.refusal.retryAfterSeconds).toBeGreaterThan(800);
    expect((await signInByPassword({ email, password: PASSWORD }, place())).ok).toBe(true);
  });

  test("count alike for an account that is not there", async () => {
    const here = place();
    const email = `${crypto.randomUUID()}@lanternmoor.example`;
    const answers = [];
    for (let wrong = 0; wrong < 6; wrong += 1)
      answers.push(await signInByPassword({ email, password: "not the one" }, here));
    expect(answers.map((answer) => (answer.ok ? "in" : answer.refusal.code))).toEqual([
      ...Array<string>(5).fill("wrong_details"),
      "too_many_tries",
    ]);
  });

  test("that were stopped are told to the person once an hour, and to nobody else", async ({ database }) => {
    const { administrator, email } = await account();
    const [found] = await listMembersOf(administrator, email);
    const person: Actor = {
      organisationId: administrator.organisationId,
      userId: found ?? "",
      roles: ["planner"],
    };
    const attempt = (from: string) => signInByPassword({ email, password: "not the one" }, from);
    const [here, there] = [place(), place()];
    for (let wrong = 0; wrong < 5; wrong += 1) await attempt(here);
    expect(await listOwnStoppedTries(person)).toEqual([]);
    for (let more = 0; more < 3; more += 1) await attempt(here);
    for (let wrong = 0; wrong < 7; wrong += 1) await attempt(there);
    expect(await listOwnStoppedTries(person)).toEqual([{ at: expect.any(String), what: "password" }]);
    expect(await listOwnStoppedTries(administrator)).toEqual([]);
    const told = await installationEventTypes(database.ownerUrl, person.userId);
    expect(told.filter((type) => type === "user.tries_stopped")).toHaveLength(1);
  });

  const wrong = { password: "not the one", wanted: "four other random words" };
  const tries: Record<
    string,
    (tried: { person: Actor; email: string; code: string; place: string }) => unknown
  > = {
    "joining with an account": ({ code, email, place }) =>
      acceptWithAccount(code, { email, ...wrong }, { place }),
    "linking or unlinking a sign-in": ({ person, place }) => proveOwn(person, wrong.password, place),
    "adding a passkey": ({ person, place }) =>
      addPasskey(person, { name: "A device", response, ...wrong }, { loginSessionId: "", place, origin: "" }),
    "changing the password": ({ person, place }) =>
      changePassword(
        person,
        { current: wrong.password, wanted: wrong.wanted },
        { loginSessionId: "", place },
      ),
    "setting up an authenticator app": ({ person, place }) =>
      setUpAuthenticator(
        person,
        { key: newSecret(), passcode: "000000", password: wrong.password },
        { loginSessionId: "", place },
      ),
  };
  test.for(Object.keys(tries))(
    "that were stopped are told to the person where they were made by %s",
    async (by) => {
      const { administrator, email } = await account();
      const [userId = ""] = await listMembersOf(administrator, email);
      const { organisationId } = administrator;
      const person: Actor = { organisationId, userId, roles: ["planner"] };
      const made = await invite(
        administrator,
        { name: "Sam", email: null, roles: ["planner"] },
        { sendsMail: false },
      );
      const code = (made.ok && made.value.code) || "";
      const tried = { person, email, code, place: place() };
      for (let times = 0; times < 5; times += 1) await tries[by]?.(tried);
      expect(await listOwnStoppedTries(person)).toEqual([]);
      await tries[by]?.(tried);
      expect(await listOwnStoppedTries(person)).toHaveLength(1);
    },
  );

  test("that were stopped take as long for an account that is not there", async () => {
    const [{ email }, here] = [await account(), place()];
    const stopped = async (address: string) => {
      for (let wrong = 0; wrong < 5; wrong += 1)
        await signInByPassword({ email: address, password: "no" }, here);
      const began = performance.now();
      await signInByPassword({ email: address, password: "no" }, here);
      return performance.now() - began;
    };
    for (const address of [email, `${crypto.randomUUID()}@lanternmoor.example`])
      expect(await stopped(address)).toBeGreaterThanOrEqual(745);
  });

  test("count when they come side by side", async () => {
    const { email } = await account();
    const here = place();
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => signInByPassword({ email, password: "not the one" }, here)),
    );
    const compared = answers.filter((answer) => !answer.ok && answer.refusal.code === "wrong_details");
    expect(compared).toHaveLength(5);
  });

  test("begin anew after a right one", async () => {
    const { email } = await account();
    const here = place();
    for (let round = 0; round < 2; round += 1) {
      for (let wrong = 0; wrong < 4; wrong += 1)
        await signInByPassword({ email, password: "not the one" }, here);
      expect((await signInByPassword({ email, password: PASSWORD }, here)).ok).toBe(true);
    }
  });

  test("are fifty from one place, whatever the account", async () => {
    const here = place();
    for (let each = 0; each < 50; each += 1)
      expect((await countTry(`${each}@lanternmoor.example`, here)).allowed).toBe(true);
    expect((await countTry("another@lanternmoor.example", here)).allowed).toBe(false);
  });

  test("are taken again once the time has passed", async ({ database }) => {
    const here = place();
    const email = `${crypto.randomUUID()}@lanternmoor.example`;
    for (let wrong = 0; wrong < 6; wrong += 1) await countTry(email, here);
    expect((await countTry(email, here)).allowed).toBe(false);
    await pastPolicies(
      database.ownerUrl,
      "sign_in_try",
      "UPDATE sign_in_try SET expire = expire - 15 * 60 * 1000",
      [],
    );
    expect((await countTry(email, here)).allowed).toBe(true);
  });

  test("are kept where no organisation reaches, without account or address", async ({ database }) => {
    const { administrator, email } = await account();
    const here = place();
    await countTry(email, here);
    const scope = { organisationId: administrator.organisationId, actorId: administrator.userId };
    expect(await withOrganisation(scope, (tx) => tx.signInTry.count())).toBe(0);
    const keys = await pastPolicies<{ key: string }>(
      database.ownerUrl,
      "sign_in_try",
      "SELECT key FROM sign_in_try",
      [],
    );
    expect(keys.length).toBeGreaterThan(0);
    expect(JSON.stringify(keys)).not.toContain(email.slice(0, 8));
    expect(JSON.stringify(keys)).not.toContain(here.slice(0, 14));
  });
});
