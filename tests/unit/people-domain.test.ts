import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { briefingCoverage } from "~/domain/briefing/coverage";
import { briefingScript } from "~/domain/briefing/points";
import { defaultBriefing } from "~/domain/defaults/briefing";
import { exposureAfter, exposuresUsed } from "~/domain/people/exposure";
import { isComplete, lackingOf } from "~/domain/people/lacking";
import {
  answered,
  birthProblem,
  newParticipant,
  type ParticipantAnswers,
} from "~/domain/people/participant-answers";
import { evaluate } from "~/domain/readiness/evaluate";
import type { Finding, Readiness } from "~/domain/readiness/result";
import { viewAt } from "~/domain/readiness/view";
import type { SessionRecord } from "~/domain/record/schema";
import { aBriefing, aRecord } from "../factories/record";
import { neverAsked, withMedia, withParticipant } from "../factories/traits";

const NOW = Temporal.Instant.from("2026-11-23T10:00:00Z");
const now = { by: "amina", recordedAt: NOW.toString() };
const earlier = { by: "wren", recordedAt: "2026-11-20T10:00:00Z" };
const bryony = "bryony-cattermoss";

const blank = newParticipant({ id: "p", personId: "q", code: "YP-01", addedAt: now.recordedAt });

function says(changes: Partial<ParticipantAnswers> = {}): ParticipantAnswers {
  return {
    displayName: "Sunbeam",
    nameCheck: "surname",
    firstName: "Jo",
    surname: "Li",
    birth: "2010",
    accessRoute: "in_room",
    needs: [],
    exposure: { camera: true, voice: false, name: true, chat: false },
    confirmedName: null,
    notCaptured: false,
    ...changes,
  };
}

describe("what is held of a participant", () => {
  test("is nothing at first, and everything may be seen until it is said otherwise", () => {
    const key = { id: "p", personId: "q", code: "YP-01", addedAt: now.recordedAt };
    expect(newParticipant(key)).toEqual({
      ...key,
      firstName: null,
      surname: null,
      noSurname: null,
      displayName: null,
      displayNameConfirmed: null,
      birth: null,
      accessRoute: null,
      needs: [],
      exposure: { camera: true, voice: true, name: true, chat: true },
      notCaptured: null,
    });
  });

  test("is a surname, or the statement made in its place, for one name only", () => {
    expect(answered(blank, says(), now)).toMatchObject({ firstName: "Jo", surname: "Li", noSurname: null });
    const stated = answered(blank, says({ nameCheck: "no_surname" }), earlier);
    expect(stated).toMatchObject({ firstName: null, surname: null, noSurname: earlier });
    expect(answered(stated, says({ nameCheck: "no_surname" }), now).noSurname).toEqual(earlier);
    const renamed = says({ nameCheck: "no_surname", displayName: "Comet" });
    expect(answered(stated, renamed, now).noSurname).toEqual(now);
    const unnamed = answered(blank, says({ nameCheck: "no_surname", displayName: null }), earlier);
    expect(answered(unnamed, says({ nameCheck: "no_surname", displayName: null }), now).noSurname).toEqual(
      now,
    );
    expect(answered(stated, says({ nameCheck: null }), now)).toMatchObject({
      surname: null,
      noSurname: null,
    });
  });

  test("is a look at the name that counts for that name alone", () => {
    const looked = answered(blank, says({ confirmedName: "Sunbeam" }), earlier);
    expect(looked.displayNameConfirmed).toEqual({ ...earlier, displayName: "Sunbeam" });
    expect(answered(looked, says({ confirmedName: "Sunbeam" }), now).displayNameConfirmed).toEqual({
      ...earlier,
      displayName: "Sunbeam",
    });
    expect(answered(looked, says({ displayName: "Comet" }), now).displayNameConfirmed).toBeNull();
    expect(answered(looked, says({ displayName: null }), now).displayNameConfirmed).toBeNull();
    expect(answered(blank, says({ displayName: null }), now).displayNameConfirmed).toBeNull();
  });

  test("is nothing that could be captured once somebody states so", () => {
    const off = answered(blank, says({ notCaptured: true }), earlier);
    expect(off.exposure).toEqual({ camera: false, voice: false, name: false, chat: false });
    expect(off.notCaptured).toEqual(earlier);
    expect(answered(off, says({ notCaptured: true }), now).notCaptured).toEqual(earlier);
    expect(answered(off, says(), now)).toMatchObject({ notCaptured: null, exposure: says().exposure });
  });

  test("is a birth that can be", () => {
    const today = Temporal.PlainDate.from("2026-11-23");
    expect(birthProblem(null, today)).toBeNull();
    expect(birthProblem("2026-11-23", today)).toBeNull();
    expect(birthProblem("2026-11", today)).toBeNull();
    expect(birthProblem("2026-11-24", today)).toContain("past");
    expect(birthProblem("2026-12", today)).toContain("past");
    expect(birthProblem("2027", today)).toContain("past");
    expect(birthProblem("1906", today)).toBeNull();
    expect(birthProblem("1905", today)).toContain("year");
  });
});

