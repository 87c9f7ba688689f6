import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import {
  teamsMeeting,
  youtubePrivate,
  youtubePublic,
  zoomMeeting,
} from "../../../tests/factories/platform-modes";
import { aRecord, type Trait } from "../../../tests/factories/record";
import { signedOff, thenSignOff } from "../../../tests/factories/sign-off";
import { thenAnswered, withSession } from "../../../tests/factories/traits";
import { whatIfPlatforms } from "./platform-what-if";

const NOW = Temporal.Instant.from("2026-11-23T10:00:00Z");
const known = [zoomMeeting(), teamsMeeting(), youtubePrivate()];
const [zoom, teams, youtube] = known.map(({ id }) => id) as [string, string, string];
const signed = signedOff("2026-11-22T10:00:00Z");
const then = (kind: "suspended" | "lapsed") =>
  thenSignOff({ at: "2026-11-23T09:00:00Z", kind, by: null, changes: [] });

const onZoom = { modes: [zoomMeeting()] };

function whatIf(modeIds: string[], ...traits: Trait[]) {
  return whatIfPlatforms(aRecord(onZoom, ...traits), modeIds, known, NOW);
}

/** Nothing has been asked, told, stated or answered about the platform. */
const nothingDone: Trait = (record) => {
  record.briefings = [];
  record.consentEvents = [];
  record.statements = record.statements.filter(({ about }) => about.kind !== "session");
  Object.assign(record.session, { audienceRestricted: null, saving: null });
  for (const chosen of record.session.platforms) chosen.settings = {};
};

describe("what another platform would undo", () => {
  test("is everything that was done about the one before, with what would stand in the way", () => {
    const answer = whatIf([teams]);
    expect(answer?.endsSignOff).toBe(false);
    expect(answer?.again).toEqual([
      "5 young people to brief again, because they were told about another platform",
      "5 young people to ask for consent again, because they answered about another platform",
      "3 statements to make again",
      "Your answer on who can watch and who could save the stream, to think about again",
      `The settings that you answered for ${known[0]?.name}: they are not kept`,
    ]);
    expect(new Set(answer?.problems).size).toBe(answer?.problems.length);
  });

  test("is nothing where the same is chosen, signed off or not", () => {
    expect(whatIf([zoom])).toBeNull();
    expect(whatIf([zoom], signed)).toBeNull();
  });

  test("is nothing where nothing was done yet", () => {
    expect(whatIf([teams], nothingDone)).toBeNull();
  });

  test("is a sign-off that stands or is suspended, not one that has lapsed", () => {
    expect(whatIf([teams], signed)?.endsSignOff).toBe(true);
    expect(whatIf([teams], signed, then("suspended"))?.endsSignOff).toBe(true);
    expect(whatIf([teams], signed, then("lapsed"))?.endsSignOff).toBe(false);
    expect(whatIf([teams], nothingDone, signed)).toMatchObject({ endsSignOff: true, again: [] });
  });

  test("leaves the settings of a platform that stays in the chain", () => {
    const again = whatIf([zoom, youtube])?.again.join("\n");
    expect(again).toContain("to brief again");
    expect(again).not.toContain("The settings");
    expect(whatIf([zoom, youtube], nothingDone)?.again ?? []).toEqual([]);
  });

  test("counts only those who had been told or asked", () => {
    const fewer: Trait = (record) => {
      record.briefings = record.briefings.slice(0, 1);
      const [first] = record.participants;
      record.consentEvents = record.consentEvents.filter((event) => event.participantId === first?.id);
    };
    expect(whatIf([teams], fewer)?.again.slice(0, 2)).toEqual([
      "1 young person to brief again, because they were told about another platform",
      "1 young person to ask for consent again, because they answered about another platform",
    ]);
  });

  test.each<[string, Trait, string | null]>([
    ["the audience alone", withSession({ saving: null }), "who can watch"],
    ["saving alone", withSession({ audienceRestricted: null }), "who could save the stream"],
    ["neither", withSession({ saving: null, audienceRestricted: null }), null],
  ])("asks again only what was answered: %s", (_what, trait, question) => {
    const asked = whatIf([teams], trait)?.again.filter((line) => line.startsWith("Your answer"));
    expect(asked).toEqual(question ? [`Your answer on ${question}, to think about again`] : []);
  });

  test("asks again what the change undoes, not what had to be asked again already", () => {
    const savedBefore: Trait = ({ session }) => void (session.saving!.recordedAt = "2026-11-01T10:00:00Z");
    expect(whatIf([teams], savedBefore)?.again).toContain(
      "Your answer on who can watch, to think about again",
    );
  });

  test("does not ask again what only comes to light, as an answer that the platform left does not bear out", () => {
    const open = youtubePublic();
    const answered = "2026-11-12T10:00:00Z";
    const chain: Trait = ({ session }) => {
      session.platforms.forEach((link, at) => (link.chosenAt = `2026-11-1${at}T10:00:00Z`));
      session.platforms.at(-1)!.chosenAt = "2026-11-13T10:00:00Z";
      session.audienceRestricted!.recordedAt = answered;
    };
    const record = aRecord({ modes: [open, teamsMeeting()] }, chain);
    const left = whatIfPlatforms(record, [open.id], [open, teamsMeeting()], NOW);
    expect(left?.problems).toContain("YouTube – public cannot limit who watches");
    expect(left?.again).toEqual(["The settings that you answered for Teams meeting: they are not kept"]);
  });

  test("says once what would be wrong, and nothing of what is wrong already", () => {
    const { reviews, ageLimits } = youtubePrivate();
    const overdue = youtubePrivate({
      reviews: reviews.map((review) => ({ ...review, reviewedOn: "2025-01-01" })),
      ageLimits: ageLimits.map((limit) => ({ ...limit, age: 18 })),
    });
    const problems = (...traits: Trait[]) =>
      whatIfPlatforms(aRecord(onZoom, ...traits), [youtube], [...known.slice(0, 2), overdue], NOW)?.problems;
    expect(problems()).toEqual([
      "YouTube – private needs to be checked again",
      ...["Bryony", "Ellis", "Imogen", "Nadia", "Rowan"].map(
        (name) => `${name} is too young for this platform`,
      ),
    ]);
    const withdrawn = thenAnswered({
      participantId: "bryony-cattermoss",
      scope: "camera",
      answer: "withdrawn",
      how: "in_person",
      at: "2026-11-23T09:00:00Z",
    });
    expect(problems(withdrawn)).toEqual(problems());
  });
});
