import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { aRecord, type Trait } from "../../../tests/factories/record";
import { withMedia } from "../../../tests/factories/traits";
import { viewAt } from "../readiness/view";
import { consentScope } from "../record/fields";
import type { ConsentEvent } from "../record/participant";
import { removalTasks } from "./removal-task";
import { isNews, lastingUses, takenBack, takenBackCode, takenBackWords } from "./taken-back";

const at = Temporal.Instant.from("2026-11-23T10:00:00Z");

/** A record in which the first young person gives one more answer about the camera. */
function answered(more: Partial<ConsentEvent>, ...traits: Trait[]) {
  const record = aRecord({}, ...traits, (made) => {
    const participantId = made.participants[0]?.id;
    made.participants[0]!.exposure.camera = true;
    made.session.media.camera = true;
    const yes = made.consentEvents.find((event) => event.participantId === participantId)!;
    const seq = Math.max(...made.consentEvents.map((event) => event.seq));
    const camera = { ...yes, scope: "camera" as const, at: at.toString(), recordedAt: at.toString() };
    made.consentEvents = made.consentEvents.filter(
      (event) => event.participantId !== participantId || event.scope !== "camera",
    );
    made.consentEvents.push(
      { ...camera, id: "the-yes", seq: seq + 1 },
      { ...camera, id: "the-newest", seq: seq + 2, ...more },
    );
  });
  const view = viewAt(record, at);
  return { view, taken: takenBack(view, ({ id }) => id === "the-newest") };
}

test.each([
  ["a withdrawal", { answer: "withdrawn" }, ["camera"]],
  ["a no after their own yes", { answer: "no" }, ["camera"]],
  ["another yes", { answer: "yes" }, []],
  ["a correction", { answer: "no", corrects: "the-yes" }, []],
  [
    "the first no of somebody else",
    { answer: "no", giver: { id: "parent", relationship: "parent", name: "Marlow" } },
    [],
  ],
] as const)("%s", (_what, more, scopes) => {
  expect(answered(more).taken.map(({ scope }) => scope)).toEqual(scopes);
});

test("what the session does not use is nothing to change", () => {
  const off: Trait = (record) => {
    record.session.media.camera = false;
  };
  const record = answered({ answer: "withdrawn" }).view.facts;
  expect(takenBack(viewAt(record, at), () => true)).not.toEqual([]);
  off(record as Parameters<Trait>[0]);
  expect(takenBack(viewAt(record, at), () => true)).toEqual([]);
});

test("a no that is said again is no news", () => {
  const { view } = answered({ answer: "no" });
  const last = view.facts.consentEvents.find(({ id }) => id === "the-newest")!;
  const again = { ...last, id: "again", seq: last.seq + 1 };
  // The record keeps its answers in any order.
  const facts = { ...view.facts, consentEvents: [again, ...view.facts.consentEvents] };
  const after = viewAt(facts, at);
  const [once] = takenBack(view, ({ id }) => id === "the-newest");
  const [twice] = takenBack(after, ({ id }) => id === "again");
  // It goes on being what the session has to change.
  expect([once && isNews(view, once), twice && isNews(after, twice)]).toEqual([true, false]);
});

/** The same answer, once the session has begun, after what else the giver said; `since`: in minutes from the start. */
function begun(history: (Partial<ConsentEvent> & { since: number })[], ...traits: Trait[]) {
  const record = aRecord(
    {},
    (made) => {
      const [first] = made.participants;
      first!.exposure.camera = true;
      made.session.media.camera = true;
      const yes = made.consentEvents.find((event) => event.participantId === first!.id)!;
      const start = Temporal.Instant.from(made.session.startsAt);
      made.consentEvents = history.map(({ since, ...more }, i) => {
        const moment = start.add({ minutes: since }).toString();
        const said = {
          ...yes,
          scope: "camera" as const,
          how: "text" as const,
          at: moment,
          recordedAt: moment,
        };
        return { ...said, id: `answer-${i}`, seq: i + 1, ...more };
      });
    },
    ...traits,
  );
  const now = Temporal.Instant.from(record.session.startsAt).add({ minutes: 20 });
  const view = viewAt(record, now);
  const newest = `answer-${history.length - 1}`;
  const taken = takenBack(view, ({ recordedAt }) => recordedAt >= record.session.startsAt);
  return {
    now: taken.map(({ scope }) => scope),
    news: taken.filter((one) => one.event.id === newest && isNews(view, one)).map(({ scope }) => scope),
    tasks: removalTasks(view, taken).map(({ scopes }) => scopes),
  };
}

const yes = { answer: "yes", since: -600 } as const;
const recorded = withMedia({ recording: { ...kept("2026-11-02T10:00:00Z"), on: true } });
const parent = { id: "parent", relationship: "parent", name: "Marlow" } as const;

function kept(since: string) {
  return { on: false, since, reason: "Feedback", keptWhere: "Drive", seenBy: "Staff", deleteBy: null };
}

