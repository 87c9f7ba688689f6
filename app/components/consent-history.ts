import { Temporal } from "temporal-polyfill";
import {
  decisionScopes,
  decisionTitle,
  isDecision,
  type DecisionKind,
} from "~/domain/consent/decision-words";
import { isStaffRoute } from "~/domain/consent/answer-routes";
import { giversOf } from "~/domain/consent/giver-identity";
import { recordedLater, waitingYes } from "~/domain/consent/withdrawal";
import { giverWords, howWords, scopeHeadings } from "~/domain/consent/words";
import { nameOf, type View } from "~/domain/readiness/view";
import type { ConsentEvent } from "~/domain/record/participant";
import type { Statement } from "~/domain/record/statement";
import { sentenceCase } from "~/domain/sentence-case";
import { lastGoodDate } from "~/domain/time/local";
import { byInstant } from "~/domain/time/order";
import { dateInWords, instantInWords, listInWords, parseDate } from "~/domain/time/words";

export type WordsByDigest = ReadonlyMap<string, string>;

const answerWords: Record<ConsentEvent["answer"], string> = {
  yes: "yes",
  no: "no",
  withdrawn: "changed their mind",
};

type Entry = { id: string; title: string; by: string; at: string; dateTime: string; sentences: string[] };
type Staff = ReadonlyMap<string, string>;

/**
 * Every answer about one young person, each with the words it answers, and every decision of a safeguarding lead about
 * them: what was recorded last comes first.
 */
export function historyFacts(view: View, participantId: string, words: WordsByDigest): Entry[] {
  const { consentEvents, statements, organisation } = view.facts;
  const staff: Staff = new Map(organisation.staff.map(({ id, name }) => [id, name]));
  const participant = view.participants.find(({ id }) => id === participantId);
  const waiting = new Set(participant ? waitingYes(view, participant).map(({ id }) => id) : []);
  const answers = consentEvents
    .filter((event) => event.participantId === participantId)
    .map((event) => ({
      recordedAt: event.recordedAt,
      seq: event.seq,
      entry: {
        id: event.id,
        title: titleOf(event),
        by: byWhom(view, event),
        at: inWords(view, event.at),
        dateTime: event.at,
        sentences: sentences(view, event, words, { staff, waits: waiting.has(event.id) }),
      },
    }));
  const decisions = statements
    .filter(({ about }) => about.kind === "participant" && about.id === participantId)
    .filter(isDecision)
    .map((decision) => ({
      recordedAt: decision.recordedAt,
      seq: 0,
      entry: {
        id: decision.id,
        title: decisionTitle(decision),
        by: staff.get(decision.by) ?? "somebody who has left",
        at: inWords(view, decision.recordedAt),
        dateTime: decision.recordedAt,
        sentences: decisionSentences(view, participantId, decision, staff),
      },
    }));
  return [...answers, ...decisions]
    .sort((a, b) => byInstant(b.recordedAt, a.recordedAt) || b.seq - a.seq)
    .map(({ entry }) => entry);
}

function decisionSentences(
  view: View,
  participantId: string,
  decision: Statement & { kind: DecisionKind },
  staff: Staff,
): string[] {
  const { kind, giverId, proposedBy, until, note } = decision;
  const scopes = decisionScopes(decision);
  const giver = giversOf(view.facts.consentEvents, participantId).find(({ id }) => id === giverId);
  const last = lastGoodDate(until, view.facts.session.zone);
  const facts = [
    ...(scopes ? [`About whether to ${scopes}.`] : []),
    ...(giver ? [`The answer that counts: ${giverWords(giver)}.`] : []),
    ...(proposedBy ? [`Proposed by ${staff.get(proposedBy) ?? "somebody who has left"}.`] : []),
    ...(last ? [`Holds until ${dateInWords(parseDate(last))}.`] : []),
  ].join(" ");
  const why = note ? `${kind === "competence_decision" ? "Considered" : "Reason"}: ${note}` : "";
  return [facts, why].filter(Boolean);
}

function titleOf({ scope, answer, corrects }: ConsentEvent): string {
  return `${scopeHeadings[scope]}: ${answerWords[answer]}${corrects ? ", put right" : ""}`;
}

type Around = { staff: Staff; waits: boolean };

function sentences(view: View, event: ConsentEvent, words: WordsByDigest, around: Around): string[] {
  const { wording, confirmedBy, validUntil, organisations } = event;
  const { staff } = around;
  const asked = words.get(wording.digest);
  const corrected = view.facts.consentEvents.find(({ corrects }) => corrects === event.id);
  const facts = [
    cameIn(view, event, staff),
    ...(organisations.length > 0 ? [`About ${listInWords(organisations)}.`] : []),
    ...(validUntil && event.answer === "yes" ? [`Holds until ${dateInWords(parseDate(validUntil))}.`] : []),
    ...(around.waits ? ["It follows a no, and waits until somebody has spoken with them."] : []),
    ...(confirmedBy
      ? [
          `${staff.get(confirmedBy.by) ?? "A worker"} spoke with them and confirmed it on ${inWords(view, confirmedBy.at)}.`,
        ]
      : []),
    ...(corrected ? [`Written down wrongly. Put right on ${inWords(view, corrected.recordedAt)}.`] : []),
  ];
  return [
    facts.join(" "),
    asked
      ? `Asked, in version ${wording.version}: “${asked}”`
      : `Asked in version ${wording.version} of the question.`,
  ];
}

/** How an answer reached us. Through a link nobody of the staff had a hand in it. */
function cameIn(view: View, event: ConsentEvent, staff: Staff): string {
  const { how, corrects, recordedBy, recordedAt } = event;
  if (!isStaffRoute(how)) {
    return event.answer === "withdrawn" ? `Changed ${howWords[how]}.` : `Answered ${howWords[how]}.`;
  }
  const who = staff.get(recordedBy) ?? "somebody who has left";
  if (corrects)
    return `${sentenceCase(who)} put right on ${inWords(view, recordedAt)} what was written down wrongly.`;
  const later = recordedLater(event) ? `, on ${inWords(view, recordedAt)}` : "";
  return `Told us ${howWords[how]}. Recorded by ${who}${later}.`;
}

/** An answer in a line: who gave it, how and when. */
export function answerLine(view: View, event: ConsentEvent): string {
  return `${byWhom(view, event)}, ${howWords[event.how]}, ${inWords(view, event.at)}`;
}

function byWhom({ participants }: View, { giver, participantId }: ConsentEvent): string {
  const participant = participants.find(({ id }) => id === participantId);
  return giver.relationship === "self" && participant ? nameOf(participant) : giverWords(giver);
}

function inWords(view: View, at: string): string {
  return instantInWords(Temporal.Instant.from(at), view.facts.session.zone);
}
