/** Words as the beginning of a sentence; names and numbers stay as they are. */
export function sentenceCase(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
