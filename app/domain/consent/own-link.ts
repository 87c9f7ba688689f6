import { Temporal } from "temporal-polyfill";
import { guardDisplayName } from "../identity/name-guard";
import { squash } from "../identity/fold";
import type { View } from "../readiness/view";
import type { ConsentScope } from "../record/fields";
import type { Participant } from "../record/participant";
import { accept, refuse, type Outcome } from "../refusal";
import { calledOff } from "../session/called-off";
import { standingAnswers } from "./answers";
import type { Question } from "./questions";
import { neededScopes } from "./scopes";
import { lastingOf } from "./taken-back";
import { ownYes } from "./withdrawal";

/**
 * What a young person's own link is good for. `asks`: answers of both kinds, until the session starts. `narrows`: only a
 * no and a change of mind, until the end, and for as long as anything that they agreed to is kept or in use. `over`: nothing any more.
 */
export type LinkState = "asks" | "narrows" | "cancelled" | "over";

export function linkState(view: View, participant: Participant): LinkState {
  if (calledOff(view.facts.session)) return "cancelled";
  if (Temporal.Instant.compare(view.at, view.start) < 0) return "asks";
  return agreedInUse(view, participant) || mayStillSayNo(view, participant) ? "narrows" : "over";
}

/** Whether the session is on, and they have not said no to taking part: whoever has not answered may say no now. */
function mayStillSayNo(view: View, participant: Participant): boolean {
  if (Temporal.Instant.compare(view.at, view.end) >= 0) return false;
  return !standingAnswers(view, participant, "take_part").some(
    ({ event, counts }) => event.giver.relationship === "self" && (counts === "no" || counts === "withdrawn"),
  );
}

/** Whether a link has had its time: the session has ended, and nothing that they agreed to is kept or in use. */
export function isSpent(view: View, participant: Participant): boolean {
  return Temporal.Instant.compare(view.at, view.end) >= 0 && linkState(view, participant) === "over";
}

/**
 * The people for whom a link is good for something now. `started`: it would take nothing but a no and a change of mind.
 */
export function whoCanHaveLinks(view: View): { people: Participant[]; started: boolean } {
  const people = view.participants.filter((one) => ["asks", "narrows"].includes(linkState(view, one)));
  return { people, started: people.some((one) => linkState(view, one) === "narrows") };
}

/**
 * Whether anything that they themselves agreed to is in use or kept on: during the session; until the day to which they
 * agreed; and for as long as the session keeps or shows it, which may have become longer, or has no end. What they agreed to
 * without a day may be kept also where the plan has been changed since.
 */
function agreedInUse(view: View, participant: Participant): boolean {
  const own = ownYes(view, participant);
  if (Temporal.Instant.compare(view.at, view.end) < 0) return own.length > 0;
  const today = view.at.toZonedDateTimeISO(view.facts.session.zone).toPlainDate();
  const isAhead = (day: string) => Temporal.PlainDate.compare(today, day) <= 0;
  const lasting = lastingOf(view, participant);
  const needed = neededScopes(view, participant);
  return own.some(({ scope, validUntil }) => {
    if (validUntil !== null && isAhead(validUntil)) return true;
    if (!lasting.includes(scope)) return false;
    const planned = needed.filter((one) => one.scope === scope);
    if (planned.length === 0) return validUntil === null;
    return planned.some(({ until }) => until === null || isAhead(until));
  });
}

export type OwnAnswers = Partial<Record<ConsentScope, "yes" | "no">>;

/**
 * What of their answers is to be taken. A no to taking part stands alone; otherwise every question of the session has to
 * be answered, and nothing else. Refuses `unanswered`, `scope_not_used` and, once the session has started, `only_no` for
 * any yes.
 */
export function takeOwnAnswers(
  state: LinkState,
  questions: readonly Question[],
  answers: OwnAnswers,
): Outcome<OwnAnswers> {
  const asked = questions.map(({ scope }) => scope);
  if (Object.keys(answers).some((scope) => !asked.some((one) => one === scope))) return notAsked;
  if (answers.take_part === "no") return accept({ take_part: "no" });
  if (state !== "asks") return Object.values(answers).includes("yes") ? onlyNo : accept(answers);
  if (asked.some((scope) => answers[scope] === undefined)) return unanswered;
  return accept(answers);
}

/**
 * A name that they would like to be shown by, for a worker to accept. One that the name guard finds anything in is refused
 * in words that say nothing of what it found.
 */
export function proposeName({ firstName, surname, birth }: Participant, name: string): Outcome<string> {
  const findings = guardDisplayName({ displayName: name, firstName, surname, birth });
  return findings.length > 0 ? chooseAnother : accept(name);
}

/** `word`: one that was agreed with the person. `birth`: day and month, where the whole date is held. */
export type SmallCheck = { kind: "word"; word: string } | { kind: "birth" };
export type CheckAnswer = { word: string } | { day: number; month: number };

/** Whether somebody who opened the link knows what was agreed. It keeps strangers out and proves little. */
export function passesCheck(check: SmallCheck, { birth }: Participant, answer: CheckAnswer): boolean {
  if (check.kind === "word") return "word" in answer && squash(answer.word) === squash(check.word);
  if (!holdsDayOfBirth(birth) || "word" in answer) return false;
  const { day, month } = Temporal.PlainDate.from(birth);
  return answer.day === day && answer.month === month;
}

/** Whether a date of birth is held to the day, as the check by day and month needs it. */
export function holdsDayOfBirth(birth: Participant["birth"]): birth is string {
  return birth?.length === "2026-11-22".length;
}

/** Whether a word can be told from others when it is typed on a phone: four letters or digits at least. */
export function fitsAsWord(word: string): boolean {
  return squash(word).length >= 4;
}

const notAsked = refuse("scope_not_used", "This session does not ask for that. Open your link again.");
const onlyNo = refuse("only_no", "The session has started. You can still say no.");
const unanswered = refuse("unanswered", "Answer every question.");
const chooseAnother = refuse("name_refused", "Please choose another", "name");
