import { Temporal } from "temporal-polyfill";
import { describe, expect } from "vitest";
import { readOrganisation } from "~/data/database.server";
import { listWideners } from "~/data/lock-session.server";
import type { Actor } from "~/domain/actor";
import type { Decision } from "~/domain/consent/decisions";
import { evaluate } from "~/domain/readiness/evaluate";
import type { ConsentScope } from "~/domain/record/fields";
import type { SessionRecord } from "~/domain/record/schema";
import { decideConsent } from "~/services/decide-consent.server";
import { makeMember } from "../factories/organisation";
import { expectGuarded, judged, NOW, recordOf, signOff, versionOf } from "../support/guarded-edit";
import { test } from "../support/open-database";
import { storeScenario, type StoredSession } from "../support/stored-session";

const EVERYTHING: ConsentScope[] = ["take_part", "camera", "voice", "name_shown"];
const DECIDED_LATER = Temporal.Instant.from("2026-11-23T10:05:00Z");

/** Nobody has decided anything yet. */
function undecided(record: SessionRecord) {
  record.statements = record.statements.filter(({ about }) => about.kind !== "participant");
}

function alone(
  stored: StoredSession,
  changes: Partial<Extract<Decision, { kind: "competence_decision" }>> = {},
) {
  return {
    kind: "competence_decision",
    agreed: true,
    scopes: EVERYTHING,
    proposedBy: stored.wren.userId,
    note: "Understands what going live means and what could follow from it.",
    until: null,
    ...changes,
  } as const;
}

function counts(
  giverId: string | null,
  changes: Partial<Extract<Decision, { kind: "conflict_decision" }>> = {},
) {
  return {
    kind: "conflict_decision",
    giverId,
    scopes: ["camera"],
    note: "Her own answer counts.",
    until: null,
    ...changes,
  } as const;
}

/** The young person whose answers the scenario is about. */
function called(stored: StoredSession, displayName: string): string {
  const found = stored.record.participants.find((each) => each.displayName === displayName);
  if (!found) throw new Error(`Nobody is called ${displayName}`);
  return found.id;
}

async function decide(
  stored: StoredSession,
  name: string,
  decision: Decision,
  { actor = stored.petra, at = NOW }: { actor?: Actor; at?: Temporal.Instant } = {},
): Promise<string> {
  const options = { version: await versionOf(stored), clock: () => at };
  const outcome = await decideConsent(actor, stored.sessionId, called(stored, name), decision, options);
  return outcome.ok ? outcome.value.effect : `${outcome.refusal.code} ${outcome.refusal.field ?? ""}`.trim();
}

async function decisionsIn(stored: StoredSession) {
  return (await recordOf(stored)).statements.filter(({ about }) => about.kind === "participant");
}

