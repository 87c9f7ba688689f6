import { describe, expect } from "vitest";
import { findAccountByIdentity } from "~/data/identities.server";
import { findInvitationByToken } from "~/data/invitations.server";
import { checkLoginSession } from "~/data/login-session.server";
import type { Outcome } from "~/domain/refusal";
import { confirmInvitation } from "~/services/confirm-invitation.server";
import { setSignInProvider } from "~/services/set-sign-in-provider.server";
import { openVisit, startAtProvider, startLinking } from "~/services/start-at-provider.server";
import { startLoginSession } from "~/services/start-login-session.server";
import { switchOrganisation } from "~/services/switch-organisation.server";
import { joinByCode, joinWithAccountByCode } from "../factories/newcomer";
import { makeOrganisation } from "../factories/organisation";
import { installationEventTypes } from "../support/recorded-events";
import {
  clients,
  startProvider,
  visitProvider,
  type Guise,
  type RunningProvider,
} from "../support/sign-in-provider";
import {
  origin,
  redirectUri,
  password,
  signIn,
  test,
  codeOf,
  address,
  here,
  done,
  withProvider,
  start,
  back,
  visitFor,
  codeFor,
  joining,
  joinByProvider,
} from "../support/provider-visits";

describe.each<Guise>(["well-behaved", "unverified", "careless"])("a provider that is %s", (guise) => {
  test("lets people in who are linked, by issuer and subject alone, and confirms nobody", async () => {
    const provider = await startProvider(guise, redirectUri);
    const actor = await makeOrganisation();
    await withProvider(actor, provider);
    await joinByProvider(actor, ["planner", "approver"]);
    const cookies = new Map<string, string>();
    for (const email of [address(), address()]) {
      provider.person.email = email;
      const { address: page, visit } = await start(actor);
      const outcome = done(await back(visit, await visitProvider(`${page}&prompt=login&max_age=1`, cookies)));
      const login = await checkLoginSession(outcome.token ?? "");
      expect(login).toMatchObject({ organisationId: actor.organisationId, confirmedAt: null });
      expect(login?.userId).toBe(
        await findAccountByIdentity({ ...provider, subject: provider.person.subject }),
      );
    }
    await provider.stop();
  });

  test("lets nobody in for an e-mail address", async () => {
    const provider = await startProvider(guise, redirectUri);
    const actor = await makeOrganisation();
    const email = address();
    await joinByCode(actor, { name: "Sam", email, roles: ["administrator"], password });
    await withProvider(actor, provider);
    provider.person.email = email;
    expect(codeOf(await visitFor(actor))).toBe("not_linked");
    const { token } = await codeFor(actor);
    const joined = await visitFor(actor, joining({ email }), { invitationToken: token });
    expect(codeOf(joined)).toBe("email_taken");
    expect(await findInvitationByToken(token)).not.toBeNull();
    await provider.stop();
  });
});

