import { Temporal } from "temporal-polyfill";
import { describe, expect } from "vitest";
import { consentLinkToken } from "~/data/consent-link-token.server";
import { findByLinkToken, type LinkOwner } from "~/data/consent-requests.server";
import { findCurrentWordings, findWordings } from "~/data/consent-wordings.server";
import { askedOf } from "~/domain/consent/asked";
import { linkQuestions } from "~/domain/consent/link-questions";
import { ownAnswers } from "~/domain/consent/own-place";
import { defaultWordingLanguage } from "~/domain/defaults/consent-wordings";
import { evaluate } from "~/domain/readiness/evaluate";
import { viewAt } from "~/domain/readiness/view";
import { consentScope } from "~/domain/record/fields";
import type { Outcome } from "~/domain/refusal";
import { answerThroughLink } from "~/services/answer-through-link.server";
import { askForAnswers } from "~/services/ask-for-answers.server";
import { wordsDigest } from "~/services/publish-default-wordings.server";
import { recordConsent } from "~/services/record-consent.server";
import { publishWording, type NewWording } from "~/services/publish-wording.server";
import { noteNudge } from "~/services/send-own-link.server";
import { askingTheUsual, publishWords } from "../support/asked-by-link";
import { test } from "../support/open-database";
import { eventTypes } from "../support/recorded-events";
import { recordNow, standingNow, storeSigned } from "../support/signed-session";
import { storeScenario, type StoredSession } from "../support/stored-session";

const READY = "s04-twin-last-good-day";
const at = (moment: string) => Temporal.Instant.from(moment);
const clock = () => at("2026-11-23T10:00:00Z");
const later = () => at("2026-11-23T11:00:00Z");

const other: NewWording = {
  scope: "take_part",
  words: "Do you want to join? The video is for parents too.",
  short: [{ picture: "live", line: "It is live." }],
  meaning: "changed",
};

