import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { aRecord } from "../../tests/factories/record";
import { scenarios } from "../../tests/scenarios/all";
import { participantsCsv } from "./participants-csv";
import { exportFileName, exportRecord } from "./record-export";
import { requirementsCsv } from "./requirements-csv";
import { safeCell } from "./safe-cell";

const at = Temporal.Instant.from("2026-11-23T10:00:00Z");
const BOM = "\uFEFF";

function rows(csv: string): Record<string, string>[] {
  return parse<Record<string, string>>(csv, { bom: true, columns: true });
}

test("requirements: a row each, in order, with the rule set and the moment of the export", () => {
  const csv = requirementsCsv(exportRecord(scenarios["s01"]!, at, "The test asks for names"));
  const read = rows(csv);
  expect(read).toHaveLength(45);
  expect(read[0]).toMatchObject({
    session: "LY-0001",
    rules: "2026-11",
    exported_at: "2026-11-23T10:00:00Z",
  });
  expect(read[7]).toMatchObject({ requirement: "R08", status: "not_met", codes: "under_platform_age" });
  expect(read[7]?.findings).toContain("Milo will be 12 on the day");
  expect(csv.startsWith(BOM)).toBe(true);
  expect(csv.slice(1).split("\r\n")[0]).toMatch(/^("[a-z_]+",)+"[a-z_]+"$/);
});

test("participants: a row each by session code, with ages and the newest answers; no names unless asked for", () => {
  const record = scenarios["s08"]!;
  const redacted = participantsCsv(exportRecord(record, at, null));
  expect(rows(redacted)[0]).toMatchObject({
    code: "YP-01",
    name_shown: "",
    age_on_the_day: "17",
    joins_by: "guest_link",
    captured: "yes",
    consent_camera: "withdrawn (self)",
    consent_take_part: "yes (self)",
    consent_chat: "",
  });
  expect(redacted).not.toContain("Caspian");
  const named = rows(participantsCsv(exportRecord(record, at, "The test asks for names")));
  expect(named[0]).toMatchObject({ name_shown: "Caspian", age_on_the_day: "17" });
});

describe("a cell", () => {
  test.each([
    ["=1+1", "'=1+1"],
    ["+44 1632 960142", "'+44 1632 960142"],
    ["-2", "'-2"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["|cmd", "'|cmd"],
    ["%0A", "'%0A"],
    ["＝1", "'＝1"],
    ["  \u200B=1", "'  \u200B=1"],
    ["\t=1", "'\t=1"],
    ["\rx", "'\rx"],
    ["\u0000x", "'\u0000x"],
    ["a=1", "a=1"],
    ["2026-11", "2026-11"],
    ["", ""],
  ])("%j is written %j", (text, cell) => expect(safeCell(text)).toBe(cell));

  test("never begins with what a spreadsheet would run, and loses nothing (control 15)", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const cell = safeCell(text);
        expect(cell.endsWith(text)).toBe(true);
        expect(cell.replace(/^[\s\p{Cf}\p{Cc}]+/u, "")).not.toMatch(/^[=+\-@|%＝＋－＠]/u);
      }),
      { seed: 20261123 },
    );
  });
});

test("what a planner typed comes out whole and cannot run", () => {
  const typed = '=HYPERLINK("http://x.example","open"),\n"quoted"; ünï';
  const record = aRecord({}, (made) => {
    made.participants[0]!.displayName = typed;
  });
  const [first] = rows(participantsCsv(exportRecord(record, at, "The test asks for names")));
  expect(first?.name_shown).toBe(`'${typed}`);
});

test("file names tell the reference, the moment and whether names are in it", () => {
  const record = scenarios["s01"]!;
  expect(exportFileName(exportRecord(record, at, null), ".json")).toBe("LY-0001-20261123T100000Z.json");
  expect(exportFileName(exportRecord(record, at, "Inspection"), ".pdf")).toBe(
    "LY-0001-20261123T100000Z-named.pdf",
  );
});
