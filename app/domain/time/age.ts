import { Temporal } from "temporal-polyfill";

/**
 * The day from which somebody with this birth counts as born. A birth held as a month or a year counts as its
 * last day, so that nobody is taken for older than they may be.
 */
export function birthDate(birth: string): Temporal.PlainDate {
  const [year, month = 12, day] = birth.split("-").map(Number) as [number, number?, number?];
  if (day !== undefined) return Temporal.PlainDate.from({ year, month, day });
  const yearMonth = Temporal.PlainYearMonth.from({ year, month });
  return yearMonth.toPlainDate({ day: yearMonth.daysInMonth });
}

/**
 * Age in whole years on a local calendar date, reached at 00:00 of the birthday. Someone born on 29 February
 * reaches an age on 1 March in common years. Never negative.
 */
export function ageOn(birth: string, on: Temporal.PlainDate): number {
  const born = birthDate(birth);
  const years = on.year - born.year;
  const birthday =
    born.month === 2 && born.day === 29 && !on.inLeapYear
      ? Temporal.PlainDate.from({ year: on.year, month: 3, day: 1 })
      : Temporal.PlainDate.from({ year: on.year, month: born.month, day: born.day });
  return Math.max(0, Temporal.PlainDate.compare(on, birthday) < 0 ? years - 1 : years);
}
