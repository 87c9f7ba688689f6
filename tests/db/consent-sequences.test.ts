import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, vi } from "vitest";
import type { LinkOwner } from "~/data/consent-requests.server";
import { standingAnswers } from "~/domain/consent/answers";
import { isStaffRoute } from "~/domain/consent/answer-routes";
import { evaluate } from "~/domain/readiness/evaluate";
import { viewAt } from "~/domain/readiness/view";
import type { ConsentEvent } from "~/domain/record/participant";
import type { SessionRecord } from "~/domain/record/schema";
import { neverAsked, thenAnswered } from "../factories/traits";
import { afterAnswer, shortestTo, type Stands } from "../support/consent-fold";
import {
  ask,
  scopes,
  step,
  walk,
  type Says,
  type Scene,
  type Scope,
  type Step,
} from "../support/consent-steps";
import { linkAnswers } from "../support/link-answers";
import { test } from "../support/open-database";
import { recordNow } from "../support/signed-session";
import { storeScenario } from "../support/stored-session";

vi.setConfig({ testTimeout: 240_000 });

const BEFORE = Temporal.Instant.from("2026-11-23T10:00:00Z");
const agrees = { take_part: "yes", camera: "yes", voice: "yes", name_shown: "yes" } as const;
/** Before all else: a yes after a no, which waits and is confirmed. */
const begin: Step[] = [
  { do: "link", says: { ...agrees, camera: "no" }, older: false },
  { do: "link", says: agrees, older: false },
  { do: "confirm" },
  { do: "record", scope: "voice", answer: "yes", how: "in_person" },
  { do: "correct", scope: "voice" },
];

/** How one young person's answers stand, kept beside the application's by what each step has to come to. */
type Model = {
  stands: Record<Scope, Stands>;
  yesFrom: Partial<Record<Scope, ConsentEvent["how"]>>;
  started: boolean;
};

const agreed = ({ stands }: Model, wanted: Scope | "everything" = "everything") =>
  scopes.filter(
    (one) =>
      (wanted === "everything" || wanted === one) && (stands[one] === "yes" || stands[one] === "unconfirmed"),
  );

function take(model: Model, one: Scope, answer: ConsentEvent["answer"], how: ConsentEvent["how"]): void {
  model.stands[one] = afterAnswer(model.stands[one], { answer, how, confirmed: false });
  if (answer === "yes") model.yesFrom[one] = how;
}

/** What answers through a link have to come to, and what becomes of them. */
function takeLink(model: Model, given: Record<Scope, Says>, older: boolean): string {
  if (model.started && agreed(model).length === 0) return "over";
  const said = scopes.filter((one) => given.take_part === "yes" || one === "take_part");
  if (model.started && said.some((one) => given[one] === "yes")) return "only_no";
  const taken = said.filter((one) => given[one] === "no" || !older);
  for (const one of taken) take(model, one, given[one], "link");
  return taken.length > 0 ? "done" : "answered_since";
}

function expected(model: Model, what: Step, older: boolean): string {
  const { stands } = model;
  switch (what.do) {
    case "link":
      return takeLink(model, what.says, older);
    case "record":
      take(model, what.scope, what.answer, what.how);
      return "done";
    case "confirm": {
      const waits = scopes.filter((one) => stands[one] === "unconfirmed");
      for (const one of waits) stands[one] = "yes";
      return waits.length > 0 ? "done" : "nothing_waits";
    }
    case "correct": {
      const from = model.yesFrom[what.scope];
      const can = agreed(model, what.scope).length > 0 && from !== undefined && isStaffRoute(from);
      if (can) stands[what.scope] = "no";
      return can ? "done" : "nothing_to_correct";
    }
    case "change of mind":
    case "told of a change of mind": {
      const own = what.do === "change of mind";
      if (own && model.started && agreed(model).length === 0) return "over";
      const back = agreed(model, what.scope);
      for (const one of back) stands[one] = "withdrawn";
      return back.length > 0 ? "done" : "nothing_to_withdraw";
    }
    case "ask anew":
      return model.started && agreed(model).length === 0 ? "too_late" : "done";
    default:
      model.started = true;
      return "done";
  }
}

/** What the requirement on consent finds in a record. */
function found(record: SessionRecord, now: Temporal.Instant) {
  const consent = evaluate(record, now).requirements.find(({ id }) => id === "R30");
  return {
    status: consent?.status,
    findings: consent?.findings.map(({ code, subject }) => `${code} ${subject}`),
  };
}

/** The record as if nothing but the shortest way to the same answers had happened. */
function shortest(record: SessionRecord, { participantId }: LinkOwner, { stands }: Model): SessionRecord {
  const own = structuredClone(record);
  neverAsked((event) => event.participantId === participantId && event.giver.relationship === "self")(own);
  for (const one of scopes)
    for (const said of shortestTo(stands[one]))
      thenAnswered({ ...said, participantId, scope: one, at: "2026-11-20T10:00:00Z" })(own);
  return own;
}

test("any order of answers, changes of mind, corrections and confirmations comes to what its fold from nothing says", async () => {
  const reached = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 9, maxLength: 14 }), async (steps) => {
      const stored = await storeScenario("s04-twin-last-good-day");
      const participantId = (await recordNow(stored)).participants[0]?.id ?? "";
      const clock = () => BEFORE;
      const { owner } = await ask(stored, participantId, clock);
      if (!owner) throw new Error("The link opens nothing");
      const first = await linkAnswers(stored, owner, BEFORE, "yes");
      const scene: Scene = { stored, owner, older: first, clock };
      const all = "in_person" as const;
      const yesFrom = { take_part: all, camera: all, voice: all, name_shown: all };
      const model: Model = { stands: { ...agrees }, yesFrom, started: false };
      let count = (await recordNow(stored)).consentEvents.length;
      for (const what of [...begin, ...steps]) {
        const isOlder = what.do === "link" && what.older && count > first.seen;
        const hoped = expected(model, what, isOlder);
        expect([what.do, await walk(scene, what)]).toEqual([what.do, hoped]);
        reached.set(`${what.do}: ${hoped}`, (reached.get(`${what.do}: ${hoped}`) ?? 0) + 1);
        const record = await recordNow(stored);
        const view = viewAt(record, scene.clock());
        const participant = view.participants.find(({ id }) => id === participantId);
        if (!participant) throw new Error("They do not take part");
        for (const one of scopes) {
          const own = standingAnswers(view, participant, one).find(
            ({ event }) => event.giver.relationship === "self",
          );
          expect([what, one, own?.counts]).toEqual([what, one, model.stands[one]]);
        }
        expect(record.consentEvents.length).toBeGreaterThanOrEqual(count);
        count = record.consentEvents.length;
        expect(found(record, scene.clock())).toEqual(
          found(shortest(record, scene.owner, model), scene.clock()),
        );
      }
    }),
    { seed: 20261122, numRuns: 6, endOnFailure: true },
  );
  for (const met of [
    "link: done",
    "link: answered_since",
    "link: only_no",
    "change of mind: done",
    "change of mind: nothing_to_withdraw",
    "told of a change of mind: done",
    "record: done",
    "correct: done",
    "correct: nothing_to_correct",
    "confirm: done",
    "confirm: nothing_waits",
    "ask anew: done",
    "ask anew: too_late",
    "start: done",
  ])
    expect([met, reached.has(met)]).toEqual([met, true]);
});
