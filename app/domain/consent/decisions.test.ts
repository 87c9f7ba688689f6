import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { anAdult } from "../../../tests/factories/adults";
import { AMINA, IDRIS, ODALYS, PETRA, WREN } from "../../../tests/factories/lanternmoor";
import { aRecord, type Trait } from "../../../tests/factories/record";
import { alsoAssigned, thenAnswered, withMedia } from "../../../tests/factories/traits";
import { aYoungPerson, sixteenToSeventeen, type YoungPerson } from "../../../tests/factories/young-people";
import { viewAt, type View } from "../readiness/view";
import type { ConsentScope, Role } from "../record/fields";
import type { Participant, Relationship } from "../record/participant";
import { checkDecision, decidableIn, openDecisions, type Decision } from "./decisions";

const now = Temporal.Instant.from("2026-11-23T10:00:00Z");
const at = "2026-11-22T12:00:00Z";
const used: ConsentScope[] = ["take_part", "camera", "voice", "name_shown"];
const fifteen = "2011-03-02";
const seventeen = "2009-04-07";
const justEighteen = "2008-12-10";
const nobodyAsked: Partial<YoungPerson> = {
  own: Object.fromEntries(used.map((scope) => [scope, "not_asked"])),
  parent: "not_asked",
};

function withSafiya(birth: string | null, changes: Partial<YoungPerson>, ...traits: Trait[]) {
  const safiya = aYoungPerson("Safiya", "Brindlemoor", birth, changes);
  const view = viewAt(aRecord({ participants: [safiya, ...sixteenToSeventeen(2)] }, ...traits), now);
  return [view, view.participants[0]!] as const;
}

function said(
  giverId: string,
  answer: "yes" | "no",
  scope: ConsentScope,
  relationship: Relationship = "parent",
) {
  return thenAnswered({ participantId: "safiya-brindlemoor", giverId, relationship, scope, answer, at });
}

const motherNo = said("mother", "no", "camera");
const fatherYes = said("father", "yes", "camera");
const replayed = withMedia({ replay: true });

describe("whose answers differ", () => {
  test.each([
    ["a parent's no, where none is asked and the young person agrees", seventeen, {}, [motherNo], true],
    ["two parents apart, where one is asked", fifteen, { parent: "not_asked" }, [motherNo, fatherYes], true],
    [
      "two parents apart, before the young person answers",
      seventeen,
      nobodyAsked,
      [motherNo, fatherYes],
      true,
    ],
    ["a parent's no, before the young person answers", seventeen, nobodyAsked, [motherNo], false],
    [
      "a parent's no, where the policy asks for their answer",
      fifteen,
      { parent: "not_asked" },
      [motherNo],
      false,
    ],
    [
      "two parents apart, and the young person's own no",
      seventeen,
      { own: { camera: "no" } },
      [motherNo, fatherYes],
      false,
    ],
    ["everybody's yes", seventeen, {}, [fatherYes, said("mother", "yes", "camera")], false],
    [
      "the no of somebody who does not answer for them",
      seventeen,
      {},
      [said("kit", "no", "camera", "sibling")],
      false,
    ],
    ["parents apart, about somebody of 18", justEighteen, {}, [motherNo, fatherYes], false],
  ] as const)("%s", (_what, birth, changes, traits, differ) => {
    expect(openDecisions(...withSafiya(birth, changes, ...traits)).conflict).toEqual(
      differ ? ["camera"] : [],
    );
  });

  test("is told with everybody who may be chosen, and what each of them answered", () => {
    const apart = [
      motherNo,
      fatherYes,
      said("mother", "no", "voice"),
      said("kit", "yes", "camera", "sibling"),
    ];
    const { givers } = openDecisions(...withSafiya(seventeen, {}, ...apart));
    expect(givers.map(({ giver, scopes }) => [giver.id, scopes])).toEqual([
      ["safiya-brindlemoor", ["camera", "voice"]],
      ["mother", ["camera", "voice"]],
      ["father", ["camera"]],
    ]);
    const silent = openDecisions(...withSafiya(seventeen, nobodyAsked, motherNo, fatherYes));
    expect(silent.givers.map(({ giver }) => giver.id)).toEqual(["mother", "father"]);
  });

  test("takes the young person's answer for theirs, also where a parent answered first", () => {
    const ownLast = said("safiya-brindlemoor", "yes", "camera", "self");
    const { givers } = openDecisions(...withSafiya(seventeen, nobodyAsked, motherNo, fatherYes, ownLast));
    expect(givers.map(({ giver }) => giver.id)).toEqual(["safiya-brindlemoor", "mother", "father"]);
  });
});

describe("a safeguarding lead can decide", () => {
  test.each([
    [fifteen, used],
    [seventeen, []],
    [null, []],
  ])("that somebody born %s answers alone, except about what strangers see", (birth, competence) => {
    expect(openDecisions(...withSafiya(birth, {}, replayed)).competence).toEqual(competence);
  });

  test("something about those alone whose answers are open", () => {
    const [nobody] = withSafiya(seventeen, {});
    expect(decidableIn(nobody)).toEqual([]);
    const [young] = withSafiya(fifteen, {});
    expect(decidableIn(young)).toEqual(["safiya-brindlemoor"]);
    const [apart] = withSafiya(seventeen, {}, motherNo);
    expect(decidableIn(apart)).toEqual(["safiya-brindlemoor"]);
    const [both] = withSafiya(
      fifteen,
      { parent: "not_asked" },
      ...used.flatMap((scope) => [said("mother", "no", scope), said("father", "yes", scope)]),
    );
    expect(decidableIn(both)).toEqual(["safiya-brindlemoor"]);
  });
});

