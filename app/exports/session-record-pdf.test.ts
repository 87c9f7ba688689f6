import { setImmediate } from "node:timers/promises";
import { inflateSync } from "node:zlib";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import type { SessionRecord } from "~/domain/record/schema";
import { aRecord } from "../../tests/factories/record";
import { scenarios } from "../../tests/scenarios/all";
import { contentOf } from "./pdf/content-of";
import { plainText } from "./pdf/plain-text";
import { exportRecord } from "./record-export";
import { sessionRecordJson } from "./session-record-json";
import { sessionRecordPdf } from "./session-record-pdf.server";

const at = Temporal.Instant.from("2026-11-23T10:00:00Z");
const names = [
  "Siân Gwŷn",
  "Świętosława Łoś",
  "محمد",
  "שרה",
  "আয়েশা",
  "गीता",
  "ਗੁਰਪ੍ਰੀਤ",
  "王小明",
  "Ніна",
  "Sam 🎸",
];

function shown(...displayNames: string[]): SessionRecord {
  return aRecord({}, (record) => {
    displayNames.forEach((displayName, index) => {
      const known = record.participants[index % record.participants.length]!;
      const code = `YP-${String(index + 1).padStart(2, "0")}`;
      record.participants[index] = { ...known, id: `p-${index}`, personId: `q-${index}`, code, displayName };
    });
  });
}

async function made(record: SessionRecord, namesBecause: string | null): Promise<Buffer> {
  const pdf = await sessionRecordPdf(exportRecord(record, at, namesBecause));
  if (!pdf.ok) throw new Error(pdf.message);
  return Buffer.from(pdf.bytes);
}

/** Everything in a PDF that is compressed, opened, with what was not. */
function opened(pdf: Buffer): string {
  const parts: string[] = [pdf.toString("latin1")];
  for (let from = pdf.indexOf("stream\n"); from >= 0; from = pdf.indexOf("stream\n", from + 1)) {
    const end = pdf.indexOf("endstream", from);
    try {
      parts.push(inflateSync(pdf.subarray(from + 7, end)).toString("utf8"));
    } catch {
      parts.push(pdf.subarray(from + 7, end).toString("utf8"));
    }
  }
  return parts.join("\n");
}

test("is tagged, in a language, says that it is PDF/A-3a, and names nobody in what describes it", async () => {
  const text = opened(await made(scenarios["s08"]!, null));
  expect(text).toMatch(/<pdfaid:part>3<\/pdfaid:part>/);
  expect(text).toMatch(/<pdfaid:conformance>A<\/pdfaid:conformance>/);
  expect(text).toContain("/StructTreeRoot");
  expect(text).toContain("/Marked true");
  expect(text).toContain("/Lang (en-GB)");
  expect(text).toMatch(/\/S\s*\/TH\b/);
  expect(text).toMatch(/\/S\s*\/H2\b/);
  expect(text).toContain("Session record LY-0001");
  expect(text).not.toMatch(/\/OpenAction|\/JavaScript|\/Launch/);
});

test("carries the record's JSON, byte for byte, as its source", async () => {
  const of = exportRecord(scenarios["s08"]!, at, null);
  const text = opened(await made(scenarios["s08"]!, null));
  expect(text).toContain("/AFRelationship /Source");
  expect(text).toContain(sessionRecordJson(of.record));
});

test("holds no name of anybody when it is redacted", async () => {
  const record = scenarios["s08"]!;
  const page = JSON.stringify(contentOf(exportRecord(record, at, null), ""));
  const text = page + opened(await made(record, null));
  for (const name of ["Caspian", "Thorley", "Odalys", "Fennimore", "Idris", "New Year plans"])
    expect(text).not.toContain(name);
  expect(text).toContain("YP-01");
});

test("the same export gives the same bytes", async () => {
  const [one, other] = [await made(scenarios["s06"]!, null), await made(scenarios["s06"]!, null)];
  expect(one.equals(other)).toBe(true);
});

test("control 17: leaves the thread that answers pages free while it is made", async () => {
  let made = false;
  const pdf = sessionRecordPdf(exportRecord(scenarios["s06"]!, at, null)).finally(() => (made = true));
  let others = 0;
  for (; !made; others++) await setImmediate();
  expect(await pdf).toMatchObject({ ok: true });
  expect(others).toBeGreaterThan(10);
});

test.each(names)("shows %s", async (name) => {
  const of = exportRecord(shown(name), at, "The test asks for it");
  expect(JSON.stringify(contentOf(of, "").sections)).toContain(JSON.stringify(name).slice(1, -1));
  expect(await sessionRecordPdf(of)).toMatchObject({ ok: true });
});

test("refuses to leave out a letter that it cannot show, and says which", async () => {
  expect(await sessionRecordPdf(exportRecord(shown("김민준"), at, "The test asks for it"))).toMatchObject({
    ok: false,
    code: "letters_missing",
    letters: ["김", "민", "준"],
    message: expect.stringContaining("JSON and CSV") as string,
  });
});

test("reads nothing typed as markup, and turns no direction", async () => {
  const typed = '#panic("x") *bold* $x$ // \\ "quoted" [[ <label> @ref \u202Eabc\u202C\u0007';
  const pdf = await made(shown(typed), typed);
  expect(pdf.length).toBeGreaterThan(10_000);
  expect(plainText(typed)).toBe('#panic("x") *bold* $x$ // \\ "quoted" [[ <label> @ref abc ');
});
