import type { ConsentScope } from "../record/fields";
import type { ConsentEvent, Participant } from "../record/participant";
import type { View } from "../readiness/view";
import { isBefore } from "../time/order";

/** How a giver's newest answer about a scope counts. */
export type Standing = {
  event: ConsentEvent;
  counts: "yes" | "no" | "withdrawn" | "unconfirmed";
  /** The answer to keep to: the newest, or the no that a yes follows which waits. */
  binding: ConsentEvent;
};

const inConversation: ConsentEvent["how"][] = ["in_person", "phone"];

/**
 * The newest answer of each giver about one scope, in the order in which the database took them. A yes that
 * follows a giver's own no or withdrawal counts only once a worker who spoke with them has confirmed it, unless
 * a worker recorded it in a conversation that was not before it.
 */
export function standingAnswers(view: View, participant: Participant, scope: ConsentScope): Standing[] {
  const events = view.facts.consentEvents
    .filter((event) => event.participantId === participant.id && event.scope === scope)
    .sort((a, b) => a.seq - b.seq);
  const givers = new Map<string, ConsentEvent[]>();
  for (const event of events) givers.set(giverOf(event), [...(givers.get(giverOf(event)) ?? []), event]);
  return [...givers.values()].flatMap((history) => {
    const event = history[history.length - 1];
    return event ? [{ event, ...weigh(event, history) }] : [];
  });
}

/** A young person is one giver, under whatever id each of their answers came in. */
function giverOf({ giver }: ConsentEvent): string {
  return giver.relationship === "self" ? "self" : `giver:${giver.id}`;
}

function weigh(event: ConsentEvent, history: ConsentEvent[]): Pick<Standing, "counts" | "binding"> {
  if (event.answer !== "yes") return { counts: event.answer, binding: event };
  const lastNo = history.filter((earlier) => earlier.answer !== "yes").at(-1);
  if (!lastNo) return { counts: "yes", binding: event };
  const settled = history.some(
    (later) => later.seq > lastNo.seq && (later.confirmedBy !== null || spokenSince(later, lastNo)),
  );
  return settled ? { counts: "yes", binding: event } : { counts: "unconfirmed", binding: lastNo };
}

/** A conversation before the no, which reached the record after it, says nothing of it. */
function spokenSince({ how, at }: ConsentEvent, no: ConsentEvent): boolean {
  return inConversation.includes(how) && !isBefore(at, no.at);
}
