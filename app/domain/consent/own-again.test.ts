import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { aRecord, type Trait } from "../../../tests/factories/record";
import { evaluate } from "../readiness/evaluate";
import { viewAt } from "../readiness/view";
import type { ConsentEvent } from "../record/participant";
import { redactRecord } from "../record/redact";
import { toldNow } from "./asked";
import { linkQuestions, openQuestions } from "./link-questions";
import { ownAgain } from "./own-again";
import { questionsFor } from "./questions";
import { validUntil } from "./recording";

const askedAt = "2026-11-20T10:00:00Z";
const later = "2026-11-21T10:00:00Z";
const now = Temporal.Instant.from("2026-11-23T10:00:00Z");
const told = { by: "user-amina-farrow", recordedAt: askedAt, toldBy: "E-mail", toldOn: "2026-11-02" };
const yes = { ...told, answer: "yes" as const, where: null, until: "2027-01-04" };

/** A stream of another's, which we record too, shown again and with photos, to all of which everybody said yes. */
const agreed: Trait = (record) => {
  const { session } = record;
  const since = "2026-11-02T10:00:00Z";
  const { recording } = session.media;
  Object.assign(session, {
    kind: "join",
    organiser: {
      name: "Kestrel & Plum",
      content: null,
      suitability: null,
      saved: { ...yes },
      reused: { ...yes },
    },
  });
  Object.assign(session.media, {
    images: true,
    imagesUse: { purpose: null, until: "2027-01-04" },
    recording: { ...recording, on: true, since, deleteBy: "2027-01-04" },
  });
  record.consentEvents = answers(record, askedAt);
};

/** A yes of everybody to what the session asks of them, as it does now. */
function answers(record: ReturnType<typeof aRecord>, at: string): ConsentEvent[] {
  const view = viewAt(record, Temporal.Instant.from(at));
  const [pattern] = aRecord().consentEvents;
  return view.participants.flatMap(({ id }, place) =>
    questionsFor(view, view.participants[place]!).map((question, index) => ({
      ...pattern!,
      id: `${at}-${place}-${index}`,
      seq: view.facts.consentEvents.length + place * 20 + index + 1,
      participantId: id,
      giver: { id, relationship: "self" as const, name: null },
      scope: question.scope,
      at,
      recordedAt: at,
      organisations: question.organisations,
      validUntil: validUntil(question, null),
    })),
  );
}

function after(...traits: Trait[]) {
  const record = aRecord({}, agreed, ...traits);
  const view = viewAt(record, now);
  const participant = view.participants[0]!;
  return { record, view, participant, again: ownAgain(view, participant) };
}

/** The scopes of the first young person for which readiness finds that their own yes is not enough. */
function lacking(then: ReturnType<typeof after>): string[] {
  return findings(then)
    .filter(({ severity }) => severity === "blocks")
    .map(({ subject }) => subject.split(":")[2] ?? "");
}

/** What readiness finds of the consent of the first young person. */
function findings({ record, participant }: ReturnType<typeof after>) {
  const found = evaluate(record, now).requirements.find(({ id }) => id === "R30")?.findings ?? [];
  return found.filter(({ subject }) => subject.startsWith(`participant:${participant.id}:`));
}

const changed = (...scopes: string[]) => Object.fromEntries(scopes.map((scope) => [scope, "changed"]));

const photosUntil =
  (until: string | null): Trait =>
  ({ session }) =>
    void (session.media.imagesUse!.until = until);

const changes: [string, Trait, object][] = [
  ["nothing, where nothing has changed", () => undefined, {}],
  [
    "a recording that is deleted later",
    ({ session }) => void (session.media.recording.deleteBy = "2028-06-01"),
    changed("recording_kept"),
  ],
  [
    "a recording that another keeps for longer",
    ({ session }) => void (session.organiser!.saved!.until = "2028-06-01"),
    changed("recording_kept"),
  ],
  [
    "a recording that was switched off and on",
    ({ session }) => void (session.media.recording.since = later),
    changed("recording_kept"),
  ],
  [
    "what another organisation has",
    ({ session }) => void (session.organiser!.name = "Tallowmere Radio"),
    changed("recording_kept", "rebroadcast", "third_party"),
  ],
  [
    "photos that are kept for longer",
    ({ session }) => void (session.media.imagesUse!.until = "2028-06-01"),
    changed("images"),
  ],
  ["nothing, where photos end earlier", photosUntil("2026-12-20"), {}],
  ["photos whose last day was taken out", photosUntil(null), changed("images")],
  ["photos whose last day is before the session", photosUntil("2026-12-09"), changed("images")],
  [
    "a replay whose last day was taken out",
    ({ session }) => void (session.organiser!.reused!.until = null),
    changed("rebroadcast"),
  ],
];

