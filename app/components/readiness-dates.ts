import type { Readiness } from "~/domain/readiness/result";
import type { Session } from "~/domain/record/session";
import { byInstant } from "~/domain/time/order";
import { dateInWords, instantInWords } from "~/domain/time/words";
import { zoneInWords } from "~/domain/time/zone";

export type ReadinessDates = { breaksOn: string | null; goodThrough: string | null };

/** When time alone ends readiness, and how far the session could move, in words and in the session's own zone. */
export function readinessDates(
  { breaksOn, goodThrough }: Pick<Readiness, "breaksOn" | "goodThrough">,
  { startsAt, zone }: Pick<Session, "startsAt" | "zone">,
): ReadinessDates {
  const why =
    breaksOn && byInstant(breaksOn.toString(), startsAt) === 0
      ? "when the session starts"
      : "when something that was agreed for a time ends";
  return {
    breaksOn: breaksOn ? `${instantInWords(breaksOn, zone)} (${zoneInWords(zone)}), ${why}` : null,
    goodThrough: goodThrough
      ? `${dateInWords(goodThrough)}: the last day to which it could move before something dated runs out`
      : null,
  };
}
