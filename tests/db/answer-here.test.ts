import { Temporal } from "temporal-polyfill";
import { expect } from "vitest";
import { consentLinkToken } from "~/data/consent-link-token.server";
import { findByLinkToken, findOpenRequest, findOpenRequests } from "~/data/consent-requests.server";
import { newId } from "~/data/new-id.server";
import { findDevicePage, findOpenTurns, type HandedDevice } from "~/data/own-device.server";
import { findLinkDoor } from "~/data/own-link-page.server";
import type { Actor } from "~/domain/actor";
import type { Outcome } from "~/domain/refusal";
import { answerThroughLink, changeMindThroughLink } from "~/services/answer-through-link.server";
import { correctConsent } from "~/services/correct-consent.server";
import { endDevices, endTurn, handBackDevice, handOverDevice } from "~/services/hand-over-device.server";
import { openConsentLink } from "~/services/open-consent-link.server";
import { recordConsent } from "~/services/record-consent.server";
import { askByLink } from "../support/asked-by-link";
import { linkAnswers } from "../support/link-answers";
import { test } from "../support/open-database";
import { eventTypes } from "../support/recorded-events";
import { recordNow } from "../support/signed-session";
import { storeScenario, type StoredSession } from "../support/stored-session";

const READY = "s04-twin-last-good-day";
const NOW = Temporal.Instant.from("2026-11-23T10:00:00Z");
const clock = () => NOW;

const codeOf = (outcome: Outcome<unknown>) => (outcome.ok ? "done" : outcome.refusal.code);

/** A device that Amina hands to the first few people of a session. */
async function handedOver(stored: StoredSession, people = 2) {
  const { amina, sessionId } = stored;
  const chosen = (await recordNow(stored)).participants.slice(0, people).map(({ id }) => id);
  const handed = await handOverDevice(amina, sessionId, chosen, { clock });
  if (!handed.ok) throw new Error(handed.refusal.message);
  const { organisationId } = amina;
  const device: HandedDevice = { organisationId, sessionId, deviceId: handed.value.deviceId, shown: "code" };
  const page = await findDevicePage(device);
  const turns = (page?.people ?? []).map(({ requestId, participantId }) => ({
    organisationId,
    sessionId,
    requestId,
    participantId,
  }));
  const [turn, next] = turns;
  if (!turn || !next) throw new Error("Nobody has a turn");
  return { device, turn, next };
}

test("an answer on our device is the young person's own, and nobody of the staff recorded it", async () => {
  const stored = await storeScenario(READY);
  const { device, turn, next } = await handedOver(stored);
  const said = await linkAnswers(stored, turn, NOW, "yes", { camera: "no" });
  expect(codeOf(await answerThroughLink(turn, said, { clock }))).toBe("done");
  const left = (await findDevicePage(device))?.people.map(({ participantId }) => participantId);
  expect(left).toEqual([next.participantId]);
  const own = (await recordNow(stored)).consentEvents.filter(({ how }) => how === "our_device");
  expect(own.length).toBeGreaterThan(2);
  for (const event of own) {
    const giver = { id: turn.participantId, relationship: "self" };
    expect(event).toMatchObject({ participantId: turn.participantId, recordedBy: turn.participantId, giver });
  }
  expect(codeOf(await changeMindThroughLink(turn, ["voice"], { clock }))).toBe("done");
  expect((await recordNow(stored)).consentEvents.at(-1)).toMatchObject({
    answer: "withdrawn",
    how: "our_device",
  });
  const { amina, sessionId } = stored;
  const corrected = await correctConsent(amina, sessionId, turn.participantId, [own[0]?.id ?? ""], { clock });
  expect(codeOf(corrected)).toBe("nothing_to_correct");
});

test("a yes on our device after a no waits until a worker has spoken with them", async () => {
  const stored = await storeScenario(READY);
  const { turn } = await handedOver(stored);
  const no = await linkAnswers(stored, turn, NOW, "yes", { camera: "no" });
  expect(codeOf(await answerThroughLink(turn, no, { clock }))).toBe("done");
  expect(codeOf(await answerThroughLink(turn, await linkAnswers(stored, turn, NOW, "yes"), { clock }))).toBe(
    "done",
  );
  const { consentEvents } = await recordNow(stored);
  expect(consentEvents.findLast(({ scope }) => scope === "camera")).toMatchObject({
    answer: "yes",
    confirmedBy: null,
  });
});

