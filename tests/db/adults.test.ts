import { Temporal } from "temporal-polyfill";
import { describe, expect } from "vitest";
import { findAdult, listAdults } from "~/data/adults.server";
import { newId } from "~/data/new-id.server";
import type { Actor } from "~/domain/actor";
import type { Outcome } from "~/domain/refusal";
import { addAdult } from "~/services/add-adult.server";
import { changeAdult } from "~/services/change-adult.server";
import { recordTraining } from "~/services/record-training.server";
import { recordVettingCheck, type NewVettingCheck } from "~/services/record-vetting-check.server";
import { renewAdultStatements } from "~/services/renew-adult-statements.server";
import { bringAdultBack, standDownAdult } from "~/services/stand-down-adult.server";
import { tellAdultsApart } from "~/services/tell-adults-apart.server";
import { makeMember, makeOrganisation } from "../factories/organisation";
import { test } from "../support/open-database";
import { eventTypes } from "../support/recorded-events";

const now = "2026-11-23T10:00:00Z";
const clock = () => Temporal.Instant.from(now);

const tamsin = { name: "Tamsin Quillbright", email: "tamsin@lanternmoor.example", over18: true };
const check: NewVettingCheck = {
  scheme: "dbs",
  level: "enhanced",
  workforce: "child",
  issuedOn: "2025-05-12",
  recheckDue: null,
  updateService: true,
  lastStatusCheckOn: "2026-05-12",
  clearedForRole: true,
  clearedOn: "2025-05-20",
};
const yes = { personal_accounts_private: true, no_personal_relationships: true, private_use: true };

async function anAdult(actor: Actor, form = tamsin): Promise<string> {
  const outcome = await addAdult(actor, form, { clock });
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  return outcome.value.adultId;
}

async function recordOf(actor: Actor, adultId: string) {
  const found = await findAdult(actor, adultId, now);
  if (!found) throw new Error("The adult is not there");
  return found;
}

describe("an adult's record", () => {
  test("begins with a name, and says who stated that they are 18 or over", async () => {
    const actor = await makeOrganisation(["planner"]);
    const adultId = await anAdult(actor);
    const { adult, version } = await recordOf(actor, adultId);
    expect(adult).toMatchObject({ ...tamsin, over18: { answer: true, by: actor.userId, recordedAt: now } });
    expect(version).toBe(1);
    expect(await eventTypes(actor)).toContain("adult.added");
  });

  test("sent twice at once is made once", async () => {
    const actor = await makeOrganisation(["planner"]);
    const submission = { id: newId(), content: tamsin };
    const both = await Promise.all([1, 2].map(() => addAdult(actor, tamsin, { clock, submission })));
    expect(both[0]).toEqual(both[1]);
    expect((await listAdults(actor, now)).adults).toHaveLength(1);
  });

  test("keeps each check, training and set of statements as a row of its own", async () => {
    const actor = await makeOrganisation(["safeguarding_lead"]);
    const adultId = await anAdult(actor);
    await recordVettingCheck(actor, adultId, check, { clock });
    await recordVettingCheck(actor, adultId, { ...check, lastStatusCheckOn: "2026-11-20" }, { clock });
    await recordTraining(actor, adultId, { title: "Level 3", completedOn: "2026-03-10" }, { clock });
    await renewAdultStatements(actor, adultId, { answers: yes, statedOn: "2025-09-01" }, { clock });
    await renewAdultStatements(actor, adultId, { answers: yes, statedOn: "2026-11-20" }, { clock });
    const { adult, statements, version } = await recordOf(actor, adultId);
    expect(adult.vetting.map((row) => row.lastStatusCheckOn)).toEqual(["2026-05-12", "2026-11-20"]);
    expect(adult.vetting[0]).toMatchObject({ ...check, recordedAt: now });
    expect(adult.training).toMatchObject([{ title: "Level 3", completedOn: "2026-03-10" }]);
    expect(statements).toHaveLength(6);
    expect(statements.every((one) => one.by === actor.userId && one.as === "safeguarding_lead")).toBe(true);
    expect(version).toBe(6);
    const types = await eventTypes(actor);
    expect(types.filter((type) => type === "vetting_check.recorded")).toHaveLength(2);
    expect(types.filter((type) => type === "standing_statement.made")).toHaveLength(6);
  });

  test("keeps who stated the age while the answer stays", async () => {
    const actor = await makeOrganisation(["planner"]);
    const adultId = await anAdult(actor);
    const other = await makeMember(actor, ["administrator"]);
    await changeAdult(other, adultId, { ...tamsin, name: "Tamsin Q" }, { version: 1, clock });
    expect((await recordOf(actor, adultId)).adult).toMatchObject({
      name: "Tamsin Q",
      over18: { by: actor.userId },
    });
    await changeAdult(other, adultId, { ...tamsin, over18: false }, { version: 2, clock });
    expect((await recordOf(actor, adultId)).adult.over18).toMatchObject({ answer: false, by: other.userId });
  });

  test("is not overwritten from an older version", async () => {
    const actor = await makeOrganisation(["planner"]);
    const adultId = await anAdult(actor);
    await changeAdult(actor, adultId, { ...tamsin, name: "Tamsin Q" }, { version: 1, clock });
    const late = await changeAdult(actor, adultId, { ...tamsin, name: "Tim" }, { version: 1, clock });
    expect(late).toMatchObject({ ok: false, refusal: { code: "stale_version" } });
    expect((await recordOf(actor, adultId)).adult.name).toBe("Tamsin Q");
  });

  test("can be stood down and brought back, once each, and holds no reason", async () => {
    const actor = await makeOrganisation(["administrator"]);
    const adultId = await anAdult(actor);
    expect(await standDownAdult(actor, adultId, { clock })).toMatchObject({ ok: true });
    expect((await recordOf(actor, adultId)).adult.stoodDownAt).toBe(now);
    expect(await standDownAdult(actor, adultId, { clock })).toMatchObject({ refusal: { code: "already" } });
    expect(await bringAdultBack(actor, adultId, { clock })).toMatchObject({ ok: true });
    expect((await recordOf(actor, adultId)).adult.stoodDownAt).toBeNull();
    expect(await bringAdultBack(actor, adultId, { clock })).toMatchObject({ refusal: { code: "already" } });
    const types = await eventTypes(actor);
    expect(types.filter((type) => /^adult\.(stood|brought)/.test(type))).toEqual([
      "adult.stood_down",
      "adult.brought_back",
    ]);
  });

  test("that shares an address is told apart by somebody's statement", async () => {
    const actor = await makeOrganisation(["planner"]);
    const one = await anAdult(actor);
    const other = await anAdult(actor, {
      ...tamsin,
      name: "Tam Quill",
      email: "Tamsin+web@Lanternmoor.example",
    });
    expect((await recordOf(actor, one)).alike).toEqual([{ id: other, name: "Tam Quill" }]);
    await tellAdultsApart(actor, one, other, { clock });
    expect((await recordOf(actor, one)).alike).toEqual([]);
    expect((await recordOf(actor, other)).alike).toEqual([]);
    for (const nobody of [one, newId(), "nobody"]) {
      expect(await tellAdultsApart(actor, one, nobody, { clock })).toMatchObject({
        refusal: { code: "not_found" },
      });
    }
  });
});

