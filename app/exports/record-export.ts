import type { Temporal } from "temporal-polyfill";
import { evaluate } from "~/domain/readiness/evaluate";
import type { Readiness } from "~/domain/readiness/result";
import { digestOf } from "~/domain/record/digest";
import { redactRecord } from "~/domain/record/redact";
import type { SessionRecord } from "~/domain/record/schema";
import { statusOf, statusWords } from "~/domain/session/status";
import { materialFacts } from "~/domain/sign-off/material-facts";

/** One export of one session record: what every file of it says alike. */
export type RecordExport = {
  /** As it leaves: redacted unless names were asked for with a reason. */
  record: SessionRecord;
  readiness: Readiness;
  /** What a person sees of the session, in words. */
  status: string;
  exportedAt: Temporal.Instant;
  /** Why names are in it; `null` where they are not. */
  namesBecause: string | null;
};

/**
 * Makes an export out of the full record. Names are left out unless `namesBecause` gives a reason; whether the person
 * may have them is for the caller to decide.
 */
export function exportRecord(
  full: SessionRecord,
  exportedAt: Temporal.Instant,
  namesBecause: string | null,
): RecordExport {
  const record = namesBecause === null ? redactRecord(full) : full;
  const status = statusOf(full, evaluate(full, exportedAt), digestOf(materialFacts(full)));
  return {
    record,
    readiness: evaluate(record, exportedAt),
    status: statusWords[status],
    exportedAt,
    namesBecause,
  };
}

/** A file name that tells the session's reference and the moment, and nobody's name. */
export function exportFileName({ record, exportedAt, namesBecause }: RecordExport, ending: string): string {
  const reference = record.session.reference.replace(/[^A-Za-z0-9-]+/g, "-");
  const moment = exportedAt.toString({ smallestUnit: "second" }).replace(/[-:]/g, "").replace(/Z$/, "Z");
  return `${reference}-${moment}${namesBecause === null ? "" : "-named"}${ending}`;
}
