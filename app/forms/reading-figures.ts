import { fleschKincaid } from "flesch-kincaid";
import { syllable } from "syllable";
import { sentencesOf } from "~/domain/consent/own-words";

/** How easy an English text is to read, by counting. It says nothing about whether the text is true, or kind. */
export type ReadingFigures = {
  /** The Flesch-Kincaid grade: about how many years of school it takes. Null for a text without words. */
  grade: number | null;
  /** Words in a sentence, on average. */
  average: number;
  /** Words in the longest sentence. */
  longest: number;
};

/** What young people's questions are written to: a grade of 5, 12 words in a sentence on average, and never over 20. */
export const readingAims = { grade: 5, average: 12, longest: 20 };

export function readingFigures(text: string): ReadingFigures {
  const sentences = text
    .split(/\n+/)
    .flatMap(sentencesOf)
    .map((sentence) => sentence.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [])
    .filter((words) => words.length > 0);
  const words = sentences.flat();
  if (words.length === 0) return { grade: null, average: 0, longest: 0 };
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  const counts = { sentence: sentences.length, word: words.length, syllable: syllables };
  return {
    grade: fleschKincaid(counts),
    average: words.length / sentences.length,
    longest: Math.max(...sentences.map(({ length }) => length)),
  };
}

/** What is harder to read than it is meant to be, in sentences; none where nothing is. Advice, and never a bar. */
export function readingAdvice({ grade, average, longest }: ReadingFigures): string[] {
  return [
    ...(grade !== null && grade > readingAims.grade ? ["Use shorter words, or fewer in a sentence."] : []),
    ...(average > readingAims.average ? ["Make sentences shorter: one idea in each."] : []),
    ...(longest > readingAims.longest ? ["Cut the longest sentence in two."] : []),
  ];
}
