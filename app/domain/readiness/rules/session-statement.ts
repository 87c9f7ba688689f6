import type { Temporal } from "temporal-polyfill";
import type { StatementKind } from "../../record/statement";
import type { Section } from "../result";
import { fix, silent, wrong, type RuleFinding } from "../rule";
import { olderThan, type View } from "../view";

/** A statement that somebody makes for this session, no older than what it speaks of. */
export function statedForSession(
  view: View,
  kind: StatementKind,
  what: string,
  since: Temporal.Instant | string | null = null,
  section: Section = "statements",
): RuleFinding[] {
  const statement = view.sessionStatement(kind);
  const fixes = [fix("State it", section)];
  if (!statement || olderThan(statement.recordedAt, since)) {
    return [
      silent(statement ? "statement_outdated" : "statement_missing", {
        subject: "session",
        headline: `Nobody has stated that ${what}`,
        message: statement
          ? "It was stated before something it speaks of changed."
          : "One tick by a person who knows.",
        fixes,
      }),
    ];
  }
  if (statement.answer === "yes") return [];
  return [
    wrong("statement_refused", {
      subject: "session",
      headline: `It was stated as not true that ${what}`,
      message: "Put it right, then state it again.",
      fixes,
    }),
  ];
}
