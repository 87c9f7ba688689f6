import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { installationKey } from "./installation-keys.server";

const ALGORITHM = "aes-256-gcm";
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** What a sealed text is for, and what it belongs to: opened for anything else it stays shut. */
export type Seal = { purpose: string; belongsTo: string };

/** Seals a text with a key of this installation (AES-256-GCM), in base64url. */
export function seal(text: string, { purpose, belongsTo }: Seal): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, installationKey(purpose), iv);
  cipher.setAAD(Buffer.from(belongsTo));
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64url");
}

/** The text that was sealed for the same; null where it was not, or not by this installation. */
export function unseal(sealed: string, { purpose, belongsTo }: Seal): string | null {
  const bytes = Buffer.from(sealed, "base64url");
  if (bytes.length < IV_BYTES + TAG_BYTES) return null;
  const opening = createDecipheriv(ALGORITHM, installationKey(purpose), bytes.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  opening.setAAD(Buffer.from(belongsTo));
  opening.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  try {
    const body = opening.update(bytes.subarray(IV_BYTES + TAG_BYTES));
    return Buffer.concat([body, opening.final()]).toString("utf8");
  } catch {
    return null;
  }
}
