import { createHmac, timingSafeEqual } from "node:crypto";

/** Letters and digits that nobody takes for one another. */
const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const LENGTH = 8;

/**
 * The code that whoever makes the first organisation has to know, as in `K7QM-2XRD`. It is derived from the secret of
 * this installation, so that every process knows the same one, and is of no use once there is an organisation.
 */
export function setUpCode(secret: string): string {
  const bytes = createHmac("sha256", secret).update("greenroom set-up code 1").digest();
  const letters = [...bytes.subarray(0, LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]);
  return `${letters.slice(0, LENGTH / 2).join("")}-${letters.slice(LENGTH / 2).join("")}`;
}

/** Whether somebody typed that code, in capitals or not, with or without the hyphen. */
export function fitsSetUpCode(secret: string, typed: string): boolean {
  const plain = (code: string) => Buffer.from(code.toUpperCase().replaceAll(/[^0-9A-Z]/g, ""));
  const [wanted, given] = [plain(setUpCode(secret)), plain(typed)];
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}
