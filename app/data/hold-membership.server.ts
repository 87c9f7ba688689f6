import { role, type Role } from "~/domain/record/fields";
import type { Transaction } from "./database.server";
import { hasPasswordAdministrator, providerSettings } from "./sign-in-provider.server";

export type HeldMembership = { version: number; roles: Role[]; adultId: string | null };

/**
 * Somebody's membership, held until the transaction ends together with everybody else's of the organisation, so that
 * two administrators cannot take each other's role at once. Null where they do not belong to it now.
 */
export async function holdMembership(
  tx: Transaction,
  organisationId: string,
  userId: string,
): Promise<HeldMembership | null> {
  await tx.$queryRaw`SELECT id FROM organisation WHERE id = ${organisationId}::uuid FOR UPDATE`;
  const found = await tx.membership.findUnique({
    where: { organisationId_userId: { organisationId, userId }, endedAt: null },
    include: { roles: true },
  });
  if (!found) return null;
  const { version, adultId } = found;
  return { version, adultId, roles: found.roles.map((held) => role.parse(held.role)) };
}

/** Whether anybody else looks after the organisation as an administrator. */
export async function hasOtherAdministrator(
  tx: Transaction,
  organisationId: string,
  userId: string,
): Promise<boolean> {
  const others = await tx.membership.count({
    where: {
      organisationId,
      userId: { not: userId },
      endedAt: null,
      roles: { some: { role: "administrator" } },
    },
  });
  return others > 0;
}

/**
 * Whether nobody could look after the organisation any more without its own sign-in, if somebody were no administrator:
 * it requires that sign-in, and no other administrator has a password.
 */
export async function isLastPasswordAdministrator(
  tx: Transaction,
  organisationId: string,
  userId: string,
): Promise<boolean> {
  const settings = await providerSettings(tx, organisationId);
  return settings?.required === true && !(await hasPasswordAdministrator(tx, userId));
}