describe("an answer of the provider", () => {
  test("works once", async ({ provider }) => {
    const actor = await makeOrganisation();
    await withProvider(actor, provider);
    await joinByProvider(actor);
    const { address: page, visit } = await start(actor);
    const search = await visitProvider(page);
    expect(codeOf(await back(visit, search))).toBe("done");
    expect(codeOf(await back(visit, search))).toBe("not_ours");
  });

  test("is refused with the state, verifier or nonce of another browser", async ({ provider }) => {
    const actor = await makeOrganisation();
    await withProvider(actor, provider);
    await joinByProvider(actor);
    const [mine, theirs] = [await start(actor), await start(actor)];
    expect(codeOf(await back(mine.visit, await visitProvider(theirs.address)))).toBe("not_ours");
    for (const tie of ["code_challenge", "nonce"]) {
      const [asked, other] = [new URL(mine.address), new URL(theirs.address)];
      asked.searchParams.set(tie, other.searchParams.get(tie) ?? "");
      expect(codeOf(await back(mine.visit, await visitProvider(asked.href))), tie).toBe("not_ours");
    }
    expect(codeOf(await back(mine.visit, await visitProvider(mine.address)))).toBe("done");
  });

  test("is refused in the name of another provider, or of none", async ({ provider, elsewhere }) => {
    const actor = await makeOrganisation();
    await withProvider(actor, provider);
    await joinByProvider(actor);
    const { address: page, visit } = await start(actor);
    for (const iss of [elsewhere.issuer, null]) {
      const search = new URLSearchParams(await visitProvider(page));
      if (iss) search.set("iss", iss);
      else search.delete("iss");
      expect(codeOf(await back(visit, `?${search}`))).toBe("not_ours");
    }
  });

  test("is refused with the code or the token of another client", async ({ provider }) => {
    const actor = await makeOrganisation();
    await withProvider(actor, provider);
    await joinByProvider(actor);
    const { address: page, visit } = await start(actor);
    const theirs = new URL(page);
    theirs.searchParams.set("client_id", clients.other.clientId);
    expect(codeOf(await back(visit, await visitProvider(theirs.href)))).toBe("not_ours");
    provider.otherToken = await tokenOfOther(provider, theirs.href, openVisit(visit)?.ties.verifier ?? "");
    expect(codeOf(await back(visit, await visitProvider(page)))).toBe("not_ours");
    provider.otherToken = null;
    expect(codeOf(await back(visit, await visitProvider(page)))).toBe("done");
  });

  test("is refused where the provider said no, was changed meanwhile, or the visit is none of ours", async ({
    provider,
    elsewhere,
  }) => {
    const actor = await makeOrganisation();
    await withProvider(actor, provider);
    await joinByProvider(actor);
    const { address: page, visit } = await start(actor);
    const state = new URL(page).searchParams.get("state");
    const no = `?error=access_denied&state=${state}&iss=${encodeURIComponent(provider.issuer)}`;
    expect(codeOf(await back(visit, no))).toBe("not_ours");
    const search = await visitProvider(page);
    expect(codeOf(await back(`${visit.slice(0, -4)}AAAA`, search))).toBe("not_ours");
    const wish = { ...clients.ours, issuer: elsewhere.issuer, required: false };
    done(await setSignInProvider(actor, wish, { origin, version: 1 }));
    expect(codeOf(await back(visit, search))).toBe("not_ours");
  });

  test("leaves nothing lost where the provider is down", async ({ provider }) => {
    const actor = await makeOrganisation();
    await withProvider(actor, provider);
    const { token } = await codeFor(actor);
    const started = await start(actor, joining());
    const search = await visitProvider(started.address);
    await provider.stop();
    expect(codeOf(await back(started.visit, search, { invitationToken: token }))).toBe("provider_down");
    expect(codeOf(await startAtProvider(actor.organisationId, signIn, here()))).toBe("provider_down");
    expect(await findInvitationByToken(token)).not.toBeNull();
  });
});

async function tokenOfOther({ issuer }: RunningProvider, page: string, verifier: string): Promise<string> {
  const code = new URLSearchParams(await visitProvider(page)).get("code") ?? "";
  const { clientId: id, clientSecret: secret } = clients.other;
  const answer = await fetch(`${issuer}/token`, {
    method: "POST",
    headers: { authorization: `Basic ${btoa(`${id}:${secret}`)}` },
    body: new URLSearchParams({
      grant_type: "authorization_code",
      code,
      redirect_uri: redirectUri,
      code_verifier: verifier,
    }),
  });
  const { id_token: token } = (await answer.json()) as { id_token?: string };
  if (!token) throw new Error("The other client got no token");
  return token;
}

