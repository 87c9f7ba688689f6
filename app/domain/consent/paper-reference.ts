import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import type { Participant } from "../record/participant";

/** Sixteen signs that no handwriting makes into one another, and no vowel, so that no word comes of them. */
const SIGNS = "3479CFHKMNPRTWXY";

/**
 * What stands for a young person on a paper form, as in `C7K-4MX`: made from their place in this very session, so that
 * every print of their form has the same and no other session's does. It opens nothing, and is no part of their link.
 */
export function paperReference({ id }: Pick<Participant, "id">): string {
  const signs = signsOf(`paper form ${id}`, 6);
  return `${signs.slice(0, 3)}-${signs.slice(3)}`;
}

/** Whose form it is, by its reference however it was typed; null where nobody's, or of more than one, as may be once in a lifetime. */
export function findByPaperReference(
  participants: readonly Participant[],
  typed: string,
): Participant | null {
  const wanted = squashed(typed);
  const found = participants.filter((participant) => squashed(paperReference(participant)) === wanted);
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** A mark of the words that a form asks in, so that an answer on paper is not recorded as one to other words: `K4M`. */
export function wordsMark(digests: readonly string[]): string {
  return signsOf(`words ${digests.join(" ")}`, 3);
}

function signsOf(text: string, length: number): string {
  return [...sha256(utf8ToBytes(text))]
    .slice(0, length)
    .map((byte) => SIGNS[byte % SIGNS.length])
    .join("");
}

function squashed(text: string): string {
  return text.toUpperCase().replaceAll(/[^A-Z0-9]/g, "");
}
