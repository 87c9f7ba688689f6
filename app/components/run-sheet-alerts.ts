import { Temporal } from "temporal-polyfill";
import { changeNeeded, takenBack } from "~/domain/consent/taken-back";
import { nameOf, viewAt } from "~/domain/readiness/view";
import type { SessionRecord } from "~/domain/record/schema";
import { isBefore } from "~/domain/time/order";
import { timeInWords } from "~/domain/time/words";

/** What young people, those among them who were taken off the list since too, took back since the session began, while it lasts: "17:20, YP-03 Jolie: camera off". */
export function alertsOf(record: SessionRecord, at: Temporal.Instant): string[] {
  const { startsAt, endsAt, zone } = record.session;
  const now = at.toString();
  if (isBefore(now, startsAt) || !isBefore(now, endsAt)) return [];
  const taken = takenBack(viewAt(record, at), ({ recordedAt }) => !isBefore(recordedAt, startsAt));
  return taken.map(({ participant, scope, event }) => {
    const { code, displayName } = participant;
    const time = Temporal.Instant.from(event.recordedAt).toZonedDateTimeISO(zone).toPlainTime();
    const who = displayName === null ? code : `${code} ${nameOf(participant)}`;
    return `${timeInWords(time)}, ${who}: ${changeNeeded[scope]}`;
  });
}

/** Whether a sheet on a screen is looked up again by itself: from half an hour before the start until the end. */
export function isNear({ session }: SessionRecord, at: Temporal.Instant): boolean {
  const from = Temporal.Instant.from(session.startsAt).subtract({ minutes: 30 });
  return Temporal.Instant.compare(from, at) <= 0 && isBefore(at.toString(), session.endsAt);
}
