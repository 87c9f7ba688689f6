import { describe, expect, test } from "vitest";
import { emptyDetails } from "~/domain/session/new-session";
import { newParticipant } from "~/domain/people/participant-answers";
import { participantAnswers, participantDefaults, participantForm } from "./participant-form";
import { validate } from "./validate";

const { media } = emptyDetails("2026-11-23T10:00:00Z");
const blank = newParticipant({ id: "p", personId: "q", code: "YP-01", addedAt: "2026-11-23T10:00:00Z" });

function errors(values: Record<string, string | string[] | Record<string, string>>) {
  const result = validate(participantForm, values);
  return result.ok ? [] : result.errors.map(({ name }) => name);
}

function birth(day: string, month: string, year: string) {
  const result = validate(participantForm, { birth: { day, month, year } });
  return result.ok ? result.data.birth : result.errors.map(({ name, message }) => `${name}: ${message}`);
}

describe("a birth", () => {
  test("is a day, a month with its year, or a year alone", () => {
    expect(birth("29", "2", "2012")).toBe("2012-02-29");
    expect(birth("", "may", "2010")).toBe("2010-05");
    expect(birth("", "", "2010")).toBe("2010");
    expect(birth("", "", "")).toBeNull();
  });

  test("that cannot be says in which field", () => {
    expect(birth("30", "2", "2012")).toEqual(["birth.day: Date of birth must be a real date"]);
    expect(birth("", "13", "2010")).toEqual(["birth.month: Date of birth must be a real date"]);
    expect(birth("", "5", "")).toEqual(["birth.day: Date of birth must include a day and year"]);
    expect(birth("5", "", "2010")).toEqual(["birth.month: Date of birth must include a month"]);
  });
});

describe("a participant's form", () => {
  test("may be saved empty, and asks for a surname only where one is held", () => {
    expect(errors({})).toEqual([]);
    expect(errors({ nameCheck: "surname" })).toEqual(["surname"]);
    expect(errors({ nameCheck: "no_surname", surname: "\u0000" })).toEqual([]);
  });

  test("refuses that nothing is captured of somebody who is seen", () => {
    expect(errors({ notCaptured: "yes", exposure: "camera" })).toEqual(["notCaptured"]);
    expect(errors({ notCaptured: "yes" })).toEqual([]);
  });

  test("leaves alone what the session does not use, and confirms the name that was looked at", () => {
    const result = validate(participantForm, { displayName: "Jolie", shownName: "Jolie", looked: "yes" });
    if (!result.ok) throw new Error("It was refused");
    const answers = participantAnswers(result.data, blank, media);
    expect(answers.exposure).toEqual({ camera: true, voice: true, name: false, chat: true });
    expect(answers.confirmedName).toBe("Jolie");
    expect(participantDefaults(blank, media)["exposure"]).toEqual(["name"]);
  });
});
