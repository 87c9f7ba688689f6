import type { View } from "../readiness/view";
import type { ConsentEvent, Participant } from "../record/participant";
import { isStaffRoute } from "./answer-routes";
import { standingYes } from "./withdrawal";

/**
 * The answers that staff can put right: each yes that stands and that staff wrote down. A correction makes it a no, never
 * the other way round, for what was not said cannot be recorded later as if it had been; a yes is asked for again. What
 * young people answered on pages of their own is theirs: they change their mind, and nobody corrects them.
 */
export function correctable(view: View, participant: Participant): ConsentEvent[] {
  return standingYes(view, participant).filter(({ how }) => isStaffRoute(how));
}
