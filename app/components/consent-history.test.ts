import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { WREN } from "../../tests/factories/lanternmoor";
import { aRecord, type Trait } from "../../tests/factories/record";
import { thenAnswered } from "../../tests/factories/traits";
import { viewAt } from "~/domain/readiness/view";
import type { ConsentEvent } from "~/domain/record/participant";
import { historyFacts } from "./consent-history";

const bryony = "bryony-cattermoss";
const at = "2026-11-22T12:00:00Z";

const said = (answer: ConsentEvent["answer"], more: Partial<Omit<ConsentEvent, "giver">> = {}): Trait =>
  thenAnswered({
    participantId: bryony,
    scope: "camera",
    answer,
    at,
    how: "link",
    recordedBy: bryony,
    ...more,
  });

/** The newest entries of the history, as title and first sentences. */
function newest(count: number, ...traits: Trait[]) {
  const view = viewAt(aRecord({}, ...traits), Temporal.Instant.from("2026-11-23T10:00:00Z"));
  return historyFacts(view, bryony, new Map())
    .slice(0, count)
    .map(({ title, sentences: [first] }) => [title, first]);
}

describe("the history of answers", () => {
  test("says that an answer came through a link, where nobody of the staff recorded it", () => {
    expect(newest(1, said("no"))).toEqual([["Be seen: no", "Answered through their link."]]);
    expect(newest(1, said("withdrawn"))).toEqual([
      ["Be seen: changed their mind", "Changed through their link."],
    ]);
  });

  test("says that a yes waits, and who spoke with them once it is confirmed", () => {
    const waits = "It follows a no, and waits until somebody has spoken with them.";
    expect(newest(1, said("no"), said("yes"))).toEqual([
      ["Be seen: yes", `Answered through their link. ${waits}`],
    ]);
    const confirmed = said("yes", { confirmedBy: { by: "user-gone", at } });
    const [[, words] = []] = newest(1, said("no"), confirmed);
    expect(words).toMatch(
      /^Answered through their link\. A worker spoke with them and confirmed it on .*2026/,
    );
  });

  test("keeps a correction beside what it corrects", () => {
    const yes = said("yes", { id: "wrong", how: "paper", recordedBy: WREN });
    const recordedAt = "2026-11-22T15:00:00Z";
    const right = said("no", { corrects: "wrong", how: "paper", recordedBy: WREN, recordedAt });
    const [[title, by] = [], [older, words] = []] = newest(2, yes, right);
    expect([title, older]).toEqual(["Be seen: no, put right", "Be seen: yes"]);
    expect(by).toMatch(/^Wren Castellow put right on .* what was written down wrongly\.$/);
    expect(words).toMatch(/Recorded by Wren Castellow\. Written down wrongly\. Put right on /);
  });
});
