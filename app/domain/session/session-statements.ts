import type { Readiness } from "../readiness/result";
import type { SessionRecord } from "../record/schema";
import type { Statement, StatementKind } from "../record/statement";
import { newestOf } from "../time/order";
import { dateInWords, parseDate } from "../time/words";

type Worded = {
  /** The requirement that asks for it. */
  requirement: string;
  /** Counts the wordings; a statement keeps the one that was on the page. */
  version: number;
  words: string;
};

/** What people state about one session, in the words that they see. */
export const sessionStatements = {
  organisation_accounts_only: {
    requirement: "R01",
    version: 1,
    words: "Only our organisation’s accounts are used for this session",
  },
  no_personal_details: {
    requirement: "R02",
    version: 1,
    words: "No personal details of staff are given out",
  },
  no_therapeutic_conversations: {
    requirement: "R12",
    version: 1,
    words:
      "There are no therapeutic conversations, and a disclosure by a young person is moved off the stream",
  },
  can_report_and_remove: {
    requirement: "R23",
    version: 1,
    words: "Whoever looks after the stream knows how to report, mute and remove",
  },
  identity_hidden: {
    requirement: "R25",
    version: 1,
    words:
      "Backgrounds, uniforms, location tags, the title and captions were checked: nothing says who anybody is",
  },
  needs_asked: {
    requirement: "R24",
    version: 1,
    words: "We asked about access needs and tried the features",
  },
  needs_considered: {
    requirement: "R26",
    version: 1,
    words: "I thought of each young person",
  },
  no_child_on_camera: {
    requirement: "R15",
    version: 1,
    words: "No child is on camera or heard",
  },
  lead_considered: {
    requirement: "R27",
    version: 1,
    words: "I have considered the participants, and arrangements are in place",
  },
  lead_content_note: {
    requirement: "R32",
    version: 1,
    words: "The sensitive parts are handled well for the young people who watch",
  },
} as const satisfies Partial<Record<StatementKind, Worded>>;

export type SessionStatementKind = keyof typeof sessionStatements;

/** How a statement stands: `again` where it was made before something that it speaks of changed. */
export type Stated = {
  state: "missing" | "stated" | "again" | "refused";
  by: string;
  on: string;
  note: string | null;
};

/** The newest statement of a kind about the session, and whether it still counts. */
export function statedOf(record: SessionRecord, readiness: Readiness, kind: SessionStatementKind): Stated {
  const statement = newestStatement(record, kind);
  if (!statement) return { state: "missing", by: "", on: "", note: null };
  const { requirement } = sessionStatements[kind];
  const codes = readiness.requirements
    .filter(({ id }) => id === requirement)
    .flatMap(({ findings }) => findings.map(({ code }) => code));
  const again = codes.some((code) => outdated.includes(code));
  const by = record.organisation.staff.find(({ id }) => id === statement.by)?.name ?? "somebody who has left";
  return {
    state: again ? "again" : statement.answer === "no" ? "refused" : "stated",
    by,
    on: dateInWords(parseDate(statement.statedOn)),
    note: statement.note,
  };
}

const outdated = ["statement_outdated", "lead_outdated", "lead_note_missing"];

function newestStatement({ statements, session }: SessionRecord, kind: StatementKind): Statement | null {
  const made = statements.filter(
    (each) => each.kind === kind && each.about.kind === "session" && each.about.id === session.id,
  );
  return newestOf(made, ({ recordedAt }) => recordedAt);
}
