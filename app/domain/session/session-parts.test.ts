import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { aRecord } from "../../../tests/factories/record";
import { signedOff } from "../../../tests/factories/sign-off";
import { withMedia, withParticipant } from "../../../tests/factories/traits";
import type { Session } from "../record/session";
import { concerned } from "./concerned";
import { endsTooEarly, mediaAfter, type MediaChange } from "./media-after";
import { imagesInWords, mediaLine, replayInWords } from "./media-line";
import { detailsOf, emptyDetails } from "./new-session";
import { noticeKinds, noticeWords } from "./notice-kinds";
import { chainAfter } from "./platform-chain";
import { youngestAge } from "./youngest-age";

const before = "2026-11-02T10:00:00Z";
const now = "2026-11-23T10:00:00Z";
type Media = Session["media"];
const nothingKept = { on: false, reason: null, keptWhere: null, seenBy: null, deleteBy: null };
const kept = { on: true, reason: "Feedback", keptWhere: "Drive", seenBy: "Staff", deleteBy: "2027-01-11" };

describe("what a session shows and keeps, after a change", () => {
  const start = emptyDetails(before).media;
  const change: MediaChange = {
    camera: true,
    voice: true,
    name: false,
    images: true,
    replay: true,
    adultOnCamera: true,
    chat: "off",
    donations: null,
    recording: nothingKept,
    aiNotes: nothingKept,
  };
  const after = (more: Partial<MediaChange>, from = start) => mediaAfter(from, { ...change, ...more }, now);

  test("is what was answered, as old as it was where nothing is opened", () => {
    expect(after({})).toEqual({
      ...start,
      camera: true,
      voice: true,
      name: false,
      images: true,
      replay: true,
      adultOnCamera: true,
    });
  });

  test.each([
    ["off", "off", before],
    ["off", "host_only", now],
    ["host_only", "moderated", now],
    ["moderated", "open", now],
    ["open", "moderated", before],
    ["open", "off", before],
  ] as const)("has a chat that goes from %s to %s since %s", (from, to, since) => {
    const media = { ...start, chat: { value: from, since: before } };
    expect(after({ chat: to }, media).chat).toEqual({ value: to, since });
  });

  test.each([
    ["off", "on", now],
    ["not_known", "cannot_be_switched_off", now],
    ["on", "cannot_be_switched_off", before],
    ["cannot_be_switched_off", "on", before],
    ["on", "off", before],
    ["on", null, before],
  ] as const)("has donations that go from %s to %s since %s", (from, to, since) => {
    const media = { ...start, donations: { value: from, since: before } };
    expect(after({ donations: to }, media).donations).toEqual({ value: to ?? from, since });
  });

  test("keeps something from when it is switched on, and nothing of it once it is off", () => {
    expect(after({ recording: kept }).recording).toEqual({ ...kept, since: now });
    const recorded = { ...start, recording: { ...kept, since: before } };
    expect(after({ recording: { ...kept, seenBy: "Everybody" } }, recorded).recording).toEqual({
      ...kept,
      seenBy: "Everybody",
      since: before,
    });
    expect(after({ recording: { ...kept, on: false } }, recorded).recording).toEqual({
      ...nothingKept,
      since: now,
    });
    const off = { ...start, recording: { ...nothingKept, since: before } };
    expect(after({ recording: { ...kept, on: false } }, off).recording.since).toBe(before);
    expect(after({ aiNotes: kept }).aiNotes.since).toBe(now);
  });

  test("says what photos are for and where a replay is shown while there are any, and nothing that is not known", () => {
    const imagesUse = { purpose: "Our page", until: null };
    const replayUse = { where: null, until: "2027-01-11" };
    const unknown = { purpose: null, where: null, until: null };
    expect(after({ imagesUse, replayUse })).toMatchObject({ imagesUse, replayUse });
    const known = { ...start, images: true, imagesUse, replay: true, replayUse };
    const gone: [string, Media][] = [
      ["off", after({ images: false, replay: false, imagesUse, replayUse }, known)],
      ["emptied", after({ imagesUse: unknown, replayUse: unknown }, known)],
      ["left out", after({}, known)],
    ];
    for (const [how, media] of gone) {
      expect(Object.keys(media), how).not.toContain("imagesUse");
      expect(Object.keys(media), how).not.toContain("replayUse");
    }
    const photosAlone = after({ replay: false, imagesUse, replayUse });
    expect([photosAlone.imagesUse, photosAlone.replayUse]).toEqual([imagesUse, undefined]);
    const replayAlone = after({ images: false, imagesUse, replayUse });
    expect([replayAlone.imagesUse, replayAlone.replayUse]).toEqual([undefined, replayUse]);
  });

  test("ends no photos and no replay before the session does", () => {
    const day = Temporal.PlainDate.from("2026-12-10");
    const early = (images: string | null, replay: string | null) =>
      endsTooEarly(
        after({
          imagesUse: { purpose: "Our page", until: images },
          replayUse: { where: "Here", until: replay },
        }),
        day,
      );
    expect(early(null, null)).toBeNull();
    expect(early("2026-12-10", "2027-01-11")).toBeNull();
    expect(early("2026-12-09", "2027-01-11")).toBe("imagesUse");
    expect(early("2026-12-10", "2026-12-09")).toBe("replayUse");
    expect(endsTooEarly(after({}), day)).toBeNull();
  });

  test("is said of photos and of a replay as far as it is known", () => {
    expect(imagesInWords(undefined)).toBe("yes");
    expect(imagesInWords({ purpose: "our page", until: "2027-01-11" })).toBe(
      "yes; for: our page; kept until 11 January 2027",
    );
    expect(imagesInWords({ purpose: null, until: "2027-01-11" })).toBe("yes; kept until 11 January 2027");
    expect(replayInWords(undefined)).toBe("yes");
    expect(replayInWords({ where: "our page", until: null })).toBe("yes; where: our page");
    expect(replayInWords({ where: "our page", until: "2027-01-11" })).toBe(
      "yes; where: our page; until 11 January 2027",
    );
  });

  test("is said in one line", () => {
    const line = (more: Partial<MediaChange>, audience: "named" | "unnamed" = "named") =>
      mediaLine({ media: after(more), audience } as Parameters<typeof mediaLine>[0]);
    expect(line({ images: false, replay: false })).toBe("Faces and voices shown; chat off; not recorded");
    const nobody = { camera: false, voice: false, images: false, replay: false };
    expect(line(nobody)).toBe("Nobody seen, heard or named; chat off; not recorded");
    expect(line({ ...nobody, name: true, chat: "open" })).toBe("Names shown; chat open; not recorded");
    expect(line({ recording: kept, aiNotes: kept }, "unnamed")).toBe(
      "Chat off; recorded, notes by a machine, photos taken and shown again",
    );
  });
});

