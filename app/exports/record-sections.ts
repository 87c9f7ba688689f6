import { attendanceOf } from "~/domain/people/attendance";
import { scopeWords } from "~/domain/consent/words";
import { consentScope } from "~/domain/record/fields";
import type { ConsentEvent } from "~/domain/record/participant";
import type { SessionRecord } from "~/domain/record/schema";
import { sentenceCase } from "~/domain/sentence-case";
import { roleWords } from "~/domain/people/role-words";
import { routeWords } from "~/domain/people/route-words";
import { answersByScope } from "./answers-by-scope";
import { ageOf } from "./participants-csv";
import { recordHistory } from "./record-history";
import type { Section } from "./section";
import { answerWords, howWords, relationshipWords, writing } from "./words";

export function adultsSection(record: SessionRecord): Section {
  const write = writing(record);
  const rows = record.session.assignments.map((assignment) => {
    const { adultId, role, present, confirmed, device } = assignment;
    const stands = attendanceOf(assignment, record.session) === "confirmed";
    return [
      write.adult(adultId),
      roleWords(role, record.session.kind).name,
      present ? "Present throughout" : "Reachable",
      confirmed
        ? `${write.on(confirmed.recordedAt)}${stands ? "" : ", before the session was moved"}`
        : "Not yet",
      device ? sentenceCase(device.kind) : "Not recorded",
    ];
  });
  return {
    title: "Adults and their roles",
    blocks:
      rows.length === 0
        ? [{ kind: "text", text: "Nobody is assigned yet." }]
        : [
            {
              kind: "table",
              columns: [
                { title: "Adult", width: "2fr" },
                { title: "Role", width: "2fr" },
                { title: "Where", width: "2fr" },
                { title: "Confirmed", width: "auto" },
                { title: "Device", width: "auto" },
              ],
              rows,
            },
          ],
  };
}

export function participantsSection(record: SessionRecord): Section {
  const named = record.derived === null;
  const rows = record.participants.map((participant) => {
    const { exposure, notCaptured } = participant;
    const shown = Object.entries(exposure).flatMap(([what, on]) => (on ? [what] : []));
    const age = ageOf(record, participant);
    return [
      participant.code,
      ...(named ? [participant.displayName ?? "Not chosen"] : []),
      age === null ? "Not known" : String(age),
      participant.accessRoute ? routeWords[participant.accessRoute] : "Not recorded",
      notCaptured ? "Nothing is captured" : sentenceCase(shown.join(", ")) || "Nothing",
    ];
  });
  if (rows.length === 0) {
    const text =
      record.session.audience === "not_named" ? "The audience is not named." : "Nobody has been added yet.";
    return { title: "Young people", blocks: [{ kind: "text", text }] };
  }
  return {
    title: "Young people",
    blocks: [
      {
        kind: "table",
        columns: [
          { title: "Code", width: "auto" },
          ...(named ? [{ title: "Name shown", width: "2fr" }] : []),
          { title: "Age on the day", width: "auto" },
          { title: "Joins by", width: "2fr" },
          { title: "Seen, heard or read", width: "2fr" },
        ],
        rows,
      },
    ],
  };
}

/** What was answered about each scope, by newest answer. */
export function consentSection(record: SessionRecord): Section {
  const write = writing(record);
  const scopes = consentScope.options.filter((scope) =>
    record.consentEvents.some((event) => event.scope === scope),
  );
  if (scopes.length === 0)
    return { title: "Consent", blocks: [{ kind: "text", text: "No answer is recorded." }] };
  const summary = scopes.map((scope) => {
    const answers = record.participants.flatMap(({ id }) => answersByScope(record, id, scope));
    const who = (answer: ConsentEvent["answer"]) => list(answers.filter((event) => event.answer === answer));
    const unasked = record.participants
      .filter(({ id }) => answersByScope(record, id, scope).length === 0)
      .map(({ code }) => code);
    return [
      sentenceCase(scopeWords[scope]),
      who("yes"),
      who("no"),
      who("withdrawn"),
      unasked.join(", ") || "–",
    ];
  });
  return {
    title: "Consent",
    blocks: [
      {
        kind: "table",
        columns: ["To", "Yes", "No", "Withdrawn", "Not asked"].map((title, index) => ({
          title,
          width: index < 2 ? "3fr" : "2fr",
        })),
        rows: summary,
      },
    ],
  };

  function list(events: ConsentEvent[]): string {
    const givers = new Map<string, string[]>();
    for (const { participantId, giver } of events) {
      const code = write.participant(participantId);
      givers.set(code, [...(givers.get(code) ?? []), relationshipWords[giver.relationship]]);
    }
    return (
      [...givers]
        .map(([code, words]) => (words.join() === "themselves" ? code : `${code} (${words.join(", ")})`))
        .join(", ") || "–"
    );
  }
}

/** Every answer, in the order in which it was recorded. */
export function answersSection(record: SessionRecord): Section {
  const write = writing(record);
  const rows = [...record.consentEvents]
    .sort((a, b) => a.seq - b.seq)
    .map((event) => [
      write.when(event.at),
      write.participant(event.participantId),
      sentenceCase(scopeWords[event.scope]),
      `${answerWords[event.answer]}${event.corrects ? ", put right" : ""}`,
      `${sentenceCase(relationshipWords[event.giver.relationship])}, ${howWords[event.how]}`,
      `Version ${event.wording.version}, ${event.wording.language}`,
    ]);
  return {
    title: "Every answer, in the order in which it was recorded",
    blocks: [
      rows.length === 0
        ? { kind: "text", text: "No answer is recorded." }
        : {
            kind: "table",
            columns: [
              { title: "When", width: "auto" },
              { title: "Who", width: "auto" },
              { title: "To", width: "5fr" },
              { title: "Answer", width: "auto" },
              { title: "Given by", width: "5fr" },
              { title: "Wording", width: "4fr" },
            ],
            rows,
          },
    ],
  };
}

export function briefingSection(record: SessionRecord): Section {
  const write = writing(record);
  const inOrder = [...record.briefings].sort((a, b) => {
    const [one, other] = [write.participant(a.participantId), write.participant(b.participantId)];
    return one === other ? (a.briefedAt < b.briefedAt ? -1 : 1) : one < other ? -1 : 1;
  });
  const rows = inOrder.map((briefing) => [
    write.participant(briefing.participantId),
    write.when(briefing.briefedAt),
    sentenceCase(howWords[briefing.how]),
    briefing.briefedBy,
    `${briefing.points.length} of 6, version ${briefing.version}`,
  ]);
  return {
    title: "Briefing",
    blocks:
      rows.length === 0
        ? [{ kind: "text", text: "Nobody has been briefed yet." }]
        : [
            {
              kind: "table",
              columns: ["Who", "When", "How", "By", "Points told"].map((title, index) => ({
                title,
                width: index < 2 ? "auto" : "1fr",
              })),
              rows,
            },
          ],
  };
}

export function historySection(record: SessionRecord): Section {
  const rows = recordHistory(record).map(({ when, what, more, by }) => [
    when,
    more.length > 0 ? `${what}: ${more.join("; ")}` : what,
    by ?? "Greenroom",
  ]);
  return {
    title: "History",
    blocks:
      rows.length === 0
        ? [{ kind: "text", text: "This record carries no history." }]
        : [
            {
              kind: "table",
              columns: [
                { title: "When", width: "2fr" },
                { title: "What happened", width: "3fr" },
                { title: "By", width: "2fr" },
              ],
              rows,
            },
          ],
  };
}
