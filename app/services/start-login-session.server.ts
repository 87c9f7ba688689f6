import { findAccountByEmail, listOrganisationsOf } from "~/data/doors.server";
import { withoutOrganisation } from "~/data/database.server";
import { openLoginSession } from "~/data/login-session.server";
import { findSignedIn } from "~/data/members.server";
import type { Role } from "~/domain/record/fields";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { change } from "./change.server";
import { countedTry } from "./counted-try.server";
import { passwordFits } from "./password.server";

const hour = 3600;
const absoluteSeconds = 12 * hour;

/** Planners are idle in the middle of things for longer; who holds more rights is signed out sooner. */
function idleSeconds(roles: readonly Role[]): number {
  return roles.every((role) => role === "planner") ? 8 * hour : hour / 2;
}

/**
 * Signs somebody in by e-mail address and password typed at `place`, where only so many tries are taken in a while:
 * `too_many_tries`, whether the account is there and the password right or not.
 */
export function signInByPassword(form: { email: string; password: string }, place: string) {
  return countedTry(form.email, place, () => startLoginSession(form));
}

/**
 * Signs somebody in by e-mail address and password, in the organisation that they joined first. An unknown address
 * and a wrong password do the same work and are refused in the same words.
 */
export async function startLoginSession(form: {
  email: string;
  password: string;
}): Promise<Outcome<{ token: string }>> {
  const found = await withoutOrganisation(async (tx) => {
    const account = await findAccountByEmail(tx, form.email);
    const [organisationId] = account ? await listOrganisationsOf(tx, account.userId) : [];
    return { account, organisationId: organisationId ?? null };
  });
  const fits = await passwordFits(found.account?.passwordHash ?? null, form.password);
  const { account, organisationId } = found;
  if (!fits || !account || !organisationId) return refused;
  const signedIn = await findSignedIn(organisationId, account.userId);
  if (!signedIn) return refused;
  return change(signedIn.actor, async ({ tx, record }) => {
    const { id, token } = await openLoginSession(tx, account.userId, {
      idleSeconds: idleSeconds(signedIn.actor.roles),
      absoluteSeconds,
    });
    record({ type: "login_session.started", subject: `user:${account.userId}`, loginSessionId: id });
    return accept({ token });
  });
}

const refused = refuse("wrong_details", "The e-mail address or the password is not right", "email");
