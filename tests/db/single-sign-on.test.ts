import { describe, expect } from "vitest";
import { findAccountByIdentity } from "~/data/identities.server";
import { findInvitationByToken } from "~/data/invitations.server";
import { checkLoginSession } from "~/data/login-session.server";
import { findSignedIn } from "~/data/members.server";
import type { Actor } from "~/domain/actor";
import type { Role } from "~/domain/record/fields";
import type { Outcome } from "~/domain/refusal";
import { acceptAsNewcomer, acceptWithAccount } from "~/services/accept-invitation.server";
import { changeMember } from "~/services/change-member.server";
import { confirmInvitation } from "~/services/confirm-invitation.server";
import { endMembership } from "~/services/end-membership.server";
import { invite } from "~/services/invite.server";
import { returnFromProvider, type Returned } from "~/services/return-from-provider.server";
import { removeSignInProvider, setSignInProvider } from "~/services/set-sign-in-provider.server";
import {
  openVisit,
  startAtProvider,
  startLinking,
  type Started,
  type VisitPurpose,
} from "~/services/start-at-provider.server";
import { startLoginSession } from "~/services/start-login-session.server";
import { switchOrganisation } from "~/services/switch-organisation.server";
import { joinByCode, joinWithAccountByCode } from "../factories/newcomer";
import { makeMember, makeOrganisation } from "../factories/organisation";
import { test as opened } from "../support/open-database";
import { installationEventTypes, eventTypes } from "../support/recorded-events";
import {
  clients,
  startProvider,
  visitProvider,
  type Guise,
  type RunningProvider,
} from "../support/sign-in-provider";
import { pastPolicies } from "../support/owner";
import { unreadNoticesOf } from "../support/unread-notices";

const origin = "http://localhost:4340";
const redirectUri = `${origin}/sign-in/callback`;
const password = "three random words";
const signIn: VisitPurpose = { kind: "sign_in", next: "/" };

const test = opened.extend<{ provider: RunningProvider; elsewhere: RunningProvider }>({
  provider: async ({ connection: _ }, use) => {
    const provider = await startProvider("well-behaved", redirectUri);
    await use(provider);
    await provider.stop();
  },
  elsewhere: async ({ connection: _ }, use) => {
    const provider = await startProvider("well-behaved", redirectUri);
    await use(provider);
    await provider.stop();
  },
});

const codeOf = (outcome: Outcome<unknown>) => (outcome.ok ? "done" : outcome.refusal.code);
const address = () => `${crypto.randomUUID()}@lanternmoor.example`;
const here = () => ({ place: `place-${crypto.randomUUID()}` });

