import { newCode } from "~/data/one-time-secret.server";
import { tellLeads } from "~/data/notices.server";
import { openPasswordReset } from "~/data/password-resets.server";
import type { Actor } from "~/domain/actor";
import { may } from "~/domain/permissions";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { isConfirmed, notConfirmed } from "~/domain/second-step";
import { change } from "./change.server";
import type { AddOptions } from "./organisation-edit";

const ONE_DAY = 24 * 3600;

/** `code`: to be handed over face to face, shown this once; null where the same form was sent before. */
export type ResetCode = { code: string | null };

/**
 * Makes a code with which somebody of the organisation chooses a new password, once, within a day. Every other approver,
 * safeguarding lead and administrator is told at once. Refuses `forbidden`, `not_found`, `own_password`, `not_confirmed`, `by_mail` where
 * mail leaves and nobody needs a code, and `resets_alone`: for who chose that no administrator resets their password,
 * and, in the same words, for who belongs to another organisation too.
 */
export async function makeResetCode(
  actor: Actor,
  userId: string,
  { sendsMail, submission, clock }: AddOptions & { sendsMail: boolean },
): Promise<Outcome<ResetCode>> {
  const code = newCode();
  let isNew = false;
  const outcome = await change(
    actor,
    async ({ tx, now, record }) => {
      if (!may(actor, "user.edit")) return refuse("forbidden", "Only an administrator makes a reset code.");
      const { organisationId } = actor;
      const member = await tx.membership.count({ where: { organisationId, userId, endedAt: null } });
      if (member === 0) return refuse("not_found", "There is no such person.");
      if (userId === actor.userId) return refuse("own_password", "Change your own password in your account.");
      if (!isConfirmed(actor, now)) return notConfirmed;
      if (sendsMail) return refuse("by_mail", "They ask for a link on the page on which they sign in.");
      const opened = await openPasswordReset(tx, {
        userId,
        kind: "code",
        token: code,
        usableForSeconds: ONE_DAY,
      });
      if (!opened) return resetsAlone;
      const told = { organisationId, kind: "reset_code_made", aboutUser: userId, changes: [], now } as const;
      await tellLeads(tx, { ...told, except: [actor.userId] });
      record({ type: "reset_code.made", subject: `user:${userId}` });
      isNew = true;
      return accept(null);
    },
    { submission, clock },
  );
  return outcome.ok ? accept({ code: isNew ? code : null }) : outcome;
}

const resetsAlone = refuse(
  "resets_alone",
  "You cannot make a code for this person. They ask whoever runs this Greenroom for a link.",
);
