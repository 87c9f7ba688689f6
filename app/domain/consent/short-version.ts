import { z } from "zod";

/** What a picture of a short version shows. */
export const pictureName = z.enum([
  "live",
  "face",
  "voice",
  "name",
  "chat",
  "record",
  "again",
  "watch",
  "photo",
  "building",
  "phone",
  "people",
  "copies",
  "bin",
  "clock",
  "hidden",
]);

/** Short lines, each with a picture that says the same: what a young person reads first. */
export const shortVersion = z
  .array(z.strictObject({ picture: pictureName, line: z.string().min(1).max(120) }))
  .min(1)
  .max(3);

export type PictureName = z.infer<typeof pictureName>;
export type ShortVersion = z.infer<typeof shortVersion>;

/** All that a young person reads of a question, as the text that an answer's digest is taken of. */
export function readWhole(words: string, short: ShortVersion | null): string {
  return short ? [words, ...short.map(({ line }) => line)].join("\n") : words;
}

type Question = { words: string; short: ShortVersion | null };

/** Whether two versions of a question read and look the same. */
export function isSameQuestion(one: Question, other: Question): boolean {
  const picturesOf = ({ short }: Question) => (short ?? []).map(({ picture }) => picture).join(" ");
  return (
    readWhole(one.words, one.short) === readWhole(other.words, other.short) &&
    picturesOf(one) === picturesOf(other)
  );
}

/** The lines of a short version as one paragraph, for where there are no pictures; empty without one. */
export function shortLine(short: ShortVersion | null): string {
  return (short ?? []).map(({ line }) => line).join(" ");
}
