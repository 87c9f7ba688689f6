import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test, vi } from "vitest";
import { evaluate } from "~/domain/readiness/evaluate";
import { digestOf } from "~/domain/record/digest";
import type { ConsentScope } from "~/domain/record/fields";
import type { SessionRecord } from "~/domain/record/schema";
import { statusOf, type SessionStatus } from "~/domain/session/status";
import { changesBetween } from "~/domain/sign-off/changes";
import { signOffEffect } from "~/domain/sign-off/effect";
import { judgeEdit } from "~/domain/sign-off/judge-edit";
import { materialFacts } from "~/domain/sign-off/material-facts";
import { isNarrowing } from "~/domain/sign-off/narrowing";
import { latestSignOff, standingOf } from "~/domain/sign-off/standing";
import { aRecord } from "../factories/record";
import { factsOf } from "../factories/sign-off";
import { thenAnswered, withMedia, withParticipant, withSession } from "../factories/traits";
import { afterAnswer, type Stands } from "../support/consent-fold";
import { narrowings } from "../support/narrowings";

vi.setConfig({ testTimeout: 120_000 });
const runs = { seed: 20261122, numRuns: 60 };
const begin = Temporal.Instant.from("2026-11-23T10:00:00Z");

/** `wish`: a yes through a link, which waits after a no. `confirm`: a worker has spoken with them about the newest answer. */
const answers = ["withdraw", "refuse", "agree", "wish", "confirm"] as const;
type Answered = (typeof answers)[number];

type Step =
  | { do: "narrow"; seed: number }
  | { do: "move" | "retitle" | "record" | "chat" | "remove_all" | "unbirth" | "birth" }
  | { do: Answered; scope: "take_part" | "camera" | "recording_kept" }
  | { do: "mark" | "sign" | "return" }
  | { do: "wait"; hours: number };

const answer: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom(...answers),
  scope: fc.constantFrom("take_part", "camera", "recording_kept"),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant("narrow" as const), seed: fc.nat() }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom("move", "retitle", "record", "chat", "remove_all", "unbirth", "birth"),
    }),
  },
  { weight: 2, arbitrary: answer },
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom("mark", "mark", "sign", "sign", "return") }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("wait" as const), hours: fc.integer({ min: 1, max: 120 }) }),
  },
) as fc.Arbitrary<Step>;

const bryony = "bryony-cattermoss";
const said = { withdraw: "withdrawn", refuse: "no", agree: "yes", wish: "yes" } as const;

function isAnswer(what: Step): what is Extract<Step, { do: Answered }> {
  return answers.some((one) => one === what.do);
}

function ownAnswers({ consentEvents }: SessionRecord, scope: ConsentScope) {
  return consentEvents.filter(
    (event) => event.participantId === bryony && event.scope === scope && event.giver.relationship === "self",
  );
}

/** What the steps that edit do to a record; the services do the same with rows. */
function edited(record: SessionRecord, what: Step, at: string): SessionRecord | null {
  const own = structuredClone(record);
  const { media } = own.session;
  const kept = { reason: "Feedback", keptWhere: "Staff drive", seenBy: "Odalys", deleteBy: "2027-01-11" };
  switch (what.do) {
    case "narrow":
      return narrowings(own, Temporal.Instant.from(at), what.seed);
    case "move":
      own.session.places = own.session.places.map((place) => ({
        ...place,
        where: `${place.where}, upstairs`,
      }));
      return own;
    case "retitle":
      withSession({ title: `${own.session.title}!` })(own);
      return own;
    case "record":
      withMedia({
        recording: media.recording.on ? { ...media.recording, on: false } : { on: true, since: at, ...kept },
      })(own);
      return own;
    case "chat":
      withMedia({ chat: { value: media.chat.value === "off" ? "open" : "off", since: at } })(own);
      return own;
    case "remove_all":
      own.participants = own.participants.slice(0, 1);
      return own;
    case "unbirth":
    case "birth":
      if (own.participants.some(({ id }) => id === bryony))
        withParticipant(bryony, { birth: what.do === "birth" ? "2009-06-01" : null })(own);
      return own;
    case "withdraw":
    case "refuse":
    case "agree":
    case "wish": {
      const how = what.do === "wish" ? "link" : "in_person";
      thenAnswered({ participantId: bryony, scope: what.scope, answer: said[what.do], how, at })(own);
      return own;
    }
    case "confirm": {
      const newest = ownAnswers(own, what.scope).at(-1);
      if (newest?.answer === "yes") newest.confirmedBy ??= { by: "user-amina-farrow", at };
      return own;
    }
    default:
      return null;
  }
}

