import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { evaluate } from "../readiness/evaluate";
import { scenarios } from "../../../tests/scenarios/all";
import { redactRecord } from "./redact";
import { sessionRecord, type Facts, type SessionRecord } from "./schema";

function moments(record: SessionRecord): Temporal.Instant[] {
  const start = Temporal.Instant.from(record.session.startsAt);
  const signed = record.signOffs.map(({ at }) => Temporal.Instant.from(at));
  const briefed = record.briefings.map(({ recordedAt }) => Temporal.Instant.from(recordedAt));
  return [
    Temporal.Instant.from("2026-11-23T10:00:00Z"),
    start.subtract({ seconds: 1 }),
    start.add({ minutes: 10 }),
    ...signed,
    ...briefed.slice(0, 1).map((at) => at.subtract({ seconds: 1 })),
  ];
}

function statuses(facts: Facts, at: Temporal.Instant) {
  const { ready, blockers, needsAcceptance, breaksOn, requirements } = evaluate(facts, at);
  return {
    ready,
    blockers,
    needsAcceptance,
    breaksOn: breaksOn?.toString() ?? null,
    requirements: requirements.map(({ id, status, findings }) => [id, status, findings.map((f) => f.code)]),
  };
}

/** Every text in a record that is a name, an address, a birth or somebody's own words, and ids that may spell one. */
function tellingTexts(facts: Facts): string[] {
  const { session } = facts;
  const told = [session.organiser?.saved, session.organiser?.reused];
  return [
    ...facts.organisation.staff.flatMap(({ id, name }) => [id, name]),
    ...facts.organisation.contactRoutes.map(({ value }) => value),
    ...facts.adults.flatMap(({ id, name, email }) => [id, name, email]),
    ...facts.participants.flatMap((p) => [p.id, p.personId, p.firstName, p.surname, p.displayName, p.birth]),
    ...facts.consentEvents.flatMap(({ giver }) => [giver.id, giver.name]),
    ...facts.briefings.flatMap(({ id, briefedBy, accessSupport }) => [id, briefedBy, accessSupport]),
    ...facts.statements.flatMap(({ id, note }) => [id, note]),
    ...facts.acceptances.map(({ reason }) => reason),
    ...session.assignments.flatMap(({ id, contact, device }) => [id, contact, device?.reason]),
    ...session.places.map(({ where }) => where),
    ...session.submissions.map(({ returned }) => returned?.comments),
    ...[session.media.recording, session.media.aiNotes].flatMap((k) => [k.reason, k.keptWhere, k.seenBy]),
    ...told.flatMap((fact) => [fact?.toldBy, fact?.where]),
    ...[session.audienceRestricted, session.saving].flatMap((answer) => [answer?.how, answer?.reason]),
    session.title,
    session.description,
    session.inviteText,
    session.topic?.text,
    session.topic?.adjustments,
    session.organiser?.name,
    session.organiser?.content?.outline,
    session.organiser?.content?.source,
    session.organiser?.suitability?.note,
    session.riskAssessment?.agreedBy,
    session.cancelled?.reason,
  ].filter((text): text is string => typeof text === "string" && text.length > 1);
}

/** Whether the text stands there as words of its own, so that "Jo" is not found in "join". */
function says(json: string, text: string): boolean {
  const escaped = JSON.stringify(text)
    .slice(1, -1)
    .replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, "u").test(json);
}

describe.each(Object.keys(scenarios))("%s", (name) => {
  const record = scenarios[name] as SessionRecord;

  test("redacted, is a session record", () => {
    const redacted = redactRecord(record);
    expect(sessionRecord.parse(redacted)).toEqual(redacted);
  });

  test("redacted, gives the same statuses at every moment, and as signed", () => {
    const redacted = redactRecord(record);
    for (const at of moments(record)) expect(statuses(redacted, at)).toEqual(statuses(record, at));
    for (const [index, { at, facts }] of record.signOffs.entries()) {
      const signed = redacted.signOffs[index]?.facts;
      if (!signed) throw new Error("a sign-off was lost");
      expect(statuses(signed, Temporal.Instant.from(at))).toEqual(statuses(facts, Temporal.Instant.from(at)));
    }
  });

  test("redacted, says nobody's name and nobody's words", () => {
    const json = JSON.stringify(redactRecord(record)).toLowerCase();
    const all = [record, ...record.signOffs.map(({ facts }) => facts)].flatMap(tellingTexts);
    expect(all.filter((text) => says(json, text.toLowerCase()))).toEqual([]);
  });

  test("redacted twice, is the same as redacted once", () => {
    const redacted = redactRecord(record);
    expect(redactRecord(redacted)).toBe(redacted);
  });
});

/** Texts that Greenroom writes and nobody types, or that a redacted record is meant to keep. */
const keptTexts = [
  /(^|\.)organisation\.(name|emailDomains)/,
  /(^|\.)(rules|digest|hash|language|reference|zone|type|code|requirement|changes)$/,
  /^audit\.\d+\.subject$/,
];

type Place = { path: string; put: (text: string) => void };

