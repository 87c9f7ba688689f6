import { describe, expect, test } from "vitest";
import { aRecord } from "../../../tests/factories/record";
import { signedOff } from "../../../tests/factories/sign-off";
import type { Readiness } from "../readiness/result";
import type { SessionRecord, SignOff } from "../record/schema";
import { signOffEffect, type SignOffEffect } from "./effect";
import type { EditEffect, EditJudgement } from "./judge-edit";
import { coveredDigest, lapsedAt, latestSignOff, standingBefore, standingOf } from "./standing";
import { subjectOf } from "./subject";

const record = aRecord({}, signedOff("2026-11-22T10:00:00Z"));
const given = record.signOffs[0]!;

function signOff(...kinds: SignOff["events"][number]["kind"][]): SignOff {
  const events = kinds.map((kind, index) => ({
    at: `2026-11-22T1${index + 1}:00:00Z`,
    kind,
    by: null,
    digest: `digest-${index}`,
    changes: [],
  }));
  return { ...given, events };
}

type Told = { ready?: boolean; waiting?: string[]; broken?: string[]; mended?: string[] };

function effect(
  from: SignOff,
  edit: EditEffect,
  { ready = true, waiting = [], broken = [], mended = [] }: Told = {},
  isAnswer = false,
  now = "2026-11-23T10:00:00Z",
): SignOffEffect {
  const judgement = {
    effect: edit,
    broken,
    mended,
    eased: [],
    after: { ready, needsAcceptance: waiting, requirements: [] },
  };
  return signOffEffect(from, {
    before: record,
    after: record,
    judgement: judgement as unknown as EditJudgement,
    isAnswer,
    now,
  });
}

describe("what an edit does to a sign-off", () => {
  test("is nothing once it has lapsed", () => {
    expect(effect(signOff("lapsed"), "lapsed")).toBe("nothing");
    expect(effect(signOff("lapsed", "restored"), "carried_forward")).toBe("nothing");
  });

  test("is what was judged while it is signed, and what narrows is carried forward where all is in place", () => {
    expect(effect(signOff(), "nothing")).toBe("nothing");
    expect(effect(signOff(), "lapsed")).toBe("lapsed");
    expect(effect(signOff(), "carried_forward")).toBe("carried_forward");
    expect(effect(signOff(), "carried_forward", { ready: false })).toBe("lapsed");
    expect(effect(signOff(), "carried_forward", { waiting: ["R28"] })).toBe("lapsed");
  });

  test("is nothing from the start on, and what was judged until the moment before", () => {
    const at = (now: string) => effect(signOff(), "lapsed", {}, false, now);
    expect(at("2026-12-10T16:59:59.999Z")).toBe("lapsed");
    expect(at("2026-12-10T17:00:00Z")).toBe("nothing");
  });

  test("is what was judged where a session that began is moved, or one is moved to before now", () => {
    const begun = "2026-12-10T17:05:00Z";
    const later = aRecord({}, signedOff("2026-11-22T10:00:00Z"), ({ session }) => {
      Object.assign(session, { startsAt: "2026-12-11T17:00:00Z", endsAt: "2026-12-11T17:40:00Z" });
    });
    const moved = (before: SessionRecord, after: SessionRecord) =>
      signOffEffect(signOff(), {
        before,
        after,
        judgement: {
          effect: "lapsed",
          changes: [],
          broken: [],
          mended: [],
          eased: [],
          after: { ready: false, needsAcceptance: [], requirements: [] } as unknown as Readiness,
        },
        isAnswer: false,
        now: begun,
      });
    expect(moved(record, later)).toBe("lapsed");
    expect(moved(later, record)).toBe("lapsed");
    expect(moved(later, later)).toBe("lapsed");
    expect(moved(record, record)).toBe("nothing");
  });

  test("is a suspension for a no that matters, until the session has ended", () => {
    const no = (now?: string) => effect(signOff(), "lapsed", { broken: ["R30"] }, true, now);
    expect(no()).toBe("suspended");
    expect(no("2026-12-10T17:39:59Z")).toBe("suspended");
    expect(no("2026-12-10T17:40:00Z")).toBe("nothing");
    expect(effect(signOff(), "lapsed", {}, true)).toBe("nothing");
  });

  test("restores a suspended one by narrowing alone, once all is in place", () => {
    const from = signOff("suspended");
    expect(effect(from, "carried_forward", { mended: ["R30"] })).toBe("restored");
    expect(effect(from, "carried_forward", { mended: ["R30"], ready: false })).toBe("nothing");
    expect(effect(from, "carried_forward", { mended: ["R30"], waiting: ["R28"] })).toBe("nothing");
    expect(effect(from, "carried_forward")).toBe("nothing");
  });

  test("ends a suspended one where anything else puts right what was in the way", () => {
    const from = signOff("suspended");
    expect(effect(from, "nothing", { mended: ["R30"] })).toBe("lapsed");
    expect(effect(from, "nothing")).toBe("nothing");
    expect(effect(from, "lapsed")).toBe("lapsed");
    expect(effect(from, "lapsed", { mended: ["R30"] }, true)).toBe("nothing");
    expect(effect(from, "lapsed", {}, true)).toBe("nothing");
  });
});

