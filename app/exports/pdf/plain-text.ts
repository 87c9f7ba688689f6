/**
 * Text as it can stand on paper: without control characters and without the marks that turn the direction of what
 * follows, which could make a page read otherwise than it was typed. Joiners stay, since scripts and emoji need them.
 */
export function plainText(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C\uFEFF]/g, "")
    .replace(/\r\n?/g, "\n")
    .replace(/[\p{Cc}\p{Surrogate}]/gu, (character) => (character === "\n" ? "\n" : " "));
}
