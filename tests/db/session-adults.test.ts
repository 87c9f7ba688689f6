import { Temporal } from "temporal-polyfill";
import { describe, expect } from "vitest";
import { readOrganisation } from "~/data/database.server";
import { newId } from "~/data/new-id.server";
import { loadSessionRecord } from "~/data/session-record.server";
import type { Actor } from "~/domain/actor";
import { evaluate } from "~/domain/readiness/evaluate";
import { digestOf } from "~/domain/record/digest";
import type { SessionRecord } from "~/domain/record/schema";
import { materialFacts } from "~/domain/sign-off/material-facts";
import { standingOf } from "~/domain/sign-off/standing";
import { addAssignment } from "~/services/add-assignment.server";
import { changeAssignment, type AssignmentDetails } from "~/services/change-assignment.server";
import { chooseReporter } from "~/services/choose-reporter.server";
import { markSessionReady } from "~/services/mark-session-ready.server";
import { planSession } from "~/services/plan-session.server";
import { recordVettingCheck } from "~/services/record-vetting-check.server";
import { removeAssignment } from "~/services/remove-assignment.server";
import { signOffSession } from "~/services/sign-off-session.server";
import { standDownAdult } from "~/services/stand-down-adult.server";
import { test } from "../support/open-database";
import { eventTypes } from "../support/recorded-events";
import { storeScenario, type StoredSession } from "../support/stored-session";

const now = Temporal.Instant.from("2026-11-23T10:00:00Z");
const clock = () => now;

async function read({ organisationId, userId }: Actor, sessionId: string): Promise<SessionRecord> {
  const record = await readOrganisation({ organisationId, actorId: userId }, (tx) =>
    loadSessionRecord(tx, organisationId, sessionId),
  );
  if (!record) throw new Error("The session is not there");
  return record;
}

const store = () => storeScenario("s04-twin-last-good-day");

/** A session that Idris has signed off. */
async function storeSigned(): Promise<StoredSession> {
  const stored = await store();
  const { amina, idris, sessionId } = stored;
  await markSessionReady(amina, sessionId, { version: 1, clock });
  const seen = digestOf(materialFacts(await read(amina, sessionId)));
  const done = await signOffSession(idris, sessionId, { seen, accepted: [], adultsSuit: true, clock });
  if (!done.ok) throw new Error(done.refusal.message);
  return stored;
}

async function standing({ amina, sessionId }: StoredSession) {
  const [signOff] = (await read(amina, sessionId)).signOffs;
  if (!signOff) throw new Error("Nothing was signed off");
  return standingOf(signOff);
}

function partOf({ session }: SessionRecord, role: string) {
  const found = session.assignments.find((assignment) => assignment.role === role);
  if (!found) throw new Error(`Nobody is ${role}`);
  return found;
}

const details: AssignmentDetails = {
  confirmed: true,
  present: true,
  device: { kind: "organisation", authorisedBy: null, reason: null },
  contact: null,
  reachableFrom: null,
  reachableTo: null,
};