const workers: { userId: string; roles: Role[] }[] = [
  { userId: IDRIS, roles: ["reviewer"] },
  { userId: WREN, roles: ["reviewer", "planner"] },
  { userId: PETRA, roles: ["safeguarding_lead"] },
];

function refusalOf([view, participant]: readonly [View, Participant], decision: Decision, by = PETRA) {
  const outcome = checkDecision(view, participant, by, decision, workers);
  return outcome.ok ? null : [outcome.refusal.code, outcome.refusal.field];
}

describe("that somebody answers alone", () => {
  type Competence = Extract<Decision, { kind: "competence_decision" }>;
  const decision: Competence = {
    kind: "competence_decision",
    agreed: true,
    scopes: used,
    proposedBy: WREN,
    note: "Understands, and can say why.",
    until: null,
  };
  const young = () => withSafiya(fifteen, { parent: "not_asked" }, replayed);

  test.each<[string, Partial<Competence>, unknown]>([
    ["with a worker's proposal", {}, null],
    ["until today", { until: "2026-11-23" }, null],
    ["until yesterday", { until: "2026-11-22" }, ["until_past", "agreedUntil"]],
    ["about nothing", { scopes: [] }, ["scope_not_open", "forScopes"]],
    ["also about what strangers see", { scopes: ["camera", "rebroadcast"] }, ["scope_not_open", "forScopes"]],
    ["without a proposal", { proposedBy: null }, ["proposer_not_allowed", "proposedBy"]],
    ["on a reviewer's proposal", { proposedBy: IDRIS }, ["proposer_not_allowed", "proposedBy"]],
    ["on their own proposal", { proposedBy: PETRA }, ["proposer_not_allowed", "proposedBy"]],
    ["no longer, without scopes or proposal", { agreed: false, scopes: [], proposedBy: null }, null],
  ])("is decided %s", (_what, changes, refusal) => {
    expect(refusalOf(young(), { ...decision, ...changes })).toEqual(refusal);
  });

  test("is no decision at an age at which none is needed", () => {
    const older = withSafiya(seventeen, {});
    expect(refusalOf(older, decision)).toEqual(["scope_not_open", undefined]);
    expect(refusalOf(older, { ...decision, agreed: false })).toEqual(["scope_not_open", undefined]);
  });

  test.each([
    ["planned", AMINA],
    ["host", ODALYS],
  ])("is not decided by who %s the session", (word, by) => {
    const outcome = checkDecision(...young(), by, decision, workers);
    expect(outcome).toMatchObject({ ok: false, refusal: { code: "barred" } });
    expect(outcome.ok || outcome.refusal.message).toContain(`You ${word} this session`);
  });
});

test("one of two hosts decides nothing either", () => {
  const twoHosts = withSafiya(fifteen, {}, alsoAssigned(anAdult("Idris Marrowby"), "host"));
  const agreed = { kind: "competence_decision", agreed: false, scopes: [], proposedBy: null } as const;
  const decision: Decision = { ...agreed, note: "Not yet.", until: null };
  expect(refusalOf(twoHosts, decision, ODALYS)).toEqual(["barred", undefined]);
  expect(refusalOf(twoHosts, decision)).toBeNull();
});

describe("whose answer counts", () => {
  type Conflict = Extract<Decision, { kind: "conflict_decision" }>;
  const decision: Conflict = {
    kind: "conflict_decision",
    giverId: "father",
    scopes: ["camera"],
    note: "He has seen the plan.",
    until: null,
  };
  const apart = () => withSafiya(seventeen, {}, motherNo, fatherYes, said("mother", "no", "voice"));

  test.each<[string, Partial<Conflict>, unknown]>([
    ["for one who answered", {}, null],
    [
      "for the young person, about everything",
      { giverId: "safiya-brindlemoor", scopes: ["camera", "voice"] },
      null,
    ],
    ["for one who answered only a part", { scopes: ["camera", "voice"] }, ["giver_not_allowed", "giver"]],
    ["for nobody who is known", { giverId: "kit" }, ["giver_not_allowed", "giver"]],
    ["about nothing", { scopes: [] }, ["scope_not_open", "scopes"]],
    [
      "also where nobody differs",
      { giverId: null, scopes: ["camera", "name_shown"] },
      ["scope_not_open", "scopes"],
    ],
    ["for nobody any more", { giverId: null }, null],
    ["until today", { until: "2026-11-23" }, null],
    ["until yesterday", { until: "2026-11-22" }, ["until_past", "until"]],
  ])("is decided %s", (_what, changes, refusal) => {
    expect(refusalOf(apart(), { ...decision, ...changes })).toEqual(refusal);
  });
});
