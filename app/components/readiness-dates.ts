import type { Readiness } from "~/domain/readiness/result";
import type { PlatformMode } from "~/domain/record/platform-mode";
import type { Session } from "~/domain/record/session";
import { byInstant } from "~/domain/time/order";
import { dateInWords, instantInWords, parseDate } from "~/domain/time/words";
import { zoneInWords } from "~/domain/time/zone";

export type ReadinessDates = {
  /** The moment before the start at which something that was agreed for a time ends; null where nothing does. */
  breaksOn: string | null;
  /** Whether time alone leaves it ready until the session starts. */
  holds: boolean;
  goodThrough: string | null;
};

/** When time alone ends readiness, and how far the session could move, in words and in the session's own zone. */
export function readinessDates(
  { breaksOn, goodThrough }: Pick<Readiness, "breaksOn" | "goodThrough">,
  { startsAt, zone }: Pick<Session, "startsAt" | "zone">,
): ReadinessDates {
  const holds = breaksOn !== null && byInstant(breaksOn.toString(), startsAt) === 0;
  return {
    breaksOn:
      breaksOn && !holds
        ? `${instantInWords(breaksOn, zone)} (${zoneInWords(zone)}), when something that was agreed for a time ends`
        : null,
    holds,
    goodThrough: goodThrough
      ? `${dateInWords(goodThrough)}: the last day to which it could move before something dated runs out`
      : null,
  };
}

/** The oldest of the days on which the platforms were last looked at, in words; null where one never was. */
export function platformsChecked(modes: readonly Pick<PlatformMode, "reviews">[]): string | null {
  const newest = modes.map(({ reviews }) =>
    reviews
      .map(({ reviewedOn }) => reviewedOn)
      .sort()
      .at(-1),
  );
  const known = newest.filter((day) => day !== undefined);
  const [oldest] = known.sort();
  return oldest && known.length === modes.length ? dateInWords(parseDate(oldest)) : null;
}
