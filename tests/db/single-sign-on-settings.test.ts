import { describe, expect } from "vitest";
import { findAccountByIdentity } from "~/data/identities.server";
import { checkLoginSession } from "~/data/login-session.server";
import { findSignedIn } from "~/data/members.server";
import type { Actor } from "~/domain/actor";
import type { Role } from "~/domain/record/fields";
import { acceptAsNewcomer, acceptWithAccount } from "~/services/accept-invitation.server";
import { changeMember } from "~/services/change-member.server";
import { confirmInvitation } from "~/services/confirm-invitation.server";
import { endMembership } from "~/services/end-membership.server";
import { removeSignInProvider, setSignInProvider } from "~/services/set-sign-in-provider.server";
import { startAtProvider, startLinking } from "~/services/start-at-provider.server";
import { unlinkSignIn } from "~/services/unlink-sign-in.server";
import { startLoginSession } from "~/services/start-login-session.server";
import { switchOrganisation } from "~/services/switch-organisation.server";
import { joinByCode, joinWithAccountByCode } from "../factories/newcomer";
import { makeMember, makeOrganisation } from "../factories/organisation";
import { installationEventTypes, eventTypes } from "../support/recorded-events";
import { clients, visitProvider } from "../support/sign-in-provider";
import { pastPolicies } from "../support/owner";
import { unreadNoticesOf } from "../support/unread-notices";
import {
  origin,
  password,
  signIn,
  test,
  codeOf,
  address,
  here,
  done,
  withProvider,
  back,
  visitFor,
  codeFor,
  joining,
  joinByProvider,
} from "../support/provider-visits";

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
    const wrong = await startLinking(kim.actor, "another password", { ...kim, ...here() });
    expect(codeOf(wrong)).toBe("wrong_password");
    const started = done(await startLinking(kim.actor, password, { ...kim, ...here() }));
    const search = await visitProvider(started.address);
    expect(codeOf(await back(started.visit, search, { signedIn: lou }))).toBe("not_ours");
    const anew = await visitProvider(started.address);
    expect(codeOf(await back(started.visit, anew, { signedIn: kim }))).toBe("done");
    const other = done(await startLinking(lou.actor, password, { ...lou, ...here() }));
    const taken = await back(other.visit, await visitProvider(other.address), { signedIn: lou });
    expect(codeOf(taken)).toBe("identity_taken");
    expect(await findAccountByIdentity({ ...provider, ...provider.person })).toBe(kim.actor.userId);
  });
});

describe("taking a link back", () => {
  test("asks for the password, and ends that way in", async ({ provider, database }) => {
    const actor = await makeOrganisation();
    await withProvider(actor, provider);
    const email = address();
    const kim = await joinByCode(actor, { name: "Kim", email, roles: ["planner"], password });
    const login = await checkLoginSession(done(await startLoginSession({ email, password })).token);
    const signedIn = { actor: kim, loginSessionId: login?.id ?? "" };
    expect(codeOf(await unlinkSignIn(kim, password, here()))).toBe("not_linked");
    const started = done(await startLinking(kim, password, { ...signedIn, ...here() }));
    done(await back(started.visit, await visitProvider(started.address), { signedIn }));
    expect(codeOf(await visitFor(actor))).toBe("done");
    expect(codeOf(await unlinkSignIn(kim, "another password", here()))).toBe("wrong_password");
    expect(codeOf(await visitFor(actor))).toBe("done");
    expect(codeOf(await unlinkSignIn(kim, password, here()))).toBe("done");
    expect(codeOf(await visitFor(actor))).toBe("not_linked");
    expect(await installationEventTypes(database.ownerUrl, kim.userId)).toContain("user.identity_unlinked");
  });

  test("is refused where it is the only way in", async ({ provider }) => {
    const actor = await makeOrganisation();
    await withProvider(actor, provider);
    await joinByProvider(actor);
    const userId = (await findAccountByIdentity({ ...provider, ...provider.person })) ?? "";
    const alone: Actor = { organisationId: actor.organisationId, userId, roles: ["planner"] };
    expect(codeOf(await unlinkSignIn(alone, null, here()))).toBe("last_way");
    expect(codeOf(await visitFor(actor))).toBe("done");
  });
});

describe("visits to a provider", () => {
  test("are sixty in a quarter of an hour from one place, and others go on", async ({ provider }) => {
    const actor = await makeOrganisation();
    await withProvider(actor, provider);
    const crowded = here();
    const nowhere = crypto.randomUUID();
    for (let visit = 0; visit < 60; visit += 1) {
      expect(codeOf(await startAtProvider(nowhere, signIn, crowded))).toBe("not_offered");
    }
    expect(codeOf(await startAtProvider(actor.organisationId, signIn, crowded))).toBe("too_many_tries");
    expect(codeOf(await startAtProvider(actor.organisationId, signIn, here()))).toBe("done");
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
    expect(
      codeOf(await switchOrganisation(there, actor.organisationId, { token: login, reach: "account" })),
    ).toBe("sign_in_there");
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
