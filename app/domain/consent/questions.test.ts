import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { aRecord, type Trait } from "../../../tests/factories/record";
import { withMedia, withSession } from "../../../tests/factories/traits";
import { viewAt } from "../readiness/view";
import type { ConsentScope } from "../record/fields";
import type { Session } from "../record/session";
import { untilInWords } from "./last-days";
import { questionsFor } from "./questions";

const now = Temporal.Instant.from("2026-11-23T10:00:00Z");
const since = "2026-11-02T10:00:00Z";
const off = { on: false, since, reason: null, keptWhere: null, seenBy: null, deleteBy: null };
const on = { ...off, on: true };
const told = { by: "user-amina-farrow", recordedAt: since, toldBy: "E-mail", toldOn: "2026-11-02" };
const festival = { name: "Kestrel & Plum", content: null, suitability: null };

function question(scope: ConsentScope, ...traits: Trait[]) {
  const view = viewAt(aRecord({}, ...traits), now);
  return questionsFor(view, view.participants[0]!).find((each) => each.scope === scope);
}

function joining(saved: string | null, reused: { until: string | null; where: string | null } | null): Trait {
  const yes = { ...told, answer: "yes" as const, where: null };
  const organiser: Session["organiser"] = {
    ...festival,
    saved: saved ? { ...yes, until: saved } : null,
    reused: reused && { ...yes, ...reused },
  };
  return withSession({ kind: "join", organiser });
}

describe("what somebody is told of a recording that is kept", () => {
  test.each<[string, Partial<Session["media"]>, string[]]>([
    [
      "what to ask, where nothing is on record yet",
      { recording: on },
      ["Ask us who can see it.", "Ask us how long it is kept."],
    ],
    [
      "why it is made and who sees it, once each",
      {
        recording: { ...on, reason: "Feedback", seenBy: "Odalys" },
        aiNotes: { ...on, reason: "Feedback", seenBy: "Brogan" },
      },
      ["Why we record: Feedback.", "Who can see it: Odalys and Brogan.", "Ask us how long it is kept."],
    ],
    [
      "nothing of what is switched off",
      { recording: { ...on, reason: "Feedback" }, aiNotes: { ...off, reason: "Minutes", seenBy: "Brogan" } },
      ["Why we record: Feedback.", "Ask us who can see it.", "Ask us how long it is kept."],
    ],
  ])("is %s", (_what, media, tell) => {
    expect(question("recording_kept", withMedia(media))).toEqual({
      scope: "recording_kept",
      organisations: [],
      until: null,
      tell,
    });
  });

  test.each([
    ["2027-01-11", "2028-11-20", "2028-11-20"],
    ["2028-11-20", "2027-01-11", "2028-11-20"],
  ])("is kept until the later of ours, %s, and the organiser's, %s", (ours, theirs, until) => {
    const recording = withMedia({ recording: { ...on, deleteBy: ours } });
    expect(question("recording_kept", recording, joining(theirs, null))?.until).toBe(until);
  });

  test.each<[string, string | null, string | null, string[]]>([
    [
      "ours alone",
      "2027-01-11",
      null,
      ["We keep it until 11 January 2027.", "Ask us how long the other organisation keeps it."],
    ],
    [
      "the organiser's alone",
      null,
      "2028-11-20",
      ["Ask us how long we keep it.", "The other organisation keeps it until 20 November 2028."],
    ],
    ["neither", null, null, ["Ask us how long it is kept."]],
  ])("is kept until no day that is promised, where there is one for %s", (_what, own, their, tell) => {
    const ours = withMedia({ recording: { ...on, seenBy: "Odalys", deleteBy: own } });
    const theirs: Trait = (record) => {
      joining("2028-11-20", null)(record);
      Object.assign(record.session.organiser?.saved ?? {}, { until: their });
    };
    const asked = question("recording_kept", ours, theirs);
    expect(asked?.until).toBeNull();
    expect(asked?.tell).toEqual([
      "Who can see it: Odalys.",
      "The other organisation is Kestrel & Plum.",
      ...tell,
    ]);
  });

  test("names who else can see it to be asked, where only one of two is known", () => {
    const both = withMedia({ recording: { ...on, seenBy: "Odalys" }, aiNotes: on });
    expect(question("recording_kept", both)?.tell).toEqual([
      "Who can see it: Odalys.",
      "Ask us who else can see it.",
      "Ask us how long it is kept.",
    ]);
  });
});

