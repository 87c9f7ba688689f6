import { createHash } from "node:crypto";
import { contentOf } from "./pdf/content-of";
import { compilePdf } from "./pdf/compile-pdf.server";
import type { RecordExport } from "./record-export";
import { sessionRecordJson } from "./session-record-json";

export type PdfExport =
  | { ok: true; bytes: Uint8Array }
  | { ok: false; code: "letters_missing" | "pdf_failed"; message: string; letters: string[] };

/**
 * The record as a tagged PDF/A-3a with its JSON attached, dated by the moment of the export; the same export gives the
 * same bytes. Where it cannot be made, the answer says why in plain words, and the JSON holds the same record.
 */
export async function sessionRecordPdf(of: RecordExport): Promise<PdfExport> {
  const json = sessionRecordJson(of.record);
  const digest = createHash("sha256").update(json).digest("hex");
  const made = await compilePdf({ content: contentOf(of, digest), recordJson: json });
  if (made.ok) return made;
  const letters = missingLetters(made.problem);
  return letters.length > 0
    ? {
        ok: false,
        code: "letters_missing",
        letters,
        message: `The PDF was not made, because it cannot show ${letters.join(" ")}. The record can still be exported as JSON and CSV.`,
      }
    : {
        ok: false,
        code: "pdf_failed",
        letters,
        message:
          "The PDF could not be made on this computer. The record can still be exported as JSON and CSV.",
      };
}

/** The letters that no typeface holds, as the compiler names them. */
function missingLetters(problem: string): string[] {
  const found = [...problem.matchAll(/the text [\x60\\"]*([^\x60\\"]+)[\x60\\"]* could not be displayed/g)];
  return [...new Set(found.flatMap((match) => match[1] ?? []))].sort();
}
