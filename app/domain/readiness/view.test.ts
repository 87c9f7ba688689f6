import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { zoomMeeting } from "../../../tests/factories/platform-modes";
import { aRecord, type Trait } from "../../../tests/factories/record";
import { aStatement } from "../../../tests/factories/statements";
import { alsoStated, withParticipant, withSession } from "../../../tests/factories/traits";
import { latest, nameOf, olderThan, viewAt } from "./view";

const NOW = Temporal.Instant.from("2026-11-23T10:00:00Z");
const view = (...traits: Trait[]) => viewAt(aRecord({}, ...traits), NOW);
const nobody: Trait = (record) => void (record.participants = []);

describe("a record as rules see it", () => {
  test("has the dates of the session's own zone, and the last start that ends in time", () => {
    const overnight = { startsAt: "2026-12-10T22:00:00Z", endsAt: "2026-12-11T08:00:00Z" };
    const tokyo = view(withSession({ ...overnight, zone: "Asia/Tokyo" }));
    expect([tokyo.startDate.toString(), tokyo.endDate.toString()]).toEqual(["2026-12-11", "2026-12-11"]);
    const london = view(withSession(overnight));
    expect([london.startDate.toString(), london.endDate.toString()]).toEqual(["2026-12-10", "2026-12-11"]);
    const day = Temporal.PlainDate.from("2026-12-20");
    expect(london.lastStart(day).toString()).toBe("2026-12-19");
    expect(tokyo.lastStart(day).toString()).toBe("2026-12-20");
  });

  test.each<[string, Trait[], boolean]>([
    ["a livestream of ours for named people", [nobody], true],
    ["a livestream of ours for anybody", [nobody, withSession({ audience: "not_named" })], false],
    ["the same with people on the list", [withSession({ audience: "not_named" })], true],
    ["a call", [nobody, withSession({ audience: "not_named", format: "video_call" })], true],
    ["a stream that we join", [nobody, withSession({ audience: "not_named", kind: "join" })], true],
  ])("%s names its young people: %s %s", (_what, traits, named) => expect(view(...traits).named).toBe(named));

  test("leaves out adults and platforms that it holds nothing of", () => {
    const gone = view((record) => {
      record.adults = record.adults.filter(({ id }) => id !== "brogan-ashdune");
      record.platformModes = [];
    });
    expect(gone.assigned.map(({ adult }) => adult.id)).not.toContain("brogan-ashdune");
    expect(gone.assigned).toHaveLength(4);
    expect(gone.modes).toEqual([]);
    expect(view().modes.map(({ mode }) => mode.id)).toEqual([zoomMeeting().id]);
    expect(
      view()
        .inRole("host")
        .map(({ adult }) => adult.id),
    ).toEqual(["odalys-fennimore"]);
  });

  test("knows an age on the session's day and on others, where a birth is held", () => {
    const [bryony] = view().participants;
    const on = (date: string) => view().ageOn(bryony!, Temporal.PlainDate.from(date));
    expect([view().ageOf(bryony!), on("2027-02-10"), on("2027-02-11")]).toEqual([16, 16, 17]);
    expect(view().ageOf({ ...bryony!, birth: null })).toBeNull();
  });

  test("takes the age that a redacted record gives, whatever the date", () => {
    const derived = { ages: [{ participantId: "bryony-cattermoss", age: 15 }] };
    const redacted = view((record) => {
      record.derived = { ...derived, nameFindings: [], inviteFindings: [], samePeople: [] };
    });
    const [bryony, ellis] = redacted.participants;
    expect(redacted.ageOf(bryony!)).toBe(15);
    expect(redacted.ageOn(bryony!, Temporal.PlainDate.from("2030-01-01"))).toBe(15);
    expect(redacted.ageOf(ellis!)).toBeNull();
  });

  test("finds the newest statement of a kind about this very thing, of those that concern it", () => {
    const about = { kind: "session", id: "evening-in-december" } as const;
    const stated = (id: string, changes: Partial<Parameters<typeof aStatement>[0]>) =>
      alsoStated(aStatement({ id, kind: "needs_asked", about, at: "2026-11-22T18:00:00Z", ...changes }));
    const found = (...traits: Trait[]) => view(...traits).sessionStatement("needs_asked")?.id;
    const before = found();
    expect(found(stated("newer", {}))).toBe("newer");
    expect(found(stated("older", { at: "2026-01-01T10:00:00Z" }))).toBe(before);
    expect(found(stated("another", { kind: "identity_hidden" }))).toBe(before);
    expect(found(stated("elsewhere", { about: { kind: "session", id: "another" } }))).toBe(before);
    expect(found(stated("adult", { about: { kind: "adult", id: about.id } }))).toBe(before);
    const concerned = view(stated("no", { answer: "no" })).statement(
      "needs_asked",
      about,
      ({ answer }) => answer === "yes",
    );
    expect(concerned?.id).toBe(before);
  });

  test("calls people by the name that is shown, or by their code", () => {
    const [bryony] = view(withParticipant("bryony-cattermoss", { displayName: null })).participants;
    expect([nameOf(bryony!), nameOf({ ...bryony!, displayName: "Bee" })]).toEqual(["YP-01", "Bee"]);
  });
});

describe("moments", () => {
  const [first, second] = ["2026-11-23T10:00:00Z", "2026-11-23T10:00:00.5Z"];

  test("the latest of several, or none of none", () => {
    expect(latest([])).toBeNull();
    expect(latest([first, second])?.toString()).toBe(second);
    expect(latest([second, first])?.toString()).toBe(second);
    expect(view(withSession({ platforms: [] })).platformsSince).toBeNull();
  });

  test("what was recorded before a change no longer counts, at its very moment it does", () => {
    expect(olderThan(first, second)).toBe(true);
    expect(olderThan(second, second)).toBe(false);
    expect(olderThan(second, Temporal.Instant.from(first))).toBe(false);
    expect(olderThan(first, null)).toBe(false);
  });
});
