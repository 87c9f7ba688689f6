import { Temporal } from "temporal-polyfill";
import { sessionRecord, type SessionRecord } from "~/domain/record/schema";

/** What every scenario calls now: a Monday, 10:00 in London. */
export const SCENARIO_NOW = "2026-11-23T10:00:00Z";

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The same record with every instant and date moved by whole weeks. Sign-offs are refused: their digests would not fit. */
export function shifted(record: SessionRecord, weeks: number): SessionRecord {
  if (record.signOffs.length > 0 || record.session.submissions.length > 0) {
    throw new Error("A record that was sent or signed cannot be moved in time");
  }
  const moved = JSON.parse(JSON.stringify(record), (_key, value: unknown) => {
    if (typeof value !== "string") return value;
    if (INSTANT.test(value))
      return Temporal.Instant.from(value)
        .add({ hours: weeks * 7 * 24 })
        .toString();
    return DATE.test(value) ? Temporal.PlainDate.from(value).add({ weeks }).toString() : value;
  }) as unknown;
  return sessionRecord.parse(moved);
}

/** How many weeks bring the scenarios' now to the latest Monday that is not after `at`. */
export function weeksTo(at: Temporal.Instant): number {
  const since = Temporal.Instant.from(SCENARIO_NOW).until(at).total("hours");
  return Math.floor(since / (7 * 24));
}
