import { pino } from "pino";
import type { Logger } from "pino";

export type Log = Logger;

/** One JSON object a line: ids, route patterns, statuses and times. No names, no paths as typed, no bodies. */
export function openLog(level: string): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}

/**
 * What may be written down about an error: its kind, its code and where in the program it arose. Its message may quote
 * what people typed, so that it is left out.
 */
export function describeError(error: unknown) {
  if (!(error instanceof Error)) return { kind: typeof error };
  const frames =
    error.stack
      ?.split("\n")
      .filter((line) => /^\s+at /.test(line))
      .map((line) => line.trim()) ?? [];
  const { code } = error as { code?: unknown };
  const cause: unknown = error.cause;
  return {
    kind: error.name,
    ...(typeof code === "string" && { code }),
    at: frames.slice(0, 12),
    ...(cause instanceof Error && { cause: { kind: cause.name, code: (cause as { code?: unknown }).code } }),
  };
}
