import { describe, expect } from "vitest";
import { openLoginSession } from "~/data/login-session.server";
import { findSignedIn, loadMembers } from "~/data/members.server";
import { newId } from "~/data/new-id.server";
import type { Actor } from "~/domain/actor";
import type { Role } from "~/domain/record/fields";
import { accept, type Outcome } from "~/domain/refusal";
import { changeMember } from "~/services/change-member.server";
import { change } from "~/services/change.server";
import { endMembership } from "~/services/end-membership.server";
import { makeMember, makeOrganisation } from "../factories/organisation";
import { test } from "../support/open-database";
import { eventTypes } from "../support/recorded-events";

function codeOf(outcome: Outcome<unknown>): string {
  return outcome.ok ? "done" : outcome.refusal.code;
}

async function member(actor: Actor, userId: string) {
  return (await loadMembers(actor)).members.find((each) => each.userId === userId);
}

describe("changing roles", () => {
  test("takes hold with the next request (control 3)", async () => {
    const actor = await makeOrganisation();
    const other = await makeMember(actor, ["planner"]);
    const roles: Role[] = ["approver", "planner"];
    expect(codeOf(await changeMember(actor, other.userId, { roles, adultId: null }, { version: 1 }))).toBe(
      "done",
    );
    const signedIn = await findSignedIn(actor.organisationId, other.userId);
    expect([...(signedIn?.actor.roles ?? [])].sort()).toEqual(roles);
    expect((await eventTypes(actor)).at(-1)).toBe("membership.changed");
  });

  test("is never for oneself, and somebody stays an administrator", async () => {
    const actor = await makeOrganisation(["administrator", "planner"]);
    const change = (by: Actor, userId: string, roles: Role[]) =>
      changeMember(by, userId, { roles, adultId: null }, { version: 1 });
    expect(codeOf(await change(actor, actor.userId, ["administrator", "planner", "approver"]))).toBe(
      "own_roles",
    );
    expect(codeOf(await change(actor, actor.userId, ["planner"]))).toBe("own_roles");
    expect(codeOf(await change(actor, actor.userId, ["planner", "administrator"]))).toBe("done");
    const other = await makeMember(actor, ["administrator"]);
    expect(
      codeOf(await changeMember(other, actor.userId, { roles: ["planner"], adultId: null }, { version: 2 })),
    ).toBe("done");
    expect(codeOf(await change(other, other.userId, ["planner"]))).toBe("own_roles");
  });

  test("by two administrators of each other at once leaves one", async () => {
    const actor = await makeOrganisation();
    const other = await makeMember(actor, ["administrator"]);
    const planner = { roles: ["planner"] as Role[], adultId: null };
    const outcomes = await Promise.all([
      changeMember(actor, other.userId, planner, { version: 1 }),
      changeMember(other, actor.userId, planner, { version: 1 }),
    ]);
    expect(outcomes.map(codeOf).sort()).toEqual(["done", "last_administrator"]);
  });

  test("is refused on a stale version, for strangers and to others", async () => {
    const actor = await makeOrganisation();
    const other = await makeMember(actor, ["planner"]);
    const stranger = await makeOrganisation();
    const form = { roles: ["approver"] as Role[], adultId: null };
    expect(codeOf(await changeMember(actor, other.userId, form, { version: 2 }))).toBe("stale_version");
    expect(codeOf(await changeMember(stranger, other.userId, form, { version: 1 }))).toBe("not_found");
    expect(codeOf(await changeMember(other, actor.userId, form, { version: 1 }))).toBe("forbidden");
    expect(codeOf(await changeMember(actor, other.userId, { ...form, roles: [] }, { version: 1 }))).toBe(
      "no_roles",
    );
  });

  test("an adult record is one person's, and of this organisation", async () => {
    const actor = await makeOrganisation();
    const other = await makeMember(actor, ["planner"]);
    const adultId = newId();
    await change(actor, async ({ tx, record }) => {
      await tx.adult.create({
        data: { organisationId: actor.organisationId, id: adultId, name: "Robin Ash" },
      });
      record({ type: "adult.added", subject: `adult:${adultId}` });
      return accept(null);
    });
    const link = (userId: string, roles: Role[], id: string) =>
      changeMember(actor, userId, { roles, adultId: id }, { version: 1 });
    expect(codeOf(await link(other.userId, ["planner"], newId()))).toBe("unknown_adult");
    expect(codeOf(await link(other.userId, ["planner"], adultId))).toBe("done");
    expect(codeOf(await link(actor.userId, ["administrator"], adultId))).toBe("adult_taken");
    expect((await member(actor, other.userId))?.adultId).toBe(adultId);
  });
});

describe("ending a membership", () => {
  test("ends every sign-in at once and keeps the person on record", async () => {
    const actor = await makeOrganisation();
    const other = await makeMember(actor, ["planner"]);
    await change(other, async ({ tx, record }) => {
      const { id } = await openLoginSession(tx, other.userId, { idleSeconds: 60, absoluteSeconds: 60 });
      record({ type: "login_session.started", subject: `user:${other.userId}`, loginSessionId: id });
      return accept(null);
    });
    expect(codeOf(await endMembership(actor, other.userId, { version: 1 }))).toBe("done");
    expect(await findSignedIn(actor.organisationId, other.userId)).toBeNull();
    expect(await member(actor, other.userId)).toBeUndefined();
    expect((await eventTypes(actor)).at(-1)).toBe("membership.ended");
    expect(codeOf(await endMembership(actor, other.userId, { version: 2 }))).toBe("not_found");
  });

  test("is refused for oneself, to others, to strangers and on a stale version", async () => {
    const actor = await makeOrganisation();
    const other = await makeMember(actor, ["planner"]);
    const stranger = await makeOrganisation();
    expect(codeOf(await endMembership(actor, actor.userId, { version: 1 }))).toBe("own_membership");
    expect(codeOf(await endMembership(other, actor.userId, { version: 1 }))).toBe("forbidden");
    expect(codeOf(await endMembership(stranger, other.userId, { version: 1 }))).toBe("not_found");
    expect(codeOf(await endMembership(actor, other.userId, { version: 7 }))).toBe("stale_version");
  });
});
