import { describe, expect } from "vitest";
import { withOrganisation } from "~/data/database.server";
import { DatabaseError } from "~/data/database-problem.server";
import { findInvitation, findInvitationByToken, listInvitations } from "~/data/invitations.server";
import { checkLoginSession } from "~/data/login-session.server";
import { findSignedIn, loadMembers } from "~/data/members.server";
import { newId } from "~/data/new-id.server";
import type { Actor } from "~/domain/actor";
import type { Role } from "~/domain/record/fields";
import type { Outcome } from "~/domain/refusal";
import { acceptAsNewcomer, acceptWithAccount } from "~/services/accept-invitation.server";
import { remakeInvitation, takeBackInvitation } from "~/services/change-invitation.server";
import { confirmInvitation } from "~/services/confirm-invitation.server";
import { endMembership } from "~/services/end-membership.server";
import { invite } from "~/services/invite.server";
import { openLink } from "~/services/open-link.server";
import { startLoginSession } from "~/services/start-login-session.server";
import { joinByCode } from "../factories/newcomer";
import { makeMember, makeOrganisation } from "../factories/organisation";
import { test } from "../support/open-database";
import { tokensMailedTo } from "../support/outbox";
import { pastPolicies } from "../support/owner";
import { eventTypes } from "../support/recorded-events";

const password = "three random words";
const address = () => `${crypto.randomUUID()}@lanternmoor.example`;
const here = () => ({ place: `place-${crypto.randomUUID()}` });

function codeOf(outcome: Outcome<unknown>): string {
  return outcome.ok ? "done" : outcome.refusal.code;
}

async function printed(actor: Actor, roles: Role[] = ["approver"]) {
  const outcome = await invite(actor, { name: "Sam", email: null, roles }, { sendsMail: false });
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  return { invitationId: outcome.value.invitationId, code: outcome.value.code ?? "" };
}

/** The token of the link that was mailed to an address last. */
async function mailed(actor: Actor, email: string, roles: Role[] = ["approver"]) {
  const outcome = await invite(actor, { name: "Sam", email, roles }, { sendsMail: true });
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  return { ...outcome.value, token: await tokenMailedTo(actor, email) };
}

async function tokenMailedTo(actor: Actor, email: string): Promise<string> {
  return (await tokensMailedTo(actor, email)).at(-1) ?? "";
}

describe.sequential("a link by mail", () => {
  test("makes an account with the roles as given, signs in, and works once", async () => {
    const actor = await makeOrganisation();
    const email = address();
    const { token, code } = await mailed(actor, email, ["approver", "planner"]);
    expect(code).toBeNull();
    const joined = await acceptAsNewcomer(token, { name: "Sam Birch", password }, here());
    if (!joined.ok) throw new Error(joined.refusal.message);
    const login = await checkLoginSession(joined.value.token ?? "");
    expect(login).toMatchObject({ organisationId: actor.organisationId, userId: joined.value.userId });
    const { members } = await loadMembers(actor);
    expect(members.find(({ userId }) => userId === joined.value.userId)).toMatchObject({
      name: "Sam Birch",
      email,
    });
    const signedIn = await findSignedIn(actor.organisationId, joined.value.userId);
    expect([...(signedIn?.actor.roles ?? [])].sort()).toEqual(["approver", "planner"]);
    expect((await startLoginSession({ email, password })).ok).toBe(true);
    expect(codeOf(await acceptAsNewcomer(token, { name: "Eve", password }, here()))).toBe("not_usable");
    expect(await eventTypes(actor)).toEqual(
      expect.arrayContaining([
        "invitation.made",
        "invitation.used",
        "membership.changed",
        "login_session.started",
      ]),
    );
  });

  test("is shown to nobody else: neither the answer, the list nor the table holds it", async ({
    database,
  }) => {
    const actor = await makeOrganisation();
    const { token, ...answer } = await mailed(actor, address());
    expect(JSON.stringify(answer)).not.toContain(token);
    expect(JSON.stringify(await listInvitations(actor))).not.toContain(token);
    const rows = await pastPolicies(database.ownerUrl, "invitation", "SELECT * FROM invitation");
    expect(JSON.stringify(rows)).not.toContain(token);
    const scope = { organisationId: actor.organisationId, actorId: actor.userId };
    await expect(
      withOrganisation(scope, (tx) => tx.invitation.findMany({ select: { tokenHash: true } })),
    ).rejects.toThrow(DatabaseError);
  });

  test("looked at ten times is as good as new", async () => {
    const actor = await makeOrganisation();
    const { token } = await mailed(actor, address());
    for (let each = 0; each < 10; each += 1) expect(await findInvitationByToken(token)).not.toBeNull();
    expect(codeOf(await openLink(token, here().place))).toBe("done");
    expect(codeOf(await acceptAsNewcomer(token, { name: "Sam", password }, here()))).toBe("done");
  });

  test("is made again for the same person, and the earlier one opens nothing any more", async () => {
    const actor = await makeOrganisation();
    const email = address();
    const { token, invitationId } = await mailed(actor, email);
    expect(codeOf(await remakeInvitation(actor, invitationId, { sendsMail: true }))).toBe("done");
    const again = await tokenMailedTo(actor, email);
    expect(await findInvitationByToken(token)).toBeNull();
    expect(await findInvitationByToken(again)).toMatchObject({ email, roles: ["approver"] });
    expect(await listInvitations(actor)).toHaveLength(1);
  });
});