describe("what somebody is told of a stream that is shown again", () => {
  const replay = withMedia({ replay: true, recording: { ...on, reason: "Feedback" } });

  test.each<[string, Trait, string[]]>([
    [
      "by us: what to ask",
      withSession({ kind: "host" }),
      ["Ask us where.", "Ask us how long it may be shown."],
    ],
    [
      "by us, before the organiser is known",
      withSession({ kind: "join", organiser: null }),
      ["Ask us where.", "Ask us how long it may be shown."],
    ],
    [
      "by us, while the organiser told nothing",
      joining(null, null),
      ["Ask us where.", "Ask us how long it may be shown."],
    ],
    [
      "by us without an end, and by the organiser: until no day",
      joining(null, { where: "The festival's site", until: "2028-11-20" }),
      [
        "The other organisation is Kestrel & Plum.",
        "It may be shown again here: The festival's site.",
        "Ask us where else.",
        "Ask us how long we may show it.",
        "The other organisation may show it until 20 November 2028.",
      ],
    ],
    [
      "by the organiser, who once said where and now says no",
      withSession({
        kind: "join",
        organiser: {
          ...festival,
          saved: null,
          reused: { ...told, answer: "no", where: "The festival's site", until: null },
        },
      }),
      ["Ask us where.", "Ask us how long it may be shown."],
    ],
    [
      "by the organiser, who said no more",
      joining(null, { where: null, until: null }),
      ["The other organisation is Kestrel & Plum.", "Ask us where.", "Ask us how long it may be shown."],
    ],
  ])("%s", (_what, organiser, tell) => {
    expect(question("rebroadcast", replay, organiser)?.tell).toEqual(tell);
  });
});

describe("what somebody is told of our replay", () => {
  const replay = (use: Session["media"]["replayUse"], on = true) =>
    withMedia({ replay: on, ...(use ? { replayUse: use } : {}) });
  const hosted = withSession({ kind: "host" });
  const theirs = joining(null, { where: "The festival's site", until: "2027-03-01" });

  test.each<[string, Trait[], string | null, string[]]>([
    [
      "what to ask, while nothing is known",
      [hosted, replay(undefined)],
      null,
      ["Ask us where.", "Ask us how long it may be shown."],
    ],
    [
      "where",
      [hosted, replay({ where: "Our web page", until: null })],
      null,
      ["It may be shown again here: Our web page.", "Ask us how long it may be shown."],
    ],
    [
      "until when",
      [hosted, replay({ where: null, until: "2028-01-11" })],
      "2028-01-11",
      ["Ask us where.", "It may be shown until 11 January 2028."],
    ],
    [
      "both beside the organiser's, until the later day",
      [theirs, replay({ where: "Our web page", until: "2028-01-11" })],
      "2028-01-11",
      [
        "The other organisation is Kestrel & Plum.",
        "It may be shown again here: Our web page and The festival's site.",
        "It may be shown until 11 January 2028.",
      ],
    ],
    [
      "no day, where the organiser named none",
      [
        joining(null, { where: "The festival's site", until: null }),
        replay({ where: "Our web page", until: "2028-01-11" }),
      ],
      null,
      [
        "The other organisation is Kestrel & Plum.",
        "It may be shown again here: Our web page and The festival's site.",
        "We may show it until 11 January 2028.",
        "Ask us how long the other organisation may show it.",
      ],
    ],
    [
      "nothing of ours once it is off",
      [theirs, replay({ where: "Our web page", until: "2028-01-11" }, false)],
      "2027-03-01",
      [
        "The other organisation is Kestrel & Plum.",
        "It may be shown again here: The festival's site.",
        "It may be shown until 1 March 2027.",
      ],
    ],
  ])("is %s", (_what, traits, until, tell) => {
    expect(question("rebroadcast", ...traits)).toMatchObject({ until, tell });
  });
});