describe("once the session has begun", () => {
  test.each([
    ["a first no is to be told: it is used without a yes", [{ answer: "no", since: 10 }], ["camera"]],
    ["a parent's first no too", [yes, { answer: "no", since: 10, giver: parent }], ["camera"]],
    [
      "a no again, where the session began in between",
      [
        { answer: "withdrawn", since: -5 },
        { answer: "no", since: 10 },
      ],
      ["camera"],
    ],
    [
      "a no again is no news",
      [
        { answer: "no", since: 5 },
        { answer: "no", since: 10 },
      ],
      [],
    ],
    [
      "a yes that nobody gave, and that staff correct, too: it is used without one",
      [yes, { answer: "no", since: 5, corrects: "answer-0" }],
      ["camera"],
    ],
    [
      "a no after such a correction is no news",
      [yes, { answer: "no", since: 5, corrects: "answer-0" }, { answer: "no", since: 10 }],
      [],
    ],
    ["a correction before is none", [yes, { answer: "no", since: -5, corrects: "answer-0" }], []],
  ] as const)("%s", (_what, history, news) => {
    expect(begun(history.map((one) => ({ ...one }))).news).toEqual(news);
  });

  test("a yes by mistake hides a no only until it is corrected", () => {
    const history = [
      { answer: "no", since: 5 },
      { answer: "yes", since: 6, how: "phone" },
    ] as const;
    expect(begun([...history]).now).toEqual([]);
    const corrected = begun([...history, { answer: "no", since: 7, corrects: "answer-1" }]);
    expect([corrected.now, corrected.news]).toEqual([["camera"], ["camera"]]);
  });

  test("a yes that waits takes nothing away of what is to be changed", () => {
    const history = [yes, { answer: "withdrawn", since: 5 } as const];
    expect(begun(history).now).toEqual(["camera"]);
    expect(begun([...history, { answer: "yes", since: 10 }]).now).toEqual(["camera"]);
    const spoken = { answer: "yes", since: 10, how: "phone" } as const;
    expect(begun([...history, spoken]).now).toEqual([]);
  });

  const agreed = [yes, { ...yes, scope: "recording_kept" }] as const;
  const all = [
    { answer: "withdrawn", since: 10 },
    { answer: "withdrawn", since: 10, scope: "recording_kept" },
  ] as const;

  test.each([
    ["is recorded", recorded, [["camera", "recording_kept"]]],
    [
      "was recorded until somebody switched it off",
      withMedia({ recording: kept("2026-12-31T10:00:00Z") }),
      [["camera", "recording_kept"]],
    ],
    ["was not recorded at all", withMedia({ recording: kept("2026-11-02T10:00:00Z") }), []],
  ] as const)("where the session %s, the task says so", (_what, trait, tasks) => {
    expect(begun([...agreed, ...all], trait).tasks).toEqual(tasks);
  });

  test("a yes to a recording that nobody gave is dealt with also where it was switched off meanwhile", () => {
    const off = withMedia({ recording: kept("2026-12-31T10:00:00Z") });
    const mistake = { answer: "yes", scope: "recording_kept" } as const;
    const put = (since: number) => ({ ...mistake, answer: "no", since, corrects: "answer-0" }) as const;
    expect(begun([{ ...mistake, since: -600 }, put(10)], off).tasks).toEqual([["recording_kept"]]);
    expect(begun([{ ...mistake, since: -600 }, put(-10)], off).tasks).toEqual([]);
  });

  test("somebody who is let take part unseen, after they were recorded, is still on the recording", () => {
    const unseen: Trait = (record) => {
      const exposure = { camera: false, voice: false, name: false, chat: false };
      Object.assign(record.participants[0]!, { accessRoute: "in_room", exposure });
    };
    const { now, tasks } = begun([...agreed, ...all], recorded, unseen);
    expect([now, tasks]).toEqual([["recording_kept"], [["recording_kept"]]]);
  });
});

test("what is older than the newest answer of its giver is past", () => {
  const { view } = answered({ answer: "withdrawn" });
  expect(takenBack(view, ({ id }) => id === "the-yes")).toEqual([]);
});

test.each(consentScope.options)("%s is told by session code, without a name", (scope) => {
  const { taken } = answered({ answer: "withdrawn" });
  const code = takenBackCode({ ...taken[0]!, scope });
  expect(takenBackWords(code)).toMatch(/^YP-01: [a-z]/);
  expect(takenBackWords(`${code}x`)).toBeNull();
});

test.each([
  ["kept", true, 1],
  ["not kept", false, 0],
])("from the start on, a task is opened where a recording is %s", (_what, on, tasks) => {
  const since = "2026-11-02T10:00:00Z";
  const recording = { on, since, reason: "Feedback", keptWhere: "Drive", seenBy: "Staff", deleteBy: null };
  const { view, taken } = answered({ answer: "withdrawn" }, withMedia({ recording }));
  const begun = viewAt(view.facts, Temporal.Instant.from(view.facts.session.startsAt));
  expect(lastingUses(begun, begun.participants[0]!)).toEqual(on ? ["recording_kept"] : []);
  expect(removalTasks(view, taken)).toEqual([]);
  expect(removalTasks(begun, taken)).toHaveLength(tasks);
});
