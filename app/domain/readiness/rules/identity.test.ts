import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { found, judged } from "../../../../tests/factories/found";
import { zoomMeeting } from "../../../../tests/factories/platform-modes";
import { aRecord, type Trait } from "../../../../tests/factories/record";
import { alsoStated, withParticipant, withSession } from "../../../../tests/factories/traits";
import { aStatement } from "../../../../tests/factories/statements";
import { aYoungPerson, sixteenToSeventeen } from "../../../../tests/factories/young-people";
import { scenarios } from "../../../../tests/scenarios/all";
import { redactRecord } from "../../record/redact";
import { viewAt } from "../view";
import { guardWords, nameFindings } from "./identity";

const BRYONY = "bryony-cattermoss";
const by = { by: "user-amina-farrow", recordedAt: "2026-11-19T11:00:00Z" };

/** Jo Li beside four others: a surname so short that her made-up name can only be looked at by a person. */
function withJo(displayName: string, ...traits: Trait[]) {
  const jo = aYoungPerson("Jo", "Li", "2010-01-05", { displayName });
  return aRecord({ participants: [jo, ...sixteenToSeventeen(4)] }, ...traits);
}

function lookedAt(displayName: string): Trait {
  return withParticipant("jo-li", { displayNameConfirmed: { ...by, displayName } });
}

const jo = "participant:jo-li default > participants participants";
const bryony = `participant:${BRYONY} default > participants`;
const title = (text: string) => withSession({ title: text });
const titleLookedAt = (text: string) => withSession({ titleConfirmed: { ...by, title: text } });
const renaming: Trait = (record) =>
  void (record.session.platforms[0]!.settings.rename = { answer: "different", note: "They asked" });

describe("names to show (R25)", () => {
  test.each([
    [
      "a surname",
      aRecord({}, withParticipant(BRYONY, { displayName: "Cattermoss" })),
      [`contains_surname ${bryony}`],
    ],
    ["one that only resembles", withJo("Jolie"), [`name_resembles ${jo}`]],
    ["one that only resembles, and somebody looked", withJo("Jolie", lookedAt("Jolie")), []],
    [
      "one that resembles, where somebody looked at another",
      withJo("Jolie", lookedAt("Jo")),
      [`name_resembles ${jo}`],
    ],
    [
      "a surname that somebody let pass",
      aRecord(
        {},
        withParticipant(BRYONY, {
          displayName: "Cattermoss",
          displayNameConfirmed: { ...by, displayName: "Cattermoss" },
        }),
      ),
      [`contains_surname ${bryony}`],
    ],
    [
      "no surname to check it against",
      aRecord({}, withParticipant(BRYONY, { surname: null })),
      [`name_not_checked participant:${BRYONY} do > participants`],
    ],
    [
      "no surname, and a statement that it does not identify",
      aRecord({}, withParticipant(BRYONY, { surname: null, noSurname: by })),
      [],
    ],
    [
      "an e-mail address, where no surname is held and none is needed",
      aRecord({}, withParticipant(BRYONY, { displayName: "bry@mail.example", surname: null, noSurname: by })),
      [`email ${bryony}`],
    ],
    [
      "none",
      aRecord({}, withParticipant(BRYONY, { displayName: null })),
      [`display_name_missing participant:${BRYONY} do > participants`],
    ],
  ])("%s, in the record and without its names", (_what, record, expected) => {
    expect(found("R25", record)).toEqual(expected);
    const redacted = redactRecord(record);
    const codes = (lines: string[]) => lines.map((line) => line.split(" ")[0]);
    expect(codes(found("R25", redacted))).toEqual(codes(expected));
  });

  test("are judged one by one in a record without names", () => {
    const two = aRecord(
      {},
      withParticipant(BRYONY, { displayName: "Cattermoss" }),
      withParticipant("ellis-larkspurrow", { displayName: "ellis@mail.example" }),
    );
    const redacted = redactRecord(two);
    const [first, second] = redacted.participants.map(({ id }) => id);
    expect(found("R25", redacted)).toEqual([
      `contains_surname participant:${first} default > participants`,
      `email participant:${second} default > participants`,
    ]);
  });

  test("are nothing where none is held", () => {
    const record = aRecord({}, withParticipant(BRYONY, { displayName: null }));
    const view = viewAt(record, Temporal.Instant.from("2026-11-23T10:00:00Z"));
    expect(nameFindings(view, view.participants[0]!)).toEqual([]);
  });

  test("says in its own words what was found, and never the name", () => {
    const codes =
      "contains_surname contains_surname_part full_name_joined surname_reversed email phone postcode url";
    const more = "handle date_of_birth year_of_birth initials short_surname name_resembles";
    const all = [...codes.split(" "), ...more.split(" "), "something else"].map(guardWords);
    expect(new Set(all).size).toBe(15);
    expect(judged("R25", withJo("Jolie")).findings[0]?.message).toBe(guardWords("name_resembles"));
  });
});

describe("titles (R25)", () => {
  const whole = title("An evening with Bryony Cattermoss");
  const alone = title("The Cattermoss evening");
  const both = title("Bryony Cattermoss and the Larkspurrow band");
  const named = "full_name_in_text title do > details";
  const surname = "surname_in_text title default > details details";

  test.each<[string, Trait[], string[]]>([
    ["names somebody in full", [whole], [named]],
    [
      "names somebody in full, and somebody looked",
      [whole, titleLookedAt("An evening with Bryony Cattermoss")],
      [named],
    ],
    ["holds a surname", [alone], [surname]],
    ["holds a surname, and somebody looked", [alone, titleLookedAt("The Cattermoss evening")], []],
    [
      "holds a surname, and somebody looked at another",
      [alone, titleLookedAt("Evening in December")],
      [surname],
    ],
    ["names one in full and holds the surname of another", [both], [named, surname]],
  ])("that %s, in the record and without its names", (_what, traits, expected) => {
    const record = aRecord({}, ...traits);
    expect(found("R25", record)).toEqual(expected);
    expect(found("R25", redactRecord(record))).toEqual(expected);
  });
});

describe("what may show who somebody is besides (R25)", () => {
  test("is a name that can be changed on the day", () => {
    expect(found("R25", aRecord({}, renaming))).toEqual([
      "rename_left_on mode:zoom-meeting default > platform",
    ]);
    const unanswered: Trait = (record) => void delete record.session.platforms[0]!.settings.rename;
    expect(found("R25", aRecord({}, unanswered))).toEqual([]);
  });

  test("is looked at again after the platform was changed", () => {
    const later: Trait = (record) => void (record.session.platforms[0]!.chosenAt = "2026-11-19T11:00:01Z");
    expect(found("R25", aRecord({ modes: [zoomMeeting()] }, later))).toEqual([
      "statement_outdated session do > statements",
    ]);
    const no = aStatement({
      kind: "identity_hidden",
      about: { kind: "session", id: "evening-in-december" },
      at: "2026-11-20T11:00:00Z",
      answer: "no",
    });
    expect(found("R25", aRecord({}, alsoStated(no)))).toEqual(["statement_refused session do > statements"]);
  });

  test("does not matter where nobody takes part by name", () => {
    expect(judged("R25", scenarios["s11-variant-audience"]!).status).toBe("not_applicable");
    expect(found("R25", scenarios["s11"]!)).toEqual(["no_participants session do > participants details"]);
  });
});
