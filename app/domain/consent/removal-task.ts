import type { View } from "../readiness/view";
import type { ConsentScope } from "../record/fields";
import type { Participant } from "../record/participant";
import { isBefore } from "../time/order";
import { lastingOf, type TakenBack } from "./taken-back";

/** Days until what was kept is to be out of use and removed. Greenroom's own choice: the law says as soon as possible. */
export const REMOVE_WITHIN_DAYS = 3;

/** `dueOn`: a local date of the session's zone. */
export type RemovalTask = { participant: Participant; scopes: ConsentScope[]; dueOn: string };

/**
 * What is to be stopped using and removed, where somebody changes their mind at or after the start and something of
 * them may be kept, shown again or in others' hands: one task for each of them.
 */
export function removalTasks(view: View, taken: readonly TakenBack[]): RemovalTask[] {
  const { startsAt, zone } = view.facts.session;
  if (isBefore(view.at.toString(), startsAt)) return [];
  const dueOn = view.at.toZonedDateTimeISO(zone).toPlainDate().add({ days: REMOVE_WITHIN_DAYS }).toString();
  return view.participants
    .filter((participant) => lastingOf(view, participant).length > 0)
    .flatMap((participant) => {
      const scopes = taken.filter((one) => one.participant.id === participant.id).map(({ scope }) => scope);
      return scopes.length > 0 ? [{ participant, scopes, dueOn }] : [];
    });
}
