import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { aRecord, type Trait } from "../../../tests/factories/record";
import { aLeadStatement } from "../../../tests/factories/statements";
import { alsoStated, neverAsked, thenAnswered } from "../../../tests/factories/traits";
import { aYoungPerson, sixteenToSeventeen, type YoungPerson } from "../../../tests/factories/young-people";
import { evaluate } from "../readiness/evaluate";
import { viewAt } from "../readiness/view";
import { consentScope, type ConsentScope } from "../record/fields";
import type { SessionRecord } from "../record/schema";
import { standingAnswers } from "./answers";
import { giversOf, identifyGiver } from "./giver-identity";
import { consentRows } from "./matrix";
import { scopeHeadings, scopeWords } from "./words";

const now = Temporal.Instant.from("2026-11-23T10:00:00Z");
const at = "2026-11-22T12:00:00Z";
const safiya = "safiya-brindlemoor";

function withSafiya(birth: string, changes: Partial<YoungPerson>, ...traits: Trait[]): SessionRecord {
  const young = aYoungPerson("Safiya", "Brindlemoor", birth, changes);
  return aRecord({ participants: [young, ...sixteenToSeventeen(2)] }, ...traits);
}

function states(record: SessionRecord): string[][] {
  return consentRows(viewAt(record, now), evaluate(record, now)).map(({ cells }) =>
    cells.map(({ scope, state }) => `${scope} ${state}`),
  );
}

const allYes = ["take_part yes", "camera yes", "voice yes", "name_shown yes"];
const said = (scope: ConsentScope, answer: "yes" | "no" | "withdrawn", giverId = safiya) =>
  thenAnswered({
    participantId: safiya,
    scope,
    answer,
    giverId,
    relationship: giverId === safiya ? "self" : "parent",
    at,
  });
const neverHerself = neverAsked(({ participantId, scope }) => participantId === safiya && scope === "camera");

test("what hinders one answer of one young person leaves all others as they are", () => {
  const one = withSafiya("2011-03-02", { parent: { voice: "not_asked" } });
  expect(states(one)).toEqual([
    ["take_part yes", "camera yes", "voice more_needed", "name_shown yes"],
    allYes,
    allYes,
  ]);
});

test("nothing hinders an answer but what is found about answers", () => {
  const record = withSafiya("2011-03-02", { parent: "not_asked" });
  const { requirements, ...readiness } = evaluate(record, now);
  const found = requirements.flatMap(({ id, findings }) => (id === "R30" ? findings : []));
  const elsewhere = requirements.map((one) => ({ ...one, findings: one.id === "R25" ? found : [] }));
  const rows = consentRows(viewAt(record, now), { ...readiness, requirements: elsewhere });
  expect(rows[0]?.cells.map(({ state }) => state)).toEqual(["yes", "yes", "yes", "yes"]);
});

test("what is left to the approver still needs more", () => {
  const gate = aRecord({
    policy: { consentGate: "needs_acceptance" },
    participants: [aYoungPerson("Safiya", "Brindlemoor", "2011-03-02", { parent: { voice: "not_asked" } })],
  });
  expect(states(gate)[0]).toContain("voice more_needed");
});

test.each(["no", "withdrawn"] as const)(
  "a parent's %s before the young person answers is not the young person's own",
  (answer) => {
    const differ = withSafiya(
      "2009-04-07",
      {},
      neverHerself,
      said("camera", answer, "mother"),
      said("camera", "yes"),
    );
    expect(states(differ)[0]).toEqual(["take_part yes", "camera more_needed", "voice yes", "name_shown yes"]);
  },
);

test("a no stays a no where they do not take part at all", () => {
  const out = withSafiya("2009-04-07", {}, said("take_part", "withdrawn"), said("camera", "no"));
  expect(states(out)[0]).toEqual(["take_part withdrawn", "camera no", "voice yes", "name_shown yes"]);
});

test("other answers about somebody who stays out speak for themselves", () => {
  const waits = (scope: ConsentScope): Trait => {
    const later = thenAnswered({ participantId: safiya, scope, how: "paper", at });
    return (record) => [said(scope, "no"), later].forEach((trait) => trait(record));
  };
  const parentSays = { take_part: "no", camera: "no" } as const;
  const silent = neverAsked(({ participantId }) => participantId === "bryony-cattermoss");
  const out = withSafiya("2011-03-02", { parent: parentSays }, waits("camera"), waits("voice"), silent);
  expect(states(out).slice(0, 2)).toEqual([
    ["take_part no", "camera no", "voice more_needed", "name_shown yes"],
    ["take_part not_asked", "camera not_asked", "voice not_asked", "name_shown not_asked"],
  ]);
});

test("a decision on whose answer counts makes a parent's no none that hinders", () => {
  const decided = alsoStated(
    aLeadStatement({
      kind: "conflict_decision",
      about: { kind: "participant", id: safiya },
      at,
      scopes: ["camera"],
      giverId: safiya,
      note: "She understands what is shown.",
    }),
  );
  const silent = { own: { take_part: "not_asked" } } as const;
  const apart = [said("camera", "no", "mother"), said("voice", "no", "mother")];
  expect(states(withSafiya("2009-04-07", silent, ...apart, decided))[0]).toEqual([
    "take_part not_asked",
    "camera yes",
    "voice more_needed",
    "name_shown yes",
  ]);
});

test("a parent's no is a no beside something else that is still missing", () => {
  const both = withSafiya("2011-03-02", { own: { camera: "not_asked" }, parent: { camera: "no" } });
  expect(states(both)[0]).toContain("camera no");
});

test("the newest answer is the one that the database took last, however they are listed", () => {
  const record = withSafiya("2009-04-07", {}, said("camera", "withdrawn"));
  record.consentEvents.reverse();
  const view = viewAt(record, now);
  expect(standingAnswers(view, view.participants[0]!, "camera").map(({ counts }) => counts)).toEqual([
    "withdrawn",
  ]);
});

test("somebody who answers for themselves is nobody who answered for them before", () => {
  const record = withSafiya("2011-03-02", { own: { camera: "not_asked" } });
  const events = record.consentEvents.filter(({ giver }) => giver.relationship === "parent");
  const [mother] = giversOf(events, safiya);
  expect(mother?.relationship).toBe("parent");
  const own = identifyGiver({ kind: "self" }, record.participants[0]!, events, "fresh");
  expect(own).toEqual({ id: safiya, relationship: "self", name: null });
});

test("each thing that is asked has a heading and words of its own", () => {
  for (const words of [scopeHeadings, scopeWords]) {
    expect(Object.keys(words)).toEqual(consentScope.options);
    expect(new Set(Object.values(words)).size).toBe(consentScope.options.length);
  }
});
