import { createHash } from "node:crypto";
import type { Actor } from "~/domain/actor";
import { readOrganisation, type Transaction } from "./database.server";
import { ownPasskeys } from "./passkeys.server";
import { toInstant } from "./stored-time.server";

/** One's own authenticator app. `secret` is in base32, `addedAt` an instant in UTC. */
export type SecondFactor = { secret: string; addedAt: string; recoveryCodes: number };

/** One's own authenticator app and how many recovery codes are left; null where there is none. */
export function findOwnSecondFactor({ organisationId, userId }: Actor): Promise<SecondFactor | null> {
  return readOrganisation({ organisationId, actorId: userId }, ownSecondFactor);
}

/** As `findOwnSecondFactor`, inside a change of the person whose it is. */
export async function ownSecondFactor(tx: Transaction): Promise<SecondFactor | null> {
  const [row] = await tx.$queryRaw<{ secret: string; added_at: Date; recovery_codes: number }[]>`
    SELECT secret, added_at, recovery_codes FROM app.own_second_factor()`;
  return row
    ? { secret: row.secret, addedAt: toInstant(row.added_at), recoveryCodes: row.recovery_codes }
    : null;
}

/** Whether the person whom `tx` acts for has a second step: an authenticator app, or a passkey. */
export async function hasOwnSecondStep(tx: Transaction): Promise<boolean> {
  return (await ownSecondFactor(tx)) !== null || (await ownPasskeys(tx)).length > 0;
}

/** Stores an authenticator in place of the one before. `step` is the number of the 30 seconds whose code proved it. */
export async function setOwnAuthenticator(tx: Transaction, secret: string, step: number): Promise<void> {
  await tx.$queryRaw`SELECT added_at FROM app.set_own_authenticator(${secret}, ${step}::bigint)`;
}

/** Takes the code of these 30 seconds, once: false where it, or a later one, was taken before. */
export async function takeOwnStep(tx: Transaction, secret: string, step: number): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ taken: boolean }[]>`
    SELECT app.take_own_step(${secret}, ${step}::bigint) AS taken`;
  return row?.taken === true;
}

/** Stores digests of recovery codes in place of all before. */
export async function setOwnRecoveryCodes(tx: Transaction, codes: readonly string[]): Promise<void> {
  await tx.$queryRaw`SELECT recovery_codes FROM app.set_own_recovery_codes(${codes.map(hashOf)})`;
}

/** Takes a recovery code, once. */
export async function takeOwnRecoveryCode(tx: Transaction, code: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ taken: boolean }[]>`
    SELECT app.take_own_recovery_code(${hashOf(code)}) AS taken`;
  return row?.taken === true;
}

/** A code has about sixty random bits, so that a digest without salt tells nobody what it was. */
function hashOf(code: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(code, "utf8").digest());
}

/**
 * Removes every second step of a member of the organisation that `tx` is in and ends their logins everywhere. Answers
 * with the ids of those that ended here; null where it may not be.
 */
export async function removeSecondStepOf(
  tx: Transaction,
  userId: string,
  byOperator: boolean,
): Promise<string[] | null> {
  const [row] = await tx.$queryRaw<{ login_session_ids: string[] }[]>`
    SELECT login_session_ids FROM app.remove_second_step_of(${userId}::uuid, ${byOperator})`;
  return row?.login_session_ids ?? null;
}
