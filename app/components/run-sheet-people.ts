import { Temporal } from "temporal-polyfill";
import { attendanceOf } from "~/domain/people/attendance";
import { featureWords } from "~/domain/readiness/rules/accessibility";
import type { Participant } from "~/domain/record/participant";
import type { SessionRecord } from "~/domain/record/schema";
import type { Assignment, Session } from "~/domain/record/session";
import { listInWords, timeInWords } from "~/domain/time/words";
import { inRoleOrder, roleWords } from "~/domain/people/role-words";
import { routeWords } from "~/domain/people/route-words";

export type SheetAdult = { role: string; name: string; reach: string };
export type SheetYoungPerson = { code: string; name: string; off: string; joins: string; needs: string };

/** Who does what, in the order in which one looks for them on the day, and how to reach them. */
export function adultsOnSheet({ session, adults }: SessionRecord): SheetAdult[] {
  return inRoleOrder(session.assignments).map((assignment) => ({
    role: roleWords(assignment.role, session.kind).name,
    name: adults.find(({ id }) => id === assignment.adultId)?.name ?? "Not known",
    reach: reachWords(assignment, session),
  }));
}

function reachWords(assignment: Assignment, session: Session): string {
  const { present, contact, reachableFrom, reachableTo } = assignment;
  const { zone } = session;
  const confirmed = attendanceOf(assignment, session) === "confirmed";
  const time = (instant: string) =>
    timeInWords(Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainTime());
  const hours =
    reachableFrom && reachableTo ? `reachable ${time(reachableFrom)} to ${time(reachableTo)}` : null;
  return [present ? "there throughout" : null, contact, hours, confirmed ? null : "has not confirmed"]
    .filter((words) => words !== null)
    .join(", ");
}

/** Young people as the team knows them on the stream: the name shown, the session code, and what is off for each. */
export function youngPeopleOnSheet(record: SessionRecord): SheetYoungPerson[] {
  return [...record.participants]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map((participant) => ({
      code: participant.code,
      name: participant.displayName ?? "No name chosen",
      off: offWords(record, participant),
      joins: participant.accessRoute ? routeWords[participant.accessRoute] : "Not known",
      needs: participant.needs.map((need) => featureWords[need]).join(", "),
    }));
}

function offWords({ session: { media } }: SessionRecord, { exposure, notCaptured }: Participant): string {
  if (notCaptured) return "Everything off: nothing of them reaches the stream";
  const chat = exposure.chat && (media.chat.value === "moderated" || media.chat.value === "open");
  const off = [
    ...(exposure.camera && media.camera ? [] : ["camera"]),
    ...(exposure.voice && media.voice ? [] : ["voice"]),
    ...(exposure.name && media.name ? [] : ["name"]),
    ...(chat ? [] : ["chat"]),
  ];
  return off.length === 0 ? "Nothing is off" : `Off: ${listInWords(off)}`;
}
