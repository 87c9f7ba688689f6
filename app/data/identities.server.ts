import type { Actor } from "~/domain/actor";
import { readOrganisation, readWithoutOrganisation, type Transaction } from "./database.server";
import { toInstant } from "./stored-time.server";

/** Whom a provider says that somebody is: its own address, and its own name for them. */
export type Identity = { issuer: string; subject: string };

/** The account that is linked to an identity; null where none is. */
export function findAccountByIdentity({ issuer, subject }: Identity): Promise<string | null> {
  return readWithoutOrganisation(async (tx) => {
    const [row] = await tx.$queryRaw<{ user_id: string }[]>`
      SELECT user_id FROM app.account_by_identity(${issuer}, ${subject})`;
    return row?.user_id ?? null;
  });
}

/** Links the account of the person whom `tx` acts for. False where the identity is somebody else's. */
export async function linkOwnIdentity(tx: Transaction, { issuer, subject }: Identity): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ linked: boolean }[]>`
    SELECT app.link_own_identity(${issuer}, ${subject}) AS linked`;
  return row?.linked === true;
}

/** Takes the link of the person whom `tx` acts for back. False where there is none. */
export async function unlinkOwnIdentity(tx: Transaction, issuer: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<
    { unlinked: boolean }[]
  >`SELECT app.unlink_own_identity(${issuer}) AS unlinked`;
  return row?.unlinked === true;
}

/** Since when one's own account is linked to a provider, an instant in UTC; null where it is not. */
export function findOwnIdentity({ organisationId, userId }: Actor, issuer: string): Promise<string | null> {
  return readOrganisation({ organisationId, actorId: userId }, async (tx) => {
    const [row] = await tx.$queryRaw<
      { linked_at: Date }[]
    >`SELECT linked_at FROM app.own_identity(${issuer})`;
    return row ? toInstant(row.linked_at) : null;
  });
}
