import { Temporal } from "temporal-polyfill";
import type { Actor } from "~/domain/actor";
import { accept, type Outcome } from "~/domain/refusal";
import { isConfirmed } from "~/domain/second-step";
import { confirmLogin } from "~/services/confirm-login.server";
import { asksForProof } from "~/services/own-proof.server";
import type { SignedInHere } from "./signed-in.server";

/** Whether a form that asks somebody to confirm that it is them shows the field for it. */
export function asksForPasscode({ actor }: Pick<SignedInHere, "actor">): boolean {
  return !isConfirmed(actor, Temporal.Now.instant().toString());
}

/** What somebody has to show again before something of their own sign-in changes. */
export async function ownProofAsked(signedIn: Pick<SignedInHere, "actor">) {
  const asks = await asksForProof(signedIn.actor);
  return { password: asks === "password", passcode: asks === "second_step" && asksForPasscode(signedIn) };
}

/**
 * Who is signed in, confirmed by the code that they typed where their last one is too long ago. Without a code they stay
 * as they are: what needs to be confirmed refuses it.
 */
export async function confirmedBy(
  signedIn: Pick<SignedInHere, "actor" | "loginSessionId" | "place" | "goOnWith" | "logRefusal">,
  passcode: string | null,
): Promise<Outcome<Actor>> {
  const { actor, loginSessionId, place } = signedIn;
  if (passcode === null || !asksForPasscode(signedIn)) return accept(actor);
  const outcome = await confirmLogin(actor, passcode, { loginSessionId, place });
  if (!outcome.ok) {
    signedIn.logRefusal(outcome.refusal.code);
    return outcome;
  }
  const { token, confirmedAt } = outcome.value;
  signedIn.goOnWith(token);
  return accept({ ...actor, confirmedAt });
}
