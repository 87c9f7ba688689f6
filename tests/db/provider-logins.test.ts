import { expect } from "vitest";
import { Temporal } from "temporal-polyfill";
import type { Actor } from "~/domain/actor";
import { checkLoginSession } from "~/data/login-session.server";
import { listOwnPasskeys } from "~/data/passkeys.server";
import { addPasskey } from "~/services/add-passkey.server";
import { codeAt, newSecret } from "~/services/one-time-code";
import { setUpAuthenticator } from "~/services/set-up-authenticator.server";
import { makeOrganisation } from "../factories/organisation";
import { codeOf, done, here, joinByProvider, test, visitFor, withProvider } from "../support/provider-visits";

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
  const key = newSecret();
  const app = await setUpAuthenticator(
    person,
    { key, passcode: codeAt(key, NOW), password: null },
    { loginSessionId, ...here(), clock: () => Temporal.Instant.from(NOW) },
  );
  expect(codeOf(app)).toBe("done");
});
