import { Temporal } from "temporal-polyfill";
import type { PlatformMode } from "../record/platform-mode";
import { parseDate } from "../time/words";

type Limit = PlatformMode["ageLimits"][number];

/** The limits of a kind in force on a date, the strictest first; several may be in force at once. */
export function limitsOn(mode: PlatformMode, kind: Limit["limit"], on: Temporal.PlainDate): Limit[] {
  return mode.ageLimits
    .filter((limit) => limit.limit === kind && inForce(limit, on))
    .sort((a, b) => strictness(b.age) - strictness(a.age));
}

/** What nobody found out may be stricter than all that is known. */
function strictness(age: Limit["age"]): number {
  if (age === "unknown") return Infinity;
  return age === "none" ? 0 : age;
}

/**
 * The age that a platform asks for on a date: the highest of those in force, `"none"` where it says that there is
 * no limit, and `"unknown"` where nothing is on record or any of them is unknown.
 */
export function ageLimitOn(mode: PlatformMode, kind: Limit["limit"], on: Temporal.PlainDate): Limit["age"] {
  return limitsOn(mode, kind, on)[0]?.age ?? "unknown";
}

/** Whether something dated holds on a day; both ends are inclusive, and `null` leaves an end open. */
export function inForce(
  dated: { validFrom: string | null; validTo: string | null },
  on: Temporal.PlainDate,
): boolean {
  return (
    (!dated.validFrom || Temporal.PlainDate.compare(parseDate(dated.validFrom), on) <= 0) &&
    (!dated.validTo || Temporal.PlainDate.compare(parseDate(dated.validTo), on) >= 0)
  );
}

/** Dates after `on` at which an age limit of this platform begins or ends. */
export function limitChangesAfter(mode: PlatformMode, on: Temporal.PlainDate): Temporal.PlainDate[] {
  return mode.ageLimits
    .flatMap((limit) => [
      ...(limit.validFrom ? [parseDate(limit.validFrom)] : []),
      ...(limit.validTo ? [parseDate(limit.validTo).add({ days: 1 })] : []),
    ])
    .filter((date) => Temporal.PlainDate.compare(date, on) > 0);
}
