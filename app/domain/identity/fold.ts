const lookAlikes: Record<string, string> = {
  "0": "o",
  "1": "i",
  l: "i",
  "3": "e",
  ı: "i",
  ø: "o",
  ł: "i",
  đ: "d",
  ß: "ss",
  æ: "ae",
  œ: "oe",
};

/** Text as a reader would take it in: case and accents folded, and digits that pass for letters read as letters. */
export function fold(text: string): string {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return [...plain].map((letter) => lookAlikes[letter] ?? letter).join("");
}

/** Folded text without spaces, punctuation and signs. */
export function squash(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, "");
}

/** The words of a text, folded. */
export function words(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]/u)
    .filter((word) => word.length > 0);
}

/** How many letters a reader sees, whatever the script. */
export function letters(text: string): number {
  return [...text].length;
}
