import { expect } from "vitest";
import { Temporal } from "temporal-polyfill";
import type { Actor } from "~/domain/actor";
import { accept } from "~/domain/refusal";
import { checkLoginSession, reachOf } from "~/data/login-session.server";
import { listOtherOrganisations, listOwnSignIns } from "~/data/own-account.server";
import { listOwnPasskeys } from "~/data/passkeys.server";
import { addPasskey } from "~/services/add-passkey.server";
import { codeAt, newSecret } from "~/services/one-time-code";
import { change } from "~/services/change.server";
import { joinOrganisation } from "~/services/join-organisation.server";
import { setUpAuthenticator } from "~/services/set-up-authenticator.server";
import { signOutElsewhere } from "~/services/sign-out-elsewhere.server";
import { startLinking } from "~/services/start-at-provider.server";
import { startLoginSession } from "~/services/start-login-session.server";
import { switchOrganisation } from "~/services/switch-organisation.server";
import { joinByCode, joinWithAccountByCode } from "../factories/newcomer";
import { makeOrganisation } from "../factories/organisation";
import { loginToken } from "../support/login-token";
import { visitProvider, type RunningProvider } from "../support/sign-in-provider";
import {
  address,
  back,
  codeOf,
  done,
  here,
  password,
  joinByProvider,
  test,
  visitFor,
  withProvider,
} from "../support/provider-visits";

const NOW = "2026-11-22T10:00:00Z";

/** What a device might answer; what it holds does not matter where it is not looked at. */
const response = {
  id: "AAAA",
  rawId: "AAAA",
  type: "public-key" as const,
  clientExtensionResults: {},
  response: { clientDataJSON: "AAAA", attestationObject: "AAAA" },
};

/** The login that the provider opens to whoever it signs in now. */
async function loginFor(actor: Actor) {
  const token = done(await visitFor(actor)).token ?? "";
  const login = await checkLoginSession(token);
  if (!login) throw new Error("The provider opened no login");
  const { organisationId, userId, id: loginSessionId } = login;
  const person: Actor = { organisationId, userId, roles: ["planner"], confirmedAt: null };
  return { token, loginSessionId, person };
}

/** Somebody with a password who linked the provider as their way in. */
async function linkedPerson(actor: Actor, provider: RunningProvider) {
  const email = address();
  const person = await joinByCode(actor, { name: "Kim", email, roles: ["planner"], password });
  const { token } = done(await startLoginSession({ email, password }));
  const { id: loginSessionId } = (await checkLoginSession(token)) ?? { id: "" };
  const started = done(await startLinking(person, password, { loginSessionId, ...here() }));
  const signedIn = { actor: person, loginSessionId };
  provider.person = { subject: `kim-${crypto.randomUUID()}`, email };
  done(await back(started.visit, await visitProvider(started.address), { signedIn }));
  return { person, password, email };
}

/** Sets up an authenticator app without a password. */
function setUp({ person, loginSessionId }: { person: Actor; loginSessionId: string }) {
  const key = newSecret();
  return setUpAuthenticator(
    person,
    { key, passcode: codeAt(key, NOW), password: null },
    { loginSessionId, ...here(), clock: () => Temporal.Instant.from(NOW) },
  );
}

/** Somebody becomes a member of a further organisation, as the operator makes them one. */
async function alsoMember({ organisationId }: Actor, { userId }: Actor): Promise<void> {
  const joined = await change({ organisationId, userId: null }, async (edit) => {
    await joinOrganisation(edit, { organisationId, userId, roles: ["planner"], by: null });
    return accept(null);
  });
  done(joined);
}

test("a provider's login sees and ends logins of its own organisation alone, and says nothing of the others", async ({
  provider,
}) => {
  const [actor, other] = [await makeOrganisation(), await makeOrganisation()];
  await withProvider(actor, provider);
  const { person, password, email } = await linkedPerson(actor, provider);
  await joinWithAccountByCode(other, { email, password, roles: ["planner"] });
  const elsewhere = await loginToken({ ...person, organisationId: other.organisationId });
  const [first, here] = [await loginFor(actor), await loginFor(actor)];
  expect(reachOf((await checkLoginSession(here.token))?.means ?? "password")).toBe("organisation");
  const listed = await listOwnSignIns(person, "organisation");
  expect(listed.every(({ organisationId }) => organisationId === actor.organisationId)).toBe(true);
  expect(await listOtherOrganisations(person, "organisation")).toEqual([]);
  expect(await signOutElsewhere(person, here.loginSessionId, "organisation")).toMatchObject({ ok: true });
  expect(await checkLoginSession(first.token)).toBeNull();
  expect(await checkLoginSession(elsewhere)).not.toBeNull();
  const answers = [other.organisationId, crypto.randomUUID()].map((id) =>
    switchOrganisation(person, id, { token: here.token, reach: "organisation" }),
  );
  const [belongs, doesNot] = await Promise.all(answers);
  expect(belongs).toEqual(doesNot);
  expect(await checkLoginSession(here.token)).not.toBeNull();
});

test("a provider's login that sets up an app ends no login elsewhere where no password was given", async ({
  provider,
}) => {
  const [actor, other] = [await makeOrganisation(), await makeOrganisation()];
  await withProvider(actor, provider);
  await joinByProvider(actor);
  const here = await loginFor(actor);
  await alsoMember(other, here.person);
  const elsewhere = await loginToken({ ...here.person, organisationId: other.organisationId });
  const before = await loginFor(actor);
  expect(codeOf(await setUp(here))).toBe("done");
  expect(await checkLoginSession(before.token)).toBeNull();
  expect(await checkLoginSession(elsewhere)).not.toBeNull();
});

test("a provider adds no passkey to an account without a password, which would open whatever it joins later", async ({
  provider,
}) => {
  const actor = await makeOrganisation();
  await withProvider(actor, provider);
  await joinByProvider(actor);
  const { person, loginSessionId } = await loginFor(actor);
  const wish = { name: "A device", password: null, response };
  expect(codeOf(await addPasskey(person, wish, { loginSessionId, ...here() }))).toBe("password_first");
  expect(await listOwnPasskeys(person)).toEqual([]);
  expect(codeOf(await setUp({ person, loginSessionId }))).toBe("done");
});
