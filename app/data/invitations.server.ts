import type { Actor } from "~/domain/actor";
import { role, type Role } from "~/domain/record/fields";
import { readOrganisation, readWithoutOrganisation, type Transaction } from "./database.server";
import { secretHash } from "./one-time-secret.server";
import { toInstant, toInstantOrNull } from "./stored-time.server";

/** `mail`: a link was sent to `email`. `printed`: a code was given by hand. */
export type InvitationKind = "mail" | "printed";

/** What an invitation says to whoever holds its token. `name`: what the administrator calls them. */
export type OpenInvitation = {
  organisationId: string;
  organisation: string;
  invitationId: string;
  kind: InvitationKind;
  name: string;
  email: string | null;
  roles: Role[];
};

type Row = {
  organisation_id: string;
  organisation_name: string;
  invitation_id: string;
  kind: string;
  name: string;
  email: string | null;
  roles: string[];
};

/** The invitation that a token or code opens, if it can be used now; being asked uses nothing up. */
export function findInvitationByToken(token: string): Promise<OpenInvitation | null> {
  return readWithoutOrganisation(async (tx) => {
    const [row] = await tx.$queryRaw<Row[]>`SELECT * FROM app.invitation_by_token(${secretHash(token)})`;
    if (!row) return null;
    return {
      organisationId: row.organisation_id,
      organisation: row.organisation_name,
      invitationId: row.invitation_id,
      kind: kindOf(row.kind),
      name: row.name,
      email: row.email,
      roles: row.roles.map((held) => role.parse(held)),
    };
  });
}

/** `firstProof`: it was mailed to the account's address, and nobody had shown before that this is theirs. */
export type UsedInvitation = {
  invitationId: string;
  kind: InvitationKind;
  roles: Role[];
  firstProof: boolean;
};

type UsedRow = Pick<Row, "invitation_id" | "kind" | "roles"> & { first_proof: boolean };

/** Uses an invitation up for an account, inside its organisation; null where it cannot be used, or not any more. */
export async function useUpInvitation(
  tx: Transaction,
  token: string,
  userId: string,
): Promise<UsedInvitation | null> {
  const [row] = await tx.$queryRaw<UsedRow[]>`
    SELECT * FROM app.use_invitation(${secretHash(token)}, ${userId}::uuid)`;
  return row
    ? {
        invitationId: row.invitation_id,
        kind: kindOf(row.kind),
        roles: row.roles.map((held) => role.parse(held)),
        firstProof: row.first_proof,
      }
    : null;
}

/** Whether somebody used a printed code and nobody has confirmed yet who they are. */
export async function waitsForConfirmation(tx: Transaction, userId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ waits: boolean }[]>`
    SELECT app.waits_for_confirmation(${userId}::uuid) AS waits`;
  return row?.waits === true;
}

/** `waiting`: a printed code was used, and somebody has to confirm who used it. */
export type InvitationState = "open" | "waiting" | "joined" | "lapsed" | "taken_back";

export type Invitation = {
  id: string;
  kind: InvitationKind;
  name: string;
  email: string | null;
  roles: Role[];
  /** Who used it, by the name and address of their account. */
  usedBy: { userId: string; name: string; email: string } | null;
  madeAt: string;
  expiresAt: string;
  usedAt: string | null;
  state: InvitationState;
};

/** The invitations of the actor's organisation that nobody has joined by, newest first. */
export function listInvitations(actor: Actor): Promise<Invitation[]> {
  const { organisationId, userId } = actor;
  return readOrganisation({ organisationId, actorId: userId }, async (tx) => {
    const rows = await tx.invitation.findMany({
      where: {
        organisationId,
        endedAt: null,
        confirmedAt: null,
        NOT: { kind: "mail", usedAt: { not: null } },
      },
      omit: { tokenHash: true },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    });
    return rows.map(invitationOf);
  });
}

/** One invitation, whatever became of it; null where the organisation has none such. */
export function findInvitation({ organisationId, userId }: Actor, id: string): Promise<Invitation | null> {
  return readOrganisation({ organisationId, actorId: userId }, async (tx) => {
    const row = await tx.invitation.findUnique({
      where: { organisationId_id: { organisationId, id } },
      omit: { tokenHash: true },
    });
    return row && invitationOf(row);
  });
}

/** The same, held until the transaction ends, so that it is confirmed or taken back once. */
export async function lockInvitation(
  tx: Transaction,
  organisationId: string,
  id: string,
): Promise<Invitation | null> {
  await tx.$queryRaw`
    SELECT id FROM invitation WHERE organisation_id = ${organisationId}::uuid AND id = ${id}::uuid FOR UPDATE`;
  const row = await tx.invitation.findUnique({
    where: { organisationId_id: { organisationId, id } },
    omit: { tokenHash: true },
  });
  return row && invitationOf(row);
}

type Stored = {
  id: string;
  kind: string;
  name: string;
  email: string | null;
  roles: string[];
  createdAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
  usedBy: string | null;
  usedName: string | null;
  usedEmail: string | null;
  confirmedAt: Date | null;
  endedAt: Date | null;
};

function invitationOf(row: Stored): Invitation {
  const { usedBy, usedName, usedEmail } = row;
  return {
    id: row.id,
    kind: kindOf(row.kind),
    name: row.name,
    email: row.email,
    roles: row.roles.map((held) => role.parse(held)),
    usedBy: usedBy ? { userId: usedBy, name: usedName ?? "", email: usedEmail ?? "" } : null,
    madeAt: toInstant(row.createdAt),
    expiresAt: toInstant(row.expiresAt),
    usedAt: toInstantOrNull(row.usedAt),
    state: stateOf(row),
  };
}

function stateOf({ kind, endedAt, usedAt, confirmedAt, expiresAt }: Stored): InvitationState {
  if (endedAt) return "taken_back";
  if (confirmedAt || (usedAt && kind === "mail")) return "joined";
  if (expiresAt.getTime() <= Date.now()) return "lapsed";
  return usedAt ? "waiting" : "open";
}

function kindOf(stored: string): InvitationKind {
  return stored === "mail" ? "mail" : "printed";
}
