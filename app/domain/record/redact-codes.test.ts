import { describe, expect, test } from "vitest";
import { aRecord, type Trait } from "../../../tests/factories/record";
import { signedOff, thenSignOff } from "../../../tests/factories/sign-off";
import { withAdult, withParticipant, withSession } from "../../../tests/factories/traits";
import { starterModes } from "../defaults/platform-modes";
import type { Participant } from "./participant";
import { redactRecord } from "./redact";

describe("who is meant in a redacted record", () => {
  const redacted = (...traits: Trait[]) =>
    redactRecord(aRecord({}, signedOff("2026-11-22T10:00:00Z"), ...traits));

  test("somebody who is named gets the code that they have elsewhere, however the name is written", () => {
    const briefedBy = (name: string) =>
      redacted((record) => void (record.briefings[0]!.briefedBy = name)).briefings[0]?.briefedBy;
    const wren = redacted().adults.find((_, index) => aRecord().adults[index]?.id === "wren-castellow")?.id;
    expect(briefedBy("Wren Castellow")).toBe(wren);
    expect(briefedBy(" wren CASTELLOW ")).toBe(wren);
    expect(briefedBy("Somebody else")).toBe("[withheld]");
    const idris = redacted().organisation.staff[1]?.id;
    expect(redacted().session.riskAssessment?.agreedBy).toBe(idris);
    const accented: Trait = (record) => {
      record.organisation.staff[1]!.name = "Si\u00e2n";
      record.session.riskAssessment!.agreedBy = "Sia\u0302n";
    };
    expect(redacted(accented).session.riskAssessment?.agreedBy).toBe(idris);
  });

  test("a young person who answered by themselves keeps their code where staff would stand", () => {
    const own = redacted(({ consentEvents, audit }) => {
      const [answer] = consentEvents;
      if (!answer) throw new Error("Nobody answered");
      Object.assign(answer, { how: "link", recordedBy: answer.participantId });
      const entry = { seq: 900, at: answer.recordedAt, type: "consent.recorded", hash: "0".repeat(64) };
      audit.push({ ...entry, by: answer.participantId, subject: `consent:${answer.id}` });
    });
    const [answer] = own.consentEvents;
    expect(answer?.participantId).toMatch(/^YP-/);
    expect(answer?.recordedBy).toBe(answer?.participantId);
    expect(own.audit.at(-1)?.by).toBe(answer?.participantId);
  });

  test("codes are counted in the order of ids, as wide as there are many, and one id has one", () => {
    const { adults, organisation, session } = redacted();
    const ids = aRecord().adults.map(({ id }) => id);
    const inOrder = ids.toSorted().map((id) => adults[ids.indexOf(id)]?.id);
    expect(inOrder).toEqual(["A-01", "A-02", "A-03", "A-04", "A-05"]);
    expect(session.plannedBy).toBe(organisation.staff[0]?.id);
    const many: Trait = (record) => {
      const [first] = record.adults;
      for (let more = 0; more < 95; more += 1) record.adults.push({ ...first!, id: `z-${more + 100}` });
    };
    expect(redacted(many).adults.at(-1)?.id).toBe("A-100");
    expect(redacted(many).adults.some(({ id }) => id === "A-001")).toBe(true);
  });

  test("participants keep their session codes, and two who had the same one are told apart", () => {
    const gone: Trait = (record) => {
      record.participants = record.participants.slice(1).map((one) => ({ ...one }));
      record.participants[0]!.code = "YP-01";
    };
    const record = redacted(gone);
    expect(record.participants.map(({ id }) => id)).toEqual(["YP-01", "YP-03", "YP-04", "YP-05"]);
    expect(record.signOffs[0]?.facts.participants.map(({ id }) => id)).toEqual([
      "YP-01-2",
      "YP-01",
      "YP-03",
      "YP-04",
      "YP-05",
    ]);
  });

  test("however many had the same session code, each has one alone, and nobody else has it by a like id", () => {
    const record = redacted(({ participants, adults, organisation }) => {
      participants.forEach((one, index) => Object.assign(one, { id: `other-${index}`, code: "YP-01" }));
      adults.push({ ...adults[0]!, id: "other-0" });
      organisation.staff.push({ id: "other-0", name: "Ode", adultId: "other-0" });
    });
    expect(record.participants.map(({ id }) => id)).toEqual([
      "YP-01",
      "YP-01-2",
      "YP-01-3",
      "YP-01-4",
      "YP-01-5",
    ]);
    expect(record.adults.at(-1)?.id).toMatch(/^A-/);
    expect(record.organisation.staff.at(-1)?.id).toMatch(/^S-/);
  });

  test.each([
    ["session:s", "session:s"],
    ["organisation:o", "organisation:o"],
    ["platform_mode:zoom-meeting", "platform_mode:zoom-meeting"],
    ["participant:bryony-cattermoss", "participant:YP-01"],
    ["participant:bryony-cattermoss:camera", "participant:YP-01:camera"],
    ["adult:wren-castellow+brogan-ashdune", "adult:A-05+A-01"],
    ["user:user-amina-farrow", "user:S-01"],
    ["sign_off:sign-off-1", "sign_off:sign-off-01"],
    ["person:nobody-of-this-record", "person:[withheld]"],
    ["Bryony Cattermoss", "[withheld]"],
  ])("in the trail %s is %s", (subject, code) => {
    const at = "2026-11-22T10:00:00Z";
    const written: Trait = (record) =>
      void (record.audit = [{ seq: 1, at, type: "x", by: null, subject, hash: "a" }]);
    const [entry] = redacted(written).audit;
    expect(entry?.by).toBeNull();
    expect(entry?.subject.replace(/^(person):P-\d+$/, "$1:[withheld]")).toBe(code);
  });

  test("changes are told where they are codes, and not where somebody wrote them", () => {
    const changes = ["participants.exposure.camera", "mended_otherwise", "Bryony left", "media!", ""];
    const event = { at: "2026-11-23T09:00:00Z", kind: "lapsed" as const, by: null, changes };
    expect(redacted(thenSignOff(event)).signOffs[0]?.events[0]).toMatchObject({
      by: null,
      changes: ["participants.exposure.camera", "mended_otherwise", "[withheld]", "[withheld]", "[withheld]"],
    });
  });

  test("a name that was confirmed is the one that is shown, or another that is not told", () => {
    const by = { by: "user-amina-farrow", recordedAt: "2026-11-22T10:00:00Z" };
    const confirmed = (displayName: string) =>
      redacted(withParticipant("bryony-cattermoss", { displayNameConfirmed: { ...by, displayName } }))
        .participants[0]?.displayNameConfirmed?.displayName;
    expect([confirmed("Bryony"), confirmed("Bee")]).toEqual(["YP-01", "[withheld]"]);
    const title = (text: string) =>
      redacted(withSession({ titleConfirmed: { ...by, title: text } })).session.titleConfirmed?.title;
    expect(title("Evening in December")).toBe("[withheld]");
    expect(title("Another evening")).not.toBe("[withheld]");
  });
});