describe("what somebody is told of photos", () => {
  const photos = (use: Session["media"]["imagesUse"]) => withMedia({ images: true, imagesUse: use });

  test.each<[string, Session["media"]["imagesUse"], string | null, string[]]>([
    [
      "what to ask, while nothing is known",
      undefined,
      null,
      ["Ask us what the pictures are for.", "Ask us how long we keep them."],
    ],
    [
      "what they are for",
      { purpose: "Our web page.", until: null },
      null,
      ["What the pictures are for: Our web page.", "Ask us how long we keep them."],
    ],
    [
      "until when they are kept",
      { purpose: null, until: "2027-06-30" },
      "2027-06-30",
      ["Ask us what the pictures are for.", "We keep the pictures until 30 June 2027."],
    ],
    [
      "both, without a second full stop",
      { purpose: "Do you like us? See our page!", until: "2027-06-30" },
      "2027-06-30",
      [
        "What the pictures are for: Do you like us? See our page!",
        "We keep the pictures until 30 June 2027.",
      ],
    ],
  ])("is %s", (_what, use, until, tell) => {
    expect(question("images", photos(use))).toEqual({ scope: "images", organisations: [], until, tell });
  });

  test("is nothing of a day before the session's own, which is a slip", () => {
    const slip = photos({ purpose: null, until: "2026-12-09" });
    expect(question("images", slip)?.until).toBeNull();
    expect(question("images", slip)?.tell).toContain("Ask us how long we keep them.");
    const onTheDay = photos({ purpose: null, until: "2026-12-10" });
    expect(question("images", onTheDay)?.until).toBe("2026-12-10");
  });

  test("stands apart from a recording and a replay", () => {
    const all = withMedia({
      images: true,
      imagesUse: { purpose: "Our web page", until: "2027-06-30" },
      replay: true,
      replayUse: { where: "The town hall", until: "2027-05-31" },
      recording: { ...on, deleteBy: "2027-01-11" },
    });
    const told = (["recording_kept", "rebroadcast", "images"] as const).map((scope) => question(scope, all));
    expect(told.map((each) => each?.until)).toEqual(["2027-01-11", "2027-05-31", "2027-06-30"]);
    expect(told.map((each) => each && untilInWords(each))).toEqual([
      "It is kept until 11 January 2027.",
      "It may be shown until 31 May 2027.",
      "We keep the pictures until 30 June 2027.",
    ]);
    expect(untilInWords({ scope: "camera", until: null })).toBeNull();
  });
});

describe("what somebody is told of another organisation", () => {
  const organiser = (dataUse?: string): Session["organiser"] => ({
    ...festival,
    saved: null,
    reused: null,
    ...(dataUse ? { dataUse } : {}),
  });
  const itsName = "The other organisation is Kestrel & Plum.";

  test.each<[string, Trait, string[] | undefined]>([
    [
      "its name, and what to ask, while no more is known",
      withSession({ kind: "join", organiser: organiser() }),
      [itsName, "Ask us what they get to know about you."],
    ],
    [
      "its name, what it gets to know and why",
      withSession({ kind: "join", organiser: organiser("Your first name, to greet you") }),
      [itsName, "What they get to know about you, and why: Your first name, to greet you."],
    ],
    [
      "nothing where we host ourselves",
      withSession({ kind: "host", organiser: organiser("Your first name") }),
      undefined,
    ],
  ])("is %s", (_what, trait, tell) => expect(question("third_party", trait)?.tell).toEqual(tell));
});

test("our own words are at most twelve to a sentence", () => {
  const everything: Trait[] = [
    joining("2027-03-01", { where: "There", until: "2027-03-01" }),
    withMedia({
      images: true,
      imagesUse: { purpose: "This", until: "2027-06-30" },
      replay: true,
      replayUse: { where: "Here", until: "2027-05-31" },
      recording: { ...on, reason: "Feedback", seenBy: "Odalys", deleteBy: "2027-01-11" },
    }),
    ({ session }) => void Object.assign(session.organiser ?? {}, { dataUse: "Names" }),
  ];
  const view = viewAt(aRecord({}, ...everything), now);
  const told = questionsFor(view, view.participants[0]!).flatMap(({ tell }) => tell);
  expect(told).toHaveLength(11);
  const counted = told.map((sentence) => sentence.split(" ").length);
  expect(Math.max(...counted)).toBeLessThanOrEqual(12);
});

test("what is only seen, heard or named needs no more words", () => {
  const joined = joining("2028-11-20", { where: "The festival's site", until: "2028-11-20" });
  for (const scope of ["take_part", "camera", "voice", "name_shown"] as const) {
    expect(question(scope, joined)).toEqual({ scope, organisations: [], until: null, tell: [] });
  }
});