const seenAt = (record: SessionRecord, at: Temporal.Instant): SessionStatus =>
  statusOf(record, evaluate(record, at), digestOf(materialFacts(record)));

/** One step as the services take it: judged, settled, or refused and nothing done. */
function taken(record: SessionRecord, what: Step, at: Temporal.Instant): SessionRecord {
  const now = at.toString();
  const after = edited(record, what, now);
  if (after) {
    const signOff = latestSignOff(record.signOffs);
    if (!signOff) return after;
    const judgement = judgeEdit(record, after, at);
    const judged = { before: record, after, judgement, isAnswer: isAnswer(what), now };
    const effect = signOffEffect(signOff, judged);
    if (effect === "nothing") return after;
    const event = { at: now, kind: effect, by: null, digest: digestOf(materialFacts(after)), changes: [] };
    const told = { ...signOff, events: [...signOff.events, event] };
    return {
      ...after,
      signOffs: record.signOffs.map((one) => (one.id === signOff.id ? told : one)),
      acceptances:
        effect === "lapsed"
          ? after.acceptances.map((one) => ({ ...one, endedAt: one.endedAt ?? now }))
          : after.acceptances,
    };
  }
  const status = seenAt(record, at);
  const digest = digestOf(materialFacts(record));
  const own = structuredClone(record);
  if (what.do === "mark") {
    if (!evaluate(record, at).ready || status === "waiting_for_sign_off" || status === "signed_off")
      return record;
    const id = `submission-${own.session.submissions.length}`;
    own.session.submissions.push({ id, at: now, by: "user-amina-farrow", digest, returned: null });
  }
  if (what.do === "sign" && status === "waiting_for_sign_off") {
    const facts = structuredClone(factsOf(record));
    const id = `sign-off-${own.signOffs.length}`;
    own.signOffs.push({
      id,
      at: now,
      by: "user-idris-marrowby",
      rules: record.rules,
      digest,
      facts,
      events: [],
    });
  }
  const sent = own.session.submissions.at(-1);
  if (what.do === "return" && status === "waiting_for_sign_off" && sent) {
    sent.returned = { at: now, by: "user-idris-marrowby", comments: "Please look again" };
  }
  return own;
}

type Seen = { what: Step; record: SessionRecord; at: Temporal.Instant; status: SessionStatus };

/** Every state that a sequence of steps passes, one minute or more apart. */
function walked(steps: readonly Step[]): Seen[] {
  let at = begin;
  let record = aRecord({ startsAt: "2026-12-10T17:00:00Z" });
  return steps.map((what) => {
    at = at.add(what.do === "wait" ? { hours: what.hours } : { minutes: 1 });
    record = taken(record, what, at);
    return { what, record, at, status: seenAt(record, at) };
  });
}

const sequences = fc.array(step, { minLength: 4, maxLength: 24 });