describe("what is derived for a redacted record", () => {
  const derived = (...traits: Trait[]) => redactRecord(aRecord({}, ...traits)).derived;

  test("is the age on the session's local day, and none where no birth is held", () => {
    const ages = (...traits: Trait[]) => derived(...traits)?.ages[0];
    const birth = (text: string | null) => withParticipant("bryony-cattermoss", { birth: text });
    expect(ages(birth("2010-12-10"))).toEqual({ participantId: "YP-01", age: 16 });
    expect(ages(birth("2010-12-11"))).toEqual({ participantId: "YP-01", age: 15 });
    expect(ages(birth("2010-12-11"), withSession({ zone: "Asia/Tokyo" }))?.age).toBe(16);
    expect(ages(birth(null))).toEqual({ participantId: "YP-01", age: null });
  });

  test("is what the name guard finds, of whom, and that no surname is held", () => {
    const subject = "participant:YP-01";
    const found = (changes: Partial<Participant>, title = "An evening") =>
      derived(withParticipant("bryony-cattermoss", changes), withSession({ title }))?.nameFindings;
    expect(found({})).toEqual([]);
    expect(found({ surname: null })).toEqual([{ subject, code: "no_surname_held", blocks: false }]);
    expect(found({ displayName: null })).toEqual([]);
    expect(found({ displayName: "Cattermoss" })).toMatchObject([{ subject, blocks: true }]);
    expect(found({}, "With Bryony Cattermoss")).toMatchObject([
      { subject: `title:${subject}`, blocks: true },
    ]);
  });

  test("is what the invitation gives away, but for the organisation's own contacts", () => {
    const invited = (inviteText: string | null) => derived(withSession({ inviteText }))?.inviteFindings;
    expect(invited("Write to hello@lanternmoor.example")).toEqual([]);
    expect(invited(null)).toEqual([]);
    expect(invited("Write to odalys@home.example")).toHaveLength(1);
    const number: Trait = ({ organisation }) =>
      void organisation.contactRoutes.push({ id: "phone", kind: "phone", value: "01632 960147" });
    expect(derived(number, withSession({ inviteText: "Ring 01632 960147" }))?.inviteFindings).toEqual([]);
    expect(invited("Ring 01632 960147")).toHaveLength(1);
  });

  test("is which adults share an address, and not that two have none", () => {
    const same = (a: string | null, b: string | null) =>
      derived(withAdult("brogan-ashdune", { email: a }), withAdult("wren-castellow", { email: b }))
        ?.samePeople;
    expect(same("w@lanternmoor.example", " W@Lanternmoor.example")).toHaveLength(1);
    expect(same("w@lanternmoor.example", "b@lanternmoor.example")).toEqual([]);
    expect(same(null, null)).toEqual([]);
    expect(same("w@lanternmoor.example", null)).toEqual([]);
    expect([...(same("w@lanternmoor.example", "w@lanternmoor.example")?.[0] ?? [])].sort()).toEqual([
      "A-01",
      "A-05",
    ]);
  });
});

test("what Greenroom brings along about a platform is kept, and what the organisation typed is not", () => {
  const shipped = starterModes.map(({ key, ...mode }) => ({ ...mode, id: key, reviews: [] }));
  const typed = { ...shipped[0]!, service: "Our own server", note: null };
  const others = shipped.slice(1);
  const record = aRecord({}, (own) => void (own.platformModes = [typed, ...others]));
  const redacted = redactRecord(record).platformModes;
  expect(redacted[0]).toEqual({ ...typed, service: "[withheld]" });
  expect(redacted.slice(1)).toEqual(others);
});
