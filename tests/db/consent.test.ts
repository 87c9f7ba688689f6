import { Temporal } from "temporal-polyfill";
import { describe, expect } from "vitest";
import { readOrganisation } from "~/data/database.server";
import { listWideners } from "~/data/lock-session.server";
import { newId } from "~/data/new-id.server";
import type { Actor } from "~/domain/actor";
import type { StaffRoute } from "~/domain/consent/answer-routes";
import type { RecordedAnswers } from "~/domain/consent/recording";
import { askedOf } from "~/domain/consent/asked";
import { questionsFor } from "~/domain/consent/questions";
import { waitingYes } from "~/domain/consent/withdrawal";
import { evaluate } from "~/domain/readiness/evaluate";
import { viewAt } from "~/domain/readiness/view";
import type { Participant } from "~/domain/record/participant";
import type { Outcome } from "~/domain/refusal";
import { changeParticipant } from "~/services/change-participant.server";
import { confirmConsent } from "~/services/confirm-consent.server";
import { correctConsent } from "~/services/correct-consent.server";
import { recordConsent } from "~/services/record-consent.server";
import { withdrawConsent, type Withdrawal } from "~/services/withdraw-consent.server";
import { makeMember } from "../factories/organisation";
import { test } from "../support/open-database";
import { eventTypes } from "../support/recorded-events";
import { recordNow, standingNow, storeSigned } from "../support/signed-session";
import { storeScenario, type StoredSession } from "../support/stored-session";
import { waitingIds } from "../support/waiting-answers";

const NOW = "2026-11-23T10:00:00Z";
const clock = () => Temporal.Instant.from(NOW);
const READY = "s04-twin-last-good-day";

const codeOf = (outcome: Outcome<unknown>) => (outcome.ok ? "done" : outcome.refusal.code);

function says(changes: Partial<RecordedAnswers> = {}): RecordedAnswers {
  return {
    giver: { kind: "self" },
    answers: { take_part: "yes" },
    asked: {},
    how: "phone",
    at: null,
    understood: true,
    spokenWith: false,
    until: null,
    ...changes,
  };
}

async function first(stored: StoredSession): Promise<Participant> {
  const [participant] = (await recordNow(stored)).participants;
  if (!participant) throw new Error("Nobody takes part");
  return participant;
}

async function eventsOf(stored: StoredSession, { id }: Participant) {
  return (await recordNow(stored)).consentEvents.filter(({ participantId }) => participantId === id);
}

async function consentStatus(stored: StoredSession) {
  const { requirements } = evaluate(await recordNow(stored), clock());
  return requirements.find(({ id }) => id === "R30")?.status;
}

async function waiting(stored: StoredSession, participant: Participant): Promise<number> {
  return waitingYes(viewAt(await recordNow(stored), clock()), participant).length;
}