describe("how somebody can be noticed", () => {
  const { media } = aRecord().session;

  test("is asked only of what the session uses", () => {
    expect(exposuresUsed(media)).toEqual(["camera", "voice", "name"]);
    const open = { ...media, camera: false, chat: { ...media.chat, value: "open" as const } };
    expect(exposuresUsed(open)).toEqual(["voice", "name", "chat"]);
    expect(exposuresUsed({ ...open, chat: { ...media.chat, value: "moderated" } })).toContain("chat");
    expect(exposuresUsed({ ...open, chat: { ...media.chat, value: "off" } })).not.toContain("chat");
  });

  test("stays as it was where it was not asked", () => {
    const before = { camera: true, voice: true, name: true, chat: true };
    expect(exposureAfter(before, media, ["voice"])).toEqual({
      camera: false,
      voice: true,
      name: false,
      chat: true,
    });
    expect(exposureAfter({ ...before, chat: false }, media, ["camera"]).chat).toBe(false);
  });
});

describe("what somebody still lacks", () => {
  const lackingIn = (record: SessionRecord) => lackingOf(evaluate(record, NOW), record.participants[0]!);

  test("is nothing where all is on record", () => {
    expect(isComplete(lackingIn(aRecord()))).toBe(true);
  });

  test("is told by part, what blocks first", () => {
    const lacking = lackingIn(
      aRecord(
        {},
        withParticipant(bryony, { birth: null, displayName: "Bryony 2010" }),
        neverAsked(({ participantId, scope }) => participantId === bryony && scope !== "voice"),
        (record) => void (record.briefings = record.briefings.slice(1)),
      ),
    );
    expect(lacking).toMatchObject({
      answers: 7,
      briefing: true,
      person: [{ blocks: true }, { blocks: false }],
    });
    expect(isComplete(lacking)).toBe(false);
    expect(isComplete({ person: [], answers: 0, briefing: true })).toBe(false);
    expect(isComplete({ person: [], answers: 1, briefing: false })).toBe(false);
    const [person] = lacking.person;
    expect(isComplete({ person: [person!], answers: 0, briefing: false })).toBe(false);
  });

  const about = `participant:${bryony}`;
  const asking = (requirement: string, ...findings: Partial<Finding>[]): Readiness => {
    const sound = evaluate(aRecord(), NOW);
    const finding: Finding = {
      code: "amiss",
      severity: "blocks",
      kind: "silent",
      subject: about,
      source: "NSPCC",
      strength: "do",
      headline: "Amiss",
      message: "Something is amiss.",
      fixes: [],
    };
    const requirements = sound.requirements.map((one) =>
      one.id === requirement ? { ...one, findings: findings.map((each) => ({ ...finding, ...each })) } : one,
    );
    return { ...sound, requirements };
  };
  const lackingWhere = (...asked: Parameters<typeof asking>) =>
    lackingOf(asking(...asked), aRecord().participants[0]!);

  test("puts what blocks before what is only advised, and tells wrong from missing", () => {
    const { person } = lackingWhere(
      "R25",
      { severity: "warns", kind: "advice", headline: "Advice" },
      { kind: "wrong", headline: "Wrong" },
      { subject: `${about}:name`, headline: "Missing" },
    );
    expect(person).toEqual([
      { text: "Wrong", blocks: true, wrong: true },
      { text: "Missing", blocks: true, wrong: false },
      { text: "Advice", blocks: false, wrong: false },
    ]);
  });

  test.each(["R08", "R25", "R30", "R15", "R21", "R01"])("is nothing of what %s asks about others", (id) => {
    expect(isComplete(lackingWhere(id, { subject: "participant:ellis-larkspurrow" }))).toBe(true);
    expect(isComplete(lackingWhere(id, { subject: `${about}-senior` }))).toBe(true);
    expect(isComplete(lackingWhere(id, {}))).toBe(id === "R01");
  });

  test("counts advice about an answer or the briefing as nothing that is lacking", () => {
    const advice = { severity: "warns", kind: "advice" } as const;
    expect(lackingWhere("R30", advice, {})).toMatchObject({ answers: 1, briefing: false });
    expect(lackingWhere("R16", advice)).toMatchObject({ answers: 0, briefing: false });
    expect(lackingWhere("R16", advice, {})).toMatchObject({ answers: 0, briefing: true });
  });
});

