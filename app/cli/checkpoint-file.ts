import { readFileSync } from "node:fs";
import { openNote } from "~/data/checkpoint-signature.server";
import { checkpointFile, readCheckpointText, type Checkpoint } from "~/domain/audit-checkpoint";

/** A checkpoint, and the public key that its signature fits. */
export type KnownCheckpoint = Checkpoint & { key: string };

/** What keeps a file of checkpoints from being used, in words. */
export class UnusableCheckpoints extends Error {}

/**
 * Reads a file of signed checkpoints. Every signature has to fit one of the keys that the file carries.
 * @throws UnusableCheckpoints
 */
export function readCheckpointFile(file: string): KnownCheckpoint[] {
  const parsed = checkpointFile.safeParse(parse(file));
  if (!parsed.success) throw new UnusableCheckpoints(`${file} is not a file of checkpoints`);
  const { keys, checkpoints } = parsed.data;
  return checkpoints.map((note, index) => {
    const opened = openNote(note, keys);
    const checkpoint = opened && readCheckpointText(opened.text);
    if (!checkpoint)
      throw new UnusableCheckpoints(
        `checkpoint ${index + 1} in ${file} was changed: its signature does not fit`,
      );
    return { ...checkpoint, key: opened.key };
  });
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (problem) {
    throw new UnusableCheckpoints(
      problem instanceof SyntaxError ? `${file} is not JSON` : `${file} cannot be opened`,
    );
  }
}