test("a turn is over once they have answered, handed the device back, or two hours later; each alone", async () => {
  const stored = await storeScenario(READY);
  const { amina, sessionId } = stored;
  const { device, turn, next } = await handedOver(stored);
  const no = await linkAnswers(stored, turn, NOW, "no");
  const late = () => NOW.add({ hours: 2 });
  expect(codeOf(await answerThroughLink(turn, no, { clock: late }))).toBe("not_usable");
  expect(codeOf(await endTurn(turn, { clock }))).toBe("done");
  expect(codeOf(await answerThroughLink(turn, no, { clock }))).toBe("not_usable");
  expect((await findDevicePage(device))?.people.map(({ requestId }) => requestId)).toEqual([next.requestId]);
  expect(codeOf(await handBackDevice(device, { clock }))).toBe("done");
  expect(await findOpenRequest(next.requestId)).toBeNull();
  expect(await findDevicePage(device)).toBeNull();
  expect(codeOf(await handBackDevice(device, { clock }))).toBe("nothing_open");
  const again = await handedOver(stored);
  expect(await findOpenTurns(amina, sessionId)).toHaveLength(2);
  expect(codeOf(await endDevices(amina, sessionId, { clock }))).toBe("done");
  expect(codeOf(await answerThroughLink(again.turn, no, { clock }))).toBe("not_usable");
  expect((await eventTypes(amina)).filter((type) => type.endsWith("turn_ended"))).toHaveLength(4);
});

test("a turn is no link, stands beside the link that somebody has, and takes the place of an earlier turn", async () => {
  const stored = await storeScenario("s01", { upToDate: true });
  const { amina, sessionId } = stored;
  const link = await askByLink(stored);
  const people = (await recordNow(stored)).participants.slice(0, 1).map(({ id }) => id);
  await handOverDevice(amina, sessionId, people);
  const [turn] = await findOpenTurns(amina, sessionId);
  expect(await findByLinkToken(link.token)).not.toBeNull();
  expect((await findOpenRequests(amina, sessionId)).map(({ id }) => id)).toEqual([link.requestId]);
  const guessed = await findByLinkToken(consentLinkToken(turn?.requestId ?? ""));
  if (!guessed) throw new Error("The turn is not open");
  expect(await findLinkDoor(guessed)).toBeNull();
  expect(codeOf(await openConsentLink(guessed, { word: "lantern" }))).toBe("not_usable");
  await handOverDevice(amina, sessionId, people);
  const [other, ...more] = await findOpenTurns(amina, sessionId);
  expect(more).toEqual([]);
  expect(other?.deviceId).not.toBe(turn?.deviceId);
});

test("a device is handed over by who edits the session, to its people alone, before it starts", async () => {
  const stored = await storeScenario(READY);
  const { amina, idris, stranger, sessionId } = stored;
  const { participants, session } = await recordNow(stored);
  const person = participants[0]?.id ?? "";
  const hand = async (by: Actor, people = [person], when = clock) =>
    codeOf(await handOverDevice(by, sessionId, people, { clock: when }));
  expect(await hand(stranger)).toBe("not_found");
  expect(await hand(idris)).toBe("forbidden");
  expect(await hand(amina, [])).toBe("nobody_asked");
  expect(await hand(amina, [person, newId()])).toBe("not_found");
  expect(await hand(amina, [person], () => Temporal.Instant.from(session.startsAt))).toBe("too_late");
  expect(codeOf(await endDevices(amina, sessionId, { clock }))).toBe("nothing_open");
  expect(await hand(amina)).toBe("done");
  expect(codeOf(await endDevices(idris, sessionId, { clock }))).toBe("forbidden");
});

test("staff record nothing as answered on our device", async () => {
  const stored = await storeScenario(READY);
  const person = (await recordNow(stored)).participants[0]?.id ?? "";
  const recorded = {
    giver: { kind: "self" },
    answers: { camera: "no" },
    asked: {},
    how: "our_device" as "paper",
    at: null,
    understood: true,
    spokenWith: false,
    until: null,
  } as const;
  const outcome = await recordConsent(stored.amina, stored.sessionId, person, recorded, {
    seen: null,
    clock,
  });
  expect(codeOf(outcome)).toBe("route_not_theirs");
});
