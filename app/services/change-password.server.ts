import { findSignedIn } from "~/data/members.server";
import { findOwnPasswordHash, setOwnPassword } from "~/data/own-account.server";
import type { Actor } from "~/domain/actor";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { change } from "./change.server";
import { countedOwnTry } from "./counted-try.server";
import { noteStoppedTries } from "./note-stopped-tries.server";
import { hashPassword, passwordFits } from "./password.server";
import { choosePassword } from "./password-choice.server";
import { signOutElsewhere } from "./sign-out-elsewhere.server";

type NewPassword = { current: string; wanted: string };

/**
 * Changes one's own password, which asks for the one in use, and ends every other login of one's own: whoever had the
 * old password is out. Refuses `wrong_password`, `too_many_tries` and those of `choosePassword`.
 */
export async function changePassword(
  actor: Actor,
  { current, wanted }: NewPassword,
  { loginSessionId, place }: { loginSessionId: string; place: string },
): Promise<Outcome<{ ended: number }>> {
  const signedIn = await findSignedIn(actor.organisationId, actor.userId);
  const ownWords = signedIn ? [signedIn.name, signedIn.email, signedIn.organisationName] : [];
  const chosen = choosePassword(wanted, ownWords, "newPassword");
  if (!chosen.ok) return chosen;
  const attempt = async () =>
    (await passwordFits(await findOwnPasswordHash(actor), current)) ? accept(null) : wrongPassword;
  const stopped = () => noteStoppedTries(actor, "password");
  const right = await countedOwnTry(`password of ${actor.userId}`, place, attempt, stopped);
  if (!right.ok) return right;
  const passwordHash = await hashPassword(wanted);
  const changed = await change(actor, async ({ tx, recordForInstallation }) => {
    await setOwnPassword(tx, passwordHash);
    recordForInstallation({ type: "user.password_changed", subject: `user:${actor.userId}` });
    return accept(null);
  });
  return changed.ok ? signOutElsewhere(actor, loginSessionId, "account") : changed;
}

const wrongPassword = refuse("wrong_password", "This is not your password", "currentPassword");
