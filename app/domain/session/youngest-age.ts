import { Temporal } from "temporal-polyfill";
import type { SessionRecord } from "../record/schema";
import { ageOn } from "../time/age";

/** The age in whole years, on the session's local start date, of the youngest whose birth is held; null of none. */
export function youngestAge({ session, participants }: SessionRecord): number | null {
  const day = Temporal.Instant.from(session.startsAt).toZonedDateTimeISO(session.zone).toPlainDate();
  const ages = participants.flatMap(({ birth }) => (birth ? [ageOn(birth, day)] : []));
  return ages.length > 0 ? Math.min(...ages) : null;
}
