import { Temporal } from "temporal-polyfill";
import { findOwnPasswordHash } from "~/data/own-account.server";
import { listOwnPasskeys } from "~/data/passkeys.server";
import { findOwnSecondFactor } from "~/data/second-factor.server";
import type { Actor } from "~/domain/actor";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { isConfirmed, notConfirmed } from "~/domain/second-step";
import { countedOwnTry } from "./counted-try.server";
import { noteStoppedTries } from "./note-stopped-tries.server";
import { passwordFits } from "./password.server";

/**
 * What somebody is asked for before it changes how their account is linked; a second step goes before a password, and
 * who has neither is asked for nothing.
 */
export async function asksForProof(actor: Actor): Promise<"second_step" | "password" | "nothing"> {
  const [factor, passkeys, hash] = await Promise.all([
    findOwnSecondFactor(actor),
    listOwnPasskeys(actor),
    findOwnPasswordHash(actor),
  ]);
  if (factor || passkeys.length > 0) return "second_step";
  return hash === null ? "nothing" : "password";
}

/** Refuses `not_confirmed`, `wrong_password` and `too_many_tries`. `place`: where they try from, as tries are counted. */
export async function proveOwn(actor: Actor, password: string | null, place: string): Promise<Outcome<null>> {
  const asks = await asksForProof(actor);
  if (asks === "nothing") return accept(null);
  if (asks === "second_step") {
    return isConfirmed(actor, Temporal.Now.instant().toString()) ? accept(null) : notConfirmed;
  }
  const attempt = async () => {
    const fits = await passwordFits(await findOwnPasswordHash(actor), password ?? "");
    return fits ? accept(null) : wrongPassword;
  };
  const stopped = () => noteStoppedTries(actor, "password");
  return countedOwnTry(`password of ${actor.userId}`, place, attempt, stopped);
}

const wrongPassword = refuse("wrong_password", "This is not your password", "password");
