import { z } from "zod";
import { pictureName, type PictureName, type ShortVersion } from "~/domain/consent/short-version";
import { choice, optionalChoice } from "./choice";
import type { FormValues } from "./read-form-data";
import { optionalLine, paragraphs } from "./text";

export const wordingMeanings = ["small", "changed", "ended"] as const;

export const meaningWords: Record<(typeof wordingMeanings)[number], string> = {
  small: "A small change: it means the same",
  changed: "It changes the meaning: ask again",
  ended: "It changes the meaning, and earlier answers end",
};

export const pictureWords: Record<PictureName, string> = {
  live: "A live video",
  face: "A face",
  voice: "A microphone",
  name: "A name badge",
  chat: "A speech bubble",
  record: "A recording",
  again: "Shown again",
  watch: "An eye that watches",
  photo: "A camera",
  building: "Another organisation",
  phone: "A telephone",
  people: "People",
  copies: "Copies that stay",
  bin: "A bin",
  clock: "A clock",
  hidden: "An eye crossed out",
};

export const shortPlaces = ["first", "second", "third"] as const;

const place = (which: string) =>
  z
    .object({
      line: optionalLine({ label: `The ${which} line`, max: 120 }),
      picture: optionalChoice(pictureName.options, { select: "Select a picture" }),
    })
    .prefault({ line: "", picture: "" });

/** The words of one consent question, with their short version, and what the change means. */
export const wordingForm = z
  .object({
    words: paragraphs({ label: "The question", enter: "Enter the question", max: 1000 }),
    first: place("first"),
    second: place("second"),
    third: place("third"),
    meaning: choice(wordingMeanings, { select: "Select whether it changes the meaning" }),
  })
  .transform(({ words, meaning, ...given }, context) => {
    const short = shortPlaces.flatMap((name): ShortVersion => {
      const { line, picture } = given[name];
      if (line !== null && picture !== null) return [{ line, picture }];
      if (line !== null)
        context.addIssue({
          code: "custom",
          path: [name, "picture"],
          message: `Select a picture for the ${name} line`,
        });
      return [];
    });
    return { words, meaning, short: short.length > 0 ? short : null };
  });

export const wordingLabels: Record<string, string> = {
  words: "The question",
  ...Object.fromEntries(shortPlaces.map((name) => [`${name}.line`, `The ${name} line`])),
};

export function wordingDefaults({ words, short }: { words: string; short: ShortVersion | null }): FormValues {
  const lines = shortPlaces.map((name, at): [string, FormValues] => {
    const { line = "", picture = "" } = short?.[at] ?? {};
    return [name, { line, picture }];
  });
  return { words, ...Object.fromEntries(lines) };
}
