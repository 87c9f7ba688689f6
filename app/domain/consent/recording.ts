import { Temporal } from "temporal-polyfill";
import type { View } from "../readiness/view";
import type { ConsentScope } from "../record/fields";
import type { ConsentEvent, Participant } from "../record/participant";
import { refuse, accept, type Outcome } from "../refusal";
import { isStaffRoute, type StaffRoute } from "./answer-routes";
import { standingAnswers } from "./answers";
import type { GiverChoice } from "./giver-identity";
import type { Question } from "./questions";

/** What staff record of one giver's answers about one young person. */
export type RecordedAnswers = {
  giver: GiverChoice;
  answers: Partial<Record<ConsentScope, "yes" | "no">>;
  /** What was asked, words and facts, as `askedOf` puts it, where a page showed it; what is asked now otherwise. */
  asked: Partial<Record<ConsentScope, string>>;
  how: StaffRoute;
  /** When it was said, an instant; null for just now. */
  at: string | null;
  /** Who records it states that the person understood what they were asked. */
  understood: boolean;
  /** Who records it has spoken with the person about a yes that follows a no. */
  spokenWith: boolean;
  /** A date after which the person's yes no longer holds, if they set one. */
  until: string | null;
};

const kept: ConsentScope[] = ["recording_kept", "rebroadcast", "images"];
const inConversation: ConsentEvent["how"][] = ["in_person", "phone"];

/** Whether staff may record these answers now, with the reason why not. */
export function checkAnswers(
  view: View,
  participant: Participant,
  recorded: RecordedAnswers,
  questions: readonly Question[],
): Outcome<null> {
  const { answers, giver, at, understood, until } = recorded;
  const scopes = Object.keys(answers) as ConsentScope[];
  const mayRecord = checkStaffRoute(recorded.how);
  if (!mayRecord.ok) return mayRecord;
  if (scopes.length === 0)
    return refuse("nothing_answered", "Select yes or no to at least one question", "answers");
  if (scopes.some((scope) => !questions.some((question) => question.scope === scope))) {
    return refuse("scope_not_used", "This session does not ask for that. Open the page again.");
  }
  const age = view.ageOf(participant) ?? 0;
  if (age >= 18 && giver.kind !== "self") {
    return refuse("giver_not_allowed", "People of 18 and over answer for themselves", "giver");
  }
  const says = Object.values(answers);
  if (says.includes("yes") && !understood) {
    return refuse("not_understood", "Confirm that they understood what they were asked", "understood");
  }
  if (isFuture(view, at)) return refuse("in_future", "When they said so must be in the past", "date");
  if (until && Temporal.PlainDate.compare(until, dateOf(view, at)) < 0) {
    return refuse("until_past", "The last day of their yes must be after they gave it", "until");
  }
  return accept(null);
}

/** Nobody of the staff records that somebody answered on a page of their own. */
export function checkStaffRoute(how: ConsentEvent["how"]): Outcome<null> {
  return isStaffRoute(how) ? accept(null) : refuse("route_not_theirs", "Select how they told you", "how");
}

/** Whether an instant lies ahead; null stands for now. */
export function isFuture(view: View, at: string | null): boolean {
  return at !== null && Temporal.Instant.compare(Temporal.Instant.from(at), view.at) > 0;
}

function dateOf(view: View, at: string | null): Temporal.PlainDate {
  const instant = at === null ? view.at : Temporal.Instant.from(at);
  return instant.toZonedDateTimeISO(view.facts.session.zone).toPlainDate();
}

/** Until when a yes holds: the date that the person set, or else as long as what they agreed to is kept. */
export function validUntil({ scope, until }: Question, own: string | null): string | null {
  return own ?? (kept.includes(scope) ? until : null);
}

/** Whether a yes would wait until somebody who spoke with the person confirms it: it follows their own no. */
export function followsNo(
  view: View,
  participant: Participant,
  scope: ConsentScope,
  giverId: string,
): boolean {
  const standing = standingAnswers(view, participant, scope).find(({ event }) => event.giver.id === giverId);
  return standing !== undefined && standing.counts !== "yes";
}

export function isConversation(how: ConsentEvent["how"]): boolean {
  return inConversation.includes(how);
}
