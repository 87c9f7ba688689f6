import { createHash } from "node:crypto";
import { inflateSync } from "node:zlib";
import { Temporal } from "temporal-polyfill";
import { expect } from "vitest";
import { readOrganisation } from "~/data/database.server";
import type { Actor } from "~/domain/actor";
import { exportFormat, type ExportFormat } from "~/domain/record/fields";
import { readSessionRecord } from "~/domain/record/read";
import type { SessionRecord } from "~/domain/record/schema";
import { exportSessionRecord, type ExportWish } from "~/services/export-session-record.server";
import { makeMember } from "../factories/organisation";
import { test as base } from "../support/open-database";
import { storeScenario, type StoredSession } from "../support/stored-session";

const test = base.extend<{ stored: StoredSession }>({
  stored: async ({ connection: _connection }, use) => use(await storeScenario("s05")),
});
const clock = () => Temporal.Instant.from("2026-12-01T12:00:00.5Z");
const MOMENT = "20261201T120000Z";

function exported(actor: Actor, { sessionId }: StoredSession, wish: Partial<ExportWish> = {}) {
  return exportSessionRecord(actor, sessionId, { format: "json", namesBecause: null, ...wish }, { clock });
}

async function file(actor: Actor, stored: StoredSession, wish: Partial<ExportWish> = {}) {
  const outcome = await exported(actor, stored, wish);
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  return { ...outcome.value, text: opened(Buffer.from(outcome.value.bytes)) };
}

/** What is in a file, the compressed parts of a PDF among it. */
function opened(bytes: Buffer): string {
  const parts = [bytes.toString("utf8")];
  for (let from = bytes.indexOf("stream\n"); from >= 0; from = bytes.indexOf("stream\n", from + 1)) {
    try {
      parts.push(inflateSync(bytes.subarray(from + 7, bytes.indexOf("endstream", from))).toString("utf8"));
    } catch {
      continue;
    }
  }
  return parts.join("\n");
}

/** Everything in the trail and beside it that an export of this session left behind. */
function traces({ record, sessionId }: StoredSession) {
  const organisationId = record.organisation.id;
  return readOrganisation({ organisationId, actorId: null }, async (tx) => {
    const rows = await tx.auditEvent.findMany({ where: { organisationId }, orderBy: { seq: "asc" } });
    return {
      events: rows
        .map(({ payload }) => payload as Record<string, unknown>)
        .filter(({ type }) => type === "record.exported"),
      reasons: await tx.exportReason.findMany({ where: { sessionId } }),
    };
  });
}

/** Every name, address and number of a person in the record that a redacted file may not hold. */
function canaries({ participants, adults, organisation, consentEvents, session }: SessionRecord): string[] {
  return [
    ...participants.flatMap(({ firstName, surname, birth, displayName }) => [
      firstName,
      surname,
      birth,
      displayName,
    ]),
    ...adults.flatMap(({ name, email }) => [name, email]),
    ...organisation.staff.map(({ name }) => name),
    ...consentEvents.map(({ giver }) => giver.name),
    ...session.assignments.map(({ contact }) => contact),
    session.title,
  ].filter((text) => text !== null);
}

test("control 20: a redacted file is what anybody gets who does not ask for more, and holds nobody's name", async ({
  stored,
}) => {
  for (const format of exportFormat.options) {
    const { text, bytes } = await file(stored.amina, stored, { format });
    expect(bytes.length).toBeGreaterThan(500);
    for (const canary of canaries(stored.record)) expect(text).not.toContain(canary);
    expect(text).toContain("LY-0001");
  }
});

test("each export is an event with the digest of what was sent", async ({ stored }) => {
  const { bytes } = await file(stored.amina, stored);
  await file(stored.amina, stored);
  const { events, reasons } = await traces(stored);
  expect(events).toHaveLength(2);
  expect(events[0]).toMatchObject({
    by: stored.amina.userId,
    at: "2026-12-01T12:00:00.5Z",
    sessionId: stored.sessionId,
    format: "json",
    redacted: true,
    digest: createHash("sha256").update(bytes).digest("hex"),
  });
  expect(events[0]?.["exportId"]).not.toBe(events[1]?.["exportId"]);
  expect(reasons).toEqual([]);
});

