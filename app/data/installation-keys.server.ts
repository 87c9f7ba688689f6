import { hkdfSync } from "node:crypto";

/** The server and the bundle that it serves each load this module; both must find the one secret. */
const OPEN = Symbol.for("greenroom.installation-keys");
const holder: typeof globalThis & { [OPEN]?: string } = globalThis;

/** Has every key of this process derived from the installation's secret, so that all its processes have the same. */
export function openInstallationKeys(secret: string): void {
  holder[OPEN] = secret;
}

/** A key of 32 bytes for one purpose: HKDF-SHA-256, so that no purpose's key says anything of another's. */
export function installationKey(purpose: string): Buffer {
  const secret = holder[OPEN];
  if (secret === undefined) throw new Error("The installation's keys are not open");
  return Buffer.from(hkdfSync("sha256", secret, "greenroom", purpose, 32));
}
