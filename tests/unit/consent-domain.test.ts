import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { giversOf, identifyGiver } from "~/domain/consent/giver-identity";
import { columnsOf, consentRows } from "~/domain/consent/matrix";
import { answersOnRecord, onRecord } from "~/domain/consent/on-record";
import { questionsFor } from "~/domain/consent/questions";
import {
  checkAnswers,
  followsNo,
  isFuture,
  validUntil,
  type RecordedAnswers,
} from "~/domain/consent/recording";
import { recordedLater, standingYes, waitingYes, withdrawableBy } from "~/domain/consent/withdrawal";
import { giverWords } from "~/domain/consent/words";
import { evaluate } from "~/domain/readiness/evaluate";
import { viewAt } from "~/domain/readiness/view";
import type { SessionRecord } from "~/domain/record/schema";
import { aRecord, type Trait } from "../factories/record";
import { neverAsked, thenAnswered } from "../factories/traits";
import { aYoungPerson, sixteenToSeventeen } from "../factories/young-people";
import { scenarios } from "../scenarios/all";

const NOW = Temporal.Instant.from("2026-11-23T10:00:00Z");
const at = "2026-11-22T12:00:00Z";
const bryony = "bryony-cattermoss";

function judged(record: SessionRecord) {
  const view = viewAt(record, NOW);
  const rows = consentRows(view, evaluate(record, NOW));
  const participant = view.participants[0];
  if (!participant) throw new Error("Nobody takes part");
  const cell = (scope: string) => rows[0]?.cells.find((each) => each.scope === scope);
  return { view, rows, participant, cell };
}

const five = (...traits: Trait[]) => judged(aRecord({}, ...traits));
const own = (
  scope: "camera" | "voice",
  answer: "yes" | "no" | "withdrawn",
  how: "paper" | "phone" = "phone",
) => thenAnswered({ participantId: bryony, scope, answer, how, at });

describe("the table of answers", () => {
  test("says yes with who, how and when, for the scopes that are used", () => {
    const { rows, cell } = five();
    expect(columnsOf(rows)).toEqual(["take_part", "camera", "voice", "name_shown"]);
    expect(rows.map(({ code }) => code)).toEqual(["YP-01", "YP-02", "YP-03", "YP-04", "YP-05"]);
    expect(cell("camera")).toMatchObject({ state: "yes", problem: null });
    expect(onRecord(cell("camera")!)[0]).toMatch(/^Themselves, in person, \d+ November 2026$/);
  });

  test("tells a no, a change of mind, silence and a yes that waits apart", () => {
    expect(five(own("camera", "no")).cell("camera")).toMatchObject({ state: "no", problem: null });
    expect(five(own("camera", "withdrawn")).cell("camera")?.state).toBe("withdrawn");
    const silent = neverAsked(({ scope, participantId }) => scope === "camera" && participantId === bryony);
    expect(five(silent).cell("camera")).toMatchObject({ state: "not_asked", answers: [], problem: null });
    const { cell } = five(own("camera", "no"), own("camera", "yes", "paper"));
    expect(cell("camera")).toMatchObject({
      state: "more_needed",
      problem: "A yes for Bryony follows a no",
    });
    expect(onRecord(cell("camera")!)).toEqual([
      "Themselves: yes, waits until somebody has spoken with them, on paper, 22 November 2026",
    ]);
    expect(answersOnRecord(cell("camera"))).toEqual(onRecord(cell("camera")!));
    expect(answersOnRecord(undefined)).toEqual([]);
  });

  test("names a parent's missing answer beside the young person's own", () => {
    const young = aYoungPerson("Safiya", "Brindlemoor", "2011-03-02", { parent: "not_asked" });
    const { cell } = judged(aRecord({ participants: [young, ...sixteenToSeventeen(4)] }));
    expect(cell("camera")).toMatchObject({
      state: "more_needed",
      problem: "No parent or carer has agreed that Safiya may be seen on camera",
    });
  });

  test("shows a parent's no as a no", () => {
    const young = aYoungPerson("Safiya", "Brindlemoor", "2011-03-02", { parent: { camera: "no" } });
    const { cell } = judged(aRecord({ participants: [young, ...sixteenToSeventeen(4)] }));
    expect(cell("camera")?.state).toBe("no");
    expect(cell("camera")?.answers.map(({ counts }) => counts)).toEqual(["yes", "no"]);
  });
});

