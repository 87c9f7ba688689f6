import { generateAuthenticationOptions, generateRegistrationOptions } from "@simplewebauthn/server";
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import { keepChallenge, listOwnPasskeys } from "~/data/passkeys.server";
import type { Actor } from "~/domain/actor";

/** Passkeys belong to the name of the host in the address that people type. */
export function hostOf(origin: string): string {
  return new URL(origin).hostname;
}

/** What a browser is asked for, to sign somebody in: whichever passkey of this address its owner chooses. */
export async function passkeySignInOptions(origin: string): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const options = await generateAuthenticationOptions({ rpID: hostOf(origin), userVerification: "required" });
  await keepChallenge({ purpose: "sign_in" }, options.challenge);
  return options;
}

/** What a browser is asked for, to confirm that it is the actor: one of their passkeys; null where they have none. */
export async function passkeyConfirmOptions(
  actor: Actor,
  origin: string,
): Promise<PublicKeyCredentialRequestOptionsJSON | null> {
  const passkeys = await listOwnPasskeys(actor);
  if (passkeys.length === 0) return null;
  const options = await generateAuthenticationOptions({
    rpID: hostOf(origin),
    allowCredentials: passkeys.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    userVerification: "required",
  });
  await keepChallenge({ purpose: "confirm", actor }, options.challenge);
  return options;
}

/** What a browser is asked for, to make the actor another passkey, one that asks for a finger, a face or a PIN. */
export async function newPasskeyOptions(
  actor: Actor,
  { name, email, origin }: { name: string; email: string; origin: string },
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const passkeys = await listOwnPasskeys(actor);
  const options = await generateRegistrationOptions({
    rpName: "Greenroom",
    rpID: hostOf(origin),
    userID: new TextEncoder().encode(actor.userId),
    userName: email,
    userDisplayName: name,
    excludeCredentials: passkeys.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  await keepChallenge({ purpose: "add", actor }, options.challenge);
  return options;
}
