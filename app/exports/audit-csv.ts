import { auditWords } from "./audit-words";
import { csvText } from "./csv-file";

export type AuditLine = {
  seq: number;
  at: string;
  type: string;
  by: string | null;
  session: { reference: string } | null;
  member: string | null;
  roles: readonly string[];
  page: string | null;
};

const COLUMNS = ["row", "at", "event", "what", "by", "session", "about", "roles", "page"];

/** What a search of the audit trail found, for spreadsheets. `row` is the number in the chain; times are in UTC. */
export function auditCsv(lines: readonly AuditLine[]): string {
  return csvText([
    COLUMNS,
    ...lines.map(({ seq, at, type, by, session, member, roles, page }) => [
      seq,
      at,
      type,
      auditWords(type),
      by,
      session?.reference ?? null,
      member,
      roles.join(" "),
      page,
    ]),
  ]);
}