describe("giving an adult a part", () => {
  test("takes over the device that they use already", async () => {
    const { amina, sessionId, record } = await store();
    const { adultId, device } = partOf(record, "moderator");
    const outcome = await addAssignment(
      amina,
      sessionId,
      { role: "standby", adult: { id: adultId } },
      { clock },
    );
    expect(outcome).toMatchObject({ ok: true, value: { version: 2, effect: "nothing" } });
    expect(partOf(await read(amina, sessionId), "standby")).toMatchObject({
      adultId,
      device,
      confirmed: null,
      addedAt: now.toString(),
    });
    expect(await eventTypes(amina)).toContain("assignment.added");
  });

  test("puts somebody new on record on the way, once for a double submit", async () => {
    const { amina, sessionId } = await store();
    const form = {
      role: "observer",
      adult: { name: "Fern Addlestone", email: null, over18: true },
    } as const;
    const submission = { id: newId(), content: form };
    const send = () => addAssignment(amina, sessionId, form, { clock, submission });
    const [first, second] = await Promise.all([send(), send()]);
    expect(first).toMatchObject({ ok: true });
    expect(second).toEqual(first);
    const { session, adults } = await read(amina, sessionId);
    const ferns = adults.filter(({ name }) => name === "Fern Addlestone");
    expect(ferns).toHaveLength(1);
    expect(session.assignments.filter(({ adultId }) => adultId === ferns[0]?.id)).toHaveLength(1);
  });

  test("refuses whom the organisation does not know, has stood down, or has in this role already", async () => {
    const { amina, sessionId, record } = await store();
    const add = (id: string, role: "host" | "observer") =>
      addAssignment(amina, sessionId, { role, adult: { id } }, { clock });
    const { adultId } = partOf(record, "observer");
    expect(await add(newId(), "observer")).toMatchObject({ refusal: { code: "adult_unknown" } });
    expect(await add("nobody", "observer")).toMatchObject({ refusal: { code: "adult_unknown" } });
    expect(await add(adultId, "observer")).toMatchObject({ refusal: { code: "already_assigned" } });
    await standDownAdult(amina, adultId, { clock });
    expect(await add(adultId, "host")).toMatchObject({ refusal: { code: "stood_down" } });
  });

  test("is for who may edit the session", async () => {
    const { sessionId, idris, sorrel, stranger, record } = await store();
    const form = { role: "standby", adult: { id: partOf(record, "host").adultId } } as const;
    const code = async (actor: Actor) => {
      const outcome = await addAssignment(actor, sessionId, form, { clock });
      return outcome.ok ? "done" : outcome.refusal.code;
    };
    expect([await code(idris), await code(sorrel), await code(stranger)]).toEqual([
      "forbidden",
      "not_found",
      "not_found",
    ]);
  });
});

describe("changing an adult's part", () => {
  test("keeps when they confirmed and said which device they use", async () => {
    const { amina, sessionId, record } = await store();
    const observer = partOf(record, "observer");
    await changeAssignment(
      amina,
      sessionId,
      observer.id,
      { ...details, present: false },
      { version: 1, clock },
    );
    expect(partOf(await read(amina, sessionId), "observer")).toEqual({ ...observer, present: false });
  });

  test("keeps only what the role is asked", async () => {
    const { amina, sessionId, record } = await store();
    const observer = partOf(record, "observer");
    const everything: AssignmentDetails = {
      confirmed: false,
      present: true,
      device: { kind: "personal", authorisedBy: "Rowan Fell", reason: "Theirs was stolen" },
      contact: "01632 960000",
      reachableFrom: "2026-12-10T16:00:00Z",
      reachableTo: "2026-12-10T19:00:00Z",
    };
    await changeAssignment(amina, sessionId, observer.id, everything, { version: 1, clock });
    expect(partOf(await read(amina, sessionId), "observer")).toMatchObject({
      confirmed: null,
      device: {
        kind: "personal",
        authorisedBy: "Rowan Fell",
        reason: "Theirs was stolen",
        recordedAt: now.toString(),
      },
      contact: null,
      reachableFrom: null,
      reachableTo: null,
    });
    const lead = partOf(record, "dsl_on_call");
    await changeAssignment(amina, sessionId, lead.id, everything, { version: 2, clock });
    expect(partOf(await read(amina, sessionId), "dsl_on_call")).toMatchObject({
      present: false,
      contact: "01632 960000",
      reachableFrom: "2026-12-10T16:00:00Z",
    });
  });

  test("is refused from an older version, and for a part that is not there", async () => {
    const { amina, sessionId, record } = await store();
    const { id } = partOf(record, "observer");
    await changeAssignment(amina, sessionId, id, { ...details, present: false }, { version: 1, clock });
    const late = await changeAssignment(amina, sessionId, id, details, { version: 1, clock });
    expect(late).toMatchObject({ refusal: { code: "stale_version" } });
    const nowhere = await changeAssignment(amina, sessionId, newId(), details, { version: 2, clock });
    expect(nowhere).toMatchObject({ refusal: { code: "not_found" } });
  });
});