describe("the briefing", () => {
  const coverage = (record: SessionRecord) => briefingCoverage(viewAt(record, NOW), evaluate(record, NOW))[0];

  test("covers who was told every point, and says when, how and by whom", () => {
    expect(coverage(aRecord())).toEqual({
      id: bryony,
      code: "YP-01",
      name: "Bryony",
      covered: true,
      why: [],
      last: "20 November 2026 at 4pm, in person, by Wren Castellow",
      needs: false,
    });
  });

  test("says why it does not count: not given, a point left out, or something changed since", () => {
    const without = (record: SessionRecord) => void (record.briefings = record.briefings.slice(1));
    expect(coverage(aRecord({}, without))).toMatchObject({ covered: false, why: [], last: null });

    const short = aRecord({}, without, (record) => {
      record.briefings.push(aBriefing(bryony, "2026-11-20T16:00:00Z", { points: ["live", "comments"] }));
    });
    expect(coverage(short)?.why).toHaveLength(4);
    expect(coverage(short)?.why[0]).toBe("Bryony has not been told not to share personal information.");

    const { chat } = aRecord().session.media;
    const opened = withMedia({ chat: { ...chat, value: "open", since: "2026-11-22T10:00:00Z" } });
    expect(coverage(aRecord({}, opened))?.why).toEqual(["Since the last one, the chat was opened."]);
    const changed = (record: SessionRecord) =>
      void record.policy.briefingVersions.push({
        version: 2,
        from: "2026-11-22T10:00:00Z",
        changesMeaning: true,
      });
    expect(coverage(aRecord({}, changed))?.why).toEqual([
      "Since the last one, what the briefing says has changed.",
    ]);
  });

  test("marks what was recorded more than a day later, and shows the newest", () => {
    const late = aRecord({}, (record) => {
      record.briefings.push(
        aBriefing(bryony, "2026-11-21T10:00:00Z", {
          id: "b2",
          recordedAt: "2026-11-22T10:00:01Z",
          how: "phone",
        }),
      );
    });
    expect(coverage(late)?.last).toBe(
      "21 November 2026 at 10am, by phone, by Wren Castellow, recorded later",
    );
  });

  test("is read point by point, with who to tell in this session", () => {
    const record = aRecord();
    const script = briefingScript({ live: "It is live, right now." }, record);
    expect(script.map(({ words }) => words)).toEqual([
      "It is live, right now.",
      ...Object.values(defaultBriefing).slice(1),
    ]);
    expect(script.at(-1)?.also[0]).toMatch(/^In this session that is Wren Castellow: /);
    expect(script[1]?.also).toEqual([]);
    record.session.media.chat.value = "off";
    expect(briefingScript({}, record)[1]?.also).toEqual(["In this session the chat is off."]);
  });
});
