import { z } from "zod";

type Bound = { date: string; message: string };
type DateOptions = {
  /** How an error message begins: "DBS check date". */
  label: string;
  /** First and last good day, `YYYY-MM-DD`, each with the message for a day beyond it. */
  earliest?: Bound;
  latest?: Bound;
};

const parts = z.object({
  day: z.string().trim().max(20).default(""),
  month: z.string().trim().max(20).default(""),
  year: z.string().trim().max(20).default(""),
});
type Parts = z.output<typeof parts>;
type Part = keyof Parts;
type Wrong = { part: Part | null; message: string };

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"] as const;
const FULL_MONTHS =
  /^(january|february|march|april|may|june|july|august|september|sept|october|november|december)$/;

/** A plain date in three fields, `name.day`, `name.month` and `name.year`; comes out as `YYYY-MM-DD`. */
export function dateField(options: DateOptions & { enter: string }) {
  return parts
    .prefault({})
    .transform((given, context) => {
      if (isBlank(given)) return fail(context, { part: null, message: options.enter });
      return read(given, options, context);
    })
    .pipe(z.string());
}

/** A plain date in three fields, or null when all three are blank. */
export function optionalDateField(options: DateOptions) {
  return parts
    .prefault({})
    .transform((given, context) => (isBlank(given) ? null : read(given, options, context)))
    .pipe(z.string().nullable());
}

/** The three fields that show a stored date (`YYYY-MM-DD`), or three empty ones. */
export function dateParts(date: string | null): Parts {
  const [year = "", month = "", day = ""] = date?.split("-") ?? [];
  return { day: day.replace(/^0/, ""), month: month.replace(/^0/, ""), year };
}

function read(given: Parts, options: DateOptions, context: z.RefinementCtx): string | typeof z.NEVER {
  const outcome = readDate(given, options.label);
  if (typeof outcome !== "string") return fail(context, outcome);
  const { earliest, latest } = options;
  if (earliest && outcome < earliest.date) return fail(context, { part: null, message: earliest.message });
  if (latest && outcome > latest.date) return fail(context, { part: null, message: latest.message });
  return outcome;
}

function readDate(given: Parts, label: string): string | Wrong {
  const missing = (["day", "month", "year"] as const).filter((part) => given[part] === "");
  if (missing[0]) return { part: missing[0], message: `${label} must include a ${missing.join(" and ")}` };
  if (!/^\d{4}$/.test(given.year)) return { part: "year", message: "Year must include 4 numbers" };
  const month = readMonth(given.month);
  const unreal = (part: Part): Wrong => ({ part, message: `${label} must be a real date` });
  if (month === null) return unreal("month");
  const day = /^\d{1,2}$/.test(given.day) ? Number(given.day) : 0;
  if (day < 1 || day > daysIn(month, Number(given.year))) return unreal("day");
  return `${given.year}-${two(month)}-${two(day)}`;
}

function readMonth(given: string): number | null {
  if (/^\d{1,2}$/.test(given)) return Number(given) >= 1 && Number(given) <= 12 ? Number(given) : null;
  const word = given.toLowerCase().replace(/\.$/, "");
  const at = MONTHS.findIndex(
    (month) => word === month || (FULL_MONTHS.test(word) && word.startsWith(month)),
  );
  return at === -1 ? null : at + 1;
}

function daysIn(month: number, year: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return leap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function fail(context: z.RefinementCtx, { part, message }: Wrong) {
  context.addIssue({ code: "custom", message, path: part ? [part] : [] });
  return z.NEVER;
}

function isBlank(given: Parts): boolean {
  return given.day === "" && given.month === "" && given.year === "";
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
