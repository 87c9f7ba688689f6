import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { aRecord, type Trait } from "../../../tests/factories/record";
import { withMedia, withSession } from "../../../tests/factories/traits";
import { viewAt } from "../readiness/view";
import type { ConsentScope } from "../record/fields";
import type { Session } from "../record/session";
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
    ["nothing, where nothing is on record yet", { recording: on }, []],
    [
      "why it is made and who sees it, once each",
      {
        recording: { ...on, reason: "Feedback", seenBy: "Odalys" },
        aiNotes: { ...on, reason: "Feedback", seenBy: "Brogan" },
      },
      ["Why we record: Feedback.", "Who can see it: Odalys and Brogan."],
    ],
    [
      "nothing of what is switched off",
      { recording: { ...on, reason: "Feedback" }, aiNotes: { ...off, reason: "Minutes", seenBy: "Brogan" } },
      ["Why we record: Feedback."],
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
});

describe("what somebody is told of a stream that is shown again", () => {
  const replay = withMedia({ replay: true, recording: { ...on, reason: "Feedback" } });

  test.each<[string, Trait, string[]]>([
    ["by us: nothing beside the question", withSession({ kind: "host" }), []],
    ["by us, before the organiser is known", withSession({ kind: "join", organiser: null }), []],
    ["by us, while the organiser told nothing", joining(null, null), []],
    [
      "by the organiser, with where and until when",
      joining(null, { where: "The festival's site", until: "2028-11-20" }),
      [
        "The other organisation is Kestrel & Plum.",
        "It may be shown again here: The festival's site.",
        "It is kept until 20 November 2028.",
      ],
    ],
    [
      "by the organiser, who said no more",
      joining(null, { where: null, until: null }),
      ["The other organisation is Kestrel & Plum."],
    ],
  ])("%s", (_what, organiser, tell) => {
    expect(question("rebroadcast", replay, organiser)?.tell).toEqual(tell);
  });
});

test("what is only seen, heard or named needs no more words", () => {
  const joined = joining("2028-11-20", { where: "The festival's site", until: "2028-11-20" });
  for (const scope of ["take_part", "camera", "voice", "name_shown"] as const) {
    expect(question(scope, joined)).toEqual({ scope, organisations: [], until: null, tell: [] });
  }
});
