import { readWithoutOrganisation } from "~/data/database.server";
import { addAccount, findAccountByEmail, isEmailProved } from "~/data/doors.server";
import { findInvitationByToken, useUpInvitation } from "~/data/invitations.server";
import type { SignInMeans } from "~/data/login-session.server";
import { newId } from "~/data/new-id.server";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { change, type Change, type Clock } from "./change.server";
import { countedTry } from "./counted-try.server";
import { joinOrganisation } from "./join-organisation.server";
import { noteStoppedSignIn } from "./note-stopped-tries.server";
import { openLogin } from "./open-login.server";
import { opensByPassword, passwordsAreOff } from "./opens-by-password.server";
import { hashPassword, passwordFits } from "./password.server";
import { choosePassword } from "./password-choice.server";
import { signOutElsewhere } from "./sign-out-elsewhere.server";

/** `token`: of the login that was opened; null while an administrator has to confirm who it is. */
export type Accepted = { userId: string; token: string | null };

type Asked = { place: string; clock?: Clock | undefined };

/**
 * Joins by an invitation with a new account, whose address is the one that the invitation was mailed to, or `email` for
 * a printed code. Refuses `not_usable`, `passwords_off`, `too_many_tries`, `email_taken` and those of `choosePassword`.
 */
export async function acceptAsNewcomer(
  invitationToken: string,
  { name, password, ...form }: { name: string; email?: string; password: string },
  { place, clock }: Asked,
): Promise<Outcome<Accepted>> {
  const open = await findInvitationByToken(invitationToken);
  if (!open) return notUsable;
  const email = open.email ?? form.email;
  if (email === undefined) return refuse("no_email", "Enter your email address", "email");
  if (!(await opensByPassword(open))) return passwordsAreOff;
  const chosen = choosePassword(password, [name, email, open.organisation]);
  if (!chosen.ok) return chosen;
  const passwordHash = await hashPassword(password);
  const userId = newId();
  // Counted, so that an invitation is no way to find out who else has an account.
  return countedTry(`invitation ${open.invitationId}`, place, () =>
    change(
      { organisationId: open.organisationId, userId },
      async (edit) => {
        if (!(await addAccount(edit.tx, { id: userId, email, name, passwordHash }))) return emailTaken;
        edit.recordForInstallation({ type: "user.created", subject: `user:${userId}` });
        return useUp(edit, {
          invitationToken,
          organisationId: open.organisationId,
          userId,
          means: "password",
        });
      },
      { clock },
    ),
  );
}

/**
 * Joins by an invitation with the account that somebody has already, whichever its address is. Refuses `not_usable`,
 * `passwords_off`, `wrong_details`, `too_many_tries` and `member_already`.
 */
export async function acceptWithAccount(
  invitationToken: string,
  { email, password }: { email: string; password: string },
  { place, clock }: Asked,
): Promise<Outcome<Accepted>> {
  const open = await findInvitationByToken(invitationToken);
  if (!open) return notUsable;
  if (!(await opensByPassword(open))) return passwordsAreOff;
  const { organisationId } = open;
  const right = await accountByPassword({ email, password }, place);
  if (!right.ok) return right;
  const userId = right.value;
  if (open.email?.toLowerCase() === email.toLowerCase()) await endIfUnproved(organisationId, userId);
  return change(
    { organisationId, userId },
    async (edit) => {
      const there = await edit.tx.membership.count({ where: { organisationId, userId, endedAt: null } });
      if (there > 0) return memberAlready;
      return useUp(edit, { invitationToken, organisationId, userId, means: "password" });
    },
    { clock },
  );
}

/** The first proof of an address ends what was open before; each organisation's history tells of its own logins. */
async function endIfUnproved(organisationId: string, userId: string): Promise<void> {
  if (await readWithoutOrganisation((tx) => isEmailProved(tx, userId))) return;
  await signOutElsewhere({ organisationId, userId, roles: [] }, null, "account");
}

/** Whose account it is, by its address and password, for an invitation. Refuses `wrong_details` and `too_many_tries`. */
export function accountByPassword(
  { email, password }: { email: string; password: string },
  place: string,
): Promise<Outcome<string>> {
  const attempt = async () => {
    const account = await readWithoutOrganisation((tx) => findAccountByEmail(tx, email));
    const fits = await passwordFits(account?.passwordHash ?? null, password);
    return fits && account ? accept(account.userId) : wrongDetails;
  };
  return countedTry(email, place, attempt, () => noteStoppedSignIn(email));
}

type Use = { invitationToken: string; organisationId: string; userId: string; means: SignInMeans };

/** Uses an invitation up inside its organisation for the person who acts, and opens a login where nobody has to confirm them. */
export async function useUp(
  edit: Change,
  { invitationToken, organisationId, userId, means }: Use,
): Promise<Outcome<Accepted>> {
  const used = await useUpInvitation(edit.tx, invitationToken, userId);
  if (!used) return notUsable;
  edit.record({ type: "invitation.used", subject: `invitation:${used.invitationId}`, userId });
  if (used.firstProof) edit.recordForInstallation({ type: "user.email_proved", subject: `user:${userId}` });
  if (used.kind === "printed") return accept({ userId, token: null });
  await joinOrganisation(edit, { organisationId, userId, roles: used.roles, by: null });
  const { token } = await openLogin(edit, { userId, roles: used.roles, means });
  return accept({ userId, token });
}

export const notUsable = refuse(
  "not_usable",
  "This cannot be used. It may be too old, have been used already, or not be complete. Ask for a new one.",
);
export const emailTaken = refuse(
  "email_taken",
  "There is an account with this address. If it is yours, join with it instead",
  "email",
);
const wrongDetails = refuse(
  "wrong_details",
  "The email address or the password is not right",
  "accountEmail",
);
export const memberAlready = refuse(
  "member_already",
  "You belong to this organisation already. Sign in instead.",
);