describe("a decision that somebody answers without a parent", () => {
  test("is a safeguarding lead's: neither planner, host nor approver may record it", async () => {
    const stored = await storeScenario("s02");
    const { amina, odalys, rowan, petra, sessionId } = stored;
    const safiya = called(stored, "Safiya");
    const by = (actor: Actor) => decide(stored, "Safiya", alone(stored), { actor });
    for (const actor of [amina, odalys, rowan]) expect(await by(actor)).toBe("forbidden");
    expect(await by({ ...amina, roles: ["planner", "safeguarding_lead"] })).toBe("barred");
    expect(await by({ ...odalys, roles: ["safeguarding_lead"] })).toBe("barred");
    expect(await decisionsIn(stored)).toEqual([]);

    await expectGuarded(
      stored,
      (actor, options) => decideConsent(actor, sessionId, safiya, alone(stored), options),
      petra,
    );
    expect(await decisionsIn(stored)).toMatchObject([
      {
        kind: "competence_decision",
        about: { kind: "participant", id: safiya },
        by: petra.userId,
        as: "safeguarding_lead",
        statedOn: "2026-11-23",
        recordedAt: "2026-11-23T10:00:00Z",
        textVersion: 1,
        answer: "yes",
        note: "Understands what going live means and what could follow from it.",
        scopes: EVERYTHING,
        giverId: null,
        proposedBy: stored.wren.userId,
        until: null,
      },
    ]);
  });

  test("is the way out of S2 with a place in the room, and cures no platform's age limit", async () => {
    const online = await storeScenario("s02");
    expect((await judged(online, "R30")).codes).toContain("parent_not_asked");
    expect(await decide(online, "Safiya", alone(online))).toBe("nothing");
    expect(await judged(online, "R30")).toEqual({ status: "met", codes: [] });
    expect((await judged(online, "R08")).status).toBe("not_met");

    const inTheRoom = await storeScenario("s02-variant-competence", { change: undecided });
    expect(evaluate(await recordOf(inTheRoom), NOW).ready).toBe(false);
    await decide(inTheRoom, "Safiya", alone(inTheRoom));
    expect(evaluate(await recordOf(inTheRoom), NOW).ready).toBe(true);
  });

  test("reaches what it names, until its last day is over where the session is", async () => {
    const stored = await storeScenario("s02-variant-competence", { change: undecided });
    await decide(stored, "Safiya", alone(stored, { scopes: ["take_part"], until: "2026-12-01" }));
    expect((await decisionsIn(stored))[0]).toMatchObject({
      scopes: ["take_part"],
      until: "2026-12-02T00:00:00Z",
    });
    expect((await judged(stored, "R30")).codes).toEqual(Array(3).fill("parent_not_asked"));
    await decide(stored, "Safiya", alone(stored, { until: "2026-12-01" }), { at: DECIDED_LATER });
    const record = await recordOf(stored);
    const { ready, breaksOn } = evaluate(record, DECIDED_LATER);
    expect(ready).toBe(true);
    expect(breaksOn?.toString()).toBe("2026-12-02T00:00:00Z");
  });

  test("is ended by a no, which stays beside it and ends a sign-off; both widen nothing", async () => {
    const stored = await storeScenario("s02-variant-competence", { change: undecided });
    await decide(stored, "Safiya", alone(stored), { at: NOW.subtract({ minutes: 5 }) });
    const standing = await signOff(stored);
    expect(await standing()).toBe("signed");
    const no = alone(stored, { agreed: false, scopes: [], proposedBy: null, note: "Not any more." });
    expect(await decide(stored, "Safiya", no, { at: DECIDED_LATER })).toBe("lapsed");
    expect(await standing()).toBe("lapsed");
    expect((await judged(stored, "R30", DECIDED_LATER)).status).toBe("not_answered");
    expect((await decisionsIn(stored)).map(({ answer }) => answer)).toEqual(["yes", "no"]);
    const { organisationId, userId } = stored.petra;
    const wideners = await readOrganisation({ organisationId, actorId: userId }, (tx) =>
      listWideners(tx, organisationId, stored.sessionId),
    );
    expect(wideners).not.toContain(userId);
  });

  test("takes two people, what it is about, and an age that the policy names", async () => {
    const stored = await storeScenario("s02");
    const { petra, amina, sorrel, stranger } = stored;
    const refusal = (changes: Parameters<typeof alone>[1], name = "Safiya") =>
      decide(stored, name, alone(stored, changes));
    expect(await refusal({ proposedBy: petra.userId })).toBe("proposer_not_allowed proposedBy");
    expect(await refusal({ proposedBy: stranger.userId })).toBe("proposer_not_allowed proposedBy");
    expect(await refusal({ proposedBy: null })).toBe("proposer_not_allowed proposedBy");
    const trustee = await makeMember(amina, ["reviewer"]);
    expect(await refusal({ proposedBy: trustee.userId })).toBe("proposer_not_allowed proposedBy");
    expect(await refusal({ scopes: [] })).toBe("scope_not_open forScopes");
    expect(await refusal({ scopes: ["take_part", "rebroadcast"] })).toBe("scope_not_open forScopes");
    expect(await refusal({ until: "2026-11-22" })).toBe("until_past agreedUntil");
    const older = stored.record.participants.find(({ displayName }) => displayName !== "Safiya");
    expect(await refusal({}, older?.displayName ?? "")).toBe("scope_not_open");
    expect(await decisionsIn(stored)).toEqual([]);
    expect(await refusal({ proposedBy: sorrel.userId })).toBe("nothing");
  });
});

describe("a decision on whose answer counts", () => {
  test("settles what parents differ about, and can be taken back", async () => {
    const stored = await storeScenario("edge-parents-apart");
    const events = stored.record.consentEvents.filter(
      ({ participantId, scope }) => participantId === called(stored, "Priya") && scope === "camera",
    );
    const giver = (which: (event: (typeof events)[number]) => boolean) => events.find(which)?.giver.id ?? "";
    const own = giver((event) => event.giver.relationship === "self");
    const against = giver(({ answer }) => answer === "no");
    expect((await judged(stored, "R30")).codes).toEqual(["conflict"]);

    expect(await decide(stored, "Priya", counts(own))).toBe("nothing");
    expect(await judged(stored, "R30")).toEqual({ status: "met", codes: [] });
    const no = counts(against, { note: "The parent's worry is well founded." });
    await decide(stored, "Priya", no, { at: DECIDED_LATER });
    expect((await judged(stored, "R30", DECIDED_LATER)).codes).toEqual(["refused"]);
    const last = DECIDED_LATER.add({ minutes: 1 });
    await decide(stored, "Priya", counts(null), { at: last });
    expect((await judged(stored, "R30", last)).codes).toEqual(["conflict"]);
    expect((await decisionsIn(stored)).map(({ answer, giverId }) => [answer, giverId])).toEqual([
      ["yes", own],
      ["yes", against],
      ["no", null],
    ]);
  });

  test("is about answers that differ, and names somebody who gave one", async () => {
    const stored = await storeScenario("edge-parents-apart");
    const priya = called(stored, "Priya");
    expect(await decide(stored, "Priya", counts(priya, { scopes: ["voice"] }))).toBe("scope_not_open scopes");
    expect(await decide(stored, "Priya", counts(priya, { scopes: [] }))).toBe("scope_not_open scopes");
    expect(await decide(stored, "Priya", counts(stored.petra.userId))).toBe("giver_not_allowed giver");
    expect(await decide(stored, "Priya", counts(priya, { until: "2026-11-22" }))).toBe("until_past until");
    expect(await decisionsIn(stored)).toEqual([]);
  });

  test("is never about a young person's own no", async () => {
    const stored = await storeScenario("edge-parent-yes-young-person-no");
    expect((await judged(stored, "R30")).codes).toEqual(["refused"]);
    expect(await decide(stored, "Priya", counts(called(stored, "Priya")))).toBe("scope_not_open scopes");
  });
});
