import { hasOtherAdministrator, holdMembership } from "~/data/hold-membership.server";
import { endLoginSessionsOf } from "~/data/login-session.server";
import { endPasswordResetsOf } from "~/data/password-resets.server";
import type { Actor } from "~/domain/actor";
import { may } from "~/domain/permissions";
import { accept, refuse, refuseStale, type Outcome } from "~/domain/refusal";
import { change } from "./change.server";
import type { SharedEditOptions } from "./organisation-edit";

/**
 * Ends somebody's membership at once: every sign-in of theirs ends with it. What they did stays on record under their
 * name. Refuses `not_found`, `forbidden`, `stale_version`, `own_membership` and `last_administrator`.
 */
export function endMembership(
  actor: Actor,
  userId: string,
  { version, submission, clock }: SharedEditOptions,
): Promise<Outcome<{ userId: string }>> {
  return change(
    actor,
    async ({ tx, now, record }) => {
      if (!may(actor, "user.edit")) return refuse("forbidden", "Only an administrator ends a membership.");
      const { organisationId } = actor;
      const held = await holdMembership(tx, organisationId, userId);
      if (!held) return refuse("not_found", "There is no such person.");
      if (held.version !== version) return refuseStale();
      if (userId === actor.userId) {
        return refuse("own_membership", "Ask another administrator to end your own membership");
      }
      if (!(await hasOtherAdministrator(tx, organisationId, userId))) {
        return refuse("last_administrator", "Somebody has to stay an administrator");
      }
      await tx.membership.updateMany({
        where: { userId },
        data: { endedAt: new Date(now), version: { increment: 1 } },
      });
      await endLoginSessionsOf(tx, userId);
      await endPasswordResetsOf(tx, userId);
      record({ type: "membership.ended", subject: `user:${userId}` });
      return accept({ userId });
    },
    { submission, clock },
  );
}