describe("whatever happens to a session, in whatever order", () => {
  test("it is seen as signed off only while everything is in place", () => {
    let reached = 0;
    fc.assert(
      fc.property(sequences, (steps) => {
        for (const { record, at, status } of walked(steps)) {
          if (status !== "signed_off") continue;
          reached += 1;
          const readiness = evaluate(record, at);
          expect(readiness.ready && readiness.needsAcceptance.length === 0).toBe(true);
        }
      }),
      runs,
    );
    expect(reached).toBeGreaterThan(50);
  });

  test("what is signed off differs from what was signed by narrowing alone", () => {
    fc.assert(
      fc.property(sequences, (steps) => {
        for (const { record, status } of walked(steps)) {
          const signOff = latestSignOff(record.signOffs);
          if (status !== "signed_off" || !signOff) continue;
          const now = materialFacts(record);
          const changes = changesBetween(materialFacts(signOff.facts), now);
          expect(changes.filter((change) => !isNarrowing(change, now))).toEqual([]);
        }
      }),
      runs,
    );
  });

  test("a sign-off that lapsed never comes back: only a new one does", () => {
    fc.assert(
      fc.property(sequences, (steps) => {
        const lapsed = new Set<string>();
        for (const { record, status } of walked(steps)) {
          const signOff = latestSignOff(record.signOffs);
          if (!signOff) continue;
          if (standingOf(signOff) === "lapsed") lapsed.add(signOff.id);
          if (lapsed.has(signOff.id)) {
            expect(standingOf(signOff)).toBe("lapsed");
            expect(["signed_off", "live", "finished"]).not.toContain(status);
          }
        }
      }),
      runs,
    );
  });

  test("it waits for sign-off only while it is ready", () => {
    fc.assert(
      fc.property(sequences, (steps) => {
        for (const { record, at, status } of walked(steps)) {
          if (status === "waiting_for_sign_off") expect(evaluate(record, at).ready).toBe(true);
        }
      }),
      runs,
    );
  });

  test("an answer ends a suspended sign-off where a yes begins to count, and nothing else that is answered does", () => {
    const reached = { ends: 0, stays: 0 };
    fc.assert(
      fc.property(answering, (steps) => {
        const seen = walked([...suspendedFirst, ...steps]);
        seen.forEach(({ what, record, at }, place) => {
          const before = seen[place - 1]?.record;
          const signOff = before && latestSignOff(before.signOffs);
          if (!signOff || standingOf(signOff) !== "suspended" || !isAnswer(what)) return;
          if (Temporal.Instant.compare(at, Temporal.Instant.from(record.session.startsAt)) >= 0) return;
          const [was, is] = [stands(before, what.scope), stands(record, what.scope)];
          const begins = was !== "yes" && is === "yes";
          const ends = begins && was !== null && matters(before, what.scope);
          const then = latestSignOff(record.signOffs);
          if (ends || !begins) expect(then && standingOf(then)).toBe(ends ? "lapsed" : "suspended");
          reached.ends += ends ? 1 : 0;
          reached.stays += begins ? 0 : 1;
        });
      }),
      runs,
    );
    expect(reached.ends).toBeGreaterThan(10);
    expect(reached.stays).toBeGreaterThan(30);
  });
});

const answering = fc.array(fc.oneof({ weight: 6, arbitrary: answer }, { weight: 1, arbitrary: step }), {
  minLength: 3,
  maxLength: 9,
});
const suspendedFirst: Step[] = [{ do: "mark" }, { do: "sign" }, { do: "withdraw", scope: "camera" }];

/** How an own answer stands, folded from nothing. */
function stands(record: SessionRecord, scope: ConsentScope): Stands {
  return ownAnswers(record, scope)
    .sort((a, b) => a.seq - b.seq)
    .reduce<Stands>(
      (so, { answer, how, confirmedBy }) => afterAnswer(so, { answer, how, confirmed: confirmedBy !== null }),
      null,
    );
}

/** Whether a yes of hers to this is all that is missing for it: it is used of her, she takes part, and answers alone. */
function matters(record: SessionRecord, scope: ConsentScope): boolean {
  const { media } = record.session;
  const her = record.participants.find(({ id }) => id === bryony);
  if (!her?.birth) return false;
  const { camera, voice, name } = her.exposure;
  if (scope === "camera") return camera && media.camera && stands(record, "take_part") === "yes";
  const kept = media.recording.on && (camera || voice || name);
  return scope === "take_part" || (kept && stands(record, "take_part") === "yes");
}
