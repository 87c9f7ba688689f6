import { Temporal } from "temporal-polyfill";
import { evaluate } from "~/domain/readiness/evaluate";
import type { Finding, RequirementResult } from "~/domain/readiness/result";
import type { SessionRecord } from "~/domain/record/schema";

const NOW = "2026-11-23T10:00:00Z";

export function judged(id: string, record: SessionRecord, at = NOW): RequirementResult {
  const found = evaluate(record, Temporal.Instant.from(at)).requirements.find((one) => one.id === id);
  if (!found) throw new Error(`There is no requirement ${id}`);
  return found;
}

/**
 * What a requirement finds, as `code subject strength > sections`: whose rule it is, what it is about, and where it is put
 * right. A finding without words is a mistake.
 */
export function found(id: string, record: SessionRecord, at = NOW): string[] {
  return judged(id, record, at).findings.map(line);
}

function line({ code, subject, strength, headline, message, fixes }: Finding): string {
  if (!headline || !message || fixes.some(({ text }) => !text)) throw new Error(`${code} says nothing`);
  return `${code} ${subject} ${strength} > ${fixes.map(({ section }) => section).join(" ")}`;
}
