import { readWithoutOrganisation, type Transaction } from "./database.server";
import { newId } from "./new-id.server";
import { secretHash } from "./one-time-secret.server";

/** `link`: mailed to the account's address. `code`: an administrator hands it over. `operator`: made at the terminal. */
export type ResetKind = "link" | "code" | "operator";

type NewReset = { id?: string; userId: string; kind: ResetKind; token: string; usableForSeconds: number };

/**
 * Opens a way to a new password for a member of the organisation that `tx` is in, and ends those before it. False where
 * it may not be: a code for somebody whose password no administrator resets, or one link too many within the hour.
 */
export async function openPasswordReset(
  tx: Transaction,
  { id = newId(), userId, kind, token, usableForSeconds }: NewReset,
): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`SELECT reset_id FROM app.open_password_reset(
    ${id}::uuid, ${secretHash(token)}, ${userId}::uuid, ${kind}, ${usableForSeconds}::integer)`;
  return rows.length === 1;
}

/** Whose password a token resets. */
export type OpenReset = {
  organisationId: string;
  organisation: string;
  userId: string;
  email: string;
  name: string;
};

type Row = {
  organisation_id: string;
  user_id: string;
  email: string;
  name: string;
  organisation_name: string;
};

/** What a token or code resets, if it can be used now; being asked uses nothing up. */
export function findResetByToken(token: string): Promise<OpenReset | null> {
  return readWithoutOrganisation(async (tx) => {
    const [row] = await tx.$queryRaw<Row[]>`SELECT * FROM app.password_reset_by_token(${secretHash(token)})`;
    if (!row) return null;
    const { organisation_id: organisationId, organisation_name: organisation, user_id: userId } = row;
    return { organisationId, organisation, userId, email: row.email, name: row.name };
  });
}

/**
 * Uses a token up, inside the organisation in which it was made: the new password holds and every login of the person
 * ends everywhere. Where it is the first proof that the account's address is theirs (`firstProof`), second steps and
 * links to sign-in providers go too: whoever made the account may have kept them. Answers with those of this organisation, or null where the token cannot be used, or not any more.
 */
export async function useUpReset(
  tx: Transaction,
  token: string,
  passwordHash: string,
): Promise<{ loginSessionIds: string[]; firstProof: boolean } | null> {
  const [row] = await tx.$queryRaw<{ login_session_ids: string[]; first_proof: boolean }[]>`
    SELECT login_session_ids, first_proof FROM app.use_password_reset(${secretHash(token)}, ${passwordHash})`;
  return row ? { loginSessionIds: row.login_session_ids, firstProof: row.first_proof } : null;
}

/** Ends what was opened for somebody in the organisation that `tx` is in. */
export async function endPasswordResetsOf(tx: Transaction, userId: string): Promise<void> {
  await tx.$queryRaw`SELECT reset_id FROM app.end_password_resets_of(${userId}::uuid)`;
}
