import type { Actor } from "~/domain/actor";
import { shownAs, type ShownOnDevice } from "~/domain/consent/own-device";
import type { ConsentEvent } from "~/domain/record/participant";
import { byInstant } from "~/domain/time/order";
import { readOrganisation, type Transaction } from "./database.server";
import { publicNameOf } from "./own-link-page.server";
import { loadSessionRecord } from "./session-record.server";
import { toInstant } from "./stored-time.server";

/** A device of the organisation that a worker has handed to young people of one session. */
export type HandedDevice = {
  organisationId: string;
  sessionId: string;
  deviceId: string;
  shown: ShownOnDevice;
};

/** Somebody's turn on a device. */
export type Turn = { requestId: string; participantId: string; deviceId: string; handedAt: string };

/** The turns that are still open, of one device or of all that were handed over in a session. */
export async function listOpenTurns(
  tx: Transaction,
  organisationId: string,
  wanted: { sessionId: string; deviceId?: string },
): Promise<Turn[]> {
  const rows = await tx.consentRequest.findMany({
    where: { organisationId, endedAt: null, checkKind: "here", ...wanted },
    orderBy: [{ askedAt: "asc" }, { id: "asc" }],
    select: { id: true, participantId: true, deviceId: true, askedAt: true },
  });
  return rows.flatMap(({ id, participantId, deviceId, askedAt }) =>
    deviceId ? { requestId: id, participantId, deviceId, handedAt: toInstant(askedAt) } : [],
  );
}

/** The same of a session, for a page. */
export function findOpenTurns({ organisationId, userId }: Actor, sessionId: string): Promise<Turn[]> {
  return readOrganisation({ organisationId, actorId: userId }, (tx) =>
    listOpenTurns(tx, organisationId, { sessionId }),
  );
}

export type DevicePage = {
  publicName: string | null;
  people: { requestId: string; participantId: string; who: string }[];
  handedAt: string;
};

/**
 * Whose turn it may be on a device: who has not answered on it yet, so that nobody opens what another said. Null where no
 * turn is left.
 */
export function findDevicePage({
  organisationId,
  shown,
  ...device
}: HandedDevice): Promise<DevicePage | null> {
  return readOrganisation({ organisationId, actorId: null }, async (tx) => {
    const { sessionId, deviceId } = device;
    const turns = await listOpenTurns(tx, organisationId, { sessionId, deviceId });
    const record = await loadSessionRecord(tx, organisationId, sessionId);
    const [first] = turns;
    if (!record || !first) return null;
    const people = record.participants.flatMap((participant) => {
      const turn = turns.find(({ participantId }) => participantId === participant.id);
      if (!turn || hasAnswered(record.consentEvents, turn)) return [];
      return { requestId: turn.requestId, participantId: participant.id, who: shownAs(participant, shown) };
    });
    return { publicName: await publicNameOf(tx, organisationId), people, handedAt: first.handedAt };
  });
}

function hasAnswered(events: readonly ConsentEvent[], { participantId, handedAt }: Turn): boolean {
  return events.some(
    (event) =>
      event.how === "our_device" &&
      event.participantId === participantId &&
      byInstant(event.recordedAt, handedAt) >= 0,
  );
}
