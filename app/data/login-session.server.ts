import { createHash, randomBytes } from "node:crypto";
import { Prisma } from "~/generated/prisma/client";
import { askAlone } from "./connection.server";
import { readWithoutOrganisation, type Transaction } from "./database.server";
import { newId } from "./new-id.server";
import { toInstant } from "./stored-time.server";

/** `confirmedAt`: when the second step was last given in it, an instant in UTC; null where it was not. */
export type LoginSession = {
  id: string;
  organisationId: string;
  userId: string;
  confirmedAt: string | null;
  means: SignInMeans;
};

/** How somebody signed in. What a provider opened stays in the provider's organisation. */
export type SignInMeans = "password" | "passkey" | "provider";

/** What somebody sees and ends of their own account: all of it, or what is in the organisation that they are in. */
export type LoginReach = "account" | "organisation";

/** How far a login reaches: whoever runs an organisation's provider opens logins of its people, and learns of no other. */
export function reachOf(means: SignInMeans): LoginReach {
  return means === "provider" ? "organisation" : "account";
}

export type LoginLimits = { idleSeconds: number; absoluteSeconds: number };

/** Only this digest of a token is stored: who reads the table cannot sign in with it. */
function tokenHash(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(token, "utf8").digest());
}

function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/**
 * Opens a login for a member of the organisation that `tx` is in, and returns the token (256 random bits, base64url)
 * that its cookie carries.
 */
export async function openLoginSession(
  tx: Transaction,
  userId: string,
  { idleSeconds, absoluteSeconds, means = "password" }: LoginLimits & { means?: SignInMeans },
): Promise<{ id: string; token: string }> {
  const id = newId();
  const token = newToken();
  const rows = await tx.$queryRaw<unknown[]>`SELECT login_session_id FROM app.open_login_session(
    ${id}::uuid, ${tokenHash(token)}, ${userId}::uuid, ${idleSeconds}::integer, ${absoluteSeconds}::integer,
    ${means})`;
  if (rows.length !== 1) throw new Error("A login can only be opened for a member of the organisation");
  return { id, token };
}

type Row = {
  login_session_id: string;
  organisation_id: string;
  user_id: string;
  confirmed_at: Date | null;
  means: SignInMeans;
};

/** `seenLately`: within the last minute, so that there is nothing to note. */
export type CheckedLogin = LoginSession & { seenLately: boolean };

/** The login that a token stands for, if it lasts. Being asked does not keep it from ending idle: `noteLoginSeen` does. */
export function checkLoginSession(token: string): Promise<CheckedLogin | null> {
  return readWithoutOrganisation(async (tx) => {
    const [row] = await tx.$queryRaw<(Row & { seen_lately: boolean })[]>`
      SELECT * FROM app.check_login_session(${tokenHash(token)})`;
    if (!row) return null;
    return {
      id: row.login_session_id,
      organisationId: row.organisation_id,
      userId: row.user_id,
      confirmedAt: row.confirmed_at && toInstant(row.confirmed_at),
      means: row.means,
      seenLately: row.seen_lately,
    };
  });
}

/** Keeps a login from ending idle, in one statement by itself. False where somebody did within the last minute. */
export async function noteLoginSeen(token: string): Promise<boolean> {
  const [row] = await askAlone<{ noted: boolean }[]>(
    Prisma.sql`SELECT app.note_login_seen(${tokenHash(token)}) AS noted`,
  );
  return row?.noted === true;
}

/** `confirmedAt`: an instant in UTC. `token`: what the cookie carries from now on. */
export type ConfirmedLogin = { confirmedAt: string; token: string };

/**
 * Notes that the second step was given in this login of the person whom `tx` acts for, and gives it a new token: the one
 * before opens nothing any more.
 *
 * @throws Error where the login is not theirs or has ended
 */
export async function confirmLoginSession(tx: Transaction, id: string): Promise<ConfirmedLogin> {
  const token = newToken();
  const [row] = await tx.$queryRaw<{ confirmed_at: Date }[]>`
    SELECT confirmed_at FROM app.confirm_login_session(${id}::uuid, ${tokenHash(token)})`;
  if (!row) throw new Error("Only a login that lasts can be confirmed");
  return { confirmedAt: toInstant(row.confirmed_at), token };
}

/** Ends the login that a token stands for, inside its organisation. Returns its id, or null where there was none. */
export async function endLoginSession(tx: Transaction, token: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<
    Row[]
  >`SELECT login_session_id FROM app.end_login_session(${tokenHash(token)})`;
  return row?.login_session_id ?? null;
}

/** Ends every login of a person in the organisation that `tx` is in. Returns their ids. */
export async function endLoginSessionsOf(tx: Transaction, userId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<
    Row[]
  >`SELECT login_session_id FROM app.end_login_sessions_of(${userId}::uuid)`;
  return rows.map((row) => row.login_session_id);
}

/** How the login that a token stands for was opened, by the person whom `tx` acts for; null where it is not theirs. */
export async function ownLoginMeans(tx: Transaction, token: string): Promise<SignInMeans | null> {
  const [row] = await tx.$queryRaw<{ means: SignInMeans }[]>`
    SELECT means FROM app.own_login_means(${tokenHash(token)})`;
  return row?.means ?? null;
}
