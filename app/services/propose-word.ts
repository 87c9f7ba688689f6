import { randomInt } from "node:crypto";
import { proposedWords } from "~/domain/consent/proposed-words";

/** A word for the small check of a link, at random. */
export function proposeWord(): string {
  return proposedWords[randomInt(proposedWords.length)] ?? "lantern";
}

/** A few different words to choose from, at random. */
export function proposeWords(count: number): string[] {
  const words = new Set<string>();
  while (words.size < Math.min(count, proposedWords.length)) words.add(proposeWord());
  return [...words];
}
