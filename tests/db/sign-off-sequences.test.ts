import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, vi } from "vitest";
import { findSessionFor } from "~/data/session-page.server";
import type { Actor } from "~/domain/actor";
import { evaluate } from "~/domain/readiness/evaluate";
import { digestOf } from "~/domain/record/digest";
import { consentScope, type ConsentScope } from "~/domain/record/fields";
import type { SessionRecord } from "~/domain/record/schema";
import { materialFacts } from "~/domain/sign-off/material-facts";
import { latestSignOff, standingOf } from "~/domain/sign-off/standing";
import { changeDetails } from "~/services/change-details.server";
import { changeMedia } from "~/services/change-media.server";
import { markSessionReady } from "~/services/mark-session-ready.server";
import { recordConsent } from "~/services/record-consent.server";
import { returnSession } from "~/services/return-session.server";
import { signOffSession } from "~/services/sign-off-session.server";
import { bringAdultBack, standDownAdult } from "~/services/stand-down-adult.server";
import { withdrawConsent } from "~/services/withdraw-consent.server";
import { afterAnswer, type Stands } from "../support/consent-fold";
import { NOW, recordOf } from "../support/guarded-edit";
import { test } from "../support/open-database";
import { storeScenario, type StoredSession } from "../support/stored-session";

vi.setConfig({ testTimeout: 240_000 });

let minutes = 0;
/** Every change happens a minute after the one before it. */
const clock = () => NOW.add({ minutes: (minutes += 1) });

const wrongly = ["sign without reasons", "sign as planner", "sign as host"];
/** Every way to sign wrongly is tried before the first sign-off and after it lapsed. */
const begin = [...wrongly, "sign", "move", ...wrongly];
/** What the first young person says, in the words of `said`. */
const answers = [
  "says no",
  "says no to it all",
  "wishes",
  "wishes to take part",
  "agrees",
  "agrees to take part",
];
/** While a sign-off is suspended: a no again, a no to more, and a yes that waits. */
const suspended = ["sign", "withdraw", "says no", "wishes", "says no to it all", "wishes to take part"];
const step = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom("mark", "sign", "sign") },
  { weight: 2, arbitrary: fc.constantFrom(...wrongly) },
  { weight: 2, arbitrary: fc.constantFrom("move", "no place", "chat", "return") },
  { weight: 2, arbitrary: fc.constantFrom("stand down", "bring back", "withdraw") },
  { weight: 3, arbitrary: fc.constantFrom(...answers) },
);

async function judged({ idris, sessionId }: StoredSession) {
  const found = await findSessionFor(idris, sessionId, NOW.add({ minutes }));
  if (!found) throw new Error("The approver sees no session");
  return found;
}

async function sign(stored: StoredSession, actor: Actor, reason: string) {
  const { digest, readiness } = await judged(stored);
  const accepted = readiness.requirements.flatMap(({ id, findings }) =>
    findings
      .filter(({ kind }) => kind === "for_approver")
      .map(({ code, subject }) => ({ requirement: id, code, subject, reason })),
  );
  return signOffSession(actor, stored.sessionId, { seen: digest, accepted, adultsSuit: true, clock });
}

async function place(stored: StoredSession, where: string | null) {
  const { record, version } = await judged(stored);
  const placeKind = where === null ? null : ("open" as const);
  const form = {
    ...record.session,
    titleConfirmed: false,
    where,
    placeKind,
    placeSuitable: where === null ? null : true,
  };
  return changeDetails(stored.amina, stored.sessionId, form, { version, clock });
}

async function turnChat(stored: StoredSession) {
  const { record, version } = await judged(stored);
  const { media } = record.session;
  const chat = media.chat.value === "off" ? ("moderated" as const) : ("off" as const);
  const form = { ...media, chat, donations: media.donations.value };
  return changeMedia(stored.amina, stored.sessionId, form, { version, clock });
}

/** An answer of the first young person to the camera or to taking part; a yes by text waits after a no. */
async function say({ amina, sessionId }: StoredSession, participantId: string, what: string) {
  const scope = what.endsWith("take part") || what.endsWith("all") ? "take_part" : "camera";
  const recorded = {
    giver: { kind: "self" },
    answers: { [scope]: what.startsWith("says no") ? "no" : "yes" } as const,
    asked: {},
    how: what.startsWith("wishes") ? "text" : "phone",
    at: null,
    understood: true,
    spokenWith: false,
    until: null,
  } as const;
  return recordConsent(amina, sessionId, participantId, recorded, { seen: null, clock });
}

