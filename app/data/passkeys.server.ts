import { createHash } from "node:crypto";
import type { Actor } from "~/domain/actor";
import {
  readOrganisation,
  readWithoutOrganisation,
  withOrganisation,
  withoutOrganisation,
  type Transaction,
} from "./database.server";
import { toInstant, toInstantOrNull } from "./stored-time.server";

export type PasskeyKey = { credentialId: string; publicKey: Uint8Array<ArrayBuffer>; counter: number };

/** A passkey of one's own. Instants are in UTC; `usedAt` is null until it was used. */
export type OwnPasskey = {
  credentialId: string;
  name: string;
  transports: string[];
  addedAt: string;
  usedAt: string | null;
};

/** How long a browser has to answer a challenge. */
const CHALLENGE_SECONDS = 300;

/** Who is asked to sign a challenge, and for what; nobody yet, to sign in. */
export type Asked = { purpose: "sign_in" } | { purpose: "confirm" | "add"; actor: Actor };

/** Remembers a challenge (base64url) for five minutes. */
export async function keepChallenge(asked: Asked, challenge: string): Promise<void> {
  await asAsked(
    asked,
    (tx) => tx.$queryRaw`SELECT expires_at FROM app.keep_passkey_challenge(
      ${hashOf(challenge)}, ${asked.purpose}, ${CHALLENGE_SECONDS}::integer)`,
  );
}

/** Takes a challenge, once: false where it is over, was taken, or was given to somebody else or for something else. */
export async function takeChallenge(asked: Asked, challenge: string): Promise<boolean> {
  const [row] = await asAsked(
    asked,
    (tx) => tx.$queryRaw<{ taken: boolean }[]>`
      SELECT app.take_passkey_challenge(${hashOf(challenge)}, ${asked.purpose}) AS taken`,
  );
  return row?.taken === true;
}

function asAsked<T>(asked: Asked, work: (tx: Transaction) => Promise<T>): Promise<T> {
  if (asked.purpose === "sign_in") return withoutOrganisation(work);
  const { organisationId, userId } = asked.actor;
  return withOrganisation({ organisationId, actorId: userId }, work);
}

/** Whose passkey this is, and what verifies it; null where there is none of this id. */
export async function findPasskey(credentialId: string): Promise<(PasskeyKey & { userId: string }) | null> {
  const [row] = await readWithoutOrganisation(
    (tx) => tx.$queryRaw<{ user_id: string; public_key: Uint8Array<ArrayBuffer>; counter: bigint }[]>`
      SELECT user_id, public_key, counter FROM app.passkey_by_credential(${credentialId})`,
  );
  return row
    ? { credentialId, userId: row.user_id, publicKey: row.public_key, counter: Number(row.counter) }
    : null;
}

type Row = {
  credential_id: string;
  name: string;
  transports: string[];
  added_at: Date;
  used_at: Date | null;
};

/** One's own passkeys, inside a transaction of the person whose they are; the first made at the front. */
export async function ownPasskeys(tx: Transaction): Promise<OwnPasskey[]> {
  const rows = await tx.$queryRaw<Row[]>`SELECT * FROM app.own_passkeys()`;
  return rows.map((row) => ({
    credentialId: row.credential_id,
    name: row.name,
    transports: row.transports,
    addedAt: toInstant(row.added_at),
    usedAt: toInstantOrNull(row.used_at),
  }));
}

/** As `ownPasskeys`, for a page. */
export function listOwnPasskeys({ organisationId, userId }: Actor): Promise<OwnPasskey[]> {
  return readOrganisation({ organisationId, actorId: userId }, ownPasskeys);
}

export type NewPasskey = PasskeyKey & { name: string; transports: string[] };

/** Stores a passkey of one's own. False where there is one of this id. */
export async function addOwnPasskey(tx: Transaction, passkey: NewPasskey): Promise<boolean> {
  const { credentialId, name, publicKey, counter, transports } = passkey;
  const [row] = await tx.$queryRaw<{ added: boolean }[]>`SELECT app.add_own_passkey(
    ${credentialId}, ${name}, ${publicKey}, ${counter}::bigint, ${transports}) AS added`;
  return row?.added === true;
}

/** Notes that a passkey was used, and how often its device says it was. */
export async function noteOwnPasskeyUsed(tx: Transaction, credentialId: string, counter: number) {
  await tx.$queryRaw`SELECT app.note_own_passkey_used(${credentialId}, ${counter}::bigint) AS used`;
}

/** Removes a passkey of one's own. False where there is none of this id. */
export async function removeOwnPasskey(tx: Transaction, credentialId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ removed: boolean }[]>`
    SELECT app.remove_own_passkey(${credentialId}) AS removed`;
  return row?.removed === true;
}

function hashOf(challenge: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(challenge, "utf8").digest());
}
