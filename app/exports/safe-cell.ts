const formulaStart = /^[\s\p{Cf}\p{Cc}]*[=+\-@|%＝＋－＠]/u;
const controlStart = /^\p{Cc}/u;

/**
 * A text that a spreadsheet shows instead of running: an apostrophe goes before whatever could begin a formula, also
 * behind blanks and characters that cannot be seen. A telephone number that begins with + gains it too.
 */
export function safeCell(text: string): string {
  return formulaStart.test(text) || controlStart.test(text) ? `'${text}` : text;
}
