import { describe, expect } from "vitest";
import { readOrganisation } from "~/data/database.server";
import { findInvitationByToken } from "~/data/invitations.server";
import { loadMembers } from "~/data/members.server";
import { newId } from "~/data/new-id.server";
import { listUnreadNotices } from "~/data/notices.server";
import { defaultPolicy } from "~/domain/defaults/policy";
import { loosenedSettings } from "~/domain/people/policy-loosened";
import type { Actor } from "~/domain/actor";
import type { Role } from "~/domain/record/fields";
import type { Outcome } from "~/domain/refusal";
import { changeMember } from "~/services/change-member.server";
import { changePolicy } from "~/services/change-policy.server";
import { endMembership } from "~/services/end-membership.server";
import { invite } from "~/services/invite.server";
import { signOffSession } from "~/services/sign-off-session.server";
import { joinByCode } from "../factories/newcomer";
import { makeMember, makeOrganisation } from "../factories/organisation";
import { test } from "../support/open-database";
import { signOffToday } from "../support/signed-off-today";
import { eventTypes } from "../support/recorded-events";
import { storeScenario } from "../support/stored-session";

function codeOf(outcome: Outcome<unknown>): string {
  return outcome.ok ? "done" : outcome.refusal.code;
}

async function toldTo(actor: Actor) {
  const { organisationId, userId } = actor;
  const notices = await readOrganisation({ organisationId, actorId: userId }, (tx) =>
    listUnreadNotices(tx, actor, 50),
  );
  return notices.map(({ kind, changes }) => ({ kind, changes }));
}

describe("giving a leading role", () => {
  test("is told to every other holder of one at once, and to nobody else", async () => {
    const actor = await makeOrganisation();
    const lead = await makeMember(actor, ["safeguarding_lead"]);
    const planner = await makeMember(actor, ["planner"]);
    const change = (roles: Role[], version: number) =>
      changeMember(actor, planner.userId, { roles, adultId: null }, { version });
    expect(codeOf(await change(["planner", "reviewer"], 1))).toBe("done");
    expect(await toldTo(lead)).toEqual([]);
    expect(codeOf(await change(["planner", "approver", "administrator"], 2))).toBe("done");
    expect(await toldTo(lead)).toEqual([{ kind: "role_given", changes: ["approver", "administrator"] }]);
    expect(codeOf(await change(["planner", "approver"], 3))).toBe("done");
    expect(await toldTo(lead)).toHaveLength(1);
    expect(await toldTo(planner)).toEqual([]);
  });

  test("by an invitation is told when it is confirmed", async () => {
    const actor = await makeOrganisation();
    const lead = await makeMember(actor, ["safeguarding_lead"]);
    const email = `${newId()}@lanternmoor.example`;
    await joinByCode(actor, { name: "Sam", email, roles: ["approver"], password: "three random words" });
    expect(await toldTo(lead)).toEqual([{ kind: "role_given", changes: ["approver"] }]);
  });
});

describe("a policy that asks for less", () => {
  test("is told to every holder of a leading role, and one that asks for more is not", async () => {
    const actor = await makeOrganisation();
    const approver = await makeMember(actor, ["approver"]);
    const change = (settings: Partial<typeof defaultPolicy>, version: number) =>
      changePolicy(actor, { settings, effectiveFrom: "9000-01-01" }, { version });
    expect(codeOf(await change({ vettingMonths: 24, minimumAdults: 3 }, 1))).toBe("done");
    expect(await toldTo(approver)).toEqual([]);
    expect(codeOf(await change({ vettingMonths: 30, minimumAdults: 2 }, 2))).toBe("done");
    expect(await toldTo(approver)).toEqual([
      { kind: "policy_loosened", changes: ["minimumAdults", "vettingMonths"] },
    ]);
  });

  test("is known by each setting", () => {
    const less: Partial<typeof defaultPolicy> = {
      parentConsentUnder: 14,
      competenceFrom: 12,
      competenceCoversPublic: true,
      consentGate: "needs_acceptance",
      minimumObservers: 0,
      riskAssessmentDays: 7,
      trainingMonths: 36,
      lengthMinutes: 60,
      ratios: defaultPolicy.ratios.map((band) => ({ ...band, childrenPerAdult: band.childrenPerAdult + 1 })),
      flaggedTopics: defaultPolicy.flaggedTopics.slice(1),
    };
    for (const [key, value] of Object.entries(less)) {
      const after = { ...defaultPolicy, [key]: value };
      expect(loosenedSettings(defaultPolicy, after)).toEqual([key]);
      expect(loosenedSettings(after, defaultPolicy)).toEqual([]);
    }
    const vetted = { ...defaultPolicy, vettingLevels: { host: "enhanced" as const } };
    expect(loosenedSettings(defaultPolicy, vetted)).toEqual([]);
    expect(loosenedSettings(vetted, defaultPolicy)).toEqual(["vettingLevels"]);
  });
});

