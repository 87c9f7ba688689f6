import { tellLeads } from "~/data/notices.server";
import { removeSecondStepOf } from "~/data/second-factor.server";
import type { Actor } from "~/domain/actor";
import { may } from "~/domain/permissions";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { isConfirmed, notConfirmed } from "~/domain/second-step";
import { change, type Change } from "./change.server";
import type { AddOptions } from "./organisation-edit";

/**
 * Removes the second step of somebody who lost phone, recovery codes and passkeys, so that they set up another, and ends
 * their logins everywhere. Every other approver, safeguarding lead and administrator is told at once. Refuses
 * `forbidden`, `not_found`, `own_second_step`, `not_confirmed`, and `resets_alone` as for a reset code.
 */
export function removeSecondStep(
  actor: Actor,
  userId: string,
  { submission, clock }: AddOptions = {},
): Promise<Outcome<null>> {
  return change(
    actor,
    async (edit) => {
      const { tx, now, record } = edit;
      if (!may(actor, "user.edit"))
        return refuse("forbidden", "Only an administrator removes a second step.");
      const { organisationId } = actor;
      const member = await tx.membership.count({ where: { organisationId, userId, endedAt: null } });
      if (member === 0) return refuse("not_found", "There is no such person.");
      if (userId === actor.userId) return refuse("own_second_step", "Change your own in your account.");
      if (!isConfirmed(actor, now)) return notConfirmed;
      if (!(await removeIn(edit, userId, { byOperator: false }))) return resetsAlone;
      const told = {
        organisationId,
        kind: "second_step_removed",
        aboutUser: userId,
        changes: [],
        now,
      } as const;
      await tellLeads(tx, { ...told, except: [actor.userId] });
      record({ type: "second_step.removed", subject: `user:${userId}` });
      return accept(null);
    },
    { submission, clock },
  );
}

/** Removes it within a change of an organisation that they belong to, and records the logins that ended. */
export async function removeIn(
  { tx, record, recordForInstallation }: Change,
  userId: string,
  { byOperator }: { byOperator: boolean },
): Promise<boolean> {
  const ended = await removeSecondStepOf(tx, userId, byOperator);
  if (!ended) return false;
  for (const loginSessionId of ended)
    record({
      type: "login_session.ended",
      subject: `user:${userId}`,
      loginSessionId,
      reason: "second_step_removed",
    });
  recordForInstallation({ type: "user.second_step_removed", subject: `user:${userId}` });
  return true;
}

const resetsAlone = refuse(
  "resets_alone",
  "You cannot do this for this person. They ask whoever runs this Greenroom.",
);
