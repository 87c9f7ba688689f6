import type { Actor } from "~/domain/actor";
import { readOrganisation } from "./database.server";

/** What an organisation has so far of what no session can do without; approvers other than the one who asks. */
export function countFirstSteps({ organisationId, userId }: Actor) {
  return readOrganisation({ organisationId, actorId: userId }, async (tx) => {
    const holding = (role: string) => ({ organisationId, role, membership: { endedAt: null } });
    return {
      otherApprovers: await tx.membershipRole.count({
        where: { ...holding("approver"), userId: { not: userId } },
      }),
      safeguardingLeads: await tx.membershipRole.count({ where: holding("safeguarding_lead") }),
      checkedPlatforms: await tx.platformMode.count({
        where: { organisationId, reviews: { some: {} } },
      }),
      adults: await tx.adult.count({ where: { organisationId } }),
    };
  });
}
