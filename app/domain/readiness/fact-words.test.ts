import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { aBriefing, aRecord, type Trait } from "../../../tests/factories/record";
import type { Plan } from "../../../tests/factories/plan";
import { thenAnswered, withMedia, withSession } from "../../../tests/factories/traits";
import { evaluate } from "./evaluate";

const NOW = Temporal.Instant.from("2026-11-23T10:00:00Z");

function judged(id: string, plan: Partial<Plan>, at: Temporal.Instant, ...traits: Trait[]) {
  const found = evaluate(aRecord(plan, ...traits), at).requirements.find((one) => one.id === id);
  if (!found) throw new Error(`There is no ${id}`);
  return found;
}

const ask = (id: string, ...traits: Trait[]) => judged(id, {}, NOW, ...traits);

describe("what is met says what it rests on", () => {
  test.each([
    ["R15", "5 young people briefed before the start."],
    ["R24", "On offer: live captions."],
    ["R28", "Yes: Waiting room and named list"],
    ["R29", "Yes: Screen capture cannot be ruled out: first names only, and everybody is told not to share"],
    ["R30", "5 young people agreed to everything that the session does with them."],
  ])("%s", (id, fact) => expect(ask(id)).toMatchObject({ status: "met", fact }));

  test("an arrangement beside the features (R24)", () => {
    const arrangements = [{ need: "breaks" as const, arrangement: "a pause after twenty minutes" }];
    const both = withSession({ accessibility: { features: ["captions", "sign_language"], arrangements } });
    expect(ask("R24", both).fact).toBe("On offer: live captions and a pause after twenty minutes.");
  });

  test("that the chat is off, for all who were never told of comments (R17)", () => {
    const off = withMedia({ chat: { value: "off", since: "2026-11-02T10:00:00Z" } });
    const untold: Trait = (record) => {
      for (const briefing of record.briefings) briefing.points = ["live"];
    };
    expect(ask("R17", off, untold)).toMatchObject({ status: "met", fact: "The chat is off." });
  });
});

test("a no is told with its reason (R28, R29)", () => {
  const no = { answer: "no" as const, how: null, reason: "Open to all" };
  expect(judged("R28", { audienceRestricted: no }, NOW).fact).toBe("No: Open to all");
  expect(judged("R29", { saving: no }, NOW).fact).toBe("No: Open to all");
});

test.each([
  ["no", "Zoom meeting cannot limit who watches"],
  ["unknown", "It is not known whether Zoom meeting can limit who watches"],
] as const)(
  "what is not known of a platform is not told as a no: %s (R28)",
  (restrictsAudience, headline) => {
    const open: Trait = (record) => {
      for (const mode of record.platformModes) mode.restrictsAudience = restrictsAudience;
    };
    expect(ask("R28", open).findings).toMatchObject([{ headline }]);
  },
);

test.each([
  ["Write to tamsin.q@webmail.example", "an e-mail address"],
  ["Ring 07700 900123", "a telephone number"],
])("what the invitation gives away is told as what it is: %s (R02)", (inviteText, what) => {
  const headline = `The invitation holds ${what} that is not the organisation's`;
  expect(ask("R02", withSession({ inviteText })).findings).toMatchObject([{ headline }]);
});

describe("a young person's no is told as theirs, and nobody asks them to change it (R30)", () => {
  const said = (scope: "take_part" | "camera", answer: "no" | "withdrawn") =>
    thenAnswered({ participantId: "bryony-cattermoss", scope, answer, at: "2026-11-20T10:00:00Z" });

  test.each([
    ["take_part", "no", "Bryony does not want to take part", "They said no. Nobody asks them to change it."],
    [
      "take_part",
      "withdrawn",
      "Bryony does not want to take part",
      "They changed their mind. Nobody asks them to change it back.",
    ],
    [
      "camera",
      "no",
      "Bryony has not agreed to be seen on camera",
      "They said no. Nobody asks them to change it.",
    ],
  ] as const)("%s: %s", (scope, answer, headline, message) => {
    expect(ask("R30", said(scope, answer)).findings).toMatchObject([{ headline, message }]);
  });

  test.each([
    ["take_part", "Take Bryony off the list"],
    ["camera", "Turn Bryony's camera off"],
  ] as const)("and the way out does without it: %s", (scope, text) => {
    expect(ask("R30", said(scope, "no")).findings).toMatchObject([{ fixes: [{ text }] }]);
  });
});

test.each([
  ["Open to all families", "“Open to all families”. The approver"],
  ["Open to all families.", "“Open to all families.” The approver"],
  ["Why not? Everybody is welcome!", "“Why not? Everybody is welcome!” The approver"],
  ["Is it? It is open", "“Is it? It is open”. The approver"],
])("the approver reads the reason as it was given: %s (R28)", (reason, words) => {
  const open = { answer: "no" as const, how: null, reason };
  const [toAccept] = judged("R28", { audienceRestricted: open }, NOW).findings;
  expect(toAccept?.code).toBe("needs_acceptance");
  expect(toAccept?.message.startsWith(words)).toBe(true);
});

describe("a briefing that no longer counts says what changed since", () => {
  const later = "2026-11-20T17:00:00Z";
  const toldBefore: Trait = (record) => {
    for (const briefing of record.briefings) briefing.briefedAt = "2026-11-02T09:00:00Z";
  };

  test.each<[string, Trait, string]>([
    ["R15", toldBefore, "Since the last one, the platform changed."],
    ["R17", toldBefore, "Since the last one, the platform changed."],
    [
      "R17",
      withMedia({ chat: { value: "moderated", since: later } }),
      "Since the last one, the chat was opened.",
    ],
    [
      "R20",
      withMedia({ donations: { value: "on", since: later } }),
      "Since the last one, donations were switched on.",
    ],
  ])("%s", (id, changed, message) => {
    expect(ask(id, changed).findings[0]).toMatchObject({ code: "briefing_outdated", message });
  });
});

describe("a briefing that came too late (R15)", () => {
  const after = Temporal.Instant.from("2026-12-10T18:00:00Z");
  const told = (...at: string[]): Trait => {
    return (record) => {
      record.briefings = at.map((briefedAt, index) =>
        aBriefing("bryony-cattermoss", briefedAt, { id: `briefing-${index}` }),
      );
    };
  };
  const late = (...at: string[]) => judged("R15", {}, after, told(...at)).findings[0];

  test.each([
    [["2026-12-10T17:00:00Z"], "Briefing given at the start, not before it."],
    [["2026-12-10T17:05:00Z"], "Briefing given late (5 min after start)."],
    [["2026-12-10T17:20:00Z", "2026-12-10T17:05:00Z"], "Briefing given late (5 min after start)."],
  ])("%j: by how much, counted from the first", (at, message) => {
    expect(late(...at)).toMatchObject({ code: "briefed_after_start", message });
  });
});