/** Every text in a record, one of each kind, with a way to put another there. */
function textPlaces(node: unknown, path = "", found = new Map<string, Place>()): Map<string, Place> {
  for (const [key, value] of Object.entries(node as object)) {
    const at = path ? `${path}.${key}` : key;
    const kind = at.replaceAll(/\d+/g, "*");
    if (typeof value === "object" && value !== null) textPlaces(value, at, found);
    else if (typeof value === "string" && !found.has(kind))
      found.set(kind, { path: at, put: (text) => Object.assign(node as object, { [key]: text }) });
  }
  return found;
}

/** A record in which everything that somebody can type is typed. */
function talkative(): SessionRecord {
  const record = structuredClone(scenarios["s08"]!);
  const [mode] = record.platformModes;
  Object.assign(mode!, { reportRoute: "Flag", note: "Worth knowing" });
  mode!.sources = [{ address: "example.org/rules", readOn: null }];
  const law = { id: "law-1", under: 16, kinds: [], barsWatchingInRoom: false, validFrom: "2027-01-01" };
  record.policy.legalAges = [{ ...law, validTo: null, source: "The act" }];
  record.session.riskAssessment = {
    completedOn: "2026-11-01",
    agreedBy: "Idris",
    recordedAt: "2026-11-01T10:00:00Z",
  };
  return record;
}

describe("redacted, tells nothing that was typed", () => {
  const canary = "Ring Odalys on 07700 900123";
  const typable = [...textPlaces(talkative()).keys()].filter((kind) => {
    const record = talkative();
    const place = textPlaces(record).get(kind)!;
    place.put(canary);
    return !keptTexts.some((kept) => kept.test(place.path)) && sessionRecord.safeParse(record).success;
  });

  test("there are many such places", () => expect(typable.length).toBeGreaterThan(40));

  test.each(typable)("%s", (kind) => {
    const record = talkative();
    textPlaces(record).get(kind)!.put(canary);
    expect(JSON.stringify(redactRecord(record)).includes("07700")).toBe(false);
  });
});

describe("redacted, the same statuses before and after", () => {
  const later = "2026-11-24T10:00:00Z";
  const by = { by: "user-amina-farrow", recordedAt: later };
  const odalys = (record: SessionRecord) => record.adults.find(({ id }) => id === "odalys-fennimore")!;
  const changes: Record<string, (record: SessionRecord) => void> = {
    "no surname is held, and that is stated later": (record) => {
      Object.assign(record.participants[0]!, { surname: null, noSurname: by });
    },
    "the title names somebody in full who is added later": (record) => {
      Object.assign(record.participants[0]!, { firstName: "Ada", surname: "Birdwhistle", addedAt: later });
      record.session.title = "Ada Birdwhistle live";
    },
    "the title holds a surname, and is confirmed later": (record) => {
      Object.assign(record.participants[0]!, { surname: "Young" });
      record.session.title = "Young Voices";
      record.session.titleConfirmed = { ...by, title: "Young Voices" };
    },
    "another title was confirmed": (record) => {
      Object.assign(record.participants[0]!, { surname: "Young" });
      record.session.title = "Young Voices";
      record.session.titleConfirmed = { ...by, title: "Young Ones" };
    },
    "the invitation gives a private number": (record) => {
      record.session.inviteText = "Ring 07700 900123";
    },
    "two adults share an address and are told apart later": (record) => {
      record.adults[1]!.email = odalys(record).email;
      record.adults[1]!.differsFrom = [{ ...by, adultId: odalys(record).id }];
    },
    "a personal device is accepted": (record) => {
      const host = record.session.assignments.find(({ role }) => role === "host")!;
      host.device = {
        kind: "personal",
        authorisedBy: "Idris Marrowby",
        reason: "Broken",
        recordedAt: host.addedAt,
      };
      const r03 = evaluate(record, Temporal.Instant.from(later)).requirements.find(({ id }) => id === "R03");
      record.acceptances.push({
        id: "accepted",
        signOffId: "sign-off-1",
        requirement: "R03",
        code: "needs_acceptance",
        subject: r03?.findings[0]?.subject ?? "",
        reason: "Agreed",
        by: "user-idris-marrowby",
        at: later,
        until: null,
        endedAt: null,
      });
    },
    "two statements of one moment differ, so that the ids decide": (record) => {
      const stated = record.statements.find(({ kind }) => kind === "identity_hidden")!;
      record.statements.push({ ...stated, id: `${stated.id}-0`, answer: "no" });
      record.statements.unshift({ ...stated, id: `0-${stated.id}`, answer: "no" });
    },
  };

  test.each(Object.keys(changes))("%s", (what) => {
    const record = structuredClone(scenarios["s08"]!);
    changes[what]?.(record);
    const redacted = redactRecord(record);
    const before = Temporal.Instant.from(later).subtract({ seconds: 1 });
    for (const at of [before, Temporal.Instant.from(later)])
      expect(statuses(redacted, at)).toEqual(statuses(record, at));
    const untouched = scenarios["s08"]!;
    const moved = [before, Temporal.Instant.from(later)].map((at) => statuses(record, at));
    expect(moved).not.toEqual([before, Temporal.Instant.from(later)].map((at) => statuses(untouched, at)));
  });
});
