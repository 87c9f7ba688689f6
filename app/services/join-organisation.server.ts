import type { Actor } from "~/domain/actor";
import type { Role } from "~/domain/record/fields";
import type { Change } from "./change.server";

/** Makes somebody a member of the organisation that is being changed, or one again who left it, with these roles. */
export async function joinOrganisation(
  { tx, now, record }: Change,
  { organisationId, userId, roles }: Pick<Actor, "organisationId" | "userId"> & { roles: readonly Role[] },
): Promise<void> {
  const created = await tx.membership.createMany({
    data: { organisationId, userId, createdAt: new Date(now) },
    skipDuplicates: true,
  });
  if (created.count === 0) {
    await tx.membership.updateMany({
      where: { userId },
      data: { endedAt: null, version: { increment: 1 } },
    });
    await tx.membershipRole.deleteMany({ where: { organisationId, userId } });
  }
  await tx.membershipRole.createMany({ data: roles.map((role) => ({ organisationId, userId, role })) });
  record({ type: "membership.changed", subject: `user:${userId}`, roles: [...roles] });
}
