import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { aCheck } from "../../../tests/factories/adults";
import { aRecord, type Trait } from "../../../tests/factories/record";
import type { Plan } from "../../../tests/factories/plan";
import { teamsMeeting, youtubePrivate } from "../../../tests/factories/platform-modes";
import { withAdult, withAssignment, withMedia, withSession, without } from "../../../tests/factories/traits";
import { aYoungPerson, sixteenToSeventeen } from "../../../tests/factories/young-people";
import type { Adult } from "../record/adult";
import type { Policy } from "../record/organisation";
import { redactRecord } from "../record/redact";
import { evaluate } from "./evaluate";

const NOW = Temporal.Instant.from("2026-11-23T10:00:00Z");

function judged(id: string, plan: Partial<Plan>, at: Temporal.Instant, ...traits: Trait[]) {
  const found = evaluate(aRecord(plan, ...traits), at).requirements.find((one) => one.id === id);
  if (!found) throw new Error(`There is no ${id}`);
  return found;
}

const ask = (id: string, ...traits: Trait[]) => judged(id, {}, NOW, ...traits);
const assessed = (completedOn: string): Trait =>
  withSession({ riskAssessment: { completedOn, agreedBy: "Idris", recordedAt: "2026-11-23T09:00:00Z" } });

describe("the risk assessment (B05)", () => {
  const late = (completedOn: string, at = "2026-12-31T10:00:00Z") =>
    judged("B05", {}, Temporal.Instant.from(at), assessed(completedOn)).findings[0];

  test("says how many days before the session it was done", () => {
    expect(late("2026-12-03")?.message).toBe("7 days before the session. At least 14 days before is better.");
    expect(late("2026-12-10")?.message).toBe("On the day of the session. At least 14 days before is better.");
  });

  test("dated after the session is told so, never in negative days", () => {
    expect(late("2026-12-11")?.message).toBe(
      "It is dated 1 day after the session. At least 14 days before is better.",
    );
  });

  test("dated in the future has not been done yet", () => {
    expect(late("2026-12-01", "2026-11-23T10:00:00Z")?.code).toBe("risk_assessment_missing");
  });
});

test("a recording deleted before the session says both days (B09)", () => {
  const recording = {
    on: true,
    since: "2026-11-02T10:00:00Z",
    reason: "Feedback",
    keptWhere: "Staff drive",
    seenBy: "Odalys",
    deleteBy: "2026-12-09",
  };
  expect(ask("B09", withMedia({ recording })).findings[0]).toMatchObject({
    code: "deleted_before_session",
    message: "9 December 2026 lies before the session's own day, 10 December 2026.",
  });
});

test("who presents and who watches messages is said only of people who are named (B12)", () => {
  expect(ask("B12").fact).toBe("Presenting: Odalys Fennimore. Watching the messages: Brogan Ashdune.");
  expect(ask("B12", without("brogan-ashdune")).fact).toBe(
    "Presenting: Odalys Fennimore. Nobody is named to watch the messages.",
  );
  expect(ask("B12", without("odalys-fennimore")).fact).toBe(
    "Nobody presents yet. Watching the messages: Brogan Ashdune.",
  );
});

describe("a briefing whose meaning has changed since", () => {
  const changed: Trait = (record) =>
    void record.policy.briefingVersions.push({
      version: 2,
      from: "2026-11-22T10:00:00Z",
      changesMeaning: true,
    });

  test.each(["R15", "R16", "R21"])("%s asks those who had the former one for the new one", (id) => {
    expect(ask(id, changed).findings.map(({ code }) => code)).toEqual(Array(5).fill("briefing_outdated"));
    expect(ask(id, changed).findings[0]).toMatchObject({
      headline: "Bryony needs a new briefing",
      message: "Since the last one, what the briefing says has changed.",
    });
  });

  test("and says of who had none that there was none", () => {
    const without = (record: Parameters<Trait>[0]) => void (record.briefings = record.briefings.slice(1));
    const codes = ask("R15", changed, without).findings.map(({ code }) => code);
    expect(codes.filter((code) => code === "not_briefed")).toHaveLength(1);
    expect(codes.filter((code) => code === "briefing_outdated")).toHaveLength(4);
  });
});

describe("a session that was moved", () => {
  const moved = withSession({ timesSince: "2026-11-20T10:00:00Z" });

  test.each([
    ["R14", "Tamsin Quillbright"],
    ["R21", "Wren Castellow"],
    ["B11", "Petra Hollowell"],
  ])("%s says who has to confirm again", (id, name) => {
    expect(ask(id, moved).findings).toMatchObject([
      {
        headline: `${name} has to confirm again`,
        message: "The session was moved to another time since they confirmed.",
      },
    ]);
  });

  test("and of who never did that they have not yet", () => {
    const never = withAssignment("tamsin-quillbright-as-observer", { confirmed: null });
    expect(ask("R14", moved, never).findings[0]?.headline).toBe("Tamsin Quillbright has not confirmed yet");
  });
});

