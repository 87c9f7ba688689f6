import type { Actor } from "~/domain/actor";
import { role, type Role } from "~/domain/record/fields";
import { readOrganisation, type Transaction } from "./database.server";

export type Member = {
  userId: string;
  name: string;
  email: string;
  roles: Role[];
  adultId: string | null;
  version: number;
};
export type SignedIn = { actor: Actor; name: string; email: string; organisationName: string };

/** Who somebody is in an organisation right now, roles included; null where they no longer belong to it. */
export function findSignedIn(organisationId: string, userId: string): Promise<SignedIn | null> {
  return readOrganisation({ organisationId, actorId: userId }, async (tx) => {
    const member = await tx.membership.findUnique({
      where: { organisationId_userId: { organisationId, userId }, endedAt: null },
      include: {
        roles: true,
        user: { select: { name: true, email: true } },
        organisation: { select: { name: true } },
      },
    });
    if (!member) return null;
    const roles = member.roles.map((row) => role.parse(row.role));
    return {
      actor: { organisationId, userId, roles },
      name: member.user.name,
      email: member.user.email,
      organisationName: member.organisation.name,
    };
  });
}

/** Everybody who belongs to the organisation now, by name. */
export async function listMembers(tx: Transaction, organisationId: string): Promise<Member[]> {
  const rows = await tx.membership.findMany({
    where: { organisationId, endedAt: null },
    include: { roles: true, user: { select: { name: true, email: true } } },
    orderBy: { user: { name: "asc" } },
  });
  return rows.map((row) => ({
    userId: row.userId,
    name: row.user.name,
    email: row.user.email,
    roles: row.roles.map((held) => role.parse(held.role)),
    adultId: row.adultId,
    version: row.version,
  }));
}

export type Members = { members: Member[]; adults: { id: string; name: string }[] };

/** Everybody who belongs to the actor's organisation now, and the adults whose record may be theirs. */
export function loadMembers({ organisationId, userId }: Actor): Promise<Members> {
  return readOrganisation({ organisationId, actorId: userId }, async (tx) => ({
    members: await listMembers(tx, organisationId),
    adults: await tx.adult.findMany({
      where: { organisationId, stoodDownAt: null },
      select: { id: true, name: true },
      orderBy: [{ name: "asc" }, { id: "asc" }],
    }),
  }));
}
