import { Temporal } from "temporal-polyfill";
import { decisionScopes, decisionTitle, isDecision } from "~/domain/consent/decision-words";
import { scopeWords } from "~/domain/consent/words";
import type { ExportFormat } from "~/domain/record/fields";
import type { SessionRecord } from "~/domain/record/schema";
import { sessionStatements, type SessionStatementKind } from "~/domain/session/session-statements";
import { changesInWords } from "~/domain/sign-off/change-words";
import { instantInWords } from "~/domain/time/words";
import { roleWords } from "~/domain/people/role-words";
import { answerWords, eventWords, relationshipWords, sectionWords, spoken, writing } from "./words";

/** What the audit trail says of an event beyond the record itself. */
export type EventDetail =
  | { type: "session.changed"; section: string }
  | {
      type: "record.exported";
      format: ExportFormat;
      redacted: boolean;
      /** Why names left; null where none did, or where the reader may not know. */
      reason: string | null;
    };

export type HistoryEntry = {
  seq: number;
  /** The type of the audit event. */
  type: string;
  /** ISO 8601 in UTC. */
  at: string;
  /** In the session's zone. */
  when: string;
  what: string;
  more: string[];
  /** Null for what time or Greenroom did. */
  by: string | null;
};

/** A record's events in words, oldest first; of a redacted record, in its codes. `details`: by the event's number. */
export function recordHistory(
  record: SessionRecord,
  details: ReadonlyMap<number, EventDetail> = new Map(),
): HistoryEntry[] {
  const write = writing(record);
  return [...record.audit]
    .sort((a, b) => a.seq - b.seq)
    .map((event) => ({
      seq: event.seq,
      type: event.type,
      at: event.at,
      when: instantInWords(Temporal.Instant.from(event.at), record.session.zone),
      what: eventWords[event.type] ?? spoken(event.type),
      more: [...aboutWhat(record, event), ...inDetail(details.get(event.seq))],
      by: event.by === null ? null : write.staff(event.by),
    }));
}

function isSessionStatement(kind: string): kind is SessionStatementKind {
  return Object.hasOwn(sessionStatements, kind);
}

type AuditEntry = SessionRecord["audit"][number];

function aboutWhat(record: SessionRecord, { type, subject, at }: AuditEntry): string[] {
  const write = writing(record);
  const [kind = "", id = ""] = subject.split(":");
  const { session } = record;
  switch (kind) {
    case "consent": {
      const event = record.consentEvents.find((each) => each.id === id);
      if (!event) return [];
      const giver =
        event.giver.relationship === "self" ? "" : `, from ${relationshipWords[event.giver.relationship]}`;
      const words = `${answerWords[event.answer].toLowerCase()} to “${scopeWords[event.scope]}”${giver}`;
      return [`${write.participant(event.participantId)}: ${words}`];
    }
    case "participant":
      return [write.participant(id)];
    case "briefing": {
      const briefing = record.briefings.find((each) => each.id === id);
      return briefing ? [write.participant(briefing.participantId)] : [];
    }
    case "statement": {
      const statement = record.statements.find((each) => each.id === id);
      if (!statement) return [];
      if (isSessionStatement(statement.kind)) return [sessionStatements[statement.kind].words];
      if (!isDecision(statement)) return [];
      const scopes = decisionScopes(statement);
      const words = `${decisionTitle(statement)}${scopes ? `, on whether to ${scopes}` : ""}`;
      return [`${write.participant(statement.about.id)}: ${words}`];
    }
    case "assignment": {
      const assignment = session.assignments.find((each) => each.id === id);
      return assignment
        ? [
            `${write.adult(assignment.adultId)}, ${roleWords(assignment.role, session.kind).name.toLowerCase()}`,
          ]
        : [];
    }
    case "sign_off": {
      const signOff = record.signOffs.find((each) => each.id === id);
      return changesInWords(signOff?.events.find((each) => each.at === at)?.changes ?? []);
    }
    default:
      return ofSession(record, type, at);
  }
}

function ofSession({ session, acceptances, signOffs }: SessionRecord, type: string, at: string): string[] {
  switch (type) {
    case "session.signed_off": {
      const signOff = signOffs.find((each) => each.at === at);
      return acceptances
        .filter(({ signOffId }) => signOffId === signOff?.id)
        .map(({ requirement, reason }) => `Accepted ${requirement}: ${reason}`);
    }
    case "session.returned":
      return session.submissions.flatMap(({ returned }) => (returned?.at === at ? [returned.comments] : []));
    case "session.cancelled":
      return session.cancelled ? [session.cancelled.reason] : [];
    case "session.recorded_late":
      return session.recordedLate ? [session.recordedLate.reason] : [];
    default:
      return [];
  }
}

const formatWords: Record<ExportFormat, string> = {
  json: "JSON",
  pdf: "PDF",
  requirements_csv: "CSV of requirements",
  participants_csv: "CSV of young people",
};

function inDetail(detail: EventDetail | undefined): string[] {
  if (!detail) return [];
  if (detail.type === "session.changed") return [sectionWords[detail.section] ?? spoken(detail.section)];
  const { format, redacted, reason } = detail;
  return [
    `${formatWords[format]}, ${redacted ? "redacted" : "with names"}`,
    ...(reason ? [`Reason: ${reason}`] : []),
  ];
}
