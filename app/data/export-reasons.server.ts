import type { Transaction } from "./database.server";
import { toStored } from "./stored-time.server";

export type ExportReason = {
  organisationId: string;
  exportId: string;
  sessionId: string;
  reason: string;
  /** ISO 8601 in UTC. */
  exportedAt: string;
};

/** Keeps why names left, apart from the audit trail, so that it can be erased. */
export async function keepExportReason(tx: Transaction, { exportedAt, ...row }: ExportReason): Promise<void> {
  await tx.exportReason.create({ data: { ...row, exportedAt: toStored(exportedAt) } });
}
