import { z } from "zod";
import { optionalDateField } from "./date-field";

const part = z.string().trim().max(20).default("");
const parts = z.object({ day: part, month: part, year: part });
type Parts = z.output<typeof parts>;

const label = "Date of birth";

/**
 * A birth as exactly as the organisation holds it, in the three fields of a date: a day, a month with its year, or a year
 * alone. Comes out as `2010-02-11`, `2010-02` or `2010`, or null when all three are blank.
 */
export function optionalBirthField() {
  const date = optionalDateField({ label });
  return parts
    .prefault({})
    .transform((given, context) => {
      const whole = filledIn(given);
      const result = date.safeParse(whole);
      if (result.success) return result.data?.slice(0, precisionOf(given)) ?? null;
      for (const { message, path } of result.error.issues)
        context.addIssue({ code: "custom", message, path });
      return z.NEVER;
    })
    .pipe(z.string().nullable());
}

/** Day and month stand in where they are left out, so that what is given is checked as a part of a real date. */
function filledIn(given: Parts): Parts {
  if (given.year === "") return given;
  if (given.day === "" && given.month === "") return { ...given, day: "1", month: "1" };
  return given.day === "" ? { ...given, day: "1" } : given;
}

function precisionOf({ day, month }: Parts): number {
  if (day !== "") return "2010-02-11".length;
  return month === "" ? "2010".length : "2010-02".length;
}
