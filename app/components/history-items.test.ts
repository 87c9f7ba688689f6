import { expect, test } from "vitest";
import { historyItems, type HistoryLine } from "./history-items";

function line(seq: number, type: string, more: string[] = [], at = "2026-11-12T11:00:00Z"): HistoryLine {
  return { seq, type, at, when: "12 November 2026 at 11am", what: type, more, by: "Amina Farrow" };
}

const shown = (lines: HistoryLine[]) => historyItems(lines).map(({ type, more }) => [type, ...more]);

test("what one edit did stands together, without the word that the plan changed", () => {
  const lines = [
    line(1, "consent.recorded", ["YP-01: yes to “take part”"]),
    line(2, "consent.recorded", ["YP-01: yes to “be heard”"]),
    line(3, "session.changed", ["Consent"]),
  ];
  expect(shown(lines)).toEqual([
    ["consent.recorded", "YP-01: yes to “take part”", "YP-01: yes to “be heard”"],
  ]);
});

test("an edit that nothing else tells of stays, and the newest comes first", () => {
  const lines = [
    line(1, "session.created"),
    line(2, "session.changed", ["Details"]),
    line(3, "participant.added", ["YP-01"], "2026-11-12T12:00:00Z"),
    line(4, "session.changed", ["Who takes part"], "2026-11-12T12:00:01Z"),
  ];
  expect(shown(lines)).toEqual([
    ["session.changed", "Who takes part"],
    ["participant.added", "YP-01"],
    ["session.changed", "Details"],
    ["session.created"],
  ]);
});

test("what different people did, or at different moments, stays apart", () => {
  const later = line(2, "briefing.given", ["YP-02"], "2026-11-12T11:00:01Z");
  const other = { ...line(3, "briefing.given", ["YP-03"], later.at), by: "Wren Castellow" };
  expect(shown([line(1, "briefing.given", ["YP-01"]), later, other])).toHaveLength(3);
});
