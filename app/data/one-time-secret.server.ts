import { createHash, createHmac, randomBytes } from "node:crypto";
import { installationKey } from "./installation-keys.server";

/** Letters and digits that nobody takes for one another: five bits each. */
const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const CODE_LENGTH = 16;
const GROUP = 4;

/** A token for a link: 256 random bits, base64url. */
export function newLinkToken(): string {
  return randomBytes(32).toString("base64url");
}

/**
 * The token of a link that is mailed: 256 bits that only this installation can make of what the link opens, so that the
 * outbox need not hold it. The same id has the same token each time.
 */
export function mailedLinkToken(id: string): string {
  return createHmac("sha256", installationKey("mailed links")).update(id).digest("base64url");
}

/** A code to be typed from paper: 80 random bits, as in `K7QM-2XRD-9FHT-W4BC`. */
export function newCode(): string {
  const letters = [...randomBytes(CODE_LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]);
  return letters
    .join("")
    .match(new RegExp(`.{${GROUP}}`, "g"))!
    .join("-");
}

/** A code as it was made, however it was typed: capitals or not, with or without hyphens and spaces. */
export function tidyCode(typed: string): string {
  return (
    typed
      .toUpperCase()
      .replaceAll(/[^0-9A-Z]/g, "")
      .match(new RegExp(`.{1,${GROUP}}`, "g"))
      ?.join("-") ?? ""
  );
}

/** Only this digest of a token or code is stored: who reads the table can open nothing with it. */
export function secretHash(secret: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(secret, "utf8").digest());
}
