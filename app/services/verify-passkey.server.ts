import { verifyAuthenticationResponse, type AuthenticationResponseJSON } from "@simplewebauthn/server";
import { findPasskey, takeChallenge, type Asked } from "~/data/passkeys.server";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { hostOf } from "./passkey-options.server";

export type VerifiedPasskey = { credentialId: string; userId: string; counter: number };

/**
 * Whose passkey signed the challenge that was given for this, at this address, with a finger, a face or a PIN. The
 * challenge is taken whether it fits or not. Refuses `wrong_passkey`.
 */
export async function verifyPasskey(
  asked: Asked,
  response: AuthenticationResponseJSON,
  origin: string,
): Promise<Outcome<VerifiedPasskey>> {
  const found = await findPasskey(response.id);
  if (!found) return wrongPasskey;
  const { credentialId: id, publicKey, counter, userId } = found;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: (challenge) => takeChallenge(asked, challenge),
      expectedOrigin: origin,
      expectedRPID: hostOf(origin),
      credential: { id, publicKey, counter },
      requireUserVerification: true,
    });
    return verified
      ? accept({ credentialId: id, userId, counter: authenticationInfo.newCounter })
      : wrongPasskey;
  } catch (error) {
    if (error instanceof Error && !("problem" in error)) return wrongPasskey;
    throw error;
  }
}

export const wrongPasskey = refuse(
  "wrong_passkey",
  "The passkey could not be checked. Try again, or go on without it",
);
