import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, vi } from "vitest";
import type { LinkOwner } from "~/data/consent-requests.server";
import { findWordings, type Wording } from "~/data/consent-wordings.server";
import { standingAnswers } from "~/domain/consent/answers";
import { isStaffRoute } from "~/domain/consent/answer-routes";
import { ownAgain } from "~/domain/consent/own-again";
import { evaluate } from "~/domain/readiness/evaluate";
import { viewAt } from "~/domain/readiness/view";
import type { ConsentEvent } from "~/domain/record/participant";
import type { SessionRecord } from "~/domain/record/schema";
import { latestSignOff, standingOf } from "~/domain/sign-off/standing";
import type { WordingMeaning } from "~/services/publish-wording.server";
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
import { recordNow, storeSigned } from "../support/signed-session";

vi.setConfig({ testTimeout: 240_000 });

const BEFORE = Temporal.Instant.from("2026-11-23T10:00:00Z");
const agrees = { take_part: "yes", camera: "yes", voice: "yes", name_shown: "yes" } as const;
/** Before all else: noes said again and to more, while a sign-off is suspended; then a yes, which waits and is confirmed. */
const begin: Step[] = [
  { do: "link", says: { ...agrees, camera: "no" }, older: false },
  { do: "link", says: agrees, older: false },
  { do: "link", says: { ...agrees, camera: "no" }, older: false },
  { do: "change of mind", scope: "everything" },
  { do: "link", says: { ...agrees, take_part: "no" }, older: false },
  { do: "link", says: agrees, older: false },
  { do: "confirm" },
  { do: "record", scope: "voice", answer: "yes", how: "in_person" },
  { do: "correct", scope: "voice" },
];

/** In the end: somebody saves what they read before a change of meaning, the session is cancelled or over, and all is tried. */
const noMore: Step[] = [
  { do: "link", says: { ...agrees, voice: "no" }, older: false },
  { do: "link", says: agrees, older: false },
  { do: "change of mind", scope: "everything" },
  { do: "told of a change of mind", scope: "camera" },
  { do: "record", scope: "voice", answer: "no", how: "phone" },
  { do: "correct", scope: "voice" },
  { do: "confirm" },
  { do: "ask anew" },
];
const finish = fc.constantFrom<Step[]>(
  [
    { do: "change of mind", scope: "camera" },
    { do: "change of mind", scope: "camera" },
    { do: "record", scope: "take_part", answer: "yes", how: "in_person" },
    ...scopes.map((scope): Step => ({ do: "reword", scope, meaning: "ended", back: false })),
    { do: "link", says: agrees, older: false, first: true },
    { do: "cancel" },
    ...noMore,
  ],
  [
    { do: "reword", scope: "voice", meaning: "changed", back: true },
    { do: "link", says: agrees, older: true },
    { do: "ask anew" },
    { do: "record", scope: "take_part", answer: "yes", how: "phone" },
    { do: "start" },
    { do: "link", says: agrees, older: false },
    { do: "link", says: { ...agrees, take_part: "no" }, older: true },
    { do: "end" },
    ...noMore,
  ],
);

/** A version of a question: what it says, and whether it means something else for the session than the one before. */
type Version = { words: string; meaning: WordingMeaning };

/** How one young person's answers stand, kept beside the application's by what each step has to come to. */
type Model = {
  stands: Record<Scope, Stands>;
  yesFrom: Partial<Record<Scope, ConsentEvent["how"]>>;
  /** Every version of each question, from the first on. */
  versions: Record<Scope, Version[]>;
  /** The version, counted from 1, that the newest answer to each question was given to. */
  read: Record<Scope, number>;
  phase: "before" | "started" | "over";
  cancelled: boolean;
};

/** Whether a yes to one version is asked about again: since then the meaning changed, and not back, or it was ended. */
function isAgain({ versions }: Model, one: Scope, read: number): boolean {
  const since = versions[one].slice(read).filter(({ meaning }) => meaning !== "small");
  const newest = since.at(-1);
  if (!newest) return false;
  return since.some(({ meaning }) => meaning === "ended") || newest.words !== versions[one][read - 1]?.words;
}

const agreed = ({ stands }: Model, wanted: Scope | "everything" = "everything") =>
  scopes.filter(
    (one) =>
      (wanted === "everything" || wanted === one) && (stands[one] === "yes" || stands[one] === "unconfirmed"),
  );

/** The questions to which they say a yes that counts. */
function yesOf({ stands }: Model): Scope[] {
  return scopes.filter((one) => stands[one] === "yes");
}