describe("leaving", () => {
  test("of two administrators who end each other at once leaves one", async () => {
    const actor = await makeOrganisation();
    const other = await makeMember(actor, ["administrator"]);
    const outcomes = await Promise.all([
      endMembership(actor, other.userId, { version: 1 }),
      endMembership(other, actor.userId, { version: 1 }),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.map(codeOf)).toContain("last_administrator");
    expect((await loadMembers(actor)).members).toHaveLength(1);
  });

  test("asks for a confirmation that is not older than five minutes", async () => {
    const actor = await makeOrganisation();
    const other = await makeMember(actor, ["planner"]);
    const asleep = { ...actor, confirmedAt: null };
    expect(codeOf(await endMembership(asleep, other.userId, { version: 1 }))).toBe("not_confirmed");
  });

  test("ends the invitations that somebody made", async () => {
    const actor = await makeOrganisation();
    const other = await makeMember(actor, ["administrator"]);
    const made = await invite(other, { name: "Sam", email: null, roles: ["planner"] }, { sendsMail: false });
    const code = (made.ok && made.value.code) || "";
    expect(await findInvitationByToken(code)).not.toBeNull();
    expect(codeOf(await endMembership(actor, other.userId, { version: 1 }))).toBe("done");
    expect(await findInvitationByToken(code)).toBeNull();
  });

  test("passes no session to who signed it off, and another planner's sign-off stands", async () => {
    const stored = await storeScenario("s04-twin-last-good-day", { upToDate: true });
    await signOffToday(stored);
    const { sessionId, amina, idris } = stored;
    const administrator = await makeMember(amina, ["administrator"]);
    const roles: Role[] = ["approver", "planner"];
    await changeMember(administrator, idris.userId, { roles, adultId: null }, { version: 1 });
    const planner = await makeMember(amina, ["planner", "approver"]);
    const end = (handOverTo: string) =>
      endMembership(administrator, amina.userId, { version: 1, handOverTo });
    expect(codeOf(await end(idris.userId))).toBe("signed_one");
    expect(codeOf(await end(planner.userId))).toBe("done");
    const signed = await signOffSession(planner, sessionId, { seen: "", accepted: [], adultsSuit: true });
    expect(codeOf(signed)).toBe("barred");
  });

  test("hands the sessions to come over to a planner, who did not sign them off", async () => {
    const { sessionId, amina, idris } = await storeScenario("s04-twin-last-good-day", {
      upToDate: true,
    });
    const administrator = await makeMember(amina, ["administrator"]);
    const planner = await makeMember(amina, ["planner"]);
    const end = (handOverTo: string | null) =>
      endMembership(administrator, amina.userId, { version: 1, handOverTo });
    expect(codeOf(await end(null))).toBe("no_successor");
    expect(codeOf(await end(idris.userId))).toBe("no_successor");
    expect(codeOf(await end(amina.userId))).toBe("no_successor");
    expect(codeOf(await end(planner.userId))).toBe("done");
    const { organisationId } = amina;
    const scope = { organisationId, actorId: administrator.userId };
    const session = await readOrganisation(scope, (tx) =>
      tx.session.findUniqueOrThrow({
        where: { organisationId_id: { organisationId, id: sessionId } },
        select: { plannedBy: true },
      }),
    );
    expect(session.plannedBy).toBe(planner.userId);
    expect(await eventTypes(administrator)).toEqual(
      expect.arrayContaining(["session.handed_over", "membership.ended"]),
    );
  });
});
