import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { readSessionRecord } from "~/domain/record/read";
import { scenarios } from "../../tests/scenarios/all";
import { exportRecord } from "./record-export";
import { sessionRecordJson } from "./session-record-json";

const at = Temporal.Instant.from("2026-11-23T10:00:00Z");

test("what leaves can be read again, full and redacted", () => {
  for (const reason of [null, "Inspection"]) {
    const { record } = exportRecord(scenarios["s08"]!, at, reason);
    expect(readSessionRecord(JSON.parse(sessionRecordJson(record)))).toEqual({ ok: true, record });
  }
});

test("the order in which fields were built does not show", () => {
  const record = scenarios["s08"]!;
  const session = Object.fromEntries(Object.entries(record.session).reverse()) as typeof record.session;
  expect(sessionRecordJson({ ...record, session })).toBe(sessionRecordJson(record));
});

test("a redacted export keeps the session's status, which is told from the full record", () => {
  const record = scenarios["s08"]!;
  const redacted = exportRecord(record, at, null);
  expect(redacted.status).toBe(exportRecord(record, at, "Inspection").status);
  expect(redacted.readiness.redacted).toBe(true);
});