describe("recording an answer", () => {
  test("keeps who, what, how, when, by whom and the very words", async () => {
    const stored = await storeScenario(READY);
    const { amina, sessionId } = stored;
    const participant = await first(stored);
    const before = await eventsOf(stored, participant);
    const recorded = says({ answers: { take_part: "yes", camera: "no" }, at: "2026-11-22T15:30:00Z" });
    const outcome = await recordConsent(amina, sessionId, participant.id, recorded, { seen: null, clock });
    expect(codeOf(outcome)).toBe("done");
    const added = (await eventsOf(stored, participant)).slice(before.length);
    const wording = before.find(({ scope }) => scope === "camera")?.wording;
    expect(added).toMatchObject([
      { scope: "take_part", answer: "yes", how: "phone", confirmedBy: null, validUntil: null },
      {
        scope: "camera",
        answer: "no",
        giver: { id: participant.id, relationship: "self", name: null },
        at: "2026-11-22T15:30:00Z",
        recordedAt: NOW,
        recordedBy: amina.userId,
        wording,
      },
    ]);
    expect((await eventTypes(amina)).slice(-3)).toEqual([
      "consent.recorded",
      "consent.recorded",
      "session.changed",
    ]);
  });

  test("of a parent named again replaces their older answer, and at 18 nobody else answers", async () => {
    const stored = await storeScenario(READY);
    const { amina, sessionId } = stored;
    const participant = await first(stored);
    const by = (name: string) => ({ kind: "new" as const, relationship: "parent" as const, name });
    const record = (giver: RecordedAnswers["giver"]) =>
      recordConsent(amina, sessionId, participant.id, says({ giver }), { seen: null, clock });
    for (const name of ["Dana Cattermoss", "dana  cattermoss", "Ezra Cattermoss"]) await record(by(name));
    const parents = (await eventsOf(stored, participant)).filter(
      ({ giver }) => giver.relationship === "parent",
    );
    const [dana, again, ezra] = parents.map(({ giver }) => giver.id);
    expect(again).toBe(dana);
    expect(ezra).not.toBe(dana);
    expect(codeOf(await record({ kind: "known", id: dana ?? "" }))).toBe("done");
    expect(codeOf(await record({ kind: "known", id: newId() }))).toBe("giver_not_allowed");
    const worker = { kind: "new" as const, relationship: "worker" as const, name: "Wren" };
    expect(codeOf(await record(worker))).toBe("giver_not_allowed");

    const { accessRoute, needs, exposure, displayName, firstName, surname } = participant;
    const held = { accessRoute, needs, exposure, displayName, firstName, surname };
    const grown = { ...held, birth: "2004-01-01", nameCheck: "surname" as const, confirmedName: null };
    const older = { ...grown, notCaptured: false };
    await changeParticipant(amina, sessionId, participant.id, older, { version: 5, clock });
    expect(codeOf(await record(by("Dana Cattermoss")))).toBe("giver_not_allowed");
    expect(codeOf(await record({ kind: "self" }))).toBe("done");
  });

  test("of a recording holds until it is deleted, or until the day that the person set", async () => {
    const stored = await storeScenario("s03");
    const { amina, sessionId } = stored;
    const participant = await first(stored);
    const record = (until: string | null) => {
      const recorded = says({ answers: { recording_kept: "yes" }, until });
      return recordConsent(amina, sessionId, participant.id, recorded, { seen: null, clock });
    };
    await record(null);
    expect((await eventsOf(stored, participant)).at(-1)?.validUntil).toBe("2027-01-11");
    await record("2026-12-24");
    expect((await eventsOf(stored, participant)).at(-1)?.validUntil).toBe("2026-12-24");
    expect(codeOf(await record("2026-11-22"))).toBe("until_past");
  });

  test("refuses what the session does not ask, the future, and a yes that was not understood", async () => {
    const stored = await storeScenario(READY);
    const { amina, sessionId } = stored;
    const { id } = await first(stored);
    const refusal = async (changes: Partial<RecordedAnswers>) =>
      codeOf(await recordConsent(amina, sessionId, id, says(changes), { seen: null, clock }));
    expect(await refusal({ answers: {} })).toBe("nothing_answered");
    expect(await refusal({ answers: { parent_contact: "yes" } })).toBe("scope_not_used");
    expect(await refusal({ at: "2026-11-23T10:00:01Z" })).toBe("in_future");
    expect(await refusal({ understood: false })).toBe("not_understood");
    expect(await refusal({ asked: { take_part: "0".repeat(64) } })).toBe("told_otherwise");
    const view = viewAt(await recordNow(stored), clock());
    const [question] = questionsFor(view, await first(stored));
    if (!question) throw new Error("Nothing is asked");
    const unknown = { take_part: askedOf("0".repeat(64), question, view) };
    expect(await refusal({ asked: unknown })).toBe("wording_missing");
    const otherwise = { take_part: askedOf("0".repeat(64), { ...question, tell: ["Live."] }, view) };
    expect(await refusal({ asked: otherwise })).toBe("told_otherwise");
    expect(await refusal({ understood: false, answers: { take_part: "no" } })).toBe("done");
  });

  test("takes one of two answers that were recorded side by side, but every no", async () => {
    const stored = await storeScenario(READY);
    const { amina, wren, sessionId } = stored;
    const participant = await first(stored);
    const seen = (await eventsOf(stored, participant)).at(-1)?.seq ?? 0;
    const camera = (answer: "yes" | "no", by: Actor) =>
      recordConsent(by, sessionId, participant.id, says({ answers: { camera: answer } }), { seen, clock });
    const both = await Promise.all([camera("yes", amina), camera("yes", wren)]);
    expect(both.map(codeOf).sort()).toEqual(["done", "stale_version"]);
    expect(codeOf(await camera("no", amina))).toBe("done");
    expect(await consentStatus(stored)).toBe("not_met");
  });

  test("sent twice writes once", async () => {
    const stored = await storeScenario(READY);
    const { amina, sessionId } = stored;
    const participant = await first(stored);
    const before = await eventsOf(stored, participant);
    const submission = { id: newId(), content: says() };
    const send = () =>
      recordConsent(amina, sessionId, participant.id, says(), { seen: null, submission, clock });
    const [one, two] = await Promise.all([send(), send()]);
    expect(one).toEqual(two);
    expect(await eventsOf(stored, participant)).toHaveLength(before.length + 1);
  });

  test("is refused about people of other sessions, to who may not, and across organisations", async () => {
    const stored = await storeScenario(READY);
    const elsewhere = await storeScenario(READY);
    const { amina, idris, sorrel, sessionId } = stored;
    const { id } = await first(stored);
    const record = async (by: Actor, whom: string) =>
      codeOf(await recordConsent(by, sessionId, whom, says(), { seen: null, clock }));
    expect(await record(amina, (await first(elsewhere)).id)).toBe("not_found");
    expect(await record(elsewhere.amina, id)).toBe("not_found");
    expect(await record(sorrel, id)).toBe("not_found");
    expect(await record(idris, id)).toBe("forbidden");
    expect(await eventsOf(stored, await first(stored))).toEqual(
      stored.record.consentEvents.filter(({ participantId }) => participantId === id),
    );
  });
});

