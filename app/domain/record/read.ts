import { schemaProblems, type ReadProblem } from "./reading/schema-problems";
import { senseProblems } from "./reading/sense-problems";
import { textProblems } from "./reading/text-problems";
import { sessionRecord, type SessionRecord } from "./schema";

export type ReadResult = { ok: true; record: SessionRecord } | { ok: false; problems: ReadProblem[] };

/**
 * A session record out of parsed JSON, or everything that keeps it from being one: a field that the format does not
 * know, a field that is missing or malformed, an id that stands there twice or refers to nothing, an end that is not
 * after the start or more than 24 hours later, an unknown time zone, another rule set. What it accepts, `evaluate` can
 * judge.
 */
export function readSessionRecord(json: unknown): ReadResult {
  const parsed = sessionRecord.safeParse(json, { reportInput: true });
  if (!parsed.success) return { ok: false, problems: schemaProblems(parsed.error) };
  const problems = [...textProblems(parsed.data), ...senseProblems(parsed.data)];
  return problems.length === 0 ? { ok: true, record: parsed.data } : { ok: false, problems };
}
