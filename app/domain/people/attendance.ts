import type { Assignment, Session } from "../record/session";
import { isBefore } from "../time/order";

/** `again`: they confirmed, and the session was moved to another time since. */
export type Attendance = "confirmed" | "again" | "not_yet";

/** Whether an adult has said that they will do their part, at the time that the session has now. */
export function attendanceOf(
  { confirmed }: Pick<Assignment, "confirmed">,
  { timesSince }: Pick<Session, "timesSince">,
): Attendance {
  if (!confirmed) return "not_yet";
  return timesSince !== null && isBefore(confirmed.recordedAt, timesSince) ? "again" : "confirmed";
}
