import type { AuthenticationResponseJSON } from "@simplewebauthn/server";
import { listOrganisationsOf } from "~/data/doors.server";
import { readWithoutOrganisation } from "~/data/database.server";
import { confirmLoginSession } from "~/data/login-session.server";
import { findSignedIn } from "~/data/members.server";
import { noteOwnPasskeyUsed } from "~/data/passkeys.server";
import { accept, type Outcome } from "~/domain/refusal";
import { change } from "./change.server";
import { openLogin } from "./open-login.server";
import { verifyPasskey, wrongPasskey } from "./verify-passkey.server";

/**
 * Signs somebody in by a passkey, in the organisation that they joined first. It is both steps, because the device
 * checked who holds it. Tries are not counted: there is nothing to guess. Refuses `wrong_passkey`.
 */
export async function signInByPasskey(
  response: AuthenticationResponseJSON,
  origin: string,
): Promise<Outcome<{ token: string }>> {
  const verified = await verifyPasskey({ purpose: "sign_in" }, response, origin);
  if (!verified.ok) return verified;
  const { userId, credentialId, counter } = verified.value;
  const [organisationId] = await readWithoutOrganisation((tx) => listOrganisationsOf(tx, userId));
  const signedIn = organisationId ? await findSignedIn(organisationId, userId) : null;
  if (!signedIn) return wrongPasskey;
  return change(signedIn.actor, async (edit) => {
    const { id } = await openLogin(edit, { ...signedIn.actor, means: "passkey" });
    const { token } = await confirmLoginSession(edit.tx, id);
    await noteOwnPasskeyUsed(edit.tx, credentialId, counter);
    edit.record({
      type: "login_session.confirmed",
      subject: `user:${userId}`,
      loginSessionId: id,
      means: "passkey",
    });
    return accept({ token });
  });
}