test.for(["idris", "petra", "rowan"] as const)(
  "names leave for %s with a reason, which stands beside the trail and not in it",
  async (who, { stored }) => {
    const reason = "Asked for by the inspector, case 7";
    const { text, name } = await file(stored[who], stored, { namesBecause: ` ${reason} ` });
    expect(text).toContain("Cattermoss");
    expect(name).toBe(`LY-0001-${MOMENT}-named.json`);
    const { events, reasons } = await traces(stored);
    expect(events).toMatchObject([{ redacted: false, format: "json", by: stored[who].userId }]);
    expect(JSON.stringify(events)).not.toContain("inspector");
    expect(reasons).toMatchObject([{ exportId: events[0]?.["exportId"], reason }]);
  },
);

test("names need a reason", async ({ stored }) => {
  const outcome = await exported(stored.idris, stored, { namesBecause: " \n" });
  expect(outcome).toMatchObject({ ok: false, refusal: { code: "reason_required", field: "reason" } });
  expect((await traces(stored)).events).toEqual([]);
});

test("a planner and a reviewer get the redacted record only", async ({ stored }) => {
  const reviewer = await makeMember(stored.amina, ["reviewer"]);
  for (const actor of [stored.amina, reviewer]) {
    const outcome = await exported(actor, stored, { namesBecause: "Curious" });
    expect(outcome).toMatchObject({ ok: false, refusal: { code: "forbidden" } });
  }
  expect((await traces(stored)).events).toEqual([]);
  expect((await file(reviewer, stored)).text).not.toContain("Cattermoss");
});

test("a session out of sight does not exist", async ({ stored }) => {
  for (const actor of [stored.sorrel, stored.stranger, { ...stored.amina, roles: [] }]) {
    const outcome = await exported(actor, stored);
    expect(outcome).toMatchObject({ ok: false, refusal: { code: "not_found" } });
  }
  const nowhere = await exportSessionRecord(
    stored.idris,
    "not-an-id",
    { format: "json", namesBecause: null },
    { clock },
  );
  expect(nowhere).toMatchObject({ ok: false, refusal: { code: "not_found" } });
  expect((await traces(stored)).events).toEqual([]);
});

test("the JSON can be read again; the PDF says that it is tagged PDF/A-3a and carries the JSON", async ({
  stored,
}) => {
  const json = await file(stored.amina, stored);
  expect(readSessionRecord(JSON.parse(json.text))).toMatchObject({ ok: true });
  const pdf = await file(stored.amina, stored, { format: "pdf" });
  expect(pdf.text.startsWith("%PDF-1.7")).toBe(true);
  expect(pdf.text).toMatch(/<pdfaid:part>3<\/pdfaid:part>/);
  expect(pdf.text).toMatch(/<pdfaid:conformance>A<\/pdfaid:conformance>/);
  expect(pdf.text).toContain("/Marked true");
  expect(pdf.text).toContain('"format": "greenroom.session-record/1"');
});

test("a file is named by reference and moment", async ({ stored }) => {
  const named = async (format: ExportFormat) => {
    const { name, type } = await file(stored.amina, stored, { format });
    return [name, type];
  };
  expect(await named("json")).toEqual([`LY-0001-${MOMENT}.json`, "application/json"]);
  expect(await named("pdf")).toEqual([`LY-0001-${MOMENT}.pdf`, "application/pdf"]);
  expect(await named("requirements_csv")).toEqual([
    `LY-0001-${MOMENT}-requirements.csv`,
    "text/csv; charset=utf-8",
  ]);
  expect(await named("participants_csv")).toEqual([
    `LY-0001-${MOMENT}-participants.csv`,
    "text/csv; charset=utf-8",
  ]);
});

test("a PDF that cannot be made is no export, and the record still leaves as JSON", async ({
  connection: _connection,
}) => {
  const stored = await storeScenario("s05", {
    change: ({ organisation }) => {
      organisation.name = "Lanternmoor \u{1F1FF}\u{10380}\u{12000}";
    },
  });
  const outcome = await exported(stored.amina, stored, { format: "pdf" });
  expect(outcome).toMatchObject({ ok: false, refusal: { code: "letters_missing", field: "format" } });
  expect((await traces(stored)).events).toEqual([]);
  expect((await file(stored.amina, stored)).bytes.length).toBeGreaterThan(500);
});
