import { findAccountByEmail, listOrganisationsOf } from "~/data/doors.server";
import { readWithoutOrganisation } from "~/data/database.server";
import { waitsForConfirmation } from "~/data/invitations.server";
import { findSignedIn } from "~/data/members.server";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { change } from "./change.server";
import { countedTry } from "./counted-try.server";
import { noteStoppedSignIn } from "./note-stopped-tries.server";
import { openLogin } from "./open-login.server";
import { opensByPassword, passwordsAreOff } from "./opens-by-password.server";
import { passwordFits } from "./password.server";

/**
 * Signs somebody in by e-mail address and password typed at `place`, where only so many tries are taken in a while:
 * `too_many_tries`, whether the account is there and the password right or not.
 */
export function signInByPassword(form: { email: string; password: string }, place: string) {
  return countedTry(
    form.email,
    place,
    () => startLoginSession(form),
    () => noteStoppedSignIn(form.email),
  );
}

/**
 * Signs somebody in by e-mail address and password, in the organisation that they joined first of those that passwords
 * open to them; where none is, it is refused with `passwords_off`. An unknown address
 * and a wrong password do the same work and are refused in the same words. Who used a printed code that nobody has
 * confirmed yet, and belongs nowhere else, is refused with `waiting`.
 */
export async function startLoginSession(form: {
  email: string;
  password: string;
}): Promise<Outcome<{ token: string }>> {
  const found = await readWithoutOrganisation(async (tx) => {
    const account = await findAccountByEmail(tx, form.email);
    const organisationIds = account ? await listOrganisationsOf(tx, account.userId) : [];
    const waits =
      account !== null && organisationIds.length === 0 && (await waitsForConfirmation(tx, account.userId));
    return { account, organisationIds, waits };
  });
  const fits = await passwordFits(found.account?.passwordHash ?? null, form.password);
  const { account, organisationIds } = found;
  if (fits && found.waits) return refuse("waiting", "An administrator has to confirm who you are first.");
  if (!fits || !account || organisationIds.length === 0) return refused;
  for (const organisationId of organisationIds) {
    const signedIn = await findSignedIn(organisationId, account.userId);
    if (!signedIn || !(await opensByPassword(signedIn.actor))) continue;
    return change(signedIn.actor, async (edit) => {
      const { token } = await openLogin(edit, { ...signedIn.actor, means: "password" });
      return accept({ token });
    });
  }
  return passwordsAreOff;
}

const refused = refuse("wrong_details", "The email address or the password is not right", "email");
