import { stringify } from "csv-stringify/sync";
import type { RecordExport } from "./record-export";
import { safeCell } from "./safe-cell";

type Cell = string | number | boolean | null;

/**
 * A CSV file for spreadsheets: UTF-8 with a byte order mark, every cell quoted and safe, lines ended as RFC 4180 says.
 * Every row begins with the session's reference, the rule set and the moment of the export, so that rows of several
 * files can stand in one sheet.
 */
export function csvFile<T extends string>(
  { record, readiness, exportedAt }: RecordExport,
  columns: readonly T[],
  rows: Record<T, Cell>[],
): string {
  const head = ["session", "rules", "exported_at"];
  const start = [record.session.reference, readiness.rules, exportedAt.toString()];
  return csvText([
    [...head, ...columns],
    ...rows.map((row) => [...start, ...columns.map((column) => row[column])]),
  ]);
}

/** Lines of cells as such a file: with its mark, quoted and safe. */
export function csvText(lines: readonly (readonly Cell[])[]): string {
  return stringify(
    lines.map((line) => line.map((cell) => safeCell(cellText(cell)))),
    { bom: true, quoted: true, record_delimiter: "windows" },
  );
}

function cellText(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "boolean") return cell ? "yes" : "no";
  return String(cell);
}
