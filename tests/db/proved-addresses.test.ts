import { describe, expect } from "vitest";
import { readWithoutOrganisation, withOrganisation } from "~/data/database.server";
import { isEmailProved, proveFounder } from "~/data/doors.server";
import { checkLoginSession } from "~/data/login-session.server";
import { newLinkToken } from "~/data/one-time-secret.server";
import { addOwnPasskey, listOwnPasskeys } from "~/data/passkeys.server";
import { openPasswordReset, type ResetKind } from "~/data/password-resets.server";
import { findOwnSecondFactor, setOwnAuthenticator, setOwnRecoveryCodes } from "~/data/second-factor.server";
import { findAccountByIdentity, linkOwnIdentity } from "~/data/identities.server";
import type { Actor } from "~/domain/actor";
import { acceptAsNewcomer, acceptWithAccount } from "~/services/accept-invitation.server";
import { invite } from "~/services/invite.server";
import { operatorCreatesOrganisation, operatorCreatesUser } from "~/services/operate-accounts.server";
import { newSecret } from "~/services/one-time-code";
import { resetPassword } from "~/services/reset-password.server";
import { joinByCode } from "../factories/newcomer";
import { makeOrganisation } from "../factories/organisation";
import { loginToken } from "../support/login-token";
import { test } from "../support/open-database";
import { tokensMailedTo } from "../support/outbox";
import { address, codeOf, done } from "../support/provider-visits";
import { installationEventTypes } from "../support/recorded-events";

const password = "three random words";
const place = () => `place-${crypto.randomUUID()}`;
const isProved = (userId: string) => readWithoutOrganisation((tx) => isEmailProved(tx, userId));
const further = { organisation: "Otterburn Youth", nation: "wales" } as const;

/** Somebody who joined by a code on paper, typed an address, and keeps every way in that there is. */
async function joinedByCode(email = address()) {
  const administrator = await makeOrganisation();
  const actor = await joinByCode(administrator, { name: "Sam Birch", email, roles: ["planner"], password });
  const identity = { issuer: "https://sign-in.example", subject: actor.userId };
  await inside(actor, async (tx) => {
    await addOwnPasskey(tx, {
      credentialId: crypto.randomUUID(),
      name: "A device",
      transports: [],
      counter: 0,
      publicKey: new Uint8Array(77),
    });
    await setOwnAuthenticator(tx, newSecret(), 1);
    await setOwnRecoveryCodes(tx, ["AAAA-AAAA-AAAA"]);
    await linkOwnIdentity(tx, identity);
  });
  return { administrator, actor, email, identity, token: await loginToken(actor) };
}

function inside<T>({ organisationId, userId }: Actor, work: Parameters<typeof withOrganisation<T>>[1]) {
  return withOrganisation({ organisationId, actorId: userId }, work);
}

async function waysIn({ actor, identity, token }: Awaited<ReturnType<typeof joinedByCode>>) {
  return {
    passkeys: (await listOwnPasskeys(actor)).length,
    app: (await findOwnSecondFactor(actor)) !== null,
    linked: (await findAccountByIdentity(identity)) !== null,
    login: (await checkLoginSession(token)) !== null,
  };
}

async function resetBy(kind: ResetKind, actor: Actor) {
  const token = newLinkToken();
  await inside(actor, (tx) =>
    openPasswordReset(tx, { userId: actor.userId, kind, token, usableForSeconds: 60 }),
  );
  return resetPassword(token, "four other random words");
}

async function linkFor(administrator: Actor, email: string): Promise<string> {
  done(await invite(administrator, { name: "Sam", email, roles: ["planner"] }, { sendsMail: true }));
  return (await tokensMailedTo(administrator, email)).at(-1) ?? "";
}

describe("an address that nobody proved", () => {
  test("gets no organisation and no roles from the operator, unless they say so", async () => {
    const { email, actor } = await joinedByCode();
    const other = await makeOrganisation();
    const person = { name: "Robin Ash", email };
    const user = (evenSo: boolean) =>
      operatorCreatesUser(other.organisationId, person, ["administrator"], { evenSo });
    const organisation = (evenSo: boolean) => operatorCreatesOrganisation(further, person, { evenSo });
    expect(codeOf(await user(false))).toBe("not_proved");
    expect(codeOf(await organisation(false))).toBe("not_proved");
    expect(codeOf(await user(true))).toBe("done");
    expect(await isProved(actor.userId)).toBe(false);
    await resetBy("link", actor);
    expect(codeOf(await organisation(false))).toBe("done");
  });

  test.for(["link", "operator"] as const)(
    "is proved by a reset (%s), which takes away what its maker kept, once",
    async (kind, { database }) => {
      const one = await joinedByCode();
      expect(await waysIn(one)).toEqual({ passkeys: 1, app: true, linked: true, login: true });
      expect(codeOf(await resetBy(kind, one.actor))).toBe("done");
      expect(await waysIn(one)).toEqual({ passkeys: 0, app: false, linked: false, login: false });
      expect(await isProved(one.actor.userId)).toBe(true);
      await inside(one.actor, (tx) => setOwnAuthenticator(tx, newSecret(), 1));
      expect(codeOf(await resetBy(kind, one.actor))).toBe("done");
      expect(await findOwnSecondFactor(one.actor)).not.toBeNull();
      const told = await installationEventTypes(database.ownerUrl, one.actor.userId);
      expect(told.filter((type) => type === "user.email_proved")).toHaveLength(1);
    },
  );

  test("is not proved by a code on paper, which leaves the second step", async () => {
    const one = await joinedByCode();
    expect(codeOf(await resetBy("code", one.actor))).toBe("done");
    expect(await waysIn(one)).toMatchObject({ passkeys: 1, app: true, linked: true });
    expect(await isProved(one.actor.userId)).toBe(false);
  });

  test("is proved by an invitation that was mailed to it, and by none mailed elsewhere", async () => {
    const one = await joinedByCode();
    const [second, third] = [await makeOrganisation(), await makeOrganisation()];
    const own = { email: one.email, password };
    const elsewhere = await linkFor(second, address());
    expect(codeOf(await acceptWithAccount(elsewhere, own, { place: place() }))).toBe("done");
    expect(await waysIn(one)).toEqual({ passkeys: 1, app: true, linked: true, login: true });
    const there = await linkFor(third, one.email);
    const joined = done(await acceptWithAccount(there, own, { place: place() }));
    expect(await waysIn(one)).toEqual({ passkeys: 0, app: false, linked: false, login: false });
    expect(await checkLoginSession(joined.token ?? "")).not.toBeNull();
    const newcomer = await linkFor(third, address());
    const made = done(await acceptAsNewcomer(newcomer, { name: "Kim Ash", password }, { place: place() }));
    expect(await isProved(made.userId)).toBe(true);
  });

  test("counts as proved for who set Greenroom up alone", async () => {
    const { actor } = await joinedByCode();
    expect(await inside(actor, (tx) => proveFounder(tx, actor.userId))).toBe(false);
    expect(await isProved(actor.userId)).toBe(false);
  });
});
