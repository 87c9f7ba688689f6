import type { Transaction } from "./database.server";

/*
 * The doors: database functions for what must be known before an organisation is entered, or must never be read by the
 * application's role. Each answers with ids (and one password hash), nothing else.
 */

export type Account = { userId: string; passwordHash: string | null };

/** The account with this e-mail address, whatever its case. */
export async function findAccountByEmail(tx: Transaction, email: string): Promise<Account | null> {
  const rows = await tx.$queryRaw<{ user_id: string; password_hash: string | null }[]>`
    SELECT user_id, password_hash FROM app.account_by_email(${email})`;
  return rows[0] ? { userId: rows[0].user_id, passwordHash: rows[0].password_hash } : null;
}

/** `passwordHash`: null while the person has not chosen a password. */
export type NewAccount = { id: string; email: string; name: string; passwordHash: string | null };

/** Adds an account that signs in by e-mail and password. False where an account has this address already. */
export async function addAccount(
  tx: Transaction,
  { id, email, name, passwordHash }: NewAccount,
): Promise<boolean> {
  const rows = await tx.$queryRaw<{ added: boolean }[]>`
    SELECT app.add_account(${id}::uuid, ${email}, ${name}, ${passwordHash}) AS added`;
  return rows[0]?.added === true;
}

/** Whether somebody showed that the account's address is theirs: by mail, by the operator's link or by setting up. */
export async function isEmailProved(tx: Transaction, userId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<
    { proved: boolean }[]
  >`SELECT app.is_email_proved(${userId}::uuid) AS proved`;
  return rows[0]?.proved === true;
}

/** Notes it for the one member of the one organisation that there is; false for anybody else. */
export async function proveFounder(tx: Transaction, userId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ proved: boolean }[]>`SELECT app.prove_founder(${userId}::uuid) AS proved`;
  return rows[0]?.proved === true;
}

/** The organisations that a person belongs to now, the one joined first at the front. */
export async function listOrganisationsOf(tx: Transaction, userId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ organisation_id: string }[]>`
    SELECT organisation_id FROM app.organisations_of(${userId}::uuid)`;
  return rows.map((row) => row.organisation_id);
}

/** Whether there is any organisation at all. */
export async function anyOrganisation(tx: Transaction): Promise<boolean> {
  const rows = await tx.$queryRaw<{ there: boolean }[]>`SELECT app.any_organisation() AS there`;
  return rows[0]?.there === true;
}

/** True while there is no organisation; nobody else gets an answer until this transaction ends. */
export async function holdFirstOrganisation(tx: Transaction): Promise<boolean> {
  const rows = await tx.$queryRaw<{ first: boolean }[]>`SELECT app.hold_first_organisation() AS first`;
  return rows[0]?.first === true;
}
