import type { AuthenticationResponseJSON } from "@simplewebauthn/server";
import { confirmLoginSession, type ConfirmedLogin } from "~/data/login-session.server";
import { noteOwnPasskeyUsed } from "~/data/passkeys.server";
import type { Actor } from "~/domain/actor";
import { accept, type Outcome } from "~/domain/refusal";
import { change } from "./change.server";
import { verifyPasskey, wrongPasskey } from "./verify-passkey.server";

/** Somebody gives their second step in this login by a passkey of their own; the login goes on with a new token. Refuses `wrong_passkey`. */
export async function confirmByPasskey(
  actor: Actor,
  response: AuthenticationResponseJSON,
  { loginSessionId, origin }: { loginSessionId: string; origin: string },
): Promise<Outcome<ConfirmedLogin>> {
  const verified = await verifyPasskey({ purpose: "confirm", actor }, response, origin);
  if (!verified.ok) return verified;
  const { userId, credentialId, counter } = verified.value;
  if (userId !== actor.userId) return wrongPasskey;
  return change(actor, async ({ tx, record }) => {
    const confirmed = await confirmLoginSession(tx, loginSessionId);
    await noteOwnPasskeyUsed(tx, credentialId, counter);
    record({ type: "login_session.confirmed", subject: `user:${userId}`, loginSessionId, means: "passkey" });
    return accept(confirmed);
  });
}
