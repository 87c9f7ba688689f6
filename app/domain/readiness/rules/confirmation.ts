import { attendanceOf } from "../../people/attendance";
import type { AssignedAdult, View } from "../view";

/** Whether an adult has said that they will do their part, at the time that the session has now. */
export function hasConfirmed(view: View, { assignment }: AssignedAdult): boolean {
  return attendanceOf(assignment, view.facts.session) === "confirmed";
}

/** Who has to confirm, or to confirm again after the session was moved; `message` is for who never did. */
export function toConfirm(view: View, { adult, assignment }: AssignedAdult, message: string) {
  const again = attendanceOf(assignment, view.facts.session) === "again";
  return {
    subject: `adult:${adult.id}`,
    headline: again ? `${adult.name} has to confirm again` : `${adult.name} has not confirmed yet`,
    message: again ? "The session was moved to another time since they confirmed." : message,
  };
}
