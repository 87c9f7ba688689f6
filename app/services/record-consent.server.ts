import { Temporal } from "temporal-polyfill";
import { addConsentEvents, type NewConsentEvent } from "~/data/consent-writes.server";
import { listWordings, type Wording } from "~/data/consent-wordings.server";
import { newId } from "~/data/new-id.server";
import type { Submission } from "~/data/submission.server";
import type { Actor } from "~/domain/actor";
import { isAskedAgain } from "~/domain/consent/asked-again";
import { toldTheSame, wordsAsked } from "~/domain/consent/asked";
import { identifyGiver, type Giver } from "~/domain/consent/giver-identity";
import { questionsFor, type Question } from "~/domain/consent/questions";
import {
  checkAnswers,
  followsNo,
  isConversation,
  validUntil,
  type RecordedAnswers,
} from "~/domain/consent/recording";
import { defaultWordingLanguage } from "~/domain/defaults/consent-wordings";
import { viewAt, type View } from "~/domain/readiness/view";
import type { ConsentScope } from "~/domain/record/fields";
import type { Participant } from "~/domain/record/participant";
import { accept, refuse, refuseStale, type Outcome } from "~/domain/refusal";
import type { Clock } from "./change.server";
import { editAnswers, wasCancelled, type SessionEdited } from "./edit-session.server";

export type ConsentOptions = {
  /** The place in the order of answers of the newest one about this person that the page showed; null: not shown. */
  seen: number | null;
  submission?: Submission | undefined;
  clock?: Clock | undefined;
};

/**
 * Records what a young person, or somebody who answers for them, said in person, by phone, by text message or on paper:
 * one event for each scope, never changed afterwards. A form of noes is always taken; a yes is refused as `stale_version`
 * where somebody has recorded an answer about this person since the page was opened, and with it the form, as it was typed.
 *
 * Refusals: `not_found` for somebody who does not take part in this session, `route_not_theirs`, `nothing_answered`,
 * `scope_not_used`, `giver_not_allowed`, `not_understood`, `in_future`, `until_past`, `wording_missing`, `told_otherwise`
 * where a yes is to words or facts that have changed, and as `editSession`.
 */
export function recordConsent(
  actor: Actor,
  sessionId: string,
  participantId: string,
  recorded: RecordedAnswers,
  { seen, submission, clock }: ConsentOptions,
): Promise<Outcome<SessionEdited>> {
  const about = { sessionId, participantId };
  return editAnswers(actor, about, { submission, clock }, async ({ tx, now, record, note }, participant) => {
    const newest = newestSeq(record.consentEvents, participantId);
    const saysYes = Object.values(recorded.answers).includes("yes");
    if (saysYes && record.session.cancelled) return wasCancelled;
    if (seen !== null && saysYes && newest > seen) return refuseStale();

    const view = viewAt(record, Temporal.Instant.from(now));
    const questions = questionsFor(view, participant);
    const checked = checkAnswers(view, participant, recorded, questions);
    if (!checked.ok) return checked;
    const giver = identifyGiver(recorded.giver, participant, record.consentEvents, newId());
    if (!giver) return refuse("giver_not_allowed", "Select who answered", "giver");

    const { organisationId, userId } = actor;
    const wordings = (await listWordings(tx, organisationId)).filter(
      ({ language }) => language === defaultWordingLanguage,
    );
    const asked = questions.filter(({ scope }) => recorded.answers[scope] !== undefined);
    if (asked.some((question) => agreesToOtherFacts(view, recorded, question))) return toldOtherwise;
    const events = asked.flatMap((question) => {
      const words = recorded.asked[question.scope];
      const wording = wordingOf(wordings, question.scope, words && wordsAsked(words));
      return wording
        ? [eventOf({ view, participant, recorded, question, giver, wording, by: userId, now })]
        : [];
    });
    if (events.some((event) => recorded.asked[event.scope] !== undefined && isAskedAgain(view, event)))
      return toldOtherwise;
    if (events.length < asked.length) {
      return refuse(
        "wording_missing",
        "A question has no words yet. An administrator writes them in the settings.",
      );
    }
    await addConsentEvents(tx, { organisationId, sessionId }, events);
    for (const { id, scope, answer, confirmedBy } of events) {
      note({ type: "consent.recorded", subject: `consent:${id}`, sessionId, participantId, scope, answer });
      if (confirmedBy)
        note({ type: "consent.confirmed", subject: `consent:${id}`, sessionId, participantId });
    }
    return accept(null);
  });
}

/** Whether a yes was given to facts that the page told and that are not those of the session any more. */
function agreesToOtherFacts(view: View, { answers, asked }: RecordedAnswers, question: Question): boolean {
  const shown = asked[question.scope];
  return answers[question.scope] === "yes" && shown !== undefined && !toldTheSame(shown, question, view);
}

const toldOtherwise = refuse(
  "told_otherwise",
  "What they are asked or told has changed since you opened this page. Read it below, and ask again before you save a yes.",
);

/** The place of the newest answer about somebody in the session's order; 0 before the first. */
export function newestSeq(
  events: readonly { seq: number; participantId: string }[],
  participantId: string,
): number {
  return Math.max(
    0,
    ...events.filter((event) => event.participantId === participantId).map(({ seq }) => seq),
  );
}

/** The words that were shown, or else those in use now. */
export function wordingOf(
  wordings: Wording[],
  scope: ConsentScope,
  digest: string | undefined,
): Wording | undefined {
  const own = wordings.filter((wording) => wording.scope === scope);
  return digest === undefined ? own.at(-1) : own.findLast((wording) => wording.digest === digest);
}

type Parts = {
  view: View;
  participant: Participant;
  recorded: RecordedAnswers;
  question: Question;
  giver: Giver;
  wording: Wording;
  by: string;
  now: string;
};

function eventOf({ view, participant, recorded, question, giver, wording, by, now }: Parts): NewConsentEvent {
  const { scope, organisations } = question;
  const answer = recorded.answers[scope] ?? "no";
  const { id, version, digest, language } = wording;
  const waits =
    answer === "yes" && !isConversation(recorded.how) && followsNo(view, participant, scope, giver.id);
  return {
    id: newId(),
    participantId: participant.id,
    scope,
    answer,
    giver,
    how: recorded.how,
    at: recorded.at ?? now,
    recordedAt: now,
    recordedBy: by,
    wording: { id, version, digest, language },
    validUntil: answer === "yes" ? validUntil(question, recorded.until) : null,
    organisations,
    corrects: null,
    confirmedBy: waits && recorded.spokenWith ? { by, at: now } : null,
  };
}