describe("a printed code", () => {
  test("waits after it was used until an administrator confirms; until then there is nothing to see", async () => {
    const actor = await makeOrganisation();
    const { code, invitationId } = await printed(actor);
    const email = address();
    const joined = await acceptAsNewcomer(code, { name: "Sam Birch", email, password }, here());
    if (!joined.ok) throw new Error(joined.refusal.message);
    const { userId, token } = joined.value;
    expect(token).toBeNull();
    expect(await findSignedIn(actor.organisationId, userId)).toBeNull();
    expect(codeOf(await startLoginSession({ email, password }))).toBe("waiting");
    expect(codeOf(await startLoginSession({ email, password: "not this one" }))).toBe("wrong_details");
    expect(await findInvitation(actor, invitationId)).toMatchObject({
      state: "waiting",
      usedBy: { userId, name: "Sam Birch", email },
    });
    expect(codeOf(await confirmInvitation(actor, invitationId))).toBe("done");
    expect(codeOf(await startLoginSession({ email, password }))).toBe("done");
    expect((await findSignedIn(actor.organisationId, userId))?.actor.roles).toEqual(["approver"]);
    expect(codeOf(await confirmInvitation(actor, invitationId))).toBe("not_waiting");
  });

  test("that nobody should have used lets nobody in once it is taken back", async () => {
    const actor = await makeOrganisation();
    const { code, invitationId } = await printed(actor);
    const email = address();
    await acceptAsNewcomer(code, { name: "Eve", email, password }, here());
    expect(codeOf(await takeBackInvitation(actor, invitationId))).toBe("done");
    expect(codeOf(await confirmInvitation(actor, invitationId))).toBe("not_waiting");
    expect(codeOf(await startLoginSession({ email, password }))).toBe("wrong_details");
  });

  test("is shown once: the same form sent again makes no other, and shows none", async () => {
    const actor = await makeOrganisation();
    const submission = { id: newId(), content: "Sam" };
    const form = { name: "Sam", email: null, roles: ["planner" as const] };
    const first = await invite(actor, form, { sendsMail: false, submission });
    const second = await invite(actor, form, { sendsMail: false, submission });
    if (!first.ok || !second.ok) throw new Error("refused");
    expect(first.value.code).toMatch(/^[2-9A-Z]{4}(-[2-9A-Z]{4}){3}$/);
    expect(second.value).toEqual({ invitationId: first.value.invitationId, code: null });
    expect(await listInvitations(actor)).toHaveLength(1);
  });

  test("used twice at the same moment lets one in (fault matrix: token replayed concurrently)", async () => {
    const actor = await makeOrganisation();
    const { code } = await printed(actor);
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () =>
        acceptAsNewcomer(code, { name: "Sam", email: address(), password }, here()),
      ),
    );
    expect(outcomes.map(codeOf).sort()).toEqual(["done", ...Array<string>(7).fill("not_usable")]);
    expect((await eventTypes(actor)).filter((type) => type === "invitation.used")).toHaveLength(1);
  });

  test("confirmed and taken back at the same moment is one of the two", async () => {
    const actor = await makeOrganisation();
    const { code, invitationId } = await printed(actor);
    const email = address();
    await acceptAsNewcomer(code, { name: "Sam", email, password }, here());
    const outcomes = await Promise.all([
      confirmInvitation(actor, invitationId),
      takeBackInvitation(actor, invitationId),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await startLoginSession({ email, password })).ok).toBe(outcomes[0].ok);
  });
});

