import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { standingAnswers } from "~/domain/consent/answers";
import { correctable } from "~/domain/consent/correction";
import { standingYes, waitingYes } from "~/domain/consent/withdrawal";
import { evaluate } from "~/domain/readiness/evaluate";
import { viewAt } from "~/domain/readiness/view";
import type { ConsentEvent } from "~/domain/record/participant";
import type { SessionRecord } from "~/domain/record/schema";
import { aRecord } from "../factories/record";
import { neverAsked, thenAnswered } from "../factories/traits";
import { afterAnswer, shortestTo, type Stands } from "../support/consent-fold";
import { shuffled } from "../support/shuffled";

const NOW = Temporal.Instant.from("2026-11-23T10:00:00Z");
const at = "2026-11-22T12:00:00Z";
const bryony = "bryony-cattermoss";
const scopes = ["take_part", "camera", "voice"] as const;
const givers = ["self", "parent"] as const;
const runs = { seed: 20261122, numRuns: 300 };

type Step = {
  scope: (typeof scopes)[number];
  relationship: (typeof givers)[number];
  answer: ConsentEvent["answer"];
  how: ConsentEvent["how"];
  confirmed: boolean;
  /** When it was said, which may be long before it reached the record. */
  at: string;
};

const step: fc.Arbitrary<Step> = fc.record({
  scope: fc.constantFrom(...scopes),
  relationship: fc.constantFrom("self", "self", "parent"),
  answer: fc.constantFrom("yes", "yes", "no", "withdrawn"),
  how: fc.constantFrom("in_person", "phone", "text", "paper", "link"),
  confirmed: fc.boolean(),
  at: fc.constantFrom("2026-11-18T12:00:00Z", "2026-11-20T12:00:00Z", at),
});
const steps = fc.array(step, { maxLength: 14 });

function after(history: readonly Partial<Step>[]): SessionRecord {
  const traits = history.map(({ confirmed = false, scope = "camera", ...said }) =>
    thenAnswered({
      ...said,
      scope,
      participantId: bryony,
      at: said.at ?? at,
      confirmedBy: confirmed ? { by: "wren", at } : null,
    }),
  );
  return aRecord(
    {},
    neverAsked(({ participantId }) => participantId === bryony),
    ...traits,
  );
}

function standingIn(record: SessionRecord) {
  const view = viewAt(record, NOW);
  const participant = view.participants.find(({ id }) => id === bryony);
  if (!participant) throw new Error("Bryony is not there");
  const counts = (scope: Step["scope"], relationship: Step["relationship"]): Stands =>
    standingAnswers(view, participant, scope).find(({ event }) => event.giver.relationship === relationship)
      ?.counts ?? null;
  return { view, participant, counts };
}

function folded(history: readonly Step[], scope: Step["scope"], relationship: Step["relationship"]): Stands {
  let no = "";
  let stands: Stands = null;
  for (const said of history.filter((one) => one.scope === scope && one.relationship === relationship)) {
    stands = afterAnswer(stands, { ...said, since: said.at >= no });
    if (said.answer !== "yes") no = said.at;
  }
  return stands;
}

/** What the requirement on consent finds of everybody, without the order and the words of single answers. */
function found(record: SessionRecord) {
  const consent = evaluate(record, NOW).requirements.find(({ id }) => id === "R30");
  return {
    status: consent?.status,
    codes: consent?.findings.map(({ code, subject }) => `${code} ${subject}`).sort(),
  };
}

describe("any sequence of answers", () => {
  test("stands as its fold from nothing: the newest answer of each giver to each question, and no other", () => {
    fc.assert(
      fc.property(steps, (history) => {
        const { counts } = standingIn(after(history));
        for (const scope of scopes)
          for (const giver of givers) expect(counts(scope, giver)).toBe(folded(history, scope, giver));
      }),
      runs,
    );
  });

  test("is judged as the shortest one that stands alike, and in whatever order it is read", () => {
    fc.assert(
      fc.property(steps, fc.nat(), (history, seed) => {
        const record = after(history);
        const shortest = scopes.flatMap((scope) =>
          givers.flatMap((relationship) =>
            shortestTo(folded(history, scope, relationship)).map((said) => ({
              ...said,
              scope,
              relationship,
            })),
          ),
        );
        expect(found(record)).toEqual(found(after(shortest)));
        expect(found(shuffled(record, seed))).toEqual(found(record));
      }),
      { ...runs, numRuns: 100 },
    );
  });

  test("lets a no end it, whoever said yes before and however, and nobody's yes make another's", () => {
    fc.assert(
      fc.property(steps, step, (history, last) => {
        const before = standingIn(after(history));
        const { counts } = standingIn(after([...history, { ...last, answer: "no" }]));
        expect(counts(last.scope, last.relationship)).toBe("no");
        const yes = standingIn(after([...history, { ...last, answer: "yes" }]));
        for (const scope of scopes)
          for (const giver of givers)
            if (scope !== last.scope || giver !== last.relationship)
              expect(yes.counts(scope, giver)).toBe(before.counts(scope, giver));
      }),
      runs,
    );
  });

  test("offers to take back, to confirm and to put right what stands so, and never a no", () => {
    fc.assert(
      fc.property(steps, (history) => {
        const { view, participant } = standingIn(after(history));
        const standing = scopes.flatMap((scope) =>
          givers.map((giver) => ({ scope, counts: folded(history, scope, giver) })),
        );
        const yes = standingYes(view, participant);
        const agreed = standing.filter(({ counts }) => counts === "yes" || counts === "unconfirmed");
        expect(yes.map(({ scope }) => scope).sort()).toEqual(agreed.map(({ scope }) => scope).sort());
        const waits = standing.filter(({ counts }) => counts === "unconfirmed");
        expect(waitingYes(view, participant)).toHaveLength(waits.length);
        for (const { answer, how } of correctable(view, participant))
          expect([answer, how === "link"]).toEqual(["yes", false]);
      }),
      runs,
    );
  });
});