describe("removing and reporting", () => {
  test("who has no part left no longer reports", async () => {
    const { amina, sessionId, record } = await store();
    const moderator = partOf(record, "moderator");
    expect(record.session.reportingAdultId).toBe(moderator.adultId);
    await removeAssignment(amina, sessionId, moderator.id, { version: 1, clock });
    const after = await read(amina, sessionId);
    expect(after.session.reportingAdultId).toBeNull();
    expect(after.session.assignments.map(({ id }) => id)).not.toContain(moderator.id);
    expect(await eventTypes(amina)).toContain("assignment.removed");
  });

  test("only an adult of the session can report", async () => {
    const { amina, sessionId, record } = await store();
    const { adultId } = partOf(record, "host");
    await chooseReporter(amina, sessionId, adultId, { version: 1, clock });
    expect((await read(amina, sessionId)).session.reportingAdultId).toBe(adultId);
    const other = await chooseReporter(amina, sessionId, newId(), { version: 2, clock });
    expect(other).toMatchObject({ refusal: { code: "not_assigned" } });
    await chooseReporter(amina, sessionId, null, { version: 2, clock });
    expect((await read(amina, sessionId)).session.reportingAdultId).toBeNull();
  });
});

describe("a sign-off", () => {
  test("lapses when an adult of the session is stood down, and stays so when they are back", async () => {
    const stored = await storeSigned();
    const { amina, record } = stored;
    expect(await standing(stored)).toBe("signed");
    const { adultId } = partOf(record, "observer");
    expect(await standDownAdult(amina, adultId, { clock })).toMatchObject({ value: { touched: 1 } });
    expect(await standing(stored)).toBe("lapsed");
    expect(await eventTypes(amina)).toContain("sign_off.lapsed");
  });

  test("stays when an adult's check is renewed", async () => {
    const stored = await storeSigned();
    const { amina, record } = stored;
    const { adultId } = partOf(record, "observer");
    const check = {
      scheme: "dbs",
      level: "enhanced",
      workforce: "child",
      issuedOn: "2026-11-01",
      recheckDue: null,
      updateService: false,
      lastStatusCheckOn: null,
      clearedForRole: true,
      clearedOn: "2026-11-02",
    } as const;
    expect(await recordVettingCheck(amina, adultId, check, { clock })).toMatchObject({
      value: { touched: 0 },
    });
    expect(await standing(stored)).toBe("signed");
  });

  test("lapses when the observer is booked elsewhere at that time, but not for another hour", async () => {
    const stored = await storeSigned();
    const { amina, record } = stored;
    const { adultId } = partOf(record, "observer");
    const { startsAt, endsAt, zone } = record.session;
    const elsewhere = async (from: string, to: string) => {
      const form = { kind: "host", title: "Elsewhere", startsAt: from, endsAt: to, zone } as const;
      const planned = await planSession(amina, form, { clock });
      if (!planned.ok) throw new Error(planned.refusal.message);
      const part = { role: "observer", adult: { id: adultId } } as const;
      return addAssignment(amina, planned.value.sessionId, part, { clock });
    };
    const after = Temporal.Instant.from(endsAt);
    await elsewhere(after.add({ hours: 1 }).toString(), after.add({ hours: 2 }).toString());
    expect(await standing(stored)).toBe("signed");
    await elsewhere(startsAt, endsAt);
    expect(await standing(stored)).toBe("lapsed");
    const readiness = evaluate(await read(amina, stored.sessionId), now);
    expect(readiness.requirements.find(({ id }) => id === "R14")?.status).toBe("not_met");
  });

  test("lapses when an adult is removed", async () => {
    const stored = await storeSigned();
    const { amina, sessionId, record } = stored;
    const outcome = await removeAssignment(amina, sessionId, partOf(record, "moderator").id, {
      version: null,
      clock,
    });
    expect(outcome).toMatchObject({ value: { effect: "lapsed" } });
    expect(await standing(stored)).toBe("lapsed");
  });
});