describe("what is asked", () => {
  test("names the reason, who sees a recording and until when", () => {
    const { view, participant } = judged(scenarios["s03"]!);
    const question = questionsFor(view, participant).find(({ scope }) => scope === "recording_kept");
    expect(question).toEqual({
      scope: "recording_kept",
      organisations: [],
      until: "2027-01-11",
      tell: [
        "Why we record: The band's own feedback.",
        "Who can see it: Odalys Fennimore and Brogan Ashdune.",
        "It is kept until 11 January 2027.",
      ],
    });
    expect(validUntil(question!, null)).toBe("2027-01-11");
    expect(validUntil(question!, "2026-12-24")).toBe("2026-12-24");
    expect(validUntil({ ...question!, scope: "camera" }, null)).toBeNull();
  });

  test("names the other organisation", () => {
    const { view } = judged(scenarios["s06"]!);
    const anouk = view.participants.find(({ displayName }) => displayName === "Anouk")!;
    const questions = questionsFor(view, anouk);
    const other = questions.find(({ scope }) => scope === "third_party");
    expect(other?.organisations).toEqual(["Kestrel & Plum Arts Festival"]);
    expect(other?.tell).toEqual([
      "The other organisation is Kestrel & Plum Arts Festival.",
      "Ask us what they get to know about you.",
    ]);
    expect(new Set(questions.map(({ scope }) => scope)).size).toBe(questions.length);
    expect(questions.find(({ scope }) => scope === "rebroadcast")?.tell[0]).toMatch(
      /^The other organisation/,
    );
  });
});

describe("who answers", () => {
  const mother = { relationship: "parent" as const, giverId: "dana" };
  const withMother = () => {
    const { view, participant } = five(
      thenAnswered({ participantId: bryony, scope: "camera", at, ...mother }),
      (record) => {
        const last = record.consentEvents.at(-1)!;
        last.giver.name = "Dana Cattermoss";
        record.consentEvents.unshift(last);
      },
    );
    return { participant, events: view.facts.consentEvents };
  };

  test("is one person under one name, the young person first", () => {
    const { participant, events } = withMother();
    expect(giversOf(events, bryony).map(({ id }) => id)).toEqual([bryony, "dana"]);
    const named = (name: string) =>
      identifyGiver({ kind: "new", relationship: "parent", name }, participant, events, "fresh")?.id;
    expect(named("DANA  cattermoss")).toBe("dana");
    expect(named("Ezra Cattermoss")).toBe("fresh");
    const authority = { kind: "new", relationship: "local_authority", name: "Dana Cattermoss" } as const;
    expect(identifyGiver(authority, participant, events, "fresh")?.id).toBe("fresh");
    expect(identifyGiver({ kind: "known", id: bryony }, participant, events, "fresh")?.id).toBe(bryony);
    const byLink = events.map((event) =>
      event.giver.id === bryony ? { ...event, giver: { ...event.giver, id: "bryony-by-link" } } : event,
    );
    expect(identifyGiver({ kind: "self" }, participant, byLink, "fresh")?.id).toBe("bryony-by-link");
    expect(identifyGiver({ kind: "self" }, participant, [], "fresh")?.id).toBe(bryony);
    expect(identifyGiver({ kind: "self" }, participant, events, "fresh")?.id).toBe(bryony);
    expect(giverWords(giversOf(events, bryony)[1]!)).toBe("Parent or carer, Dana Cattermoss");
  });

  test("is nobody who may not answer for a child", () => {
    const { participant, events } = withMother();
    for (const relationship of ["worker", "sibling", "other", "self"] as const) {
      const choice = { kind: "new" as const, relationship, name: "Wren" };
      expect(identifyGiver(choice, participant, events, "fresh")).toBeNull();
    }
    expect(identifyGiver({ kind: "known", id: "nobody" }, participant, events, "fresh")).toBeNull();
    expect(identifyGiver({ kind: "known", id: "dana" }, participant, events, "fresh")?.id).toBe("dana");
    const byWorker = events.map((event) => ({
      ...event,
      giver: { ...event.giver, relationship: "worker" as const },
    }));
    expect(identifyGiver({ kind: "known", id: "dana" }, participant, byWorker, "fresh")).toBeNull();
  });
});

