import { Temporal } from "temporal-polyfill";
import { recordedLater } from "~/domain/consent/withdrawal";
import { giverWords, howWords, scopeHeadings } from "~/domain/consent/words";
import { nameOf, type View } from "~/domain/readiness/view";
import type { ConsentEvent } from "~/domain/record/participant";
import { dateInWords, instantInWords, listInWords, parseDate } from "~/domain/time/words";

export type WordsByDigest = ReadonlyMap<string, string>;

const answerWords: Record<ConsentEvent["answer"], string> = {
  yes: "yes",
  no: "no",
  withdrawn: "changed their mind",
};

/** Every answer about one young person, the newest first, each with the words it answers. */
export function historyFacts(view: View, participantId: string, words: WordsByDigest) {
  const { consentEvents, organisation } = view.facts;
  const staff = new Map(organisation.staff.map(({ id, name }) => [id, name]));
  return consentEvents
    .filter((event) => event.participantId === participantId)
    .sort((a, b) => b.seq - a.seq)
    .map((event) => ({
      id: event.id,
      title: `${scopeHeadings[event.scope]}: ${answerWords[event.answer]}`,
      by: byWhom(view, event),
      at: inWords(view, event.at),
      dateTime: event.at,
      sentences: sentences(view, event, words, staff),
    }));
}

function sentences(
  view: View,
  event: ConsentEvent,
  words: WordsByDigest,
  staff: ReadonlyMap<string, string>,
): string[] {
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
