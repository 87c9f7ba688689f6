import { z } from "zod";
import { INSTALLATION_CHAIN } from "./audit-chain";
import type { AuditEvent } from "./audit-events";

/*
 * A checkpoint says what a chain was at some moment, in the text form of C2SP's tlog-checkpoint: origin, size and hash,
 * a line each, then the time; signed as C2SP's signed-note.
 */
export const CHECKPOINT_KEY_NAME = "greenroom-audit";

/** `hash`: of the newest row, in base64. `at`: by the database's clock, ISO 8601 in UTC. */
export type Checkpoint = { chain: string; seq: number; hash: string; at: string };

const TEXT =
  /^greenroom-audit\/(?:organisation\/(?<chain>[0-9a-f-]{36})|installation)\n(?<seq>0|[1-9]\d{0,15})\n(?<hash>[A-Za-z0-9+/]{43}=)\nat (?<at>\S+)\n$/;

/** The text that is signed. */
export function checkpointText({ chain, seq, hash, at }: Checkpoint): string {
  const origin = chain === INSTALLATION_CHAIN ? "installation" : `organisation/${chain}`;
  return `greenroom-audit/${origin}\n${seq}\n${hash}\nat ${at}\n`;
}

/** Reads such a text; null for any other. */
export function readCheckpointText(text: string): Checkpoint | null {
  const read = TEXT.exec(text)?.groups;
  if (!read) return null;
  const { chain = INSTALLATION_CHAIN, seq, hash = "", at = "" } = read;
  return { chain, seq: Number(seq), hash, at };
}

/** The file that leaves the system: signed notes, and the public keys that verify them. */
export const checkpointFile = z.strictObject({
  format: z.literal("greenroom.checkpoints/1"),
  keys: z.array(z.string().max(200)).min(1).max(100),
  checkpoints: z.array(z.string().max(1000)).min(1).max(100_000),
});

export type CheckpointFile = z.infer<typeof checkpointFile>;

export type CheckpointReason = "sign_off" | "export" | "daily";

/** Why a checkpoint is due right after these events; null where none is. */
export function checkpointReason(events: readonly AuditEvent[]): CheckpointReason | null {
  if (events.some(({ type }) => type === "session.signed_off")) return "sign_off";
  return events.some(({ type }) => type === "record.exported") ? "export" : null;
}