describe("an organisation's provider", () => {
  test("opens that organisation only, and leads to no other", async ({ provider, elsewhere }) => {
    const [actor, other] = [await makeOrganisation(), await makeOrganisation()];
    await withProvider(actor, provider);
    await withProvider(other, elsewhere);
    await joinByProvider(actor);
    expect(codeOf(await visitFor(other))).toBe("not_linked");
    elsewhere.person = provider.person;
    expect(codeOf(await visitFor(other))).toBe("not_linked");
    const email = address();
    const both = await joinByCode(actor, { name: "Kim", email, roles: ["planner"], password });
    await joinWithAccountByCode(other, { email, password, roles: ["planner"] });
    const login = done(await startLoginSession({ email, password })).token;
    const { id: loginSessionId } = (await checkLoginSession(login)) ?? { id: "" };
    provider.person = { subject: "kim", email };
    const signedIn = { actor: both, loginSessionId };
    const started = done(await startLinking(both, password, { loginSessionId, ...here() }));
    done(await back(started.visit, await visitProvider(started.address), { signedIn }));
    const mine = done(await visitFor(actor)).token ?? "";
    const reach = "account";
    expect(codeOf(await switchOrganisation(both, other.organisationId, { token: mine, reach }))).toBe(
      "sign_in_there",
    );
    expect(codeOf(await switchOrganisation(both, other.organisationId, { token: login, reach }))).toBe(
      "done",
    );
  });

  test("that does not answer is asked for two people at once, and keeps nobody else waiting", async ({
    provider,
    elsewhere,
  }) => {
    const [actor, other] = [await makeOrganisation(), await makeOrganisation()];
    await withProvider(actor, provider);
    await withProvider(other, elsewhere);
    await joinByProvider(actor);
    const { address: page, visit } = await start(actor);
    const search = await visitProvider(page);
    const held: (() => void)[] = (provider.held = []);
    const first = [startAtProvider(actor.organisationId, signIn, here()), back(visit, search)];
    await expect.poll(() => held.length, { interval: 10 }).toBe(2);
    expect(codeOf(await startAtProvider(actor.organisationId, signIn, here()))).toBe("provider_down");
    expect(codeOf(await back(visit, search))).toBe("provider_down");
    expect(held).toHaveLength(2);
    expect(codeOf(await startAtProvider(other.organisationId, signIn, here()))).toBe("done");
    provider.held = null;
    for (const answer of held) answer();
    expect((await Promise.all<Outcome<unknown>>(first)).map(codeOf)).toEqual(["done", "done"]);
    expect(codeOf(await visitFor(actor))).toBe("done");
  });

  test("that is not there is told from no organisation by nothing", async () => {
    const actor = await makeOrganisation();
    const there = await startAtProvider(actor.organisationId, signIn, here());
    expect(there).toEqual(await startAtProvider(crypto.randomUUID(), signIn, here()));
    expect(there).toEqual(await startAtProvider("' OR true --", signIn, here()));
    expect(codeOf(there)).toBe("not_offered");
  });
});

describe("an invitation", () => {
  test("binds to whoever opened it and signs in, who waits where the code was on paper", async ({
    provider,
    database,
  }) => {
    const actor = await makeOrganisation();
    await withProvider(actor, provider);
    const { token, invitationId } = await codeFor(actor);
    const joined = done(await visitFor(actor, joining(), { invitationToken: token }));
    expect(joined).toMatchObject({ kind: "join", token: null });
    expect(codeOf(await visitFor(actor))).toBe("waiting");
    done(await confirmInvitation(actor, invitationId));
    expect(codeOf(await visitFor(actor))).toBe("done");
    const userId = (await findAccountByIdentity({ ...provider, ...provider.person })) ?? "";
    expect(await installationEventTypes(database.ownerUrl, userId)).toEqual([
      "user.created",
      "user.identity_linked",
    ]);
    const again = await codeFor(actor);
    expect(codeOf(await visitFor(actor, joining(), { invitationToken: again.token }))).toBe("member_already");
    expect(codeOf(await visitFor(actor, joining(), { invitationToken: token }))).toBe("not_usable");
    expect(codeOf(await visitFor(actor, joining()))).toBe("not_usable");
  });

  test("of one organisation is not used at another's provider", async ({ provider }) => {
    const [actor, other] = [await makeOrganisation(), await makeOrganisation()];
    await withProvider(actor, provider);
    const { token } = await codeFor(other);
    expect(codeOf(await visitFor(actor, joining(), { invitationToken: token }))).toBe("not_usable");
    expect(await findInvitationByToken(token)).not.toBeNull();
  });
});
