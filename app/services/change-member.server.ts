import {
  hasOtherAdministrator,
  holdMembership,
  isLastPasswordAdministrator,
} from "~/data/hold-membership.server";
import { tellOfLeadingRoles } from "~/data/notices.server";
import type { Actor } from "~/domain/actor";
import { may } from "~/domain/permissions";
import type { Role } from "~/domain/record/fields";
import { accept, refuse, refuseStale, type Outcome } from "~/domain/refusal";
import { isConfirmed, notConfirmed } from "~/domain/second-step";
import { change } from "./change.server";
import type { SharedEditOptions } from "./organisation-edit";

export type MemberChange = {
  roles: readonly Role[];
  /** The adult record of the same human being, or null. */
  adultId: string | null;
};

/**
 * Changes somebody's roles, and which adult record is theirs. What they signed off before stays signed off. Where
 * they are given a leading role, its other holders are told at once. Refuses
 * `not_found`, `forbidden`, `stale_version`, `own_roles` (nobody gives themselves rights), `not_confirmed`, `no_roles`,
 * `last_administrator`, `last_password_administrator`, `unknown_adult` and `adult_taken`.
 */
export function changeMember(
  actor: Actor,
  userId: string,
  { roles, adultId }: MemberChange,
  { version, submission, clock }: SharedEditOptions,
): Promise<Outcome<{ version: number }>> {
  return change(
    actor,
    async ({ tx, now, record }) => {
      if (!may(actor, "user.edit")) return refuse("forbidden", "Only an administrator changes roles.");
      const { organisationId } = actor;
      const held = await holdMembership(tx, organisationId, userId);
      if (!held) return refuse("not_found", "There is no such person.");
      if (held.version !== version) return refuseStale();
      const sameRoles = [...held.roles].sort().join() === [...roles].sort().join();
      if (userId === actor.userId && !sameRoles) {
        return refuse("own_roles", "Ask another administrator to change your own roles", "roles");
      }
      if (!sameRoles && !isConfirmed(actor, now)) return notConfirmed;
      if (roles.length === 0) return refuse("no_roles", "Select at least one role", "roles");
      if (!roles.includes("administrator") && !(await hasOtherAdministrator(tx, organisationId, userId))) {
        return refuse("last_administrator", "Somebody has to stay an administrator", "roles");
      }
      if (
        held.roles.includes("administrator") &&
        !roles.includes("administrator") &&
        (await isLastPasswordAdministrator(tx, organisationId, userId))
      ) {
        return refuse(
          "last_password_administrator",
          "Your organisation requires its own sign-in, and somebody has to stay an administrator with a password",
          "roles",
        );
      }
      if (adultId !== null) {
        const adult = await tx.adult.findUnique({
          where: { organisationId_id: { organisationId, id: adultId } },
          select: {
            members: { where: { endedAt: null, userId: { not: userId } }, select: { userId: true } },
          },
        });
        if (!adult) return refuse("unknown_adult", "Select an adult from the list", "adultId");
        if (adult.members.length > 0) {
          return refuse("adult_taken", "This adult record belongs to somebody else who signs in", "adultId");
        }
      }
      await tx.membership.updateMany({
        where: { organisationId, userId },
        data: { adultId, version: { increment: 1 } },
      });
      await tx.membershipRole.deleteMany({ where: { organisationId, userId, role: { notIn: [...roles] } } });
      await tx.membershipRole.createMany({
        data: roles.map((role) => ({ organisationId, userId, role })),
        skipDuplicates: true,
      });
      const given = roles.filter((role) => !held.roles.includes(role));
      await tellOfLeadingRoles(tx, { organisationId, userId, roles: given, now, by: actor.userId });
      record({ type: "membership.changed", subject: `user:${userId}`, roles: [...roles] });
      return accept({ version: held.version + 1 });
    },
    { submission, clock },
  );
}
