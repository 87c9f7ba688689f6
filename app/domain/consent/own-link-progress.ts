import { Temporal } from "temporal-polyfill";
import type { View } from "../readiness/view";
import { isStaffRoute } from "./answer-routes";
import { openQuestions } from "./link-questions";
import { answeredAfter } from "./own-place";

/**
 * How far a request has come, the most pressing first: `locked` by wrong tries, `broken` because its link was made with
 * another key, `answered` where nothing is left to answer, `overdue` in the last 48 hours before the start and from then on,
 * `opened` by somebody who passed the small check, `asked`.
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
  if (isAnswered(view, request)) return "answered";
  if (!request.opens) return "broken";
  if (request.locked) return "locked";
  if (isOverdue(view, request.askedAt)) return "overdue";
  return request.openedAt === null ? "asked" : "opened";
}

/** A link that was made after the start asks for nothing that could be late. */
function isOverdue(view: View, askedAt: string): boolean {
  return asksAnything(view, askedAt) && view.at.until(view.start).total("hours") < OVERDUE_HOURS;
}

/** A link that was made after the start takes a no, and asks nothing. */
function asksAnything(view: View, askedAt: string): boolean {
  return Temporal.Instant.compare(Temporal.Instant.from(askedAt), view.start) < 0;
}

/** Whether no question of theirs is open; of a link that asks nothing, whether they have said anything through it. */
function isAnswered(view: View, { participantId, askedAt }: RequestFacts): boolean {
  const participant = view.participants.find(({ id }) => id === participantId);
  if (!participant || !asksAnything(view, askedAt)) return saidSince(view, participantId, askedAt);
  return openQuestions(view, participant, askedAt).length === 0;
}

/** Whether they have answered by themselves, through a link or on our device, since they were asked, whatever they said. */
function saidSince(view: View, participantId: string, askedAt: string): boolean {
  return view.facts.consentEvents.some(
    (event) =>
      event.participantId === participantId && !isStaffRoute(event.how) && answeredAfter(event, askedAt),
  );
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
