import { Temporal } from "temporal-polyfill";
import { describe, expect } from "vitest";
import { findKnownPeople } from "~/data/known-people.server";
import { newId } from "~/data/new-id.server";
import type { Actor } from "~/domain/actor";
import { nameAdvice } from "~/domain/identity/name-advice";
import type { ParticipantAnswers } from "~/domain/people/participant-answers";
import type { Participant } from "~/domain/record/participant";
import type { Outcome } from "~/domain/refusal";
import { addKnownPeople } from "~/services/add-known-people.server";
import { addParticipant } from "~/services/add-participant.server";
import { changeParticipant } from "~/services/change-participant.server";
import { planSession } from "~/services/plan-session.server";
import { removeParticipant } from "~/services/remove-participant.server";
import { makeMember } from "../factories/organisation";
import { test } from "../support/open-database";
import { eventTypes } from "../support/recorded-events";
import { recordNow, standingNow, storeSigned } from "../support/signed-session";
import { storeScenario, type StoredSession } from "../support/stored-session";

const clock = () => Temporal.Instant.from("2026-11-23T10:00:00Z");
const READY = "s04-twin-last-good-day";

function answers(changes: Partial<ParticipantAnswers> = {}): ParticipantAnswers {
  return {
    displayName: "Sunbeam",
    nameCheck: "surname",
    firstName: "Perrin",
    surname: "Quillfeather",
    birth: "2010-05",
    accessRoute: "guest_link",
    needs: ["captions"],
    exposure: { camera: true, voice: true, name: true, chat: false },
    confirmedName: null,
    notCaptured: false,
    ...changes,
  };
}

/** What a participant's page shows of somebody as they stand. */
function asStored(participant: Participant, changes: Partial<ParticipantAnswers> = {}): ParticipantAnswers {
  const { displayName, firstName, surname, birth, accessRoute, needs, exposure, notCaptured } = participant;
  const held = { displayName, firstName, surname, birth, accessRoute, needs, exposure };
  const nameCheck = surname ? "surname" : participant.noSurname ? "no_surname" : null;
  return { ...held, nameCheck, confirmedName: null, notCaptured: notCaptured !== null, ...changes };
}

const codeOf = (outcome: Outcome<unknown>) => (outcome.ok ? "done" : outcome.refusal.code);

async function first(stored: StoredSession): Promise<Participant> {
  const [participant] = (await recordNow(stored)).participants;
  if (!participant) throw new Error("Nobody takes part");
  return participant;
}

describe("adding somebody", () => {
  test("gives the next code, holds what was answered, and says so", async () => {
    const stored = await storeScenario(READY);
    const before = stored.record.participants.length;
    const outcome = await addParticipant(stored.amina, stored.sessionId, answers(), { clock });
    expect(outcome).toMatchObject({ ok: true, value: { version: 2, effect: "nothing" } });
    const added = (await recordNow(stored)).participants.at(-1);
    expect(added).toMatchObject({
      code: `YP-0${before + 1}`,
      displayName: "Sunbeam",
      surname: "Quillfeather",
      birth: "2010-05",
      needs: ["captions"],
      noSurname: null,
      notCaptured: null,
      addedAt: "2026-11-23T10:00:00Z",
    });
    expect((await eventTypes(stored.amina)).slice(-3)).toEqual([
      "person.added",
      "participant.added",
      "session.changed",
    ]);
  });

  test("without a surname keeps whose statement it is, and holds no name at all", async () => {
    const stored = await storeScenario(READY);
    const without = answers({ nameCheck: "no_surname" });
    await addParticipant(stored.amina, stored.sessionId, without, { clock });
    expect((await recordNow(stored)).participants.at(-1)).toMatchObject({
      firstName: null,
      surname: null,
      noSurname: { by: stored.amina.userId, recordedAt: "2026-11-23T10:00:00Z" },
    });
  });

  test("twice with one sending writes once", async () => {
    const stored = await storeScenario(READY);
    const submission = { id: newId(), content: answers() };
    const add = () => addParticipant(stored.amina, stored.sessionId, answers(), { submission, clock });
    const [one, two] = await Promise.all([add(), add()]);
    expect(one).toEqual(two);
    expect((await recordNow(stored)).participants).toHaveLength(stored.record.participants.length + 1);
  });

  test("ends a running sign-off", async () => {
    const stored = await storeSigned(READY);
    const outcome = await addParticipant(stored.amina, stored.sessionId, answers(), { clock });
    expect(outcome).toMatchObject({ ok: true, value: { effect: "lapsed" } });
    expect(await standingNow(stored)).toBe("lapsed");
  });

  test("is refused to who may not, to other organisations, and for a birth that cannot be", async () => {
    const stored = await storeScenario(READY);
    const { sessionId, amina, idris, sorrel, stranger } = stored;
    const add = async (by: Actor, birth = "2010") =>
      codeOf(await addParticipant(by, sessionId, answers({ birth }), { clock }));
    expect(await add(stranger)).toBe("not_found");
    expect(await add(sorrel)).toBe("not_found");
    expect(await add(idris)).toBe("forbidden");
    expect(await add(amina, "2026-12")).toBe("birth");
    expect(await add(amina, "1890")).toBe("birth");
    expect((await recordNow(stored)).participants).toEqual(stored.record.participants);
  });
});

