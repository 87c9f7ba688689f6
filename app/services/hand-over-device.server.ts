import { Temporal } from "temporal-polyfill";
import { addConsentRequests, endConsentRequests, type LinkOwner } from "~/data/consent-requests.server";
import type { Transaction } from "~/data/database.server";
import { newId } from "~/data/new-id.server";
import { listOpenTurns, type HandedDevice, type Turn } from "~/data/own-device.server";
import type { Submission } from "~/data/submission.server";
import type { Actor } from "~/domain/actor";
import type { AuditEvent } from "~/domain/audit-events";
import { linkState } from "~/domain/consent/own-link";
import { viewAt } from "~/domain/readiness/view";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { change, type Clock } from "./change.server";
import { holdSession } from "./edit-session.server";

type Options = { submission?: Submission | undefined; clock?: Clock | undefined };

/**
 * A worker hands this device to young people of a session: each gets a turn on it, in place of one that they had on any.
 * The links that they hold stay as they are.
 *
 * Refusals: `not_found`, `forbidden`, `nobody_asked`, `too_late` once the session has started or was cancelled.
 */
export function handOverDevice(
  actor: Actor,
  sessionId: string,
  participantIds: readonly string[],
  { submission, clock }: Options = {},
): Promise<Outcome<{ deviceId: string }>> {
  const { organisationId, userId } = actor;
  return change(
    actor,
    async ({ tx, now, record: note }) => {
      const held = await holdSession(tx, actor, sessionId, "session.edit");
      if (!held.ok) return held;
      if (participantIds.length === 0)
        return refuse("nobody_asked", "Select who answers here", "participantIds");
      const view = viewAt(held.value.record, Temporal.Instant.from(now));
      for (const participantId of participantIds) {
        const participant = view.participants.find(({ id }) => id === participantId);
        if (!participant) return refuse("not_found", "There is nobody with this code in this session.");
        if (linkState(view, participant) !== "asks") return tooLate;
      }
      const before = (await listOpenTurns(tx, organisationId, { sessionId })).filter(({ participantId }) =>
        participantIds.includes(participantId),
      );
      await endTurns(tx, { organisationId, sessionId }, before, { why: "asked_anew", now, note });
      const deviceId = newId();
      const turns = participantIds.map((participantId) => ({ id: newId(), participantId }));
      const common = { organisationId, sessionId, askedBy: userId, askedAt: now };
      const check = { kind: "here", deviceId } as const;
      await addConsentRequests(
        tx,
        turns.map((turn) => ({ ...common, ...turn, check })),
      );
      for (const { id, participantId } of turns) {
        note({ type: "consent_request.handed_over", subject: `request:${id}`, sessionId, participantId });
      }
      return accept({ deviceId });
    },
    { sessionId, submission, clock },
  );
}

/** A worker ends every turn that is open in a session, wherever the devices are. Refuses `not_found`, `forbidden`, `nothing_open`. */
export function endDevices(actor: Actor, sessionId: string, options: Options = {}): Promise<Outcome<null>> {
  const { organisationId } = actor;
  return change(
    actor,
    async ({ tx, now, record: note }) => {
      const held = await holdSession(tx, actor, sessionId, "session.edit");
      if (!held.ok) return held;
      const turns = await listOpenTurns(tx, organisationId, { sessionId });
      if (turns.length === 0) return refuse("nothing_open", "No device takes answers any more.");
      await endTurns(tx, { organisationId, sessionId }, turns, { why: "taken_back", now, note });
      return accept(null);
    },
    { sessionId, ...options },
  );
}

/** Whoever holds the device gives it back: nobody answers on it from now on. Refuses `nothing_open`. */
export function handBackDevice(
  { organisationId, sessionId, deviceId }: HandedDevice,
  { clock }: Pick<Options, "clock"> = {},
): Promise<Outcome<null>> {
  return onDevice({ organisationId, sessionId, userId: null }, clock, async (tx) => {
    const turns = await listOpenTurns(tx, organisationId, { sessionId, deviceId });
    return { turns, why: "handed_back" };
  });
}

/** Somebody has answered, and their turn on the device ends: nobody after them sees what they said. Refuses `nothing_open`. */
export function endTurn(
  { organisationId, sessionId, requestId, participantId }: LinkOwner,
  { clock }: Pick<Options, "clock"> = {},
): Promise<Outcome<null>> {
  return onDevice({ organisationId, sessionId, userId: participantId }, clock, async (tx) => {
    const turns = await listOpenTurns(tx, organisationId, { sessionId });
    return { turns: turns.filter((turn) => turn.requestId === requestId), why: "answered" };
  });
}

type Place = { organisationId: string; sessionId: string };
type End = "answered" | "handed_back" | "taken_back" | "asked_anew";

/** Nobody of the staff is signed in on the device: what is done there is the young person's, or nobody's known. */
function onDevice(
  { userId, ...place }: Place & { userId: string | null },
  clock: Clock | undefined,
  find: (tx: Transaction) => Promise<{ turns: Turn[]; why: End }>,
): Promise<Outcome<null>> {
  return change(
    { organisationId: place.organisationId, userId },
    async ({ tx, now, record: note }) => {
      const { turns, why } = await find(tx);
      if (turns.length === 0) return refuse("nothing_open", "This tablet was given back already.");
      await endTurns(tx, place, turns, { why, now, note });
      return accept(null);
    },
    { sessionId: place.sessionId, clock },
  );
}

async function endTurns(
  tx: Transaction,
  { organisationId, sessionId }: Place,
  turns: readonly Turn[],
  { why, now, note }: { why: End; now: string; note: (event: AuditEvent) => void },
): Promise<void> {
  await endConsentRequests(
    tx,
    organisationId,
    turns.map(({ requestId }) => requestId),
    { why, now },
  );
  for (const { requestId, participantId } of turns) {
    note({
      type: "consent_request.turn_ended",
      subject: `request:${requestId}`,
      sessionId,
      participantId,
      why,
    });
  }
}

const tooLate = refuse(
  "too_late",
  "Young people answer here before the session. Record what they say instead.",
);
