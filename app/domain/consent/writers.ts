import type { SessionSubject } from "../permissions";
import type { View } from "../readiness/view";
import { consentScope } from "../record/fields";
import { isStaffRoute, type AnswerRoute } from "./answer-routes";
import { standingAnswers } from "./answers";

/** `theirs`: how many of them were written down by somebody who plans, hosts or watches the session. */
type Count = { all: number; theirs: number };
export type WrittenAnswers = Count & { routes: (Count & { how: AnswerRoute })[] };

const inOrder: AnswerRoute[] = ["link", "our_device", "paper", "text", "phone", "in_person"];

/**
 * How the answers on which the session rests came in, and how many of them those wrote down who want it to go ahead: the
 * newest of each giver, whatever it says. An approver sees it before signing.
 */
export function whoWroteDown(
  view: View,
  { plannedBy, hostOrObserverUserIds }: Pick<SessionSubject, "plannedBy" | "hostOrObserverUserIds">,
): WrittenAnswers {
  const interested = new Set([plannedBy, ...hostOrObserverUserIds]);
  const events = view.participants.flatMap((participant) =>
    consentScope.options.flatMap((scope) =>
      standingAnswers(view, participant, scope).map(({ event }) => event),
    ),
  );
  const count = (of: typeof events): Count => ({
    all: of.length,
    theirs: of.filter(({ how, recordedBy }) => isStaffRoute(how) && interested.has(recordedBy)).length,
  });
  const routes = inOrder.map((how) => ({ how, ...count(events.filter((event) => event.how === how)) }));
  return { ...count(events), routes: routes.filter(({ all }) => all > 0) };
}