describe("changing somebody", () => {
  test("carries a sign-off forward when it only narrows, and states it in somebody's name", async () => {
    const stored = await storeSigned(READY);
    const participant = await first(stored);
    const narrowed = asStored(participant, { notCaptured: true });
    const outcome = await changeParticipant(stored.amina, stored.sessionId, participant.id, narrowed, {
      version: 1,
      clock,
    });
    expect(outcome).toMatchObject({ ok: true, value: { effect: "carried_forward", version: 2 } });
    expect(await first(stored)).toMatchObject({
      exposure: { camera: false, voice: false, name: false, chat: false },
      notCaptured: { by: stored.amina.userId },
    });
  });

  test("binds a look at the name to that very name", async () => {
    const stored = await storeScenario(READY);
    const { amina, sessionId } = stored;
    const { id } = await first(stored);
    const change = async (displayName: string, confirmedName: string | null, version: number) => {
      const changes = { displayName, confirmedName, firstName: "Jo", surname: "Li" };
      const answer = asStored(await first(stored), changes);
      expect(codeOf(await changeParticipant(amina, sessionId, id, answer, { version, clock }))).toBe("done");
      return nameAdvice(await first(stored));
    };
    expect(await change("Jolie", null, 1)).toMatchObject({ blocks: false, confirmed: false });
    expect(await change("Jo-Lie", "Jolie", 2)).toMatchObject({ confirmed: false });
    expect(await change("Jo-Lie", "Jo-Lie", 3)).toMatchObject({ confirmed: true });
    expect(await change("Jo-Lie", null, 4)).toMatchObject({ confirmed: true });
    expect(await change("Jolie", null, 5)).toMatchObject({ confirmed: false });
  });

  test("of a birth reaches every other session of that person, and makes open pages there stale", async () => {
    const stored = await storeSigned(READY);
    const { amina, sessionId } = stored;
    const participant = await first(stored);
    const planned = await planSession(
      amina,
      {
        kind: "host",
        title: "Another evening",
        startsAt: "2026-12-20T18:00:00Z",
        endsAt: "2026-12-20T18:40:00Z",
        zone: "Europe/London",
      },
      { clock },
    );
    if (!planned.ok) throw new Error(planned.refusal.message);
    const other = planned.value.sessionId;
    const choice = { personIds: [participant.personId], accessRoute: "in_room" as const };
    expect(codeOf(await addKnownPeople(amina, other, choice, { clock }))).toBe("done");
    const elsewhere = { ...stored, sessionId: other };
    const there = await first(elsewhere);

    const corrected = asStored(there, { birth: "2014-01-01" });
    const outcome = await changeParticipant(amina, other, there.id, corrected, { version: 2, clock });
    expect(codeOf(outcome)).toBe("done");
    expect((await first(stored)).birth).toBe("2014-01-01");
    expect(await standingNow(stored)).toBe("lapsed");

    const stale = asStored(participant, { displayName: "Comet" });
    const late = await changeParticipant(amina, sessionId, participant.id, stale, { version: 1, clock });
    expect(codeOf(late)).toBe("stale_version");
    expect((await first(stored)).displayName).toBe(participant.displayName);
  });

  test("is refused to who saw an older version, and for people of other sessions and organisations", async () => {
    const stored = await storeScenario(READY);
    const elsewhere = await storeScenario(READY);
    const { amina, idris, sessionId } = stored;
    const participant = await first(stored);
    const change = async (by: Actor, id: string, version: number) =>
      codeOf(await changeParticipant(by, sessionId, id, asStored(participant), { version, clock }));
    expect(await change(amina, (await first(elsewhere)).id, 1)).toBe("not_found");
    expect(await change(elsewhere.amina, participant.id, 1)).toBe("not_found");
    expect(await change(idris, participant.id, 1)).toBe("forbidden");
    expect(await change(amina, participant.id, 1)).toBe("done");
    expect(await change(amina, participant.id, 1)).toBe("stale_version");
  });
});

