import { z } from "zod";
import type { Actor } from "~/domain/actor";
import type { DeniedLink } from "~/domain/consent/denied-link";
import type { SmallCheck } from "~/domain/consent/own-link";
import { forgetAddresses } from "./consent-contacts.server";
import { consentLinkKeyId, requestOfToken } from "./consent-link-token.server";
import { readOrganisation, readWithoutOrganisation, type Transaction } from "./database.server";
import { toInstant, toInstantOrNull, toStored } from "./stored-time.server";

/** Whose answers a link is for. The link acts in the name of the participant, and of nobody else. */
export type LinkOwner = {
  requestId: string;
  organisationId: string;
  sessionId: string;
  participantId: string;
};

type Row = { organisation_id: string; session_id: string; participant_id: string; key_id: string };

/** The open request that a link was made for; null where the link opens nothing. Nothing is used up by it. */
export async function findByLinkToken(token: string): Promise<LinkOwner | null> {
  const requestId = requestOfToken(token);
  return requestId === null ? null : findOpenRequest(requestId);
}

/** The same for a request whose link was opened in this browser before. */
export function findOpenRequest(requestId: string): Promise<LinkOwner | null> {
  return readWithoutOrganisation(async (tx) => {
    const [row] = await tx.$queryRaw<Row[]>`SELECT * FROM app.open_consent_request(${requestId}::uuid)`;
    if (!row || row.key_id !== consentLinkKeyId()) return null;
    const { organisation_id: organisationId, session_id: sessionId, participant_id: participantId } = row;
    return { requestId, organisationId, sessionId, participantId };
  });
}

/** What has to be known before a link shows anything. `here`: a turn on a device that a worker hands over; it has no link. */
export type RequestCheck = SmallCheck | { kind: "here"; deviceId: string };

export type ConsentRequest = {
  id: string;
  sessionId: string;
  participantId: string;
  /** Whether its link was made with the key of today, so that it opens. */
  opens: boolean;
  check: RequestCheck;
  askedBy: string;
  askedAt: string;
  /** When somebody first passed the small check. */
  openedAt: string | null;
  wrongTries: number;
  proposedName: string | null;
  /** Null while nobody has looked at the name. */
  nameAccepted: boolean | null;
  /** When they were told again of their link; null while they were not. */
  nudged: Nudge | null;
};

const nudgeWay = z.enum(["mail", "copied", "told"]);
/** `copied`: a worker sent it from the organisation's own phone or account. `told`: in person or by phone. */
export type NudgeWay = z.infer<typeof nudgeWay>;
export type Nudge = { at: string; how: NudgeWay };

export const TRIES_BEFORE_LOCK = 5;

/** The open requests of a session that have a link, the one asked first at the front. */
export async function listOpenRequests(
  tx: Transaction,
  organisationId: string,
  sessionId: string,
): Promise<ConsentRequest[]> {
  const rows = await tx.consentRequest.findMany({
    where: { organisationId, sessionId, endedAt: null, deviceId: null },
    orderBy: [{ askedAt: "asc" }, { id: "asc" }],
  });
  return rows.map(requestOf);
}

/** The same for a page. */
export function findOpenRequests(actor: Actor, sessionId: string): Promise<ConsentRequest[]> {
  const { organisationId, userId } = actor;
  return readOrganisation({ organisationId, actorId: userId }, (tx) =>
    listOpenRequests(tx, organisationId, sessionId),
  );
}

/** The links of a session that somebody said were not for them. `anew`: the person has another that is open. */
export function findDeniedLinks(
  actor: Actor,
  sessionId: string,
): Promise<(DeniedLink & { anew: boolean })[]> {
  const { organisationId, userId } = actor;
  return readOrganisation({ organisationId, actorId: userId }, async (tx) => {
    const rows = await tx.consentRequest.findMany({
      where: { organisationId, sessionId, deviceId: null, OR: [{ endedAt: null }, { endedWhy: "not_me" }] },
      select: { participantId: true, askedAt: true, endedAt: true },
      orderBy: [{ askedAt: "asc" }, { id: "asc" }],
    });
    const open = new Set(rows.filter(({ endedAt }) => endedAt === null).map((row) => row.participantId));
    return rows.flatMap(({ participantId, askedAt, endedAt }) => {
      if (endedAt === null) return [];
      const times = { askedAt: toInstant(askedAt), endedAt: toInstant(endedAt) };
      return { participantId, ...times, anew: open.has(participantId) };
    });
  });
}

