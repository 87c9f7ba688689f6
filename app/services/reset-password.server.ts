import { findResetByToken, useUpReset } from "~/data/password-resets.server";
import { accept, type Outcome } from "~/domain/refusal";
import { notUsable } from "./accept-invitation.server";
import { change } from "./change.server";
import { hashPassword } from "./password.server";
import { choosePassword } from "./password-choice.server";
import { signOutElsewhere } from "./sign-out-elsewhere.server";

/**
 * Sets a new password with a link's token or a code, once, and ends every login of the person everywhere. It opens none
 * and touches no second step: whoever has only the token is not in. But where a link is the first proof that the
 * account's address is theirs, every way in that was there before goes with it. Refuses `not_usable` and those of `choosePassword`.
 */
export async function resetPassword(token: string, password: string): Promise<Outcome<null>> {
  const open = await findResetByToken(token);
  if (!open) return notUsable;
  const { organisationId, userId } = open;
  const chosen = choosePassword(password, [open.name, open.email, open.organisation]);
  if (!chosen.ok) return chosen;
  const passwordHash = await hashPassword(password);
  // Each organisation's history tells of its own logins; what is opened meanwhile ends with the change itself.
  await signOutElsewhere({ organisationId, userId, roles: [] }, null, "account");
  return change({ organisationId, userId }, async ({ tx, record, recordForInstallation }) => {
    const used = await useUpReset(tx, token, passwordHash);
    if (!used) return notUsable;
    for (const loginSessionId of used.loginSessionIds)
      record({
        type: "login_session.ended",
        subject: `user:${userId}`,
        loginSessionId,
        reason: "password_reset",
      });
    recordForInstallation({ type: "user.password_reset", subject: `user:${userId}` });
    if (used.firstProof) recordForInstallation({ type: "user.email_proved", subject: `user:${userId}` });
    return accept(null);
  });
}