describe("a yes after a no", () => {
  test("on paper waits until somebody who has spoken with them confirms it", async () => {
    const stored = await storeScenario(READY);
    const { amina, wren, sessionId } = stored;
    const participant = await first(stored);
    const say = (changes: Partial<RecordedAnswers>) =>
      recordConsent(amina, sessionId, participant.id, says(changes), { seen: null, clock });
    await say({ answers: { camera: "no" } });
    await say({ answers: { camera: "yes" }, how: "paper" });
    expect(await consentStatus(stored)).toBe("not_met");
    expect(await waiting(stored, participant)).toBe(1);
    const shown = await waitingIds(stored, participant.id, clock());
    const confirm = async (ids: string[]) =>
      codeOf(await confirmConsent(wren, sessionId, participant.id, ids, { clock }));
    expect(await confirm([])).toBe("nothing_waits");
    expect(await confirm([newId()])).toBe("nothing_waits");
    expect(await confirm(shown)).toBe("done");
    expect(await consentStatus(stored)).toBe("met");
    expect((await eventsOf(stored, participant)).at(-1)?.confirmedBy).toEqual({ by: wren.userId, at: NOW });
    expect(await confirm(shown)).toBe("nothing_waits");
  });

  test("is confirmed as far as it was shown: one that came since, or another giver's, goes on waiting", async () => {
    const stored = await storeScenario(READY);
    const { amina, wren, sessionId } = stored;
    const participant = await first(stored);
    const say = (changes: Partial<RecordedAnswers>) =>
      recordConsent(amina, sessionId, participant.id, says(changes), { seen: null, clock });
    const parent = { kind: "new", relationship: "parent", name: "Dana Cattermoss" } as const;
    await say({ answers: { camera: "no", voice: "no" } });
    await say({ answers: { camera: "no" }, giver: parent });
    await say({ answers: { camera: "yes" }, how: "paper" });
    const shown = await waitingIds(stored, participant.id, clock());
    await say({ answers: { voice: "yes" }, how: "paper" });
    await say({ answers: { camera: "yes" }, how: "paper", giver: parent });
    expect(codeOf(await confirmConsent(wren, sessionId, participant.id, shown, { clock }))).toBe("done");
    const confirmed = (await eventsOf(stored, participant)).filter(({ confirmedBy }) => confirmedBy !== null);
    expect(shown).toHaveLength(1);
    expect(confirmed.map(({ id }) => id)).toEqual(shown);
    expect(await waiting(stored, participant)).toBe(2);
  });

  test("counts at once in conversation, or where it is said that somebody spoke with them", async () => {
    const stored = await storeScenario(READY);
    const { amina, sessionId } = stored;
    const participant = await first(stored);
    const say = (changes: Partial<RecordedAnswers>) =>
      recordConsent(amina, sessionId, participant.id, says(changes), { seen: null, clock });
    for (const yes of [{ how: "in_person" as const }, { how: "text" as const, spokenWith: true }]) {
      await say({ answers: { camera: "no" } });
      await say({ answers: { camera: "yes" }, ...yes });
      expect(await waiting(stored, participant)).toBe(0);
      expect(await consentStatus(stored)).toBe("met");
    }
  });
});

