import { z } from "zod";

const settings = z.object({
  FUZZ_SECONDS: z.coerce.number().positive().max(86_400).optional(),
  FUZZ_SEED: z.coerce.number().int().optional(),
  npm_lifecycle_event: z.string().optional(),
});

const given = settings.parse(process.env);
const LONG = 600;
const SHORT = 45;

/** How long the fuzz runs may take together: less than a minute among all tests, ten by `npm run fuzz`, or FUZZ_SECONDS. */
export const fuzzSeconds = given.FUZZ_SECONDS ?? (given.npm_lifecycle_event === "fuzz" ? LONG : SHORT);

/** FUZZ_SEED repeats a run; else each day has its own, so that one day's runs are alike on every machine. */
export const fuzzSeed = given.FUZZ_SEED ?? Math.floor(Date.now() / 86_400_000);