describe("an invitation that cannot be used", () => {
  test("is refused alike, whether unknown, used, taken back or too old (control 8)", async ({ database }) => {
    const actor = await makeOrganisation();
    const [used, back, old] = [await printed(actor), await printed(actor), await printed(actor)];
    await acceptAsNewcomer(used.code, { name: "Sam", email: address(), password }, here());
    await takeBackInvitation(actor, back.invitationId);
    await pastPolicies(
      database.ownerUrl,
      "invitation",
      "UPDATE invitation SET expires_at = now() WHERE id = $1",
      [old.invitationId],
    );
    const answers = [];
    for (const code of ["AAAA-AAAA-AAAA-AAAA", used.code, back.code, old.code])
      answers.push(await openLink(code, here().place));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(
      codeOf(await acceptAsNewcomer(old.code, { name: "Sam", email: address(), password }, here())),
    ).toBe("not_usable");
    expect(await findInvitation(actor, old.invitationId)).toMatchObject({ state: "lapsed" });
  });

  test("is guessed five times from one place, and then no more", async () => {
    const { place } = here();
    const answers = [];
    for (let guess = 0; guess < 6; guess += 1) answers.push(codeOf(await openLink(`guess-${guess}`, place)));
    expect(answers).toEqual([...Array<string>(5).fill("not_usable"), "too_many_tries"]);
  });
});

describe("somebody with an account", () => {
  test("joins a second organisation with it, and each sees its own member alone", async () => {
    const [first, second] = [await makeOrganisation(), await makeOrganisation()];
    const email = address();
    const sam = await joinByCode(first, { name: "Sam Birch", email, roles: ["planner"], password });
    const { code, invitationId } = await printed(second, ["reviewer"]);
    expect(codeOf(await acceptWithAccount(code, { email, password: "not this one" }, here()))).toBe(
      "wrong_details",
    );
    expect(codeOf(await acceptWithAccount(code, { email, password }, here()))).toBe("done");
    expect(codeOf(await confirmInvitation(second, invitationId))).toBe("done");
    expect((await findSignedIn(second.organisationId, sam.userId))?.actor.roles).toEqual(["reviewer"]);
    expect((await findSignedIn(first.organisationId, sam.userId))?.actor.roles).toEqual(["planner"]);
  });

  test("who left comes back by an invitation, with the roles that it names", async () => {
    const actor = await makeOrganisation();
    const email = address();
    const sam = await joinByCode(actor, {
      name: "Sam Birch",
      email,
      roles: ["approver", "planner"],
      password,
    });
    expect(codeOf(await endMembership(actor, sam.userId, { version: 1 }))).toBe("done");
    expect(codeOf(await startLoginSession({ email, password }))).toBe("wrong_details");
    const { code, invitationId } = await printed(actor, ["reviewer"]);
    expect(codeOf(await acceptWithAccount(code, { email, password }, here()))).toBe("done");
    expect(codeOf(await confirmInvitation(actor, invitationId))).toBe("done");
    expect((await findSignedIn(actor.organisationId, sam.userId))?.actor.roles).toEqual(["reviewer"]);
  });

  test("is told so, and not joined twice", async () => {
    const actor = await makeOrganisation();
    const email = address();
    await joinByCode(actor, { name: "Sam Birch", email, roles: ["planner"], password });
    const { code } = await printed(actor);
    expect(codeOf(await acceptWithAccount(code, { email, password }, here()))).toBe("member_already");
    const newcomer = { name: "Sam", email: email.toUpperCase(), password };
    expect(codeOf(await acceptAsNewcomer(code, newcomer, here()))).toBe("email_taken");
    expect(await findInvitationByToken(code)).not.toBeNull();
  });
});

describe("inviting", () => {
  test("is an administrator's, of their own organisation, with at least one role", async () => {
    const actor = await makeOrganisation();
    const stranger = await makeOrganisation();
    const others = await makeMember(actor, ["planner", "approver", "safeguarding_lead", "reviewer"]);
    const form = { name: "Sam", email: null, roles: ["planner" as const] };
    expect(codeOf(await invite(others, form, { sendsMail: false }))).toBe("forbidden");
    expect(codeOf(await invite(actor, { ...form, roles: [] }, { sendsMail: false }))).toBe("no_roles");
    expect(codeOf(await invite(actor, { ...form, email: address() }, { sendsMail: false }))).toBe("no_mail");
    const { invitationId, code } = await printed(actor);
    for (const by of [takeBackInvitation, confirmInvitation]) {
      expect(codeOf(await by(stranger, invitationId))).toBe("not_found");
      expect(codeOf(await by(others, invitationId))).toBe("forbidden");
    }
    expect(codeOf(await remakeInvitation(stranger, invitationId, { sendsMail: false }))).toBe("not_found");
    expect(await findInvitation(stranger, invitationId)).toBeNull();
    expect(await findInvitationByToken(code)).not.toBeNull();
  });

  test("asks whoever joins for a password that is not tried first", async () => {
    const actor = await makeOrganisation();
    const { code } = await printed(actor);
    const join = (chosen: string) =>
      acceptAsNewcomer(code, { name: "Sam Birch", email: "sam@birch.example", password: chosen }, here());
    expect(codeOf(await join("Password2024!"))).toBe("common_password");
    expect(codeOf(await join("Lanternmoor-2026"))).toBe("own_words");
  });
});
