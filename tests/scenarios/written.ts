/** A record as it lies in its file: a line for each thing in a list, so that a change shows as the lines it touches. */
export function written(value: unknown): string {
  return `${lines(value, 0)}\n`;
}

const DEEPEST_OPEN = 2;

function lines(value: unknown, depth: number): string {
  if (value === null || typeof value !== "object" || depth > DEEPEST_OPEN) return JSON.stringify(value);
  const indent = "  ".repeat(depth + 1);
  const end = `\n${"  ".repeat(depth)}`;
  if (Array.isArray(value)) {
    if (value.length === 0) return "[]";
    return `[${value.map((one) => `\n${indent}${JSON.stringify(one)}`).join(",")}${end}]`;
  }
  const entries = Object.entries(value).map(
    ([key, one]) => `\n${indent}${JSON.stringify(key)}: ${lines(one, depth + 1)}`,
  );
  return entries.length === 0 ? "{}" : `{${entries.join(",")}${end}}`;
}
