import type { Fix } from "./result";

/** Several ways to put something right as one sentence without its full stop: the first begins it. */
export function fixesInWords(fixes: readonly Pick<Fix, "text">[]): string {
  const [first = "", ...others] = fixes.map(({ text }) => text);
  const rest = others.map(lowerFirst);
  const last = rest.pop();
  const listed = [first, ...rest].join(", ");
  return last === undefined ? listed : `${listed} or ${last}`;
}

/** A way to put something right where other words stand before it. */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
