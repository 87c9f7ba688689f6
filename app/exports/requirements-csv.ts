import { fixesInWords } from "~/domain/readiness/fix-words";
import { csvFile } from "./csv-file";
import type { RecordExport } from "./record-export";

const columns = [
  "requirement",
  "title",
  "status",
  "strength",
  "source",
  "fact",
  "findings",
  "codes",
  "to_put_right",
] as const;

/** A row for each requirement, in order, with what stands in the way and how to put it right. */
export function requirementsCsv(of: RecordExport): string {
  const rows = of.readiness.requirements.map(({ id, title, status, strength, source, fact, findings }) => ({
    requirement: id,
    title,
    status,
    strength,
    source,
    fact,
    findings: findings.map(({ headline, message }) => `${headline}. ${message}`.trim()).join(" / "),
    codes: findings.map(({ code }) => code).join(" "),
    to_put_right: findings
      .map(({ fixes }) => fixesInWords(fixes))
      .filter(Boolean)
      .join(" / "),
  }));
  return csvFile(of, columns, rows);
}
