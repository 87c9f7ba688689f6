import { lockInvitation } from "~/data/invitations.server";
import type { Actor } from "~/domain/actor";
import { may } from "~/domain/permissions";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { isConfirmed, notConfirmed } from "~/domain/second-step";
import { change } from "./change.server";
import { joinOrganisation } from "./join-organisation.server";
import type { AddOptions } from "./organisation-edit";

/**
 * Confirms that whoever used a printed code is the person it was made for, which lets them in. Nobody confirms
 * themselves. Refuses `forbidden`, `not_confirmed`, `not_found` and `not_waiting`.
 */
export function confirmInvitation(
  actor: Actor,
  invitationId: string,
  { submission, clock }: AddOptions = {},
): Promise<Outcome<{ userId: string }>> {
  return change(
    actor,
    async (edit) => {
      if (!may(actor, "user.edit")) return refuse("forbidden", "Only an administrator confirms people.");
      if (!isConfirmed(actor, edit.now)) return notConfirmed;
      const { organisationId } = actor;
      const held = await lockInvitation(edit.tx, organisationId, invitationId);
      if (!held) return refuse("not_found", "There is no such invitation.");
      if (held.state !== "waiting" || !held.usedBy || held.usedBy.userId === actor.userId) {
        return refuse("not_waiting", "Nobody waits to be confirmed here any more.");
      }
      const { userId } = held.usedBy;
      await edit.tx.invitation.updateMany({
        where: { id: invitationId },
        data: { confirmedAt: new Date(edit.now), confirmedBy: actor.userId },
      });
      edit.record({ type: "invitation.confirmed", subject: `invitation:${invitationId}`, userId });
      await joinOrganisation(edit, { organisationId, userId, roles: held.roles, by: actor.userId });
      return accept({ userId });
    },
    { submission, clock },
  );
}
