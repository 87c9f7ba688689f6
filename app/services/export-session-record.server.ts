import { createHash } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { keepExportReason } from "~/data/export-reasons.server";
import { newId } from "~/data/new-id.server";
import { findWholeSession } from "~/data/session-page.server";
import type { Actor } from "~/domain/actor";
import { may } from "~/domain/permissions";
import type { ExportFormat } from "~/domain/record/fields";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { isConfirmed, notConfirmed } from "~/domain/second-step";
import { exportFileOf, type ExportFile } from "~/exports/export-file.server";
import { exportRecord, type RecordExport } from "~/exports/record-export";
import { change, type Clock } from "./change.server";
import { oneExportAtATime } from "./one-export-at-a-time.server";

export type ExportWish = {
  format: ExportFormat;
  /** Why names are needed; null for the redacted record. */
  namesBecause: string | null;
};

/**
 * Makes one file of a session's record and records that it left: format, whether it is redacted and the SHA-256 of the
 * file's bytes in the audit trail, the reason for names in a row that can be erased. The file is made first, outside
 * any transaction, so it does not hold its own event; a file that cannot be made leaves no trace. Each call is an
 * export of its own: a form that is sent twice sends two files, and both are recorded.
 *
 * Refusals: `not_found`; `forbidden` for names without the role (field `names`); `not_confirmed` for
 * names; `reason_required` (field `reason`); `export_running` while another one is made for the organisation;
 * `pdf_failed` and `letters_missing` (field `format`), where the record can still leave as JSON or CSV.
 */
export async function exportSessionRecord(
  actor: Actor,
  sessionId: string,
  { format, namesBecause }: ExportWish,
  { clock = Temporal.Now.instant }: { clock?: Clock | undefined } = {},
): Promise<Outcome<ExportFile>> {
  const at = clock().round("millisecond");
  const found = await findWholeSession(actor, sessionId, at);
  if (!found || !may(actor, "record.export_redacted", found.subject))
    return refuse("not_found", "There is no such session.");
  const reason = namesBecause?.trim() ?? null;
  if (reason !== null && !may(actor, "record.export_named", found.subject))
    return refuse("forbidden", "You may export the redacted record, not one with names.", "names");
  if (reason !== null && !isConfirmed(actor, at.toString())) return notConfirmed;
  if (reason === "") return refuse("reason_required", "Enter why names are needed", "reason");

  return oneExportAtATime(actor, "session_record", () =>
    makeAndRecord(actor, { sessionId, format, reason, at, of: exportRecord(found.record, at, reason) }),
  );
}

type Export = {
  sessionId: string;
  format: ExportFormat;
  reason: string | null;
  at: Temporal.Instant;
  of: RecordExport;
};

async function makeAndRecord(
  actor: Actor,
  { sessionId, format, reason, at, of }: Export,
): Promise<Outcome<ExportFile>> {
  const made = await exportFileOf(of, format);
  if (!made.ok) return refuse(made.code, made.message, "format");
  const digest = createHash("sha256").update(made.file.bytes).digest("hex");
  const recorded = await change(
    actor,
    async ({ tx, now, record: note }) => {
      const exportId = newId();
      if (reason !== null) {
        const { organisationId } = actor;
        await keepExportReason(tx, { organisationId, exportId, sessionId, reason, exportedAt: now });
      }
      note({
        type: "record.exported",
        subject: `session:${sessionId}`,
        sessionId,
        exportId,
        format,
        redacted: reason === null,
        digest,
      });
      return accept({ exportId });
    },
    { clock: () => at },
  );
  return recorded.ok ? accept(made.file) : recorded;
}
