import type { ConsentEvent } from "../record/participant";

/** How an answer reached us. */
export type AnswerRoute = ConsentEvent["how"];

/** How staff come to know an answer, and so all that they may record. Through a link and on our device people answer for themselves. */
export const staffRoutes = ["in_person", "phone", "text", "paper"] as const;

export type StaffRoute = (typeof staffRoutes)[number];

/** Whether an answer was written down by staff, as against answered by the young person on a page of their own. */
export function isStaffRoute(how: AnswerRoute): how is StaffRoute {
  return staffRoutes.some((route) => route === how);
}
