import { Temporal } from "temporal-polyfill";
import type { Facts } from "../record/schema";
import { usualZone, zoneInWords } from "../time/zone";
import { countOf, listInWords, longDate, timeInWords } from "../time/words";

/** When a session is, as people of its zone say it: `Thursday 10 December 2026, 5pm to 5:40pm`. */
export function whenInWords({
  startsAt,
  endsAt,
  zone,
}: {
  startsAt: string;
  endsAt: string;
  zone: string;
}): string {
  const start = Temporal.Instant.from(startsAt).toZonedDateTimeISO(zone);
  const end = Temporal.Instant.from(endsAt).toZonedDateTimeISO(zone);
  const nextDay = start.toPlainDate().equals(end.toPlainDate()) ? "" : " the next day";
  return `${longDate(start.toPlainDate())}, ${timeInWords(start.toPlainTime())} to ${timeInWords(end.toPlainTime())}${nextDay}`;
}

/** A session in one line: when, where it is shown, and how many take part, which no line breaks apart nor begins with a dot. */
export function sessionLine(record: Pick<Facts, "session" | "platformModes" | "participants">): string {
  const { session, platformModes, participants } = record;
  const names = session.platforms.map(
    ({ modeId }) => platformModes.find((mode) => mode.id === modeId)?.name ?? "",
  );
  const people = session.audience === "named" ? peopleInWords(participants.length) : "audience not named";
  const elsewhere = session.zone === usualZone ? "" : ` (${zoneInWords(session.zone)})`;
  const when = `${whenInWords(session)}${elsewhere}`;
  return [when, listInWords(names.filter(Boolean)) || "no platform yet", people].join("\u00a0· ");
}

function peopleInWords(count: number): string {
  return count === 0
    ? "nobody added yet"
    : countOf(count, "young person", "young people").replaceAll(" ", "\u00a0");
}