describe("a correction", () => {
  test("makes a yes that was written down wrongly a no, keeps both, and is no change of mind", async () => {
    const stored = await storeSigned(READY);
    const { amina, wren, sessionId } = stored;
    const participant = await first(stored);
    const before = await eventsOf(stored, participant);
    const yes = before.find(({ scope }) => scope === "camera");
    if (!yes) throw new Error("Nothing was said about the camera");
    const outcome = await correctConsent(wren, sessionId, participant.id, [yes.id], { clock });
    expect(outcome).toMatchObject({ ok: true, value: { effect: "suspended" } });
    const [added, ...more] = (await eventsOf(stored, participant)).slice(before.length);
    expect(more).toEqual([]);
    const { giver, how, at, wording } = yes;
    const expected = { scope: "camera", answer: "no", corrects: yes.id, giver, how, at, wording };
    expect(added).toMatchObject({ ...expected, recordedAt: NOW, recordedBy: wren.userId, validUntil: null });
    expect((await eventsOf(stored, participant)).slice(0, before.length)).toEqual(before);
    expect((await eventTypes(amina)).filter((type) => type.startsWith("consent."))).toEqual([
      "consent.recorded",
      "consent.corrected",
    ]);
    expect(await consentStatus(stored)).toBe("not_met");
  });

  test("only narrows: nothing makes a no, a change of mind or a corrected answer a yes", async () => {
    const stored = await storeScenario(READY);
    const { amina, sessionId } = stored;
    const participant = await first(stored);
    const correct = async (...answerIds: string[]) =>
      codeOf(await correctConsent(amina, sessionId, participant.id, answerIds, { clock }));
    const newest = async () => (await eventsOf(stored, participant)).at(-1)?.id ?? "";
    const [yes] = await eventsOf(stored, participant);
    expect(await correct()).toBe("nothing_to_correct");
    expect(await correct(newId())).toBe("nothing_to_correct");
    expect(await correct(yes?.id ?? "", newId())).toBe("nothing_to_correct");
    expect(await correct(yes?.id ?? "")).toBe("done");
    expect(await correct(yes?.id ?? "")).toBe("nothing_to_correct");
    expect(await correct(await newest())).toBe("nothing_to_correct");
    const voice = { giverId: null, scopes: ["voice"], how: "phone", at: null } as const;
    await withdrawConsent(amina, sessionId, participant.id, voice, { clock });
    expect(await correct(await newest())).toBe("nothing_to_correct");
  });

  test("is refused about others' people and to who may not, and side by side is one", async () => {
    const stored = await storeScenario(READY);
    const { amina, idris, stranger, sessionId } = stored;
    const { id } = await first(stored);
    const ids = [(await eventsOf(stored, await first(stored)))[0]?.id ?? ""];
    const other = (await recordNow(stored)).participants[1]?.id ?? "";
    const correct = async (by: Actor, whom = id) =>
      codeOf(await correctConsent(by, sessionId, whom, ids, { clock }));
    expect(await correct(stranger)).toBe("not_found");
    expect(await correct(idris)).toBe("forbidden");
    expect(await correct(amina, newId())).toBe("not_found");
    expect(await correct(amina, other)).toBe("nothing_to_correct");
    const both = await Promise.all([correct(amina), correct(amina)]);
    expect(both.sort()).toEqual(["done", "nothing_to_correct"]);
  });
});

test("staff record no answer and no change of mind as one through a link", async () => {
  const stored = await storeScenario(READY);
  const { amina, sessionId } = stored;
  const participant = await first(stored);
  const before = await eventsOf(stored, participant);
  const how = "link" as StaffRoute;
  const recorded = says({ how, answers: { take_part: "no" } });
  const answered = await recordConsent(amina, sessionId, participant.id, recorded, { seen: null, clock });
  const withdrawal = { giverId: null, scopes: "everything", how, at: null } as const;
  const changed = await withdrawConsent(amina, sessionId, participant.id, withdrawal, { clock });
  expect([codeOf(answered), codeOf(changed)]).toEqual(["route_not_theirs", "route_not_theirs"]);
  expect(await eventsOf(stored, participant)).toEqual(before);
});

