import { z } from "zod";

type NumberOptions = { label: string; min: number; max: number };

/** A whole number in digits. `enter` is the message when nothing was given. */
export function wholeNumber({ label, enter, min, max }: NumberOptions & { enter: string }) {
  return z
    .string({ error: enter })
    .trim()
    .min(1, { error: enter, abort: true })
    .regex(/^-?\d{1,9}$/, {
      error: `${label} must be a whole number, like ${example(min, max)}`,
      abort: true,
    })
    .transform(Number)
    .pipe(z.number().min(min, tooFar({ label, min, max })).max(max, tooFar({ label, min, max })));
}

/** A whole number, or null when blank. */
export function optionalWholeNumber(options: NumberOptions) {
  const given = wholeNumber({ ...options, enter: `Enter ${options.label.toLowerCase()}` });
  return z.preprocess((value) => (isBlank(value) ? null : value), given.nullable());
}

function isBlank(value: unknown): boolean {
  return value === undefined || (typeof value === "string" && value.trim() === "");
}

function tooFar({ label, min, max }: NumberOptions) {
  return { error: `${label} must be between ${min} and ${max}` };
}

function example(min: number, max: number): number {
  return Math.round((min + Math.min(max, min + 60)) / 2);
}