function take(model: Model, one: Scope, answer: ConsentEvent["answer"], how: ConsentEvent["how"]): void {
  model.stands[one] = afterAnswer(model.stands[one], { answer, how, confirmed: false });
  if (answer === "yes") model.yesFrom[one] = how;
}

/** Whether the link takes anything: before the start, and while the session is on as long as they agreed to something. */
function isOpen(model: Model): boolean {
  return model.phase === "before" || (model.phase === "started" && agreed(model).length > 0);
}

type Sent = { says: Record<Scope, Says>; stale: boolean; first: boolean };

/** What answers through a link have to come to, and what becomes of them. */
function takeLink(model: Model, { says: given, stale, first }: Sent): string {
  if (!isOpen(model)) return "over";
  const said = scopes.filter((one) => given.take_part === "yes" || one === "take_part");
  if (model.phase === "started" && said.some((one) => given[one] === "yes")) return "only_no";
  const taken = said.filter((one) => given[one] === "no" || !stale);
  if (taken.length === 0) return "answered_since";
  const versionOf = (one: Scope) => {
    const all = model.versions[one];
    return first ? all.findLastIndex(({ words }) => words === all[0]?.words) + 1 : all.length;
  };
  const current = taken.filter((one) => given[one] === "no" || !isAgain(model, one, versionOf(one)));
  for (const one of current) {
    take(model, one, given[one], "link");
    model.read[one] = versionOf(one);
  }
  return current.length > 0 ? "done" : "wording_missing";
}

function reword(model: Model, { scope, meaning, back }: Extract<Step, { do: "reword" }>): string {
  const all = model.versions[scope];
  const words = back ? (all[0]?.words ?? "") : `version ${all.length + 1}`;
  if (all.at(-1)?.words === words) return "unchanged";
  // What changes once a session has begun is for those still to come.
  all.push({ words, meaning: model.phase === "before" ? meaning : "small" });
  return "done";
}

/** What takes an answer, of whatever kind: nothing of it goes on once a session is cancelled. */
const TAKES_ANSWERS = ["link", "record", "confirm", "correct", "change of mind", "told of a change of mind"];

