import { hash, verify } from "@node-rs/argon2";

/** argon2id with 19 MiB, two passes and one lane: OWASP's smallest recommended setting. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Compared where there is no account, so that an unknown address takes as long as a wrong password. */
let stranger: Promise<string> | null = null;

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFC"), cost);
}

/** Whether a password fits a stored hash; a missing hash is compared too and never fits. */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  stranger ??= hash(crypto.randomUUID(), cost);
  const fits = await verify(stored ?? (await stranger), password.normalize("NFC"));
  return fits && stored !== null;
}