describe("who may change an adult's record", () => {
  function everyChange(actor: Actor, adultId: string): Promise<Outcome<unknown>>[] {
    return [
      changeAdult(actor, adultId, tamsin, { version: 1, clock }),
      recordVettingCheck(actor, adultId, check, { clock }),
      recordTraining(actor, adultId, { title: "Level 3", completedOn: "2026-03-10" }, { clock }),
      renewAdultStatements(actor, adultId, { answers: yes, statedOn: "2026-11-20" }, { clock }),
      standDownAdult(actor, adultId, { clock }),
      bringAdultBack(actor, adultId, { clock }),
      tellAdultsApart(actor, adultId, newId(), { clock }),
    ];
  }

  async function codes(outcomes: Promise<Outcome<unknown>>[]): Promise<string[]> {
    const answers = await Promise.all(outcomes);
    return [...new Set(answers.map((answer) => (answer.ok ? "done" : answer.refusal.code)))];
  }

  test("not an approver", async () => {
    const planner = await makeOrganisation(["planner"]);
    const adultId = await anAdult(planner);
    const approver = await makeMember(planner, ["approver"]);
    expect(await codes(everyChange(approver, adultId))).toEqual(["forbidden"]);
    expect(await addAdult(approver, tamsin)).toMatchObject({ refusal: { code: "forbidden" } });
  });

  test("for a reviewer or another organisation there is no such adult", async () => {
    const planner = await makeOrganisation(["planner"]);
    const adultId = await anAdult(planner);
    const reviewer = await makeMember(planner, ["reviewer"]);
    const stranger = await makeOrganisation(["planner", "administrator"]);
    expect(await codes(everyChange(reviewer, adultId))).toEqual(["not_found"]);
    expect(await codes(everyChange(stranger, adultId))).toEqual(["not_found"]);
    expect(await findAdult(stranger, adultId, now)).toBeNull();
  });

  test("an adult with an account states for themselves, and nothing else", async () => {
    const planner = await makeOrganisation(["planner"]);
    const adultId = await anAdult(planner);
    const approver = await makeMember(planner, ["approver"], adultId);
    const form = { answers: yes, statedOn: "2026-11-20" };
    expect(await renewAdultStatements(approver, adultId, form, { clock })).toMatchObject({ ok: true });
    expect((await recordOf(planner, adultId)).statements[0]).toMatchObject({
      by: approver.userId,
      as: "approver",
    });
    expect(await standDownAdult(approver, adultId, { clock })).toMatchObject({
      refusal: { code: "forbidden" },
    });
  });
});
