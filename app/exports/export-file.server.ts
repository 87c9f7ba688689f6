import type { ExportFormat } from "~/domain/record/fields";
import { participantsCsv } from "./participants-csv";
import { exportFileName, type RecordExport } from "./record-export";
import { requirementsCsv } from "./requirements-csv";
import { sessionRecordJson } from "./session-record-json";
import { sessionRecordPdf } from "./session-record-pdf.server";

/** A file as it is sent: its name tells the reference, the moment and whether names are in it. */
export type ExportFile = { name: string; type: string; bytes: Uint8Array };

export type MadeFile =
  { ok: true; file: ExportFile } | { ok: false; code: "letters_missing" | "pdf_failed"; message: string };

/** One export as a file in one format. Only a PDF can fail; it says why in plain words. */
export async function exportFileOf(of: RecordExport, format: ExportFormat): Promise<MadeFile> {
  switch (format) {
    case "json":
      return text(of, ".json", "application/json", sessionRecordJson(of.record));
    case "requirements_csv":
      return text(of, "-requirements.csv", "text/csv; charset=utf-8", requirementsCsv(of));
    case "participants_csv":
      return text(of, "-participants.csv", "text/csv; charset=utf-8", participantsCsv(of));
    case "pdf": {
      const pdf = await sessionRecordPdf(of);
      if (!pdf.ok) return { ok: false, code: pdf.code, message: pdf.message };
      const name = exportFileName(of, ".pdf");
      return { ok: true, file: { name, type: "application/pdf", bytes: pdf.bytes } };
    }
  }
}

function text(of: RecordExport, ending: string, type: string, content: string): MadeFile {
  const file = { name: exportFileName(of, ending), type, bytes: new TextEncoder().encode(content) };
  return { ok: true, file };
}
