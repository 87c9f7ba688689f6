import { randomInt } from "node:crypto";
import { Secret, TOTP } from "otpauth";

const PERIOD_SECONDS = 30;
const SECRET_BYTES = 20;
/** Letters and digits that nobody takes for one another. */
const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const RECOVERY_CODES = 10;

/** A new secret for an authenticator app, in base32: 160 random bits (RFC 4226, section 4). */
export function newSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/**
 * The number of the 30 seconds whose code this is, counted from 1970; null where it is of none near `at`. The one
 * before and the one after are taken too, for a clock that is not quite right (RFC 6238, section 5.2).
 */
export function stepOf(secret: string, code: string, at: string): number | null {
  const timestamp = Date.parse(at);
  const delta = totp(secret).validate({ token: code, timestamp, window: 1 });
  return delta === null ? null : TOTP.counter({ period: PERIOD_SECONDS, timestamp }) + delta;
}

/** The code of an authenticator app at an instant. */
export function codeAt(secret: string, at: string): string {
  return totp(secret).generate({ timestamp: Date.parse(at) });
}

/** Ten new recovery codes of about 60 random bits each, as in `K7QM-2XRD-9FHA`. */
export function newRecoveryCodes(): string[] {
  const letter = () => ALPHABET.charAt(randomInt(ALPHABET.length));
  const group = () => Array.from({ length: 4 }, letter).join("");
  return Array.from({ length: RECOVERY_CODES }, () => [group(), group(), group()].join("-"));
}

/** What somebody typed, without what does not count: spaces, hyphens, capitals. Six digits are an app's code. */
export function typedCode(typed: string): { kind: "app" | "recovery"; code: string } {
  const plain = typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, "");
  if (/^\d{6}$/.test(plain)) return { kind: "app", code: plain };
  return { kind: "recovery", code: plain.replaceAll(/(.{4})(?=.)/g, "$1-") };
}

function totp(secret: string) {
  return new TOTP({
    secret: Secret.fromBase32(secret),
    period: PERIOD_SECONDS,
    digits: 6,
    algorithm: "SHA1",
  });
}
