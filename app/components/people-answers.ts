import { scopeWords } from "~/domain/consent/words";
import { routeChoices } from "~/domain/people/route-words";
import type { SessionRecord } from "~/domain/record/schema";
import { countOf, instantInWords, listInWords } from "~/domain/time/words";
import { paths } from "~/paths";
import type { AnswerSection } from "./answer-section";

/** What was answered about the young people who take part, or what an audience that is not named is told. */
export function peopleAnswers(record: SessionRecord): AnswerSection[] {
  if (record.session.audience === "not_named") return [audienceNotice(record)];
  if (record.participants.length === 0) return [takesPart(record)];
  return [takesPart(record), consent(record), briefing(record)];
}

function takesPart({ session, participants }: SessionRecord): AnswerSection {
  return {
    heading: "Who takes part",
    to: paths.participants(session.id),
    answers:
      participants.length === 0
        ? [{ key: "Young people", value: null }]
        : participants.map(({ code, displayName, accessRoute }) => ({
            key: displayName ?? code,
            value: accessRoute && routeChoices[accessRoute],
          })),
  };
}

function consent({ session, participants, consentEvents }: SessionRecord): AnswerSection {
  const newest = (participantId: string) =>
    new Map(
      consentEvents
        .filter((event) => event.participantId === participantId)
        .sort((a, b) => a.seq - b.seq)
        .map((event) => [`${event.scope} ${event.giver.id}`, event]),
    );
  const scopes = (participantId: string, agreed: boolean) => [
    ...new Set(
      [...newest(participantId).values()]
        .filter(({ answer }) => (answer === "yes") === agreed)
        .map(({ scope }) => scopeWords[scope]),
    ),
  ];
  return {
    heading: "Consent",
    to: paths.consent(session.id),
    answers: participants.map(({ id, code, displayName }) => {
      const yes = scopes(id, true);
      const no = scopes(id, false);
      const parts = [
        yes.length > 0 ? `Yes to: ${listInWords(yes)}` : "",
        no.length > 0 ? `No to: ${listInWords(no)}` : "",
      ];
      return { key: displayName ?? code, value: parts.filter(Boolean).join(". ") || null };
    }),
  };
}

function briefing({ session, participants, briefings }: SessionRecord): AnswerSection {
  return {
    heading: "Briefing",
    to: paths.briefing(session.id),
    answers: participants.map(({ id, code, displayName }) => {
      const last = briefings.filter(({ participantId }) => participantId === id).at(-1);
      return {
        key: displayName ?? code,
        value: last ? `${instantInWords(last.briefedAt, session.zone)}, by ${last.briefedBy}` : null,
      };
    }),
  };
}

function audienceNotice({ session }: SessionRecord): AnswerSection {
  const notice = session.audienceNotice;
  return {
    heading: "Notice to the audience",
    to: paths.audienceNotice(session.id),
    answers: [
      { key: "Where it stands", value: notice?.where ?? null },
      { key: "Points it makes", value: notice ? countOf(notice.points.length, "point") : null },
    ],
  };
}