function done<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.refusal.code}: ${outcome.refusal.message}`);
  return outcome.value;
}

async function withProvider(actor: Actor, { issuer }: RunningProvider, more: { required?: boolean } = {}) {
  const wish = { issuer, ...clients.ours, required: false, ...more };
  done(await setSignInProvider(actor, wish, { origin, version: null }));
}

async function start({ organisationId }: Actor, purpose: VisitPurpose = signIn): Promise<Started> {
  return done(await startAtProvider(organisationId, purpose, origin));
}

function back(visit: string, search: string, more: Partial<Returned> = {}) {
  return returnFromProvider({
    visit,
    search,
    origin,
    ...here(),
    invitationToken: null,
    signedIn: null,
    ...more,
  });
}

async function visitFor(actor: Actor, purpose: VisitPurpose = signIn, more: Partial<Returned> = {}) {
  const started = await start(actor, purpose);
  return back(started.visit, await visitProvider(started.address), more);
}

async function codeFor(actor: Actor, roles: Role[] = ["planner"]) {
  const made = done(await invite(actor, { name: "Sam", email: null, roles }, { linkTo: null }));
  return { token: made.code ?? "", invitationId: made.invitationId };
}

function joining(more: Partial<Extract<VisitPurpose, { kind: "join" }>> = {}): VisitPurpose {
  return { kind: "join", userId: null, name: "Sam Birch", email: address(), ...more };
}

/** Somebody new who joined with the provider, confirmed by the administrator. */
async function joinByProvider(actor: Actor, roles: Role[] = ["planner"]): Promise<void> {
  const { token, invitationId } = await codeFor(actor, roles);
  done(await visitFor(actor, joining(), { invitationToken: token }));
  done(await confirmInvitation(actor, invitationId));
}

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
    expect(codeOf(await startAtProvider(actor.organisationId, signIn, origin))).toBe("provider_down");
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
    const started = done(await startLinking(both, password, { loginSessionId, origin }));
    done(await back(started.visit, await visitProvider(started.address), { signedIn }));
    const mine = done(await visitFor(actor)).token ?? "";
    expect(codeOf(await switchOrganisation(both, other.organisationId, mine))).toBe("sign_in_there");
    expect(codeOf(await switchOrganisation(both, other.organisationId, login))).toBe("done");
  });

  test("that is not there is told from no organisation by nothing", async () => {
    const actor = await makeOrganisation();
    const there = await startAtProvider(actor.organisationId, signIn, origin);
    expect(there).toEqual(await startAtProvider(crypto.randomUUID(), signIn, origin));
    expect(there).toEqual(await startAtProvider("' OR true --", signIn, origin));
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

describe("linking", () => {
  test("asks for the password, happens in the login that asked, and gives nobody another's identity", async ({
    provider,
  }) => {
    const actor = await makeOrganisation();
    await withProvider(actor, provider);
    const people = await Promise.all(
      ["Kim", "Lou"].map(async (name) => {
        const email = address();
        const member = await joinByCode(actor, { name, email, roles: ["planner"], password });
        const login = await checkLoginSession(done(await startLoginSession({ email, password })).token);
        return { actor: member, loginSessionId: login?.id ?? "" };
      }),
    );
    const [kim, lou] = people;
    if (!kim || !lou) throw new Error("Nobody joined");
    const wrong = await startLinking(kim.actor, "another password", { ...kim, origin });
    expect(codeOf(wrong)).toBe("wrong_password");
    const started = done(await startLinking(kim.actor, password, { ...kim, origin }));
    const search = await visitProvider(started.address);
    expect(codeOf(await back(started.visit, search, { signedIn: lou }))).toBe("not_ours");
    const anew = await visitProvider(started.address);
    expect(codeOf(await back(started.visit, anew, { signedIn: kim }))).toBe("done");
    const other = done(await startLinking(lou.actor, password, { ...lou, origin }));
    const taken = await back(other.visit, await visitProvider(other.address), { signedIn: lou });
    expect(codeOf(taken)).toBe("identity_taken");
    expect(await findAccountByIdentity({ ...provider, ...provider.person })).toBe(kim.actor.userId);
  });
});

describe("a required provider", () => {
  test("switches passwords off, for all but administrators", async ({ provider }) => {
    const actor = await makeOrganisation();
    const [planner, administrator] = [address(), address()];
    await joinByCode(actor, { name: "Kim", email: planner, roles: ["planner"], password });
    await joinByCode(actor, { name: "Lou", email: administrator, roles: ["administrator"], password });
    await withProvider(actor, provider, { required: true });
    expect(codeOf(await startLoginSession({ email: planner, password }))).toBe("passwords_off");
    expect(codeOf(await startLoginSession({ email: planner, password: "not the word" }))).toBe(
      "wrong_details",
    );
    expect(codeOf(await startLoginSession({ email: administrator, password }))).toBe("done");
    const other = await makeOrganisation();
    await joinWithAccountByCode(other, { email: planner, password, roles: ["planner"] });
    const login = done(await startLoginSession({ email: planner, password })).token;
    const at = await checkLoginSession(login);
    expect(at?.organisationId).toBe(other.organisationId);
    const there = { organisationId: other.organisationId, userId: at?.userId ?? "", roles: [] };
    expect(codeOf(await switchOrganisation(there, actor.organisationId, login))).toBe("sign_in_there");
    const { token } = await codeFor(actor);
    const form = { name: "Eve", email: address(), password };
    expect(codeOf(await acceptAsNewcomer(token, form, here()))).toBe("passwords_off");
    expect(codeOf(await acceptWithAccount(token, { email: planner, password }, here()))).toBe(
      "passwords_off",
    );
  });

  test("is joined by an account that its password was given for, which is linked", async ({ provider }) => {
    const [actor, other] = [await makeOrganisation(), await makeOrganisation()];
    const kim = await joinByCode(other, { name: "Kim", email: address(), roles: ["planner"], password });
    await withProvider(actor, provider, { required: true });
    const { token, invitationId } = await codeFor(actor);
    const wanted = joining({ userId: kim.userId, email: null });
    done(await visitFor(actor, wanted, { invitationToken: token }));
    done(await confirmInvitation(actor, invitationId));
    const login = await checkLoginSession(done(await visitFor(actor)).token ?? "");
    expect(login).toMatchObject({ userId: kim.userId, organisationId: actor.organisationId });
  });

  test("keeps an administrator with a password", async ({ provider, database }) => {
    const actor = await makeOrganisation();
    await withProvider(actor, provider, { required: true });
    await joinByProvider(actor, ["administrator"]);
    const second = await findAccountByIdentity({ ...provider, ...provider.person });
    const administrator = { ...actor, userId: second ?? "" };
    const { userId } = actor;
    const roles: Role[] = ["planner"];
    const lessRights = await changeMember(administrator, userId, { roles, adultId: null }, { version: 1 });
    expect(codeOf(lessRights)).toBe("last_password_administrator");
    expect(codeOf(await endMembership(administrator, userId, { version: 1 }))).toBe(
      "last_password_administrator",
    );
    expect(codeOf(await endMembership(actor, administrator.userId, { version: 1 }))).toBe("done");
    await pastPolicies(
      database.ownerUrl,
      "user_account",
      "UPDATE user_account SET password_hash = NULL WHERE id = $1",
      [userId],
    );
    const wish = { ...clients.ours, issuer: provider.issuer, required: true };
    expect(codeOf(await setSignInProvider(actor, wish, { origin, version: 1 }))).toBe(
      "no_password_administrator",
    );
  });
});

describe("setting a provider", () => {
  test("is an administrator's who confirmed lately, and the other leads are told", async ({
    provider,
    database,
  }) => {
    const actor = await makeOrganisation();
    const lead = await makeMember(actor, ["safeguarding_lead"]);
    const wish = { ...clients.ours, issuer: provider.issuer, required: false };
    const at = { origin, version: null };
    expect(codeOf(await setSignInProvider(lead, wish, at))).toBe("forbidden");
    expect(codeOf(await setSignInProvider({ ...actor, confirmedAt: null }, wish, at))).toBe("not_confirmed");
    expect(codeOf(await setSignInProvider(actor, wish, at))).toBe("done");
    expect(codeOf(await setSignInProvider(actor, wish, at))).toBe("stale_version");
    expect(await unreadNoticesOf(lead)).toMatchObject([{ kind: "sign_in_changed" }]);
    expect(await unreadNoticesOf(actor)).toEqual([]);
    const rows = await pastPolicies(database.ownerUrl, "sign_in_provider", "SELECT * FROM sign_in_provider");
    expect(JSON.stringify(rows)).not.toContain(wish.clientSecret);
    const removed = { version: 1 };
    expect(codeOf(await removeSignInProvider(lead, removed))).toBe("forbidden");
    expect(codeOf(await removeSignInProvider({ ...actor, confirmedAt: null }, removed))).toBe(
      "not_confirmed",
    );
    expect(codeOf(await removeSignInProvider(actor, removed))).toBe("done");
    expect(codeOf(await removeSignInProvider(actor, removed))).toBe("stale_version");
    const all = await eventTypes(actor);
    expect(all).toEqual(expect.arrayContaining(["sign_in_provider.changed", "sign_in_provider.removed"]));
  });

  test("keeps a secret for the provider and the client that it was given for", async ({
    provider,
    elsewhere,
  }) => {
    const actor = await makeOrganisation();
    await withProvider(actor, provider);
    const kept = {
      issuer: provider.issuer,
      clientId: clients.ours.clientId,
      clientSecret: null,
      required: false,
    };
    const at = { origin, version: 1 };
    const moved = await setSignInProvider(actor, { ...kept, issuer: elsewhere.issuer }, at);
    expect(codeOf(moved)).toBe("secret_needed");
    expect(codeOf(await setSignInProvider(actor, { ...kept, clientId: "x" }, at))).toBe("secret_needed");
    expect(codeOf(await setSignInProvider(actor, kept, at))).toBe("done");
    await joinByProvider(actor);
    expect(codeOf(await visitFor(actor))).toBe("done");
  });

  test("finds no provider at an address inside the network, nor one that is not there", async ({
    provider,
  }) => {
    const actor = await makeOrganisation();
    const attempt = (issuer: string, from = origin) =>
      setSignInProvider(actor, { ...clients.ours, issuer, required: false }, { origin: from, version: null });
    for (const issuer of [
      "https://10.0.0.1",
      "http://169.254.169.254",
      "https://[fd00::1]",
      "http://example.org",
    ])
      expect(codeOf(await attempt(issuer)), issuer).toBe("provider_not_found");
    expect(codeOf(await attempt(provider.issuer, "https://greenroom.example"))).toBe("provider_not_found");
    await provider.stop();
    expect(codeOf(await attempt(provider.issuer))).toBe("provider_not_found");
    expect(await findSignedIn(actor.organisationId, actor.userId)).not.toBeNull();
  });
});
