import { countTry } from "~/data/sign-in-tries.server";
import type { Outcome } from "~/domain/refusal";

/**
 * Something secret is tried for `what` (an e-mail address, or the name of a code) from `place`. After five wrong tries
 * in 15 minutes it is refused with `too_many_tries` and not even compared, whether there is such an account or not.
 */
export async function countedTry<T>(
  what: string,
  place: string,
  attempt: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const counted = await countTry(what, place);
  if (!counted.allowed) return tooMany(counted.retryAfterSeconds);
  const outcome = await attempt();
  if (outcome.ok) await counted.wasRight();
  return outcome;
}

function tooMany(retryAfterSeconds: number): Outcome<never> {
  const message = `Too many tries. Try again in ${minutesInWords(retryAfterSeconds)}.`;
  return { ok: false, refusal: { code: "too_many_tries", message, retryAfterSeconds } };
}

function minutesInWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? "a minute" : `${minutes} minutes`;
}