describe("removing somebody", () => {
  test("keeps their row and their code, and carries a sign-off forward while two remain", async () => {
    const stored = await storeSigned(READY);
    const { amina, sessionId } = stored;
    const gone = (await recordNow(stored)).participants.at(-1);
    const count = stored.record.participants.length;
    const outcome = await removeParticipant(amina, sessionId, gone?.id ?? "", { version: 1, clock });
    expect(outcome).toMatchObject({ ok: true, value: { effect: "carried_forward" } });
    await addParticipant(amina, sessionId, answers(), { clock });
    const after = await recordNow(stored);
    expect(after.participants.map(({ code }) => code)).not.toContain(gone?.code);
    expect(after.participants.at(-1)?.code).toBe(`YP-0${count + 1}`);
    expect(after.consentEvents.some(({ participantId }) => participantId === gone?.id)).toBe(true);
  });

  test("is refused when stale, twice, to who may not and across organisations", async () => {
    const stored = await storeScenario(READY);
    const elsewhere = await storeScenario(READY);
    const { amina, idris, sessionId } = stored;
    const { id } = await first(stored);
    const remove = async (by: Actor, whom: string, version: number) =>
      codeOf(await removeParticipant(by, sessionId, whom, { version, clock }));
    expect(await remove(elsewhere.amina, id, 1)).toBe("not_found");
    expect(await remove(idris, id, 1)).toBe("forbidden");
    expect(await remove(amina, (await first(elsewhere)).id, 1)).toBe("not_found");
    expect(await remove(amina, id, 2)).toBe("stale_version");
    expect(await remove(amina, id, 1)).toBe("done");
    expect(await remove(amina, id, 2)).toBe("not_found");
  });
});

describe("people of earlier sessions", () => {
  async function anotherSession({ amina }: StoredSession): Promise<string> {
    const times = { startsAt: "2026-12-20T18:00:00Z", endsAt: "2026-12-20T18:40:00Z", zone: "Europe/London" };
    const planned = await planSession(amina, { kind: "host", title: "Next", ...times }, { clock });
    if (!planned.ok) throw new Error(planned.refusal.message);
    return planned.value.sessionId;
  }

  test("come along with their name, birth and needs; how they are seen is asked anew", async () => {
    const stored = await storeScenario(READY);
    const next = await anotherSession(stored);
    const known = await findKnownPeople(stored.amina, next);
    expect(known).toHaveLength(stored.record.participants.length);
    const personIds = known.slice(0, 2).map(({ participant }) => participant.personId);
    const outcome = await addKnownPeople(
      stored.amina,
      next,
      { personIds, accessRoute: "in_room" },
      { clock },
    );
    expect(codeOf(outcome)).toBe("done");
    const { participants } = await recordNow({ ...stored, sessionId: next });
    expect(participants.map(({ code }) => code)).toEqual(["YP-01", "YP-02"]);
    expect(participants.map(({ personId }) => personId).sort()).toEqual([...personIds].sort());
    expect(participants.every(({ accessRoute }) => accessRoute === "in_room")).toBe(true);
    expect(participants.every(({ surname, birth }) => surname !== null && birth !== null)).toBe(true);
    expect(await findKnownPeople(stored.amina, next)).toHaveLength(known.length - 2);
  });

  test("are refused who take part already, who are of another organisation, or out of sight", async () => {
    const stored = await storeScenario(READY);
    const elsewhere = await storeScenario(READY);
    const next = await anotherSession(stored);
    const add = async (by: Actor, personId: string, sessionId = next) =>
      codeOf(await addKnownPeople(by, sessionId, { personIds: [personId], accessRoute: null }, { clock }));
    const personId = (await first(stored)).personId;
    expect(await add(stored.amina, (await first(elsewhere)).personId)).toBe("unknown_person");
    expect(await add(stored.amina, personId)).toBe("done");
    expect(await add(stored.amina, personId)).toBe("unknown_person");

    const planner = await makeMember(stored.amina, ["planner"]);
    const own = await anotherSession({ ...stored, amina: planner });
    expect(await findKnownPeople(planner, own)).toEqual([]);
    expect(await add(planner, personId, own)).toBe("unknown_person");
  });
});