function expected(model: Model, what: Step, stale: boolean): string {
  const { stands } = model;
  if (model.cancelled && (what.do === "cancel" || TAKES_ANSWERS.includes(what.do))) return "cancelled";
  switch (what.do) {
    case "link":
      return takeLink(model, { says: what.says, stale, first: what.first === true || stale });
    case "record":
      take(model, what.scope, what.answer, what.how);
      model.read[what.scope] = model.versions[what.scope].length;
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
      if (own && !isOpen(model)) return "over";
      const back = agreed(model, what.scope);
      for (const one of back) stands[one] = "withdrawn";
      return back.length > 0 ? "done" : "nothing_to_withdraw";
    }
    case "ask anew":
      return model.cancelled || !isOpen(model) ? "too_late" : "done";
    case "reword":
      return reword(model, what);
    case "cancel":
      model.cancelled = true;
      return "done";
    default:
      if (what.do === "end") model.phase = "over";
      else if (model.phase === "before") model.phase = "started";
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

function standingIn({ signOffs }: SessionRecord) {
  const signOff = latestSignOff(signOffs);
  return signOff && standingOf(signOff);
}

function isOwn(event: ConsentEvent, participantId: string): boolean {
  return event.participantId === participantId && event.giver.relationship === "self";
}

/** Answers as they were given: whether somebody confirmed one since is beside them. */
function asGiven(events: readonly ConsentEvent[]) {
  return events.map((event) => ({ ...event, confirmedBy: null }));
}

/** Every answer keeps the version that it was given to, with its digest. */
function expectWordsKept({ consentEvents }: SessionRecord, wordings: readonly Wording[]): void {
  for (const { wording } of consentEvents) {
    const kept = wordings.find(({ id, version }) => id === wording.id && version === wording.version);
    expect(kept?.digest).toBe(wording.digest);
  }
}

/** The record as if nothing but the shortest way to the same answers had happened. */
function shortest(record: SessionRecord, { participantId }: LinkOwner, { stands }: Model): SessionRecord {
  const own = structuredClone(record);
  neverAsked((event) => isOwn(event, participantId))(own);
  for (const one of scopes) {
    const newest = record.consentEvents.findLast(
      (event) => event.scope === one && isOwn(event, participantId),
    );
    for (const said of shortestTo(stands[one])) {
      thenAnswered({ ...said, participantId, scope: one, at: "2026-11-20T10:00:00Z" })(own);
      Object.assign(own.consentEvents.at(-1) ?? {}, { wording: newest?.wording });
    }
  }
  return own;
}

test("any order of answers, changes of mind, corrections, confirmations and new words comes to what its fold from nothing says", async () => {
  const reached = new Map<string, number>();
  const steps = fc.tuple(fc.array(step, { minLength: 5, maxLength: 8 }), finish);
  await fc.assert(
    fc.asyncProperty(steps, async ([middle, last]) => {
      const stored = await storeSigned("s04-twin-last-good-day");
      const participantId = (await recordNow(stored)).participants[0]?.id ?? "";
      const clock = () => BEFORE;
      const { owner } = await ask(stored, participantId, clock);
      if (!owner) throw new Error("The link opens nothing");
      const first = await linkAnswers(stored, owner, BEFORE, "yes");
      const scene: Scene = { stored, owner, older: first, clock };
      const all = "in_person" as const;
      const yesFrom = { take_part: all, camera: all, voice: all, name_shown: all };
      const firstWords = (): Version[] => [{ words: "version 1", meaning: "small" }];
      const versions = {
        take_part: firstWords(),
        camera: firstWords(),
        voice: firstWords(),
        name_shown: firstWords(),
      };
      const read = { take_part: 1, camera: 1, voice: 1, name_shown: 1 };
      const model: Model = {
        stands: { ...agrees },
        yesFrom,
        versions,
        read,
        phase: "before",
        cancelled: false,
      };
      let before = (await recordNow(stored)).consentEvents;
      let was = standingIn(await recordNow(stored));
      let words = await findWordings(stored.amina);
      for (const what of [...begin, ...middle, ...last]) {
        const isStale = what.do === "link" && what.older && before.length > first.seen;
        const counted = yesOf(model);
        const hoped = expected(model, what, isStale);
        expect([what.do, await walk(scene, what)]).toEqual([what.do, hoped]);
        reached.set(`${what.do}: ${hoped}`, (reached.get(`${what.do}: ${hoped}`) ?? 0) + 1);
        const begins = yesOf(model).some((one) => !counted.includes(one));
        const answers = TAKES_ANSWERS.includes(what.do) && model.phase === "before";
        const record = await recordNow(stored);
        const becomes = standingIn(record);
        if (was === "suspended" && answers)
          expect([what, becomes]).toEqual([what, begins ? "lapsed" : "suspended"]);
        const standing = `${was} then ${becomes}`;
        reached.set(standing, (reached.get(standing) ?? 0) + 1);
        was = becomes;
        const view = viewAt(record, scene.clock());
        const participant = view.participants.find(({ id }) => id === participantId);
        if (!participant) throw new Error("They do not take part");
        for (const one of scopes) {
          const own = standingAnswers(view, participant, one).find(
            ({ event }) => event.giver.relationship === "self",
          );
          expect([what, one, own?.counts]).toEqual([what, one, model.stands[one]]);
        }
        const again = agreed(model).filter((one) => isAgain(model, one, model.read[one]));
        expect([what, Object.keys(ownAgain(view, participant))]).toEqual([what, again]);
        expect(asGiven(record.consentEvents.slice(0, before.length))).toEqual(asGiven(before));
        if (hoped !== "done") expect(record.consentEvents).toHaveLength(before.length);
        const wordings = await findWordings(stored.amina);
        expect(wordings).toEqual(expect.arrayContaining(words));
        words = wordings;
        expectWordsKept(record, words);
        before = record.consentEvents;
        expect(found(record, scene.clock())).toEqual(
          found(shortest(record, scene.owner, model), scene.clock()),
        );
      }
    }),
    { seed: 20261122, numRuns: 6, endOnFailure: true },
  );
  const wanted = [
    "signed then suspended",
    "suspended then suspended",
    "suspended then lapsed",
    "link: done",
    "link: answered_since",
    "link: only_no",
    "link: wording_missing",
    "link: cancelled",
    "link: over",
    "change of mind: done",
    "change of mind: nothing_to_withdraw",
    "change of mind: cancelled",
    "change of mind: over",
    "told of a change of mind: done",
    "told of a change of mind: cancelled",
    "record: done",
    "record: cancelled",
    "correct: done",
    "correct: nothing_to_correct",
    "correct: cancelled",
    "confirm: done",
    "confirm: nothing_waits",
    "confirm: cancelled",
    "ask anew: done",
    "ask anew: too_late",
    "reword: done",
    "reword: unchanged",
    "cancel: done",
    "start: done",
    "end: done",
  ];
  expect(wanted.filter((met) => !reached.has(met))).toEqual([]);
});
