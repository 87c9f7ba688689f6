import { Temporal } from "temporal-polyfill";
import { askedAgainOf } from "./asked-again";
import { isStaffRoute } from "./answer-routes";
import type { View } from "../readiness/view";
import type { Participant } from "../record/participant";

/**
 * How far a request has come, the most pressing first: `locked` by wrong tries, `broken` because its link was made with
 * another key, `answered`, `overdue` in the last 48 hours before the
 * start and from then on, `opened` by somebody who passed the small check, `asked`.
 */
export type LinkProgress = "locked" | "broken" | "answered" | "overdue" | "opened" | "asked";

export type RequestFacts = {
  participantId: string;
  askedAt: string;
  openedAt: string | null;
  locked: boolean;
  opens: boolean;
};

const OVERDUE_HOURS = 48;

export function linkProgress(view: View, request: RequestFacts): LinkProgress {
  if (answeredSince(view, request.participantId, request.askedAt) && !askedAgain(view, request))
    return "answered";
  if (!request.opens) return "broken";
  if (request.locked) return "locked";
  if (isOverdue(view, request.askedAt)) return "overdue";
  return request.openedAt === null ? "asked" : "opened";
}

/** A link that was made after the start asks for nothing that could be late. */
function isOverdue(view: View, askedAt: string): boolean {
  const made = Temporal.Instant.from(askedAt);
  return (
    Temporal.Instant.compare(made, view.start) < 0 && view.at.until(view.start).total("hours") < OVERDUE_HOURS
  );
}

/** Whether they have answered by themselves, through a link or on our device, since they were asked, whatever they said. */
function answeredSince(view: View, participantId: Participant["id"], askedAt: string): boolean {
  return view.facts.consentEvents.some(
    (event) =>
      event.participantId === participantId &&
      !isStaffRoute(event.how) &&
      Temporal.Instant.compare(Temporal.Instant.from(event.recordedAt), Temporal.Instant.from(askedAt)) >= 0,
  );
}

/** Whether a question has changed its meaning since they answered, so that the link asks it again. */
function askedAgain(view: View, { participantId }: RequestFacts): boolean {
  const participant = view.participants.find(({ id }) => id === participantId);
  return participant !== undefined && askedAgainOf(view, participant).length > 0;
}

/** The state in a word or two, for staff. */
export const progressWords: Record<LinkProgress, string> = {
  locked: "Locked",
  broken: "Does not open",
  answered: "Answered",
  overdue: "Overdue",
  opened: "Opened",
  asked: "Asked",
};