describe("a change of mind", () => {
  const by = (changes: Partial<Withdrawal> = {}): Withdrawal => ({
    giverId: null,
    scopes: "everything",
    how: "text",
    at: null,
    ...changes,
  });

  test("suspends a running sign-off; a fix that only narrows restores it", async () => {
    const stored = await storeSigned(READY);
    const { amina, wren, sessionId } = stored;
    const participant = await first(stored);
    const camera = by({ scopes: ["camera"] });
    const outcome = await withdrawConsent(wren, sessionId, participant.id, camera, { clock });
    expect(outcome).toMatchObject({ ok: true, value: { effect: "suspended" } });
    expect(await standingNow(stored)).toBe("suspended");
    expect(await consentStatus(stored)).toBe("not_met");

    const { displayName, firstName, surname, birth, accessRoute, needs, exposure } = participant;
    const facts = { displayName, firstName, surname, birth, accessRoute, needs, notCaptured: false };
    const off = {
      ...facts,
      nameCheck: "surname" as const,
      confirmedName: null,
      exposure: { ...exposure, camera: false },
    };
    const fixed = await changeParticipant(amina, sessionId, participant.id, off, { version: 2, clock });
    expect(fixed).toMatchObject({ ok: true, value: { effect: "restored" } });
    expect(await standingNow(stored)).toBe("signed");
  });

  test("of everything takes back every yes of that giver, and nothing of others", async () => {
    const stored = await storeScenario("s06");
    const { amina, sessionId } = stored;
    const participants = (await recordNow(stored)).participants;
    const participant = participants.find(({ displayName }) => displayName === "Anouk");
    if (!participant) throw new Error("Anouk is not there");
    const before = await eventsOf(stored, participant);
    await withdrawConsent(amina, sessionId, participant.id, by(), { clock });
    const added = (await eventsOf(stored, participant)).slice(before.length);
    expect(added.map(({ scope }) => scope).sort()).toEqual(before.map(({ scope }) => scope).sort());
    expect(added.every(({ answer }) => answer === "withdrawn")).toBe(true);
    const again = await withdrawConsent(amina, sessionId, participant.id, by(), { clock });
    expect(codeOf(again)).toBe("nothing_to_withdraw");
  });

  test("is refused about people of other sessions, to who may not, and across organisations", async () => {
    const stored = await storeScenario(READY);
    const elsewhere = await storeScenario(READY);
    const { amina, sorrel, stranger, sessionId } = stored;
    const { id } = await first(stored);
    const reviewer = await makeMember(amina, ["reviewer"]);
    const withdraw = async (actor: Actor, whom: string, at: string | null = null) =>
      codeOf(await withdrawConsent(actor, sessionId, whom, by({ at }), { clock }));
    expect(await withdraw(amina, (await first(elsewhere)).id)).toBe("not_found");
    expect(await withdraw(elsewhere.amina, id)).toBe("not_found");
    for (const nobody of [sorrel, stranger]) expect(await withdraw(nobody, id)).toBe("not_found");
    expect(await withdraw(reviewer, id)).toBe("forbidden");
    expect(await eventsOf(stored, await first(stored))).toEqual(
      stored.record.consentEvents.filter(({ participantId }) => participantId === id),
    );
    expect(await withdraw(amina, id, "2026-11-24T10:00:00Z")).toBe("in_future");
  });

  test.for(["idris", "petra", "rowan", "wren"] as const)(
    "is recorded by %s, who otherwise only looks on or helps, and bars nobody from signing",
    async (who) => {
      const stored = await storeSigned(READY);
      const { sessionId, amina, idris, [who]: staff } = stored;
      const participant = await first(stored);
      const before = (await eventsOf(stored, participant)).length;
      const outcome = await withdrawConsent(staff, sessionId, participant.id, by({ scopes: ["camera"] }), {
        clock,
      });
      expect(outcome).toMatchObject({ ok: true, value: { effect: "suspended" } });
      expect((await eventsOf(stored, participant)).slice(before)).toMatchObject([
        { scope: "camera", answer: "withdrawn", recordedBy: staff.userId },
      ]);
      const wideners = await readOrganisation(
        { organisationId: amina.organisationId, actorId: idris.userId },
        (tx) => listWideners(tx, amina.organisationId, sessionId),
      );
      expect(wideners).toEqual([]);
    },
  );

  test("by a further yes does nothing to a sign-off", async () => {
    const stored = await storeSigned(READY);
    const { amina, sessionId } = stored;
    const participant = await first(stored);
    const outcome = await recordConsent(amina, sessionId, participant.id, says(), { seen: null, clock });
    expect(outcome).toMatchObject({ ok: true, value: { effect: "nothing" } });
    expect(await standingNow(stored)).toBe("signed");
  });
});