describe("a new session", () => {
  test("has everything off that could expose anybody, and nothing answered", () => {
    const { media, accessibility, places, ...rest } = emptyDetails(now);
    const off = { ...nothingKept, since: now };
    expect(media).toEqual({
      camera: false,
      voice: false,
      name: true,
      chat: { value: "off", since: now },
      recording: off,
      aiNotes: off,
      donations: { value: "not_known", since: now },
      images: false,
      replay: false,
      adultOnCamera: null,
    });
    expect([accessibility, places]).toEqual([{ features: [], arrangements: [] }, []]);
    expect(Object.values(rest).every((value) => value === null)).toBe(true);
  });

  test("is read and written in the same parts", () => {
    const { session } = aRecord();
    expect(Object.keys(detailsOf(session)).sort()).toEqual(Object.keys(emptyDetails(now)).sort());
    expect(session).toMatchObject(detailsOf(session));
  });
});

test("a mode that stays in the chain keeps its settings, and a new one starts without", () => {
  const [chosen] = aRecord().session.platforms;
  expect(chainAfter([chosen!], ["other", chosen!.modeId], now)).toEqual([
    { modeId: "other", chosenAt: now, settings: {}, checked: null },
    chosen,
  ]);
});

test("the youngest is told by age on the day, where a birth is held", () => {
  expect(youngestAge(aRecord())).toBe(16);
  const nobody = aRecord({}, (record) => void record.participants.forEach((person) => (person.birth = null)));
  expect(youngestAge(nobody)).toBeNull();
  expect(youngestAge(aRecord({}, withParticipant("bryony-cattermoss", { birth: "2011-12-10" })))).toBe(15);
});

test("who planned, signed off and hosts a session are told of it, each once", () => {
  expect(concerned(aRecord())).toEqual(["user-amina-farrow", "user-odalys-fennimore"]);
  expect(concerned(aRecord({}, withMedia({}), signedOff("2026-11-22T10:00:00Z")))).toEqual([
    "user-amina-farrow",
    "user-idris-marrowby",
    "user-odalys-fennimore",
  ]);
});

test("every notice says what happened", () => {
  expect(noticeKinds).toHaveLength(13);
  for (const kind of noticeKinds) expect(noticeWords[kind]).toMatch(/^[A-Z]/);
});