/** One open request, held until the transaction ends: who comes with the same link waits. Null where it has ended. */
export async function holdOpenRequest(
  tx: Transaction,
  organisationId: string,
  id: string,
): Promise<ConsentRequest | null> {
  const held = await tx.$queryRaw<unknown[]>`
    SELECT id FROM consent_request
    WHERE organisation_id = ${organisationId}::uuid AND id = ${id}::uuid AND ended_at IS NULL
    FOR UPDATE`;
  return held.length === 0 ? null : readOpenRequest(tx, organisationId, id);
}

/** The same as it stands, held against nobody. */
export async function readOpenRequest(
  tx: Transaction,
  organisationId: string,
  id: string,
): Promise<ConsentRequest | null> {
  const row = await tx.consentRequest.findFirst({ where: { organisationId, id, endedAt: null } });
  return row && requestOf(row);
}

export type NewConsentRequest = {
  organisationId: string;
  id: string;
  sessionId: string;
  participantId: string;
  check: RequestCheck;
  /** A name that was proposed through the link whose place this takes, and that nobody has looked at yet. */
  proposedName?: string | null;
  askedBy: string;
  /** ISO 8601 in UTC. */
  askedAt: string;
};

export async function addConsentRequests(
  tx: Transaction,
  asked: readonly NewConsentRequest[],
): Promise<void> {
  await tx.consentRequest.createMany({
    data: asked.map(({ check, askedAt, ...rest }) => ({
      ...rest,
      keyId: consentLinkKeyId(),
      checkKind: check.kind,
      checkWord: check.kind === "word" ? check.word : null,
      deviceId: check.kind === "here" ? check.deviceId : null,
      askedAt: toStored(askedAt),
    })),
  });
}

/** The open requests that somebody made, in any session. */
export async function listRequestsAskedBy(
  tx: Transaction,
  organisationId: string,
  askedBy: string,
): Promise<ConsentRequest[]> {
  const rows = await tx.consentRequest.findMany({
    where: { organisationId, askedBy, endedAt: null },
    orderBy: { id: "asc" },
  });
  return rows.map(requestOf);
}

/** `asked_anew`: another link took its place. */
export type RequestEnd = "taken_back" | "not_me" | "asked_anew" | "answered" | "handed_back";

/**
 * Ends requests: their links open nothing from now on. The addresses of the people go with their links, unless another
 * takes the place of one; a turn on a device leaves them. That contact is not safe stays.
 */
export async function endConsentRequests(
  tx: Transaction,
  organisationId: string,
  ids: readonly string[],
  { why, now }: { why: RequestEnd; now: string },
): Promise<void> {
  await tx.consentRequest.updateMany({
    where: { organisationId, id: { in: [...ids] }, endedAt: null },
    data: { endedAt: toStored(now), endedWhy: why },
  });
  if (why === "asked_anew" || ids.length === 0) return;
  const ended = await tx.consentRequest.findMany({
    where: { organisationId, id: { in: [...ids] }, deviceId: null },
    select: { participantId: true },
  });
  const people = ended.map((row) => row.participantId);
  await forgetAddresses(tx, organisationId, people);
}

type Noted = Partial<Pick<ConsentRequest, "wrongTries" | "proposedName" | "nameAccepted" | "nudged">> & {
  openedAt?: string;
  /** The word that opens the link from now on. */
  word?: string;
};

export async function noteOnRequest(
  tx: Transaction,
  organisationId: string,
  id: string,
  { openedAt, word, nudged, ...noted }: Noted,
): Promise<void> {
  await tx.consentRequest.update({
    where: { organisationId_id: { organisationId, id } },
    data: {
      ...noted,
      ...(openedAt ? { openedAt: toStored(openedAt) } : {}),
      ...(word ? { checkWord: word } : {}),
      ...(nudged ? { nudgedAt: toStored(nudged.at), nudgedHow: nudged.how } : {}),
    },
  });
}

type Stored = NonNullable<Awaited<ReturnType<Transaction["consentRequest"]["findUnique"]>>>;

function checkOf({ checkWord, deviceId }: Stored): RequestCheck {
  if (deviceId !== null) return { kind: "here", deviceId };
  return checkWord === null ? { kind: "birth" } : { kind: "word", word: checkWord };
}

function requestOf(row: Stored): ConsentRequest {
  const { id, sessionId, participantId, askedBy, wrongTries, proposedName, nameAccepted } = row;
  return {
    id,
    sessionId,
    participantId,
    opens: row.keyId === consentLinkKeyId(),
    check: checkOf(row),
    askedBy,
    askedAt: toInstant(row.askedAt),
    openedAt: toInstantOrNull(row.openedAt),
    wrongTries,
    proposedName,
    nameAccepted,
    nudged: row.nudgedAt && { at: toInstant(row.nudgedAt), how: nudgeWay.parse(row.nudgedHow) },
  };
}