describe("whose number it is", () => {
  const own: Partial<Policy> = {
    minimumAdults: 3,
    ratios: [{ fromAge: 0, toAge: 17, childrenPerAdult: 2 }],
    riskAssessmentDays: 30,
    lengthMinutes: 30,
  };

  test.each(["B02", "B03", "B05", "B08"])("%s is guidance until the organisation changes it", (id) => {
    expect(judged(id, {}, NOW)).toMatchObject({ strength: "default" });
    expect(judged(id, {}, NOW).source).toMatch(/^(NSPCC|National Youth Agency)/);
    const changed = judged(id, { policy: own }, NOW);
    expect(changed).toMatchObject({ strength: "organisation", source: "Your organisation's policy" });
    const numbers = changed.findings.filter(({ code }) => code !== "link_advertised");
    expect(numbers.map(({ source }) => source)).toEqual(numbers.map(() => "Your organisation's policy"));
  });

  test("what the National Youth Agency says of links stays theirs", () => {
    const open = withSession({ linkSharedPrivately: false });
    expect(judged("B05", { policy: own }, NOW, open).findings.at(0)).toMatchObject({
      code: "link_advertised",
      source: "National Youth Agency, online delivery guidance",
    });
  });

  test("one observer is the NSPCC's advice, more are the organisation's own", () => {
    const none = without("tamsin-quillbright");
    expect(ask("R14", none).findings[0]).toMatchObject({ strength: "do" });
    const asksForTwo = { policy: { minimumObservers: 2 } };
    const own = { code: "too_few_observers", source: "Your organisation's policy", strength: "organisation" };
    expect(judged("R14", asksForTwo, NOW).findings).toMatchObject([own]);
    expect(judged("R14", asksForTwo, NOW, none).findings).toMatchObject([
      { code: "observer_missing", headline: "1 more observer needed", strength: "do" },
      { ...own, headline: "2 observers needed, 0 there" },
    ]);
  });
});

describe("good through", () => {
  const goodThrough = (plan: Partial<Plan>) => evaluate(aRecord(plan), NOW).goodThrough?.toString();
  const barred = (under: number, validFrom: string): Partial<Policy> => ({
    legalAges: [
      {
        id: "law",
        under,
        kinds: ["social"],
        barsWatchingInRoom: false,
        validFrom,
        validTo: null,
        source: "An Act that does not exist",
      },
    ],
  });
  const onYoutube = (birth: string, policy: Partial<Policy>): Partial<Plan> => ({
    modes: [youtubePrivate()],
    chat: "off",
    participants: [
      aYoungPerson("Priya", "Tolland", birth, { route: "own_account" }),
      ...sixteenToSeventeen(4),
    ],
    policy,
  });

  test("ends the day before a legal age begins that bars somebody at their age on that day", () => {
    expect(goodThrough(onYoutube("2011-03-20", barred(16, "2027-01-15")))).toBe("2027-01-14");
  });

  test("does not end where they will have grown old enough by then", () => {
    const unbarred = goodThrough(onYoutube("2011-01-10", {}));
    expect(goodThrough(onYoutube("2011-01-10", barred(16, "2027-01-15")))).toBe(unbarred);
    expect(goodThrough(onYoutube("2011-01-15", barred(16, "2027-01-15")))).toBe(unbarred);
    expect(goodThrough(onYoutube("2011-01-16", barred(16, "2027-01-15")))).toBe("2027-01-14");
  });

  test("ends the day before a platform's higher age begins", () => {
    const [account, ...others] = teamsMeeting().ageLimits;
    if (!account) throw new Error("Teams has no age limit here");
    const until = { ...account, validTo: "2027-01-31" };
    const then = { ...account, age: 17, validFrom: "2027-02-01" };
    const mode = teamsMeeting({ ageLimits: [until, then, ...others] });
    expect(
      goodThrough({ modes: [mode], participants: sixteenToSeventeen(5, { route: "own_account" }) }),
    ).toBe("2027-01-31");
  });

  test.each<[string, Partial<Adult>, string]>([
    ["vetting", { vetting: [aCheck("tamsin", "2024-01-12")] }, "2027-01-11"],
    [
      "training",
      {
        training: [
          { id: "t", title: "Safeguarding", completedOn: "2025-01-10", recordedAt: "2025-01-10T12:00:00Z" },
        ],
      },
      "2027-01-09",
    ],
  ])("ends with the last good day of an observer's %s", (_what, changes, day) => {
    const record = aRecord({}, withAdult("tamsin-quillbright", changes));
    expect(evaluate(record, NOW).goodThrough?.toString()).toBe(day);
    const overnight = aRecord(
      { startsAt: "2026-12-10T23:30:00Z", minutes: 60 },
      withAdult("tamsin-quillbright", changes),
    );
    const dayBefore = Temporal.PlainDate.from(day).subtract({ days: 1 });
    expect(evaluate(overnight, NOW).goodThrough?.toString()).toBe(dayBefore.toString());
  });

  test("is never later without births than with them", () => {
    const record = aRecord(onYoutube("2011-01-10", barred(16, "2027-01-15")));
    expect(evaluate(redactRecord(record), NOW).goodThrough?.toString()).toBe("2027-01-14");
  });
});
