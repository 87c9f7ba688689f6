import { sessionRecord, type SessionRecord } from "~/domain/record/schema";

/**
 * The record as the file that others read: indented, every object's fields in the order of the format, lists as they
 * stand. The same record gives the same bytes. Values are raw, as they were typed.
 */
export function sessionRecordJson(record: SessionRecord): string {
  return `${JSON.stringify(sessionRecord.parse(record), null, 2)}\n`;
}
