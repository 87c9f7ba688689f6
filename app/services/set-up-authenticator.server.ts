import { Temporal } from "temporal-polyfill";
import { confirmLoginSession } from "~/data/login-session.server";
import { findOwnPasswordHash } from "~/data/own-account.server";
import { hasOwnSecondStep, setOwnAuthenticator, setOwnRecoveryCodes } from "~/data/second-factor.server";
import type { Actor } from "~/domain/actor";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { isConfirmed, notConfirmed } from "~/domain/second-step";
import { change, type Clock } from "./change.server";
import { countedOwnTry } from "./counted-try.server";
import { noteStoppedTries } from "./note-stopped-tries.server";
import { newRecoveryCodes, stepOf, typedCode } from "./one-time-code";
import { passwordFits } from "./password.server";
import { signOutElsewhere } from "./sign-out-elsewhere.server";

/** `key`: the secret that the app was given, in base32. `passcode`: what it shows now. */
export type NewAuthenticator = { key: string; passcode: string; password: string | null };

/**
 * Sets up one's own authenticator app, or another in its place, proved by a code of it, and confirms this login. The
 * password is asked for, so that a login left open is not enough; the second step too where there is one already, be it a
 * passkey. Ends every other login of the person, in this organisation alone where there is no password. Answers with new recovery codes, which cannot be read again, and the login's new token.
 *
 * Refuses `wrong_password`, `wrong_code`, `not_confirmed` and `too_many_tries`.
 */
export async function setUpAuthenticator(
  actor: Actor,
  { key, passcode, password }: NewAuthenticator,
  {
    loginSessionId,
    place,
    clock = Temporal.Now.instant,
  }: { loginSessionId: string; place: string; clock?: Clock | undefined },
): Promise<Outcome<{ recoveryCodes: string[]; token: string }>> {
  const hash = await findOwnPasswordHash(actor);
  const attempt = async (): Promise<Outcome<{ recoveryCodes: string[]; token: string }>> => {
    if (hash !== null && !(await passwordFits(hash, password ?? ""))) return wrongPassword;
    return change(
      actor,
      async ({ tx, now, recordForInstallation }) => {
        if (!isConfirmed(actor, now) && (await hasOwnSecondStep(tx))) return notConfirmed;
        const step = stepOf(key, typedCode(passcode).code, now);
        if (step === null) return wrongCode;
        const recoveryCodes = newRecoveryCodes();
        await setOwnAuthenticator(tx, key, step);
        await setOwnRecoveryCodes(tx, recoveryCodes);
        const { token } = await confirmLoginSession(tx, loginSessionId);
        recordForInstallation({ type: "user.second_factor_set", subject: `user:${actor.userId}` });
        return accept({ recoveryCodes, token });
      },
      { clock },
    );
  };
  const stopped = () => noteStoppedTries(actor, "second_step");
  const set = await countedOwnTry(`second step of ${actor.userId}`, place, attempt, stopped);
  if (set.ok) await signOutElsewhere(actor, loginSessionId, hash === null ? "organisation" : "account");
  return set;
}

const wrongPassword = refuse("wrong_password", "This is not your password", "password");
const wrongCode = refuse(
  "wrong_code",
  "This is not the code that your authenticator app shows now",
  "passcode",
);
