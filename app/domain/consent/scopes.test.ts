import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { aRecord, type Trait } from "../../../tests/factories/record";
import { withMedia, withParticipant } from "../../../tests/factories/traits";
import { viewAt, type View } from "../readiness/view";
import type { Participant } from "../record/participant";
import { competenceReaches, parentNeeded } from "./givers";
import { isConversation } from "./recording";
import { isCaptured, neededScopes } from "./scopes";

const now = Temporal.Instant.from("2026-11-23T10:00:00Z");
const since = "2026-11-02T10:00:00Z";
const none = { camera: false, voice: false, name: false, chat: false };
const entry = { on: true, since, reason: "Feedback", keptWhere: "Drive", seenBy: "Staff", deleteBy: null };

function of(...traits: Trait[]): [View, Participant] {
  const view = viewAt(aRecord({}, ...traits), now);
  return [view, view.participants[0]!];
}

function shown(exposure: Partial<Participant["exposure"]>, more: Partial<Participant> = {}): Trait {
  return withParticipant("bryony-cattermoss", { exposure: { ...none, ...exposure }, ...more });
}

function scopes(...traits: Trait[]): string[] {
  return neededScopes(...of(...traits)).map(({ scope }) => scope);
}

describe("what a session uses of somebody", () => {
  test.each([
    ["camera", ["take_part", "camera"]],
    ["voice", ["take_part", "voice"]],
    ["name", ["take_part", "name_shown"]],
    ["chat", ["take_part", "chat"]],
  ] as const)("is %s where it is used and they use it", (way, expected) => {
    const open = withMedia({ chat: { value: "open", since } });
    expect(scopes(open, shown({ [way]: true }))).toEqual(expected);
    const [view, participant] = of(open, shown({ [way]: true }, { accessRoute: "in_room" }));
    expect(isCaptured(view, participant)).toBe(true);
  });

  test.each([
    ["open", true],
    ["moderated", true],
    ["host_only", false],
    ["off", false],
  ] as const)("is the chat while it is %s: %s", (value, used) => {
    const chat = withMedia({ chat: { value, since } });
    expect(scopes(chat, shown({ chat: true })).includes("chat")).toBe(used);
    expect(scopes(chat, shown({}))).toEqual(["take_part"]);
  });

  test("is nothing that the session has switched off", () => {
    const off = withMedia({ camera: false, voice: false, name: false });
    expect(scopes(off, shown({ camera: true, voice: true, name: true }))).toEqual(["take_part"]);
  });

  test("is what is kept and shown again, until its last day and since its last change", () => {
    const kept = withMedia({
      recording: { ...entry, deleteBy: "2027-01-11" },
      aiNotes: { ...entry, since: "2026-11-05T10:00:00Z", deleteBy: "2027-03-01" },
      replay: true,
      images: true,
    });
    const needed = neededScopes(...of(kept));
    expect(needed.map(({ scope }) => scope)).toEqual([
      "take_part",
      "camera",
      "voice",
      "name_shown",
      "recording_kept",
      "rebroadcast",
      "images",
    ]);
    expect(needed[4]).toMatchObject({ until: "2027-03-01", since: "2026-11-05T10:00:00Z" });
    const turned = withMedia({
      recording: { ...entry, since: "2026-11-05T10:00:00Z", deleteBy: "2027-03-01" },
      aiNotes: { ...entry, deleteBy: "2027-01-11" },
    });
    expect(neededScopes(...of(turned))[4]).toMatchObject({
      until: "2027-03-01",
      since: "2026-11-05T10:00:00Z",
    });
    expect(neededScopes(...of(withMedia({ recording: entry })))[4]).toMatchObject({ until: null, since });
    const half = withMedia({ recording: { ...entry, deleteBy: "2027-01-11" }, aiNotes: entry });
    expect(neededScopes(...of(half))[4]).toMatchObject({ until: "2027-01-11" });
  });

  test.each([
    ["images", "imagesUse"],
    ["rebroadcast", "replayUse"],
  ] as const)("is %s until the last day of it, where that is known", (scope, use) => {
    const needed = (until: string | null | undefined) => {
      const details = until === undefined ? {} : { [use]: { purpose: null, where: null, until } };
      const kept = withMedia({ images: true, replay: true, ...details });
      return neededScopes(...of(kept)).find((one) => one.scope === scope);
    };
    expect(needed("2027-03-01")).toEqual({ scope, organisation: null, until: "2027-03-01", since: null });
    expect(needed("2026-12-10")?.until).toBe("2026-12-10");
    for (const until of [undefined, null, "2026-12-09"]) expect(needed(until)?.until).toBeNull();
  });

  test("is nothing beyond taking part for somebody in the room who is not seen, heard or named", () => {
    const recorded = withMedia({ recording: entry });
    expect(scopes(recorded, shown({}, { accessRoute: "in_room" }))).toEqual(["take_part"]);
    expect(scopes(recorded, shown({}))).toEqual(["take_part", "recording_kept"]);
    const stated = { by: "user-wren-castellow", recordedAt: since };
    expect(scopes(recorded, shown({}, { notCaptured: stated }))).toEqual(["take_part"]);
  });
});

describe("who answers beside a young person", () => {
  const from16: Trait = (record) => void (record.policy.parentConsentFrom16 = true);

  test.each([
    [15, true],
    [16, false],
    [17, false],
    [18, false],
  ])("at %i a parent: %s", (age, needed) => {
    expect(parentNeeded(...of(), age, "camera")).toBe(needed);
  });

  test.each([
    [16, true],
    [17, true],
    [18, false],
  ])("at %i, where the policy asks from 16, a parent: %s", (age, needed) => {
    expect(parentNeeded(...of(from16), age, "camera")).toBe(needed);
  });

  test.each([
    [12, false],
    [13, true],
    [15, true],
    [16, false],
  ])(
    "a decision reaches somebody of %i: %s, and never what strangers see unless the policy says so",
    (age, reaches) => {
      const [view] = of();
      const [open] = of((record) => void (record.policy.competenceCoversPublic = true));
      expect(competenceReaches(view, age, "camera")).toBe(reaches);
      expect(competenceReaches(view, age, "public_broadcast")).toBe(false);
      expect(competenceReaches(view, age, "rebroadcast")).toBe(false);
      expect(competenceReaches(open, age, "public_broadcast")).toBe(reaches);
    },
  );
});

test("people are spoken with in person and by phone alone", () => {
  const ways = ["in_person", "phone", "text", "paper", "link"] as const;
  expect(ways.filter(isConversation)).toEqual(["in_person", "phone"]);
});
