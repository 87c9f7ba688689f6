import { Temporal } from "temporal-polyfill";
import { dateField, optionalDateField } from "./date-field";

type Options = { label: string };

/** Something copied from a document that has been issued or done: a date that is not in the future. */
export function pastDateField({ label, enter }: Options & { enter: string }) {
  return dateField({ label, enter }).refine(isPast, notFuture(label));
}

/** As `pastDateField`, or null when blank. */
export function optionalPastDateField({ label }: Options) {
  return optionalDateField({ label }).refine((date) => date === null || isPast(date), notFuture(label));
}

/** Today where clocks run furthest ahead, so that nobody is refused the date on their own wall. */
function isPast(date: string): boolean {
  return date <= Temporal.Now.plainDateISO("Pacific/Kiritimati").toString();
}

function notFuture(label: string) {
  return { error: `${label} must be today or in the past` };
}