/** How the first young person's answers stand, folded from nothing. */
function stands({ participants, consentEvents }: SessionRecord, scope: ConsentScope): Stands {
  return consentEvents
    .filter((event) => event.participantId === participants[0]?.id && event.scope === scope)
    .filter(({ giver }) => giver.relationship === "self")
    .reduce<Stands>(
      (so, { answer, how, confirmedBy }) => afterAnswer(so, { answer, how, confirmed: confirmedBy !== null }),
      null,
    );
}

/** Whether a yes of theirs counts that did not before. */
function yesBegan(before: SessionRecord, after: SessionRecord): boolean {
  return consentScope.options.some(
    (scope) => stands(before, scope) !== "yes" && stands(after, scope) === "yes",
  );
}

/** One step through the services; who signs has it marked first. Whether it is done or refused is theirs to say. */
async function take(stored: StoredSession, what: string): Promise<unknown> {
  const { amina, idris, odalys, sessionId } = stored;
  const { session, participants } = await recordOf(stored);
  const observer = session.assignments.find(({ role }) => role === "observer")?.adultId ?? "";
  if (answers.includes(what)) return say(stored, participants[0]?.id ?? "", what);
  const mark = () => markSessionReady(amina, sessionId, { version: null, clock });
  if (what.startsWith("sign")) await mark();
  switch (what) {
    case "mark":
      return mark();
    case "sign":
      return sign(stored, idris, "Open to all families");
    case "sign without reasons":
      return sign(stored, idris, " ");
    case "sign as planner":
      return sign(stored, { ...amina, roles: ["planner", "approver"] }, "Open to all families");
    case "sign as host":
      return sign(stored, odalys, "Open to all families");
    case "move":
      return place(stored, `Room ${minutes}`);
    case "no place":
      return place(stored, null);
    case "chat":
      return turnChat(stored);
    case "return":
      return returnSession(idris, sessionId, { comments: "Please look again", clock });
    case "stand down":
      return standDownAdult(amina, observer, { clock });
    case "bring back":
      return bringAdultBack(amina, observer, { clock });
    default: {
      const withdrawal = { giverId: null, scopes: ["camera"], how: "phone", at: null } as const;
      return withdrawConsent(amina, sessionId, participants[0]?.id ?? "", withdrawal, { clock });
    }
  }
}

test("no order of steps through the services signs past a requirement, or by somebody who may not", async () => {
  const reached = { signed: 0, undone: 0, suspended: 0 };
  const sequences = fc.array(step, { minLength: 4, maxLength: 7 });
  await fc.assert(
    fc.asyncProperty(sequences, async (steps) => {
      const stored = await storeScenario("s07");
      let last = 0;
      let before = await recordOf(stored);
      for (const what of [...begin, ...suspended, ...steps]) {
        await take(stored, what);
        const { record, status, readiness, digest } = await judged(stored);
        const newest = record.signOffs.at(-1);
        if (newest && record.signOffs.length > last) {
          reached.signed += 1;
          expect(newest.by).toBe(stored.idris.userId);
          const asSigned = evaluate(record, Temporal.Instant.from(newest.at));
          expect([asSigned.ready, asSigned.needsAcceptance]).toEqual([true, []]);
          expect(digestOf(materialFacts(newest.facts))).toBe(digest);
        }
        last = record.signOffs.length;
        const was = latestSignOff(before.signOffs);
        const isAnswer = what === "withdraw" || answers.includes(what);
        if (was && isAnswer && standingOf(was) === "suspended" && !yesBegan(before, record)) {
          reached.suspended += 1;
          expect([what, newest && standingOf(newest)]).toEqual([what, "suspended"]);
        }
        before = record;
        reached.undone += newest && newest.events.length > 0 ? 1 : 0;
        if (status !== "signed_off") continue;
        expect([what, readiness.ready, readiness.needsAcceptance]).toEqual([what, true, []]);
        expect(newest?.events.at(-1)?.kind ?? "carried_forward").toMatch(/carried_forward|restored/);
        expect(record.acceptances.filter(({ endedAt }) => endedAt === null)).not.toEqual([]);
      }
    }),
    { seed: 20261122, numRuns: 2, endOnFailure: true },
  );
  expect(Math.min(reached.signed, reached.undone)).toBeGreaterThan(1);
  expect(reached.suspended).toBeGreaterThan(5);
});
