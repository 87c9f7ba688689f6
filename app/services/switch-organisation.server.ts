import { readOrganisation, readWithoutOrganisation } from "~/data/database.server";
import { listOrganisationsOf } from "~/data/doors.server";
import { endLoginSession, ownLoginMeans, type LoginReach } from "~/data/login-session.server";
import { findSignedIn } from "~/data/members.server";
import type { Actor } from "~/domain/actor";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { change } from "./change.server";
import { openLogin } from "./open-login.server";
import { opensByPassword } from "./opens-by-password.server";

/**
 * Opens a login in another organisation that the person belongs to, and ends the one in this: nobody is in two at once
 * in one browser. Who signed in with their organisation's own sign-in stays there, wherever else they belong, and a
 * password does not lead to where passwords are off: `sign_in_there`. Refuses `not_found` where they do not belong to it.
 */
export async function switchOrganisation(
  actor: Actor,
  organisationId: string,
  { token, reach }: { token: string; reach: LoginReach },
): Promise<Outcome<{ token: string }>> {
  // Before it is looked up whether they belong there, which is not for the provider to know.
  if (reach === "organisation") return signInThere;
  const theirs = await readWithoutOrganisation((tx) => listOrganisationsOf(tx, actor.userId));
  const there = theirs.includes(organisationId) ? await findSignedIn(organisationId, actor.userId) : null;
  if (!there || organisationId === actor.organisationId) return unknown;
  const scope = { organisationId: actor.organisationId, actorId: actor.userId };
  const means = await readOrganisation(scope, (tx) => ownLoginMeans(tx, token));
  if (means === null) return unknown;
  if (means === "provider" || (means === "password" && !(await opensByPassword(there.actor)))) {
    return signInThere;
  }
  const opened = await change(there.actor, async (edit) => {
    const login = await openLogin(edit, { ...there.actor, means });
    return accept({ token: login.token });
  });
  if (!opened.ok) return opened;
  const { userId } = actor;
  await change(actor, async ({ tx, record }) => {
    const loginSessionId = await endLoginSession(tx, token);
    if (!loginSessionId) return unknown;
    record({ type: "login_session.ended", subject: `user:${userId}`, loginSessionId, reason: "replaced" });
    return accept(null);
  });
  return opened;
}

const unknown = refuse("not_found", "You do not belong to such an organisation.");
const signInThere = refuse(
  "sign_in_there",
  "The way that you signed in does not open that organisation. Sign out, and sign in there",
  "organisation",
);