test.each(changes)("once they have answered a link asks again about %s", (_what, change, expected) => {
  const then = after(change);
  expect(then.again).toEqual(expected);
  const scopes = Object.keys(expected);
  expect([...new Set(lacking(then))].sort()).toEqual(scopes.sort());
  expect([...openQuestions(then.view, then.participant, askedAt)].sort()).toEqual(scopes.sort());
});

test("a yes to photos without a last day is enough once there is one: no end was agreed, and a day narrows", () => {
  const without: Trait = ({ consentEvents }) => {
    for (const event of consentEvents) if (event.scope === "images") event.validUntil = null;
  };
  for (const day of ["2026-12-20", "2028-06-01", null]) {
    const then = after(without, photosUntil(day));
    expect(then.again).toEqual({});
    expect(lacking(then)).toEqual([]);
  }
});

test("another platform has everything asked again", () => {
  const { view, participant, again } = after(({ session }) => void (session.platforms[0]!.chosenAt = later));
  const all = questionsFor(view, participant).map(({ scope }) => scope);
  expect(again).toEqual(changed(...all));
  expect(openQuestions(view, participant, askedAt)).toEqual(all);
});

test.each(changes)("a new yes is enough after %s", (_what, change) => {
  const anew: Trait = (record) => void record.consentEvents.push(...answers(record, "2026-11-22T10:00:00Z"));
  const { view, participant, again } = after(change, anew);
  expect(again).toEqual({});
  expect(openQuestions(view, participant, askedAt)).toEqual([]);
  expect(linkQuestions(view, participant, { askedAt, answered: [] })).toEqual(
    questionsFor(view, participant),
  );
});

test("a question whose meaning changed stands until then, unless the answers to it were ended", () => {
  const reworded =
    (endsEarlier: boolean): Trait =>
    ({ policy, consentEvents }) => {
      const { wording } = consentEvents.find(({ scope }) => scope === "camera")!;
      policy.wordingChanges = [
        {
          scope: "camera",
          wordingId: wording.id,
          version: wording.version + 1,
          digest: "other",
          from: later,
          endsEarlier,
        },
      ];
    };
  expect(after(reworded(false)).again).toEqual({ camera: "stands" });
  expect(after(reworded(true)).again).toEqual({ camera: "ended" });
});

const factsChange: [string, Trait, object][] = [
  [
    "what photos are for",
    ({ session }) => void (session.media.imagesUse!.purpose = "Posters"),
    { images: "told" },
  ],
  [
    "who sees a recording",
    ({ session }) => void (session.media.recording.seenBy = "Everybody"),
    { recording_kept: "told" },
  ],
  [
    "where it is shown again",
    ({ session }) => void (session.organiser!.reused!.where = "A film"),
    { rebroadcast: "told" },
  ],
  [
    "what another gets to know",
    ({ session }) => void (session.organiser!.dataUse = "Ages"),
    { third_party: "told" },
  ],
  ["nothing, where a day alone is earlier", photosUntil("2026-12-20"), {}],
  [
    "photos for longer and for something else",
    ({ session }) => void (session.media.imagesUse = { purpose: "Posters", until: "2028-06-01" }),
    { images: "changed" },
  ],
];