describe("where a sign-off stands", () => {
  test("is where its events left it, and a lapse is final", () => {
    expect(standingOf(signOff())).toBe("signed");
    expect(standingOf(signOff("carried_forward"))).toBe("signed");
    expect(standingOf(signOff("suspended"))).toBe("suspended");
    expect(standingOf(signOff("suspended", "restored"))).toBe("signed");
    expect(standingOf(signOff("lapsed", "restored"))).toBe("lapsed");
  });

  test("is told for the moment before another", () => {
    const from = signOff("suspended", "restored");
    expect(standingBefore(from, given.at)).toBeNull();
    expect(standingBefore(from, "2026-11-22T11:00:00Z")).toBe("signed");
    expect(standingBefore(from, "2026-11-22T12:00:00Z")).toBe("suspended");
    expect(standingBefore(from, "2026-11-22T12:00:01Z")).toBe("signed");
  });

  test("says when it lapsed, and what it covers", () => {
    expect(lapsedAt(signOff("carried_forward"))).toBeNull();
    expect(lapsedAt(signOff("carried_forward", "lapsed"))).toBe("2026-11-22T12:00:00Z");
    expect(coveredDigest(signOff())).toBe(given.digest);
    expect(coveredDigest(signOff("carried_forward", "suspended"))).toBe("digest-0");
    expect(coveredDigest(signOff("suspended", "restored", "lapsed"))).toBe("digest-1");
  });

  test("is that of the newest, in whatever order they are stored", () => {
    const later = { ...given, id: "sign-off-2", at: "2026-11-22T10:00:00.5Z" };
    expect(latestSignOff([later, given])).toBe(later);
    expect(latestSignOff([given, later])).toBe(later);
    expect(latestSignOff([])).toBeNull();
  });
});

test("a session is, for permissions, who planned it, who works on it and who hosts or observes", () => {
  const { session } = record;
  const of = subjectOf(record, ["user-idris-marrowby"]);
  expect(of.plannedBy).toBe(session.plannedBy);
  expect(of.widenedBy).toEqual(["user-idris-marrowby"]);
  expect(subjectOf(record).widenedBy).toEqual([]);
  expect(of.hostOrObserverUserIds).toEqual(["user-odalys-fennimore"]);
  expect([...of.assignedUserIds].sort()).toEqual([
    "user-odalys-fennimore",
    "user-petra-hollowell",
    "user-wren-castellow",
  ]);
});

test("an observer is barred from signing as the host is, and nobody who only moderates", () => {
  const own = structuredClone(record);
  const observer = own.session.assignments.find(({ role }) => role === "observer");
  const moderator = own.session.assignments.find(({ role }) => role === "moderator");
  own.organisation.staff.push(
    { id: "user-observer", name: "Tamsin", adultId: observer?.adultId ?? null },
    { id: "user-moderator", name: "Brogan", adultId: moderator?.adultId ?? null },
  );
  expect(subjectOf(own).hostOrObserverUserIds).toEqual(["user-odalys-fennimore", "user-observer"]);
  expect(subjectOf(own).assignedUserIds).toContain("user-moderator");
});
