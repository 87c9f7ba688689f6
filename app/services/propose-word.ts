import { randomInt } from "node:crypto";
import { proposedWords } from "~/domain/consent/proposed-words";

/** A word for the small check of a link, at random. */
export function proposeWord(): string {
  return proposedWords[randomInt(proposedWords.length)] ?? "lantern";
}
