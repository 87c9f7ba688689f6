import { Temporal } from "temporal-polyfill";
import type { Facts, SessionRecord } from "../schema";
import { knownRuleSets } from "../rule-sets";
import { pathOf, type ReadProblem } from "./schema-problems";

type Path = readonly PropertyKey[];
type Note = (path: Path, message: string) => void;

const longestHours = 24;

/** What is well-formed and still makes no sense: ids twice, references to nothing, times out of order. */
export function senseProblems(record: SessionRecord): ReadProblem[] {
  const problems: ReadProblem[] = [];
  const noteUnder =
    (base: Path): Note =>
    (path, message) =>
      void problems.push({ path: pathOf([...base, ...path]), message });

  factsProblems(record, noteUnder([]));
  const note = noteUnder([]);
  unique(note, ["signOffs"], record.signOffs, ({ id }) => id);
  unique(note, ["audit"], record.audit, ({ seq }) => String(seq), "seq");
  const staff = new Set(record.organisation.staff.map(({ id }) => id));
  record.signOffs.forEach((signOff, index) => {
    rulesProblems(note, ["signOffs", index, "rules"], signOff.rules);
    refers(note, ["signOffs", index, "by"], signOff.by, staff, "a member of staff");
    factsProblems(signOff.facts, noteUnder(["signOffs", index, "facts"]));
    if ((signOff.facts.derived === null) !== (record.derived === null))
      note(["signOffs", index, "facts", "derived"], "is redacted although the record is not, or the reverse");
  });
  const signOffs = new Set(record.signOffs.map(({ id }) => id));
  record.acceptances.forEach(({ signOffId }, index) =>
    refers(note, ["acceptances", index, "signOffId"], signOffId, signOffs, "a sign-off"),
  );
  return problems;
}

function factsProblems(facts: Facts, note: Note): void {
  rulesProblems(note, ["rules"], facts.rules);
  timeProblems(facts, note);
  idProblems(facts, note);
  referenceProblems(facts, note);
  facts.participants.forEach(({ birth }, index) => {
    try {
      if (birth?.length === 10) Temporal.PlainDate.from(birth);
    } catch {
      note(["participants", index, "birth"], "is not a day that exists");
    }
  });
}

/** Judged by other rules than it was made under, a record would silently say something else. */
function rulesProblems(note: Note, path: Path, rules: string): void {
  if (!knownRuleSets.includes(rules))
    note(path, `is the rule set ${JSON.stringify(rules)}; this Greenroom knows ${knownRuleSets.join(", ")}`);
}

function timeProblems({ session }: Facts, note: Note): void {
  const start = Temporal.Instant.from(session.startsAt);
  const hours = start.until(Temporal.Instant.from(session.endsAt)).total("hours");
  if (hours <= 0) note(["session", "endsAt"], "is not after the start");
  if (hours > longestHours) note(["session", "endsAt"], `is more than ${longestHours} hours after the start`);
  try {
    start.toZonedDateTimeISO(session.zone);
  } catch {
    note(["session", "zone"], "is not a time zone that is known, as in Europe/London");
  }
}

function idProblems(facts: Facts, note: Note): void {
  const { session, organisation } = facts;
  const lists: [Path, { id: string }[]][] = [
    [["organisation", "staff"], organisation.staff],
    [["organisation", "approvedAccounts"], organisation.approvedAccounts],
    [["organisation", "contactRoutes"], organisation.contactRoutes],
    [["policy", "legalAges"], facts.policy.legalAges],
    [["platformModes"], facts.platformModes],
    [["adults"], facts.adults],
    [["session", "places"], session.places],
    [["session", "assignments"], session.assignments],
    [["session", "submissions"], session.submissions],
    [["participants"], facts.participants],
    [["consentEvents"], facts.consentEvents],
    [["briefings"], facts.briefings],
    [["statements"], facts.statements],
    [["acceptances"], facts.acceptances],
    ...facts.adults.flatMap((adult, index): [Path, { id: string }[]][] => [
      [["adults", index, "vetting"], adult.vetting],
      [["adults", index, "training"], adult.training],
    ]),
  ];
  for (const [path, list] of lists) unique(note, path, list, ({ id }) => id);
  unique(note, ["participants"], facts.participants, ({ code }) => code, "code");
  unique(note, ["consentEvents"], facts.consentEvents, ({ seq }) => String(seq), "seq");
  unique(note, ["session", "platforms"], session.platforms, ({ modeId }) => modeId, "modeId");
}

/** References that a rule would pass over in silence, so that an adult, a platform or a lead would go unchecked. */
function referenceProblems(facts: Facts, note: Note): void {
  const { session } = facts;
  const adults = new Set(facts.adults.map(({ id }) => id));
  const modes = new Set(facts.platformModes.map(({ id }) => id));
  const staff = new Set(facts.organisation.staff.map(({ id }) => id));
  session.assignments.forEach(({ adultId }, index) =>
    refers(note, ["session", "assignments", index, "adultId"], adultId, adults, "an adult"),
  );
  if (session.reportingAdultId !== null)
    refers(note, ["session", "reportingAdultId"], session.reportingAdultId, adults, "an adult");
  session.platforms.forEach(({ modeId }, index) =>
    refers(note, ["session", "platforms", index, "modeId"], modeId, modes, "a platform mode"),
  );
  refers(note, ["session", "plannedBy"], session.plannedBy, staff, "a member of staff");
  facts.statements.forEach(({ by }, index) =>
    refers(note, ["statements", index, "by"], by, staff, "a member of staff"),
  );
}

function unique<T>(note: Note, path: Path, list: T[], keyOf: (item: T) => string, key = "id"): void {
  const seen = new Set<string>();
  list.forEach((item, index) => {
    const value = keyOf(item);
    if (seen.has(value)) note([...path, index, key], `stands there twice: ${value}`);
    seen.add(value);
  });
}

function refers(note: Note, path: Path, id: string, known: Set<string>, what: string): void {
  if (!known.has(id)) note(path, `should be ${what} of this record; there is none with the id ${id}`);
}
