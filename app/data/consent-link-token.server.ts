import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { installationKey } from "./installation-keys.server";

const ID_LENGTH = 22;
const PROOF_BYTES = 16;

/** Names the key that links are made with now. A link that was made with another opens nothing any more. */
export function consentLinkKeyId(): string {
  return createHash("sha256").update(linkKey()).update("key id").digest("hex").slice(0, 12);
}

/**
 * The token of a request's link: its id, and 128 bits that prove it, made with a key that is not in the database. The
 * same request has the same token each time, so that it can be printed again and nothing of it is stored.
 */
export function consentLinkToken(requestId: string): string {
  return (
    Buffer.from(requestId.replaceAll("-", ""), "hex").toString("base64url") +
    proofOf(requestId).toString("base64url")
  );
}

/** The id of the request that a token was made for; null where this installation did not make it. */
export function requestOfToken(token: string): string | null {
  if (!/^[\w-]{44}$/.test(token)) return null;
  const hex = Buffer.from(token.slice(0, ID_LENGTH), "base64url").toString("hex");
  const requestId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  // The whole text is compared: what decodes to the same bytes and was not made here is no token.
  return timingSafeEqual(Buffer.from(token), Buffer.from(consentLinkToken(requestId))) ? requestId : null;
}

function proofOf(requestId: string): Buffer {
  return createHmac("sha256", linkKey()).update(requestId).digest().subarray(0, PROOF_BYTES);
}

function linkKey(): Buffer {
  return installationKey("consent links");
}
