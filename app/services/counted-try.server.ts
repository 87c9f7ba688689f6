import { countOwnTry, countTry, type Try } from "~/data/sign-in-tries.server";
import type { Outcome } from "~/domain/refusal";

/**
 * Something secret is tried for `what` (an e-mail address, or the name of a code) from `place`. After five wrong tries
 * in 15 minutes it is refused with `too_many_tries` and not even compared, whether there is such an account or not.
 * `stopped` is done at the first that is refused so.
 */
export async function countedTry<T>(
  what: string,
  place: string,
  attempt: () => Promise<Outcome<T>>,
  stopped?: () => Promise<void>,
): Promise<Outcome<T>> {
  return tried(await countTry(what, place), attempt, stopped);
}

/**
 * Somebody signed in tries something secret of their own. Refused with `too_many_tries` after five wrong tries of theirs
 * in 15 minutes at one place, or thirty wherever; what others try at the same place does not count.
 */
export async function countedOwnTry<T>(
  what: string,
  place: string,
  attempt: () => Promise<Outcome<T>>,
  stopped?: () => Promise<void>,
): Promise<Outcome<T>> {
  return tried(await countOwnTry(what, place), attempt, stopped);
}

async function tried<T>(
  counted: Try,
  attempt: () => Promise<Outcome<T>>,
  stopped?: () => Promise<void>,
): Promise<Outcome<T>> {
  if (!counted.allowed) {
    if (counted.justStopped) await stopped?.();
    return tooManyTries(counted.retryAfterSeconds);
  }
  const outcome = await attempt();
  if (outcome.ok) await counted.wasRight();
  return outcome;
}

export function tooManyTries(retryAfterSeconds: number): Outcome<never> {
  const message = `Too many tries. Try again in ${minutesInWords(retryAfterSeconds)}.`;
  return { ok: false, refusal: { code: "too_many_tries", message, retryAfterSeconds } };
}

function minutesInWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? "a minute" : `${minutes} minutes`;
}
