import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Reads a secret kept in the data directory, or makes it: 256 random bits in a file that only its owner can read. */
export function keptSecret(dataDirectory: string, name: string): string {
  mkdirSync(dataDirectory, { recursive: true });
  const file = path.join(dataDirectory, name);
  try {
    writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return readFileSync(file, "utf8").trim();
}
