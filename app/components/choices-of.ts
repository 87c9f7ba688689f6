import type { Choice } from "./radios";

/** Answers from what their codes are called, in that order. */
export function choicesOf(words: Record<string, string>): Choice[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}
