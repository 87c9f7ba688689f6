import type { Actor } from "~/domain/actor";
import { readOrganisation, type Transaction } from "./database.server";
import type { LoginReach } from "./login-session.server";
import { toInstant } from "./stored-time.server";

/** A login of one's own that still lasts. Instants are in UTC. */
export type OwnSignIn = {
  id: string;
  organisationId: string;
  organisation: string;
  startedAt: string;
  seenAt: string;
};

type Row = {
  login_session_id: string;
  organisation_id: string;
  organisation_name: string;
  started_at: Date;
  seen_at: Date;
};

/** One's own logins that still last, as far as this one reaches, the one used last at the front. */
export function listOwnSignIns({ organisationId, userId }: Actor, reach: LoginReach): Promise<OwnSignIn[]> {
  return readOrganisation({ organisationId, actorId: userId }, async (tx) => {
    const rows = await tx.$queryRaw<Row[]>`SELECT * FROM app.own_login_sessions()`;
    const reached = rows.filter((row) => reach === "account" || row.organisation_id === organisationId);
    return reached.map((row) => ({
      id: row.login_session_id,
      organisationId: row.organisation_id,
      organisation: row.organisation_name,
      startedAt: toInstant(row.started_at),
      seenAt: toInstant(row.seen_at),
    }));
  });
}

/** Tries at one's password or second step that were stopped because there were too many. `at`: an instant in UTC. */
export type StoppedTries = { at: string; what: "password" | "second_step" };

/** Those of the last 30 days, the newest first, five at most. */
export function listOwnStoppedTries({ organisationId, userId }: Actor): Promise<StoppedTries[]> {
  return readOrganisation({ organisationId, actorId: userId }, async (tx) => {
    const rows = await tx.$queryRaw<{ stopped_at: Date; what: StoppedTries["what"] }[]>`
      SELECT stopped_at, what FROM app.own_stopped_tries()`;
    return rows.map(({ stopped_at: at, what }) => ({ at: toInstant(at), what }));
  });
}

/** The hash of one's own password; null where one signs in without. */
export function findOwnPasswordHash({ organisationId, userId }: Actor): Promise<string | null> {
  return readOrganisation({ organisationId, actorId: userId }, async (tx) => {
    const rows = await tx.$queryRaw<{ hash: string | null }[]>`SELECT app.own_password_hash() AS hash`;
    return rows[0]?.hash ?? null;
  });
}

export async function setOwnPassword(tx: Transaction, passwordHash: string): Promise<void> {
  await tx.$queryRaw`SELECT user_id FROM app.set_own_password(${passwordHash})`;
}

/** Ends one's own logins in the organisation that `tx` is in, but for the one that is kept. Returns their ids. */
export async function endOwnLoginSessions(tx: Transaction, keptId: string | null): Promise<string[]> {
  const rows = await tx.$queryRaw<{ login_session_id: string }[]>`
    SELECT login_session_id FROM app.end_own_login_sessions(${keptId}::uuid)`;
  return rows.map((row) => row.login_session_id);
}

/** Whether no administrator may reset one's password. */
export function findOwnResetChoice({ organisationId, userId }: Actor): Promise<boolean> {
  return readOrganisation({ organisationId, actorId: userId }, async (tx) => {
    const rows = await tx.$queryRaw<{ alone: boolean }[]>`SELECT app.own_resets_alone() AS alone`;
    return rows[0]?.alone === true;
  });
}

export async function setOwnResetChoice(tx: Transaction, alone: boolean): Promise<void> {
  await tx.$queryRaw`SELECT user_id FROM app.set_own_resets_alone(${alone}::boolean)`;
}

export type OwnOrganisation = { id: string; name: string };

/** The other organisations that one belongs to, by name; none in a login that does not reach them. */
export async function listOtherOrganisations(
  { organisationId, userId }: Actor,
  reach: LoginReach,
): Promise<OwnOrganisation[]> {
  if (reach === "organisation") return [];
  return readOrganisation({ organisationId, actorId: userId }, async (tx) => {
    const rows = await tx.$queryRaw<{ organisation_id: string; organisation_name: string }[]>`
      SELECT * FROM app.own_organisations()`;
    return rows
      .filter((row) => row.organisation_id !== organisationId)
      .map((row) => ({ id: row.organisation_id, name: row.organisation_name }));
  });
}