describe("a yes that keeps what was told beside the question", () => {
  const kept: Trait = ({ consentEvents, session }) => {
    for (const event of consentEvents) {
      const told = toldNow(session, event.scope);
      if (told) event.told = told;
    }
  };

  test.each(factsChange)("stands and is asked again about %s", (_what, change, expected) => {
    const then = after(kept, change);
    expect(then.again).toEqual(expected);
    expect(openQuestions(then.view, then.participant, askedAt)).toEqual(Object.keys(expected));
    const only = Object.values(expected).includes("told");
    if (only) expect(lacking(then)).toEqual([]);
    const again = findings(then).filter(({ code }) => code === "asked_again");
    expect(again.length > 0).toBe(only);
    expect(again.filter(({ severity }) => severity === "blocks")).toEqual([]);
    const redacted = redactRecord(then.record);
    const theirs = viewAt(redacted, now);
    expect(ownAgain(theirs, theirs.participants[0]!)).toEqual(expected);
    expect(JSON.stringify(redacted.consentEvents)).not.toMatch(/"told":"(?!\[withheld\])/);
  });

  test.each(factsChange)("is no less where it kept nothing of it: %s", (_what, change, expected) => {
    const worse = Object.entries(expected).filter(([, why]) => why !== "told");
    expect(after(change).again).toEqual(Object.fromEntries(worse));
  });

  test("is not asked again once the session has started", () => {
    const { record, participant } = after(kept, factsChange[0]![1]);
    const begun = viewAt(record, Temporal.Instant.from(record.session.startsAt));
    expect(ownAgain(begun, participant)).toEqual({});
  });
});

describe("a yes on a page of their own, for which no last day was known", () => {
  const days: [string, string, Trait, Trait][] = [
    [
      "our recording",
      "recording_kept",
      ({ session }) => void (session.media.recording.deleteBy = null),
      ({ session }) => void (session.media.recording.deleteBy = "2046-12-31"),
    ],
    [
      "the organiser's recording",
      "recording_kept",
      ({ session }) => void (session.organiser!.saved!.until = null),
      ({ session }) => void (session.organiser!.saved!.until = "2046-12-31"),
    ],
    [
      "what the organiser shows again",
      "rebroadcast",
      ({ session }) => void (session.organiser!.reused!.until = null),
      ({ session }) => void (session.organiser!.reused!.until = "2046-12-31"),
    ],
    ["photos", "images", photosUntil(null), photosUntil("2046-12-31")],
  ];
  const ownPage =
    (how: "link" | "our_device" | "paper"): Trait =>
    (record) => {
      record.consentEvents = answers(record, askedAt).map((event) => {
        const told = toldNow(record.session, event.scope);
        return { ...event, how, ...(told && how !== "paper" ? { told } : {}) };
      });
    };

  test.each(days)("stands and is asked again once there is one: %s", (_what, scope, without, set) => {
    for (const how of ["link", "our_device"] as const) {
      expect(after(without, ownPage(how)).again).toEqual({});
      const then = after(without, ownPage(how), set);
      expect(then.again).toEqual({ [scope]: "told" });
      expect(lacking(then)).toEqual([]);
      expect(openQuestions(then.view, then.participant, askedAt)).toEqual([scope]);
      const theirs = viewAt(redactRecord(then.record), now);
      expect(ownAgain(theirs, theirs.participants[0]!)).toEqual({ [scope]: "told" });
      const anew: Trait = (record) => void record.consentEvents.push(...answers(record, later));
      expect(after(without, ownPage(how), set, anew).again).toEqual({});
    }
    expect(after(without, ownPage("paper"), set).again).toEqual({});
  });

  test("is asked again where the day that was told of one use is another, while none is known of the other", () => {
    const oneDay: Trait = ({ session }) => void (session.organiser!.saved!.until = null);
    const ours =
      (day: string | null): Trait =>
      ({ session }) =>
        void (session.media.recording.deleteBy = day);
    const then = after(oneDay, ownPage("link"), ours("2046-12-31"));
    expect(then.again).toEqual({ recording_kept: "told" });
    expect(lacking(then)).toEqual([]);
    expect(after(oneDay, ownPage("link"), ours("2027-01-04")).again).toEqual({});
  });
});

test("nobody is asked again about a no, or about what a parent said", () => {
  const longer: Trait = ({ session }) => void (session.media.recording.deleteBy = "2028-06-01");
  const no: Trait = ({ consentEvents }) => {
    for (const event of consentEvents) event.answer = "no";
  };
  const parents: Trait = ({ consentEvents }) => {
    for (const event of consentEvents) event.giver = { id: "parent", relationship: "parent", name: null };
  };
  expect(after(longer, no).again).toEqual({});
  expect(after(longer, parents).again).toEqual({});
});
