import { verifyRegistrationResponse, type RegistrationResponseJSON } from "@simplewebauthn/server";
import { confirmLoginSession } from "~/data/login-session.server";
import { findOwnPasswordHash } from "~/data/own-account.server";
import { addOwnPasskey, takeChallenge, type NewPasskey } from "~/data/passkeys.server";
import { hasOwnSecondStep } from "~/data/second-factor.server";
import type { Actor } from "~/domain/actor";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { isConfirmed, notConfirmed } from "~/domain/second-step";
import { change, type Clock } from "./change.server";
import { countedOwnTry } from "./counted-try.server";
import { noteStoppedTries } from "./note-stopped-tries.server";
import { hostOf } from "./passkey-options.server";
import { passwordFits } from "./password.server";
import { signOutElsewhere } from "./sign-out-elsewhere.server";

export type PasskeyWish = { name: string; password: string | null; response: RegistrationResponseJSON };

type Here = { loginSessionId: string; place: string; origin: string; clock?: Clock };

/**
 * Adds a passkey of one's own, which asks for the password and, where there is a second step already, that it was given
 * lately; who has no password has to choose one first. Confirms this login, which goes on with a new token, and ends
 * every other of the person. Refuses `password_first`, `wrong_password`, `not_confirmed`, `wrong_passkey` and `too_many_tries`.
 */
export async function addPasskey(
  actor: Actor,
  { name, password, response }: PasskeyWish,
  { loginSessionId, place, origin, clock }: Here,
): Promise<Outcome<{ token: string }>> {
  const hash = await findOwnPasswordHash(actor);
  // A passkey opens the whole account, whichever organisation joins it later; one organisation's own sign-in must not.
  if (hash === null) return choosePasswordFirst;
  const attempt = async () => ((await passwordFits(hash, password ?? "")) ? accept(null) : wrongPassword);
  const stopped = () => noteStoppedTries(actor, "password");
  const mine = await countedOwnTry(`password of ${actor.userId}`, place, attempt, stopped);
  if (!mine.ok) return mine;
  const passkey = await verifyNew(actor, { name, response, origin });
  if (!passkey) return notAdded;
  const added = await change(
    actor,
    async ({ tx, now, recordForInstallation }) => {
      if (!isConfirmed(actor, now) && (await hasOwnSecondStep(tx))) return notConfirmed;
      if (!(await addOwnPasskey(tx, passkey))) return notAdded;
      const { token } = await confirmLoginSession(tx, loginSessionId);
      recordForInstallation({ type: "user.passkey_added", subject: `user:${actor.userId}` });
      return accept({ token });
    },
    { clock },
  );
  if (added.ok) await signOutElsewhere(actor, loginSessionId, "account");
  return added;
}

async function verifyNew(
  actor: Actor,
  { name, response, origin }: { name: string; response: RegistrationResponseJSON; origin: string },
): Promise<NewPasskey | null> {
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: (challenge) => takeChallenge({ purpose: "add", actor }, challenge),
      expectedOrigin: origin,
      expectedRPID: hostOf(origin),
      requireUserVerification: true,
    });
    if (!registrationInfo) return null;
    const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
    return { credentialId: id, name, publicKey: new Uint8Array(publicKey), counter, transports };
  } catch (error) {
    if (error instanceof Error && !("problem" in error)) return null;
    throw error;
  }
}

const wrongPassword = refuse("wrong_password", "This is not your password", "password");
const choosePasswordFirst = refuse(
  "password_first",
  "Choose a password first, by a reset under Sign in. Then you can add a passkey",
);
const notAdded = refuse("wrong_passkey", "The passkey could not be added. Try again");