function done<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.refusal.code}: ${outcome.refusal.message}`);
  return outcome.value;
}
const codeOf = (outcome: Outcome<unknown>) => (outcome.ok ? "done" : outcome.refusal.code);

async function publish(stored: StoredSession, more: Partial<NewWording> = {}, when = clock) {
  const wording = { ...other, ...more };
  const now = (await findCurrentWordings(stored.rowan, defaultWordingLanguage)).get(wording.scope);
  return publishWording(stored.rowan, wording, { version: now?.version ?? null, clock: when });
}

async function consented(stored: StoredSession) {
  const found = evaluate(await recordNow(stored), later()).requirements.find(({ id }) => id === "R30");
  return { status: found?.status, codes: [...new Set(found?.findings.map(({ code }) => code))] };
}

/** The first young person of a session, asked by a link, and what their link asks. */
async function linked(stored: StoredSession) {
  const record = await recordNow(stored);
  const participantId = record.participants[0]?.id ?? "";
  const asked = await askForAnswers(
    stored.amina,
    stored.sessionId,
    [{ participantId, check: { kind: "word", word: "lantern" } }],
    { clock },
  );
  const owner = await findByLinkToken(consentLinkToken(done(asked).requests[0]?.requestId ?? ""));
  if (!owner) throw new Error("The link opens nothing");
  return owner;
}

async function askedBy(stored: StoredSession, { participantId }: LinkOwner) {
  const view = viewAt(await recordNow(stored), later());
  const participant = view.participants.find(({ id }) => id === participantId);
  if (!participant) throw new Error("They do not take part");
  const place = { askedAt: clock().toString(), answered: [] };
  const put = linkQuestions(view, participant, place);
  return {
    put,
    view,
    questions: put.map(({ scope }) => scope),
    answers: ownAnswers(view, participant),
  };
}

/** Says yes to everything that the link asks now, in the words that are in use. */
async function saysYes(stored: StoredSession, owner: LinkOwner) {
  return says("yes", stored, owner, await findCurrentWordings(stored.amina, defaultWordingLanguage));
}

async function says(
  answer: "yes" | "no",
  stored: StoredSession,
  owner: LinkOwner,
  words: Awaited<ReturnType<typeof findCurrentWordings>>,
) {
  const { put, questions, view } = await askedBy(stored, owner);
  const { consentEvents } = await recordNow(stored);
  return answerThroughLink(
    owner,
    {
      answers: Object.fromEntries(questions.map((scope) => [scope, answer] as const)),
      asked: Object.fromEntries(
        put.map((question) => [
          question.scope,
          askedOf(words.get(question.scope)?.digest ?? "", question, view),
        ]),
      ),
      name: null,
      seen: Math.max(0, ...consentEvents.map(({ seq }) => seq)),
    },
    { clock: later },
  );
}

describe("a question in other words", () => {
  test("is a new version, and the words before it stay as they were, with their digests", async () => {
    const stored = await storeScenario(READY);
    await publishWords(stored);
    const before = await findWordings(stored.amina);
    done(await publish(stored, { meaning: "small" }));
    const after = await findWordings(stored.amina);
    expect(
      after.filter(({ id, version }) => before.some((one) => one.id === id && one.version === version)),
    ).toEqual(before);
    const newest = after.findLast(({ scope }) => scope === "take_part");
    expect(newest).toMatchObject({ version: 2, words: other.words, short: other.short });
    expect(newest?.digest).toBe(wordsDigest(other.words, other.short));
    expect(newest?.digest).not.toBe(wordsDigest(other.words, null));
    expect((await eventTypes(stored.rowan)).at(-1)).toBe("consent_wording.changed");
  });

  test("is refused to others, over somebody else's words, and where nothing is different", async () => {
    const stored = await storeScenario(READY);
    await publishWords(stored);
    const options = { version: 1, clock };
    expect(codeOf(await publishWording(stored.amina, other, options))).toBe("forbidden");
    expect(codeOf(await publishWording(stored.stranger, other, options))).toBe("not_found");
    done(await publishWording(stored.rowan, other, options));
    expect(codeOf(await publishWording(stored.rowan, { ...other, words: "Join?" }, options))).toBe(
      "stale_version",
    );
    expect(codeOf(await publish(stored))).toBe("unchanged");
  });
});

describe("answers to sessions still to come", () => {
  test("stand and are asked for again where the meaning changes; a small change asks nobody", async () => {
    const stored = await storeSigned(READY);
    await publishWords(stored);
    done(await publish(stored, { meaning: "small" }));
    expect(await consented(stored)).toEqual({ status: "met", codes: [] });
    expect(done(await publish(stored, { words: "Will you join?" })).signOffsTouched).toBe(0);
    expect(await consented(stored)).toEqual({ status: "met", codes: ["asked_again"] });
    expect(evaluate(await recordNow(stored), at("2026-11-23T09:59:30Z")).ready).toBe(true);
    expect(await standingNow(stored)).toBe("signed");
  });

  test("are missing where an editor ends them, and a sign-off that rested on them lapses", async () => {
    const stored = await storeSigned(READY);
    await publishWords(stored);
    const { consentEvents } = await recordNow(stored);
    expect(done(await publish(stored, { meaning: "ended" })).signOffsTouched).toBe(1);
    expect(await consented(stored)).toEqual({ status: "not_answered", codes: ["asked_before_change"] });
    expect(await standingNow(stored)).toBe("lapsed");
    expect((await recordNow(stored)).consentEvents).toEqual(consentEvents);
  });

  test("are asked for again by an open link, that question alone, and then count", async () => {
    const stored = await storeScenario(READY, { change: askingTheUsual });
    await publishWords(stored);
    const owner = await linked(stored);
    done(await saysYes(stored, owner));
    const first = (await recordNow(stored)).consentEvents.filter(({ how }) => how === "link");
    expect(first.map(({ scope }) => scope)).toEqual(
      consentScope.options.filter((scope) => first.some((event) => event.scope === scope)),
    );
    const tellAgain = () =>
      noteNudge(stored.amina, stored.sessionId, owner.requestId, "told", { clock: later });
    expect(codeOf(await tellAgain())).toBe("answered");
    done(await publish(stored, { scope: "camera", meaning: "ended" }));
    expect((await askedBy(stored, owner)).questions).toEqual(["camera"]);
    expect(codeOf(await tellAgain())).toBe("done");
    done(await saysYes(stored, owner));
    expect(codeOf(await tellAgain())).toBe("answered");
    const events = (await recordNow(stored)).consentEvents.filter(({ how }) => how === "link");
    expect(events.slice(0, first.length)).toEqual(first);
    expect(events.slice(first.length)).toMatchObject([
      {
        scope: "camera",
        answer: "yes",
        wording: { version: 2, digest: wordsDigest(other.words, other.short) },
      },
    ]);
    expect((await askedBy(stored, owner)).questions.length).toBeGreaterThan(1);
  });

  test("are not written down by staff as a yes from a page with the words before the change", async () => {
    const stored = await storeScenario(READY, { change: askingTheUsual });
    await publishWords(stored);
    const { amina, sessionId } = stored;
    const owner = await linked(stored);
    const { put, view } = await askedBy(stored, owner);
    const words = await findCurrentWordings(amina, defaultWordingLanguage);
    const [question] = put;
    if (!question) throw new Error("Nothing is asked");
    const asked = { take_part: askedOf(words.get("take_part")?.digest ?? "", question, view) };
    const record = (answer: "yes" | "no") =>
      recordConsent(
        amina,
        sessionId,
        owner.participantId,
        {
          giver: { kind: "self" },
          answers: { take_part: answer },
          asked,
          how: "phone",
          at: null,
          understood: true,
          spokenWith: false,
          until: null,
        },
        { seen: null, clock: later },
      );
    expect(codeOf(await record("yes"))).toBe("done");
    done(await publish(stored));
    expect(codeOf(await record("yes"))).toBe("told_otherwise");
    expect(codeOf(await record("no"))).toBe("done");
  });

  test("are not taken as a yes from a page with the words before the change; a no always is", async () => {
    const stored = await storeScenario(READY, { change: askingTheUsual });
    await publishWords(stored);
    const owner = await linked(stored);
    const words = await findCurrentWordings(stored.amina, defaultWordingLanguage);
    done(await publish(stored));
    const byLink = async () => (await recordNow(stored)).consentEvents.filter(({ how }) => how === "link");
    expect(codeOf(await says("yes", stored, owner, words))).toBe("done");
    expect((await byLink()).map(({ scope }) => scope)).toEqual(["camera", "voice", "name_shown"]);
    done(await says("no", stored, owner, words));
    expect(codeOf(await saysYes(stored, owner))).toBe("done");
    expect((await byLink()).slice(3)).toMatchObject([
      { scope: "take_part", answer: "no", wording: { version: 1 } },
      { scope: "take_part", answer: "yes", wording: { version: 2 } },
      { scope: "camera", answer: "yes", wording: { version: 1 } },
      { scope: "voice", answer: "yes", wording: { version: 1 } },
      { scope: "name_shown", answer: "yes", wording: { version: 1 } },
    ]);
  });
});
