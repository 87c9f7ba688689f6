import { Temporal } from "temporal-polyfill";
import {
  decisionScopes,
  decisionTitle,
  isDecision,
  type DecisionKind,
} from "~/domain/consent/decision-words";
import { giversOf } from "~/domain/consent/giver-identity";
import { recordedLater } from "~/domain/consent/withdrawal";
import { giverWords, howWords, scopeHeadings } from "~/domain/consent/words";
import { nameOf, type View } from "~/domain/readiness/view";
import type { ConsentEvent } from "~/domain/record/participant";
import type { Statement } from "~/domain/record/statement";
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
  const answers = consentEvents
    .filter((event) => event.participantId === participantId)
    .map((event) => ({
      recordedAt: event.recordedAt,
      seq: event.seq,
      entry: {
        id: event.id,
        title: `${scopeHeadings[event.scope]}: ${answerWords[event.answer]}`,
        by: byWhom(view, event),
        at: inWords(view, event.at),
        dateTime: event.at,
        sentences: sentences(view, event, words, staff),
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

function sentences(view: View, event: ConsentEvent, words: WordsByDigest, staff: Staff): string[] {
  const { wording, confirmedBy, validUntil, organisations } = event;
  const recordedBy = staff.get(event.recordedBy) ?? "somebody who has left";
  const asked = words.get(wording.digest);
  const later = recordedLater(event) ? `, on ${inWords(view, event.recordedAt)}` : "";
  const facts = [
    `Told us ${howWords[event.how]}. Recorded by ${recordedBy}${later}.`,
    ...(organisations.length > 0 ? [`About ${listInWords(organisations)}.`] : []),
    ...(validUntil && event.answer === "yes" ? [`Holds until ${dateInWords(parseDate(validUntil))}.`] : []),
    ...(confirmedBy
      ? [`${staff.get(confirmedBy.by) ?? "A worker"} spoke with them on ${inWords(view, confirmedBy.at)}.`]
      : []),
  ];
  return [
    facts.join(" "),
    asked
      ? `Asked, in version ${wording.version}: “${asked}”`
      : `Asked in version ${wording.version} of the question.`,
  ];
}

function byWhom({ participants }: View, { giver, participantId }: ConsentEvent): string {
  const participant = participants.find(({ id }) => id === participantId);
  return giver.relationship === "self" && participant ? nameOf(participant) : giverWords(giver);
}

function inWords(view: View, at: string): string {
  return instantInWords(Temporal.Instant.from(at), view.facts.session.zone);
}
