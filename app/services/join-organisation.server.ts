import { tellOfLeadingRoles } from "~/data/notices.server";
import type { Role } from "~/domain/record/fields";
import type { Change } from "./change.server";

/** `by`: who lets them in; null where nobody of the organisation does. */
export type Joining = {
  organisationId: string;
  userId: string;
  roles: readonly Role[];
  by: string | null;
};

/** Makes somebody a member of the organisation that is being changed, or one again who left it, with these roles. */
export async function joinOrganisation(
  { tx, now, record }: Change,
  { organisationId, userId, roles, by }: Joining,
): Promise<void> {
  const created = await tx.membership.createMany({
    data: { organisationId, userId, createdAt: new Date(now) },
    skipDuplicates: true,
  });
  if (created.count === 0) {
    await tx.membership.updateMany({
      where: { organisationId, userId },
      data: { endedAt: null, version: { increment: 1 } },
    });
    await tx.membershipRole.deleteMany({ where: { organisationId, userId } });
  }
  await tx.membershipRole.createMany({ data: roles.map((role) => ({ organisationId, userId, role })) });
  await tellOfLeadingRoles(tx, { organisationId, userId, roles, now, by });
  record({ type: "membership.changed", subject: `user:${userId}`, roles: [...roles] });
}
