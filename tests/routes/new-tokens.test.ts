import { describe, expect } from "vitest";
import { newId } from "~/data/new-id.server";
import { checkLoginSession } from "~/data/login-session.server";
import type { Actor } from "~/domain/actor";
import { codeAt, newSecret } from "~/services/one-time-code";
import { setUpAuthenticator } from "~/services/set-up-authenticator.server";
import { makeMember, makeOrganisation, PASSWORD } from "../factories/organisation";
import { askPatiently as ask, formHeaders, header, type Answer } from "../support/ask";
import { loginToken } from "../support/login-token";
import { pastPolicies } from "../support/owner";
import { test } from "../support/served";

/** An administrator with recovery codes and a login in which no second step was given. */
async function administrator(roles: Actor["roles"] = ["administrator", "planner"]) {
  const actor = await makeOrganisation([...roles]);
  const key = newSecret();
  const first = await loginToken(actor);
  const set = await setUpAuthenticator(
    actor,
    { key, passcode: codeAt(key, new Date().toISOString()), password: PASSWORD },
    { loginSessionId: (await checkLoginSession(first))?.id ?? "", place: "203.0.113.7" },
  );
  if (!set.ok) throw new Error(set.refusal.message);
  return { actor, codes: set.value.recoveryCodes, token: await loginToken(actor, { confirmed: false }) };
}

function send(origin: string, path: string, entries: Record<string, string>, token?: string) {
  return ask(origin, {
    method: "POST",
    path,
    headers: { ...formHeaders(origin), ...(token && { cookie: `greenroom=${token}` }) },
    body: new URLSearchParams({ submissionId: newId(), ...entries }).toString(),
  });
}

/** The token that an answer gives the browser; null where it leaves the one that it has. */
function given(answer: Answer): string | null {
  return (
    /(?:^|; )greenroom=([\w-]{43}); Path=\/; HttpOnly; SameSite=Lax/.exec(
      header(answer, "set-cookie"),
    )?.[1] ?? null
  );
}

async function opens(origin: string, token: string | null): Promise<number> {
  const headers = { cookie: `greenroom=${token ?? ""}` };
  return (await ask(origin, { method: "GET", path: "/account", headers })).status;
}

describe("ASVS 7.2.4: a new token, and the end of the old one", () => {
  // The first of these tests to run may have to build the application.
  test(
    "where the second step is given on its own page",
    { timeout: 300_000 },
    async ({ served: { origin } }) => {
      const { codes, token } = await administrator();
      const wrong = await send(origin, "/confirm", { passcode: "AAAA-AAAA-AAAA" }, token);
      expect([wrong.status, given(wrong)]).toEqual([422, null]);
      const answer = await send(origin, "/confirm?next=%2Faccount", { passcode: codes[0] ?? "" }, token);
      expect(answer.status).toBe(303);
      expect(await opens(origin, given(answer))).toBe(200);
      expect(await opens(origin, token)).toBe(302);
    },
  );

  test("where a form asks for it, whether the form is taken or goes back", async ({ served, database }) => {
    const { origin } = served;
    const { actor, codes } = await administrator();
    const before = await loginToken(actor);
    const earlier =
      "UPDATE login_session SET confirmed_at = confirmed_at - interval '6 minutes' WHERE user_id = $1";
    const [invite, edit] = [
      "/settings/users/invite",
      `/settings/users/${(await makeMember(actor, ["planner"])).userId}`,
    ];
    const invitation = { name: "Sam Birch", how: "printed", roles: "planner" };
    const stale = { version: "99", roles: "reviewer" };

    let token = before;
    for (const [path, entries, status] of [
      [invite, invitation, 200],
      [edit, stale, 409],
    ] as const) {
      await pastPolicies(database.ownerUrl, "login_session", earlier, [actor.userId]);
      const answer = await send(origin, path, { ...entries, passcode: codes.pop() ?? "" }, token);
      expect(answer.status, path).toBe(status);
      expect(await opens(origin, token)).toBe(302);
      token = given(answer) ?? "";
      expect(await opens(origin, token)).toBe(200);
    }
    expect(given(await send(origin, invite, invitation, token)), "confirmed lately").toBeNull();
  });

  test("where somebody signs in again, or somebody else does in the same browser", async ({ served }) => {
    const { origin } = served;
    const [actor, other] = [await makeOrganisation(["planner"]), await makeOrganisation(["planner"])];
    const [before, elsewhere] = [await loginToken(actor), await loginToken(actor)];
    const signIn = ({ userId }: Actor, password: string, token: string) =>
      send(origin, "/sign-in", { email: `${userId}@lanternmoor.example`, password }, token);

    expect(given(await signIn(actor, "three other words", before))).toBeNull();
    expect(await opens(origin, before)).toBe(200);
    const again = given(await signIn(actor, PASSWORD, before));
    const theirs = given(await signIn(other, PASSWORD, again ?? ""));
    const tokens = [before, again, theirs, elsewhere];
    expect(await Promise.all(tokens.map((token) => opens(origin, token)))).toEqual([302, 302, 200, 200]);
  });
});