describe("what may be recorded", () => {
  const says = (changes: Partial<RecordedAnswers>): RecordedAnswers => ({
    giver: { kind: "self" },
    answers: { camera: "yes" },
    asked: {},
    how: "phone",
    at: null,
    understood: true,
    spokenWith: false,
    until: null,
    ...changes,
  });
  const asked = () => {
    const { view, participant } = five();
    return { view, participant, questions: questionsFor(view, participant) };
  };
  const refusal = (changes: Partial<RecordedAnswers>) => {
    const { view, participant, questions } = asked();
    const outcome = checkAnswers(view, participant, says(changes), questions);
    return outcome.ok ? null : [outcome.refusal.code, outcome.refusal.field];
  };

  test("is what was asked, understood, and said by now", () => {
    expect(refusal({})).toBeNull();
    expect(refusal({ at: NOW.toString(), until: "2026-11-23" })).toBeNull();
    expect(refusal({ answers: {} })).toEqual(["nothing_answered", "answers"]);
    expect(refusal({ answers: { images: "yes" } })).toEqual(["scope_not_used", undefined]);
    expect(refusal({ understood: false })).toEqual(["not_understood", "understood"]);
    expect(refusal({ understood: false, answers: { camera: "no" } })).toBeNull();
    expect(refusal({ at: "2026-11-23T10:00:00.001Z" })).toEqual(["in_future", "date"]);
    expect(refusal({ until: "2026-11-22" })).toEqual(["until_past", "until"]);
    expect(refusal({ until: "2026-11-22", at: "2026-11-22T23:00:00Z" })).toBeNull();
    expect(refusal({ answers: { camera: "yes", images: "yes" } })).toEqual(["scope_not_used", undefined]);
    expect(isFuture(asked().view, null)).toBe(false);
  });

  test("comes from others only under 18", () => {
    const parent = { kind: "new" as const, relationship: "parent" as const, name: "Dana" };
    expect(refusal({ giver: parent })).toBeNull();
    const adult = judged(aRecord({ participants: [aYoungPerson("Ada", "Fen", "2000-12-11")] }));
    const check = (giver: RecordedAnswers["giver"]) =>
      checkAnswers(adult.view, adult.participant, says({ giver }), asked().questions);
    expect(check(parent)).toMatchObject({
      ok: false,
      refusal: { code: "giver_not_allowed", field: "giver" },
    });
    expect(check({ kind: "self" }).ok).toBe(true);
    const eighteen = judged(aRecord({ participants: [aYoungPerson("Ada", "Fen", "2008-12-10")] }));
    expect(
      checkAnswers(eighteen.view, eighteen.participant, says({ giver: parent }), asked().questions).ok,
    ).toBe(false);
    const unknown = judged(aRecord({ participants: [aYoungPerson("Ada", "Fen", null)] }));
    expect(
      checkAnswers(unknown.view, unknown.participant, says({ giver: parent }), asked().questions).ok,
    ).toBe(true);
  });
});

describe("a change of mind", () => {
  test("can take back every yes that stands, also one that waits", () => {
    const { view, participant } = five(
      own("camera", "withdrawn"),
      own("voice", "no"),
      own("voice", "yes", "paper"),
      thenAnswered({ participantId: bryony, scope: "camera", at, relationship: "parent", giverId: "dana" }),
    );
    expect(standingYes(view, participant).map(({ scope, giver }) => [scope, giver.id])).toEqual([
      ["take_part", bryony],
      ["camera", "dana"],
      ["voice", bryony],
      ["name_shown", bryony],
    ]);
    expect(withdrawableBy(view, participant).map(({ giver, scopes }) => [giver.id, scopes])).toEqual([
      [bryony, ["take_part", "voice", "name_shown"]],
      ["dana", ["camera"]],
    ]);
    expect(waitingYes(view, participant).map(({ scope }) => scope)).toEqual(["voice"]);
    expect(followsNo(view, participant, "camera", bryony)).toBe(true);
    expect(followsNo(view, participant, "camera", "dana")).toBe(false);
    expect(followsNo(view, participant, "camera", "nobody")).toBe(false);
    expect(followsNo(view, participant, "name_shown", bryony)).toBe(false);
  });

  test("is offered to the young person first, whoever answered what", () => {
    const { view, participant } = five(
      thenAnswered({ participantId: bryony, scope: "take_part", answer: "withdrawn", at }),
      thenAnswered({
        participantId: bryony,
        scope: "take_part",
        at,
        relationship: "parent",
        giverId: "dana",
      }),
    );
    expect(withdrawableBy(view, participant).map(({ giver }) => giver.id)).toEqual([bryony, "dana"]);
  });

  test("and every answer that reached the record more than a day later is told", () => {
    expect(recordedLater({ at, recordedAt: "2026-11-23T12:00:00Z" })).toBe(false);
    expect(recordedLater({ at, recordedAt: "2026-11-23T12:00:01Z" })).toBe(true);
  });
});
