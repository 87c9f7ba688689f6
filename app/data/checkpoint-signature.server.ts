import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from "node:crypto";
import { CHECKPOINT_KEY_NAME } from "~/domain/audit-checkpoint";
import { installationKey } from "./installation-keys.server";

const ED25519 = Buffer.from([1]);
/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 and in SubjectPublicKeyInfo. */
const PRIVATE_PREFIX = Buffer.from("302e020100300506032b657004220420", "hex");
const PUBLIC_PREFIX = Buffer.from("302a300506032b6570032100", "hex");
const SIGNATURE = /^— (\S+) ([A-Za-z0-9+/]+={0,2})\n$/;

type NamedKey = { name: string; id: Buffer; publicKey: KeyObject };

function privateKey(): KeyObject {
  const der = Buffer.concat([PRIVATE_PREFIX, installationKey("audit checkpoints, Ed25519, 1")]);
  return createPrivateKey({ key: der, format: "der", type: "pkcs8" });
}

function keyId(name: string, bytes: Buffer): Buffer {
  return createHash("sha256").update(`${name}\n`).update(ED25519).update(bytes).digest().subarray(0, 4);
}

/** The public key that verifies this installation's checkpoints, in the form of C2SP's signed-note: name+id+key. */
export function checkpointKey(): string {
  const spki = createPublicKey(privateKey()).export({ format: "der", type: "spki" });
  const bytes = spki.subarray(PUBLIC_PREFIX.length);
  const id = keyId(CHECKPOINT_KEY_NAME, bytes).toString("hex");
  return `${CHECKPOINT_KEY_NAME}+${id}+${Buffer.concat([ED25519, bytes]).toString("base64")}`;
}

/** Signs a text that ends with a line break, as a signed note. */
export function signNote(text: string): string {
  const id = Buffer.from(checkpointKey().split("+")[1] ?? "", "hex");
  const signed = Buffer.concat([id, sign(null, Buffer.from(text, "utf8"), privateKey())]);
  return `${text}\n— ${CHECKPOINT_KEY_NAME} ${signed.toString("base64")}\n`;
}

/** The text of a note and the one of `keys` that signed it; null where none of them did. */
export function openNote(note: string, keys: readonly string[]): { text: string; key: string } | null {
  const end = note.lastIndexOf("\n\n");
  if (end < 0) return null;
  const text = note.slice(0, end + 1);
  const [, name, encoded = ""] = SIGNATURE.exec(note.slice(end + 2)) ?? [];
  const signed = Buffer.from(encoded, "base64");
  for (const key of keys) {
    const known = readKey(key);
    if (known?.name !== name || !known?.id.equals(signed.subarray(0, 4))) continue;
    if (verify(null, Buffer.from(text, "utf8"), known.publicKey, signed.subarray(4))) return { text, key };
  }
  return null;
}

function readKey(key: string): NamedKey | null {
  const [, name = "", hexId = "", encoded = ""] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(key) ?? [];
  const bytes = Buffer.from(encoded, "base64");
  if (bytes.length !== 33 || bytes[0] !== 1) return null;
  const raw = bytes.subarray(1);
  const id = keyId(name, raw);
  if (id.toString("hex") !== hexId) return null;
  const der = Buffer.concat([PUBLIC_PREFIX, raw]);
  return { name, id, publicKey: createPublicKey({ key: der, format: "der", type: "spki" }) };
}
