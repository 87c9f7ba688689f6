import { aCheck, anAdult } from "../../factories/adults";
import { alsoAssigned, withAdult, withAssignment, without, withSession } from "../../factories/traits";
import type { Trait } from "../../factories/record";
import type { Case } from "./case";
import { casesFrom } from "./case";

const one = casesFrom({});
const ofTwo = casesFrom(
  { policy: { minimumObservers: 2 } },
  alsoAssigned(anAdult("Lowell Harkstone"), "observer"),
);
const TAMSIN = "tamsin-quillbright";

function tamsinsCheck(changes: Parameters<typeof aCheck>[2]): Trait {
  return withAdult(TAMSIN, { vetting: [aCheck(TAMSIN, "2025-05-12", changes)] });
}

function tamsinNeverStated(kind: string): Trait {
  return (record) => {
    record.statements = record.statements.filter((said) => said.about.id !== TAMSIN || said.kind !== kind);
  };
}

/** What is on record of the adults, one thing at a time. */
export const adultsAmiss: Case[] = [
  one("no observer", without(TAMSIN), { R14: "not_answered" }),
  one("an observer of unstated age", withAdult(TAMSIN, { over18: null }), { R14: "not_answered" }),
  one("an observer never checked", withAdult(TAMSIN, { vetting: [] }), { R14: "not_answered" }),
  one("an observer not cleared for the role", tamsinsCheck({ clearedForRole: false }), { R14: "not_met" }),
  one("a check below the level of the role", tamsinsCheck({ level: "standard" }), { R14: "not_met" }),
  one("a check for work with adults only", tamsinsCheck({ workforce: "adult" }), { R14: "not_met" }),
  one("a check of which nobody knows whom it is for work with", tamsinsCheck({ workforce: null }), {
    R14: "not_answered",
  }),
  one("a check for work with children and adults", tamsinsCheck({ workforce: "both" }), {}),
  one("a check that names nobody to work with", tamsinsCheck({ workforce: "not_named" }), {}),
  one(
    "a newer check for work with adults beside one for work with children",
    withAdult(TAMSIN, {
      vetting: [aCheck(TAMSIN, "2025-05-12"), aCheck(TAMSIN, "2026-10-12", { workforce: "adult" })],
    }),
    {},
  ),
  one(
    "an older check for work with children that has run out, beside one for adults",
    withAdult(TAMSIN, {
      vetting: [aCheck(TAMSIN, "2023-05-12"), aCheck(TAMSIN, "2026-10-12", { workforce: "adult" })],
    }),
    { R14: "not_met" },
  ),
  one("a check above the level of the role", tamsinsCheck({ level: "enhanced_barred" }), {}),
  one("a re-check set by hand for the day before", tamsinsCheck({ recheckDue: "2026-12-09" }), {
    R14: "not_met",
  }),
  one("a re-check set by hand for the day", tamsinsCheck({ recheckDue: "2026-12-10" }), {}),
  one(
    "a check that reached the record only afterwards",
    tamsinsCheck({ recordedAt: "2026-11-23T10:00:01Z" }),
    { R14: "not_answered" },
  ),
  one("an observer never trained", withAdult(TAMSIN, { training: [] }), { R14: "not_answered" }),
  one(
    "a support contact who is under 18",
    withAdult("wren-castellow", {
      over18: { by: "user-amina-farrow", recordedAt: "2026-09-01T09:00:00Z", answer: false },
    }),
    { R14: "not_met" },
  ),
  one(
    "an observer of another session recorded only afterwards",
    withAdult(TAMSIN, {
      otherSessions: [
        {
          sessionId: "lunch-club",
          startsAt: "2026-12-10T17:00:00Z",
          endsAt: "2026-12-10T17:40:00Z",
          recordedAt: "2026-11-23T11:00:00Z",
        },
      ],
    }),
    {},
  ),
  one("no device named", withAssignment("tamsin-quillbright-as-observer", { device: null }), {
    R03: "not_answered",
  }),
  one("accounts not stated to be private", tamsinNeverStated("personal_accounts_private"), {
    R04: "not_answered",
  }),
  one("professional use not stated", tamsinNeverStated("no_personal_relationships"), { R05: "not_answered" }),
  one("private use not stated", tamsinNeverStated("private_use"), { R06: "not_answered" }),
  one(
    "a support contact without a way to reach them",
    withAssignment("wren-castellow-as-support-contact", {
      contact: null,
    }),
    { R21: "not_answered" },
  ),
  one(
    "a support contact who has not accepted",
    withAssignment("wren-castellow-as-support-contact", {
      confirmed: null,
    }),
    { R21: "not_answered" },
  ),
  one("a session moved since everybody confirmed", withSession({ timesSince: "2026-11-20T10:00:00Z" }), {
    R14: "not_answered",
    R21: "not_answered",
    B11: "not_answered",
  }),
  one(
    "a session moved and all who watch, support and lead confirmed since",
    (record) => {
      withSession({ timesSince: "2026-11-20T10:00:00Z" })(record);
      for (const part of record.session.assignments)
        if (["observer", "support_contact", "dsl_on_call"].includes(part.role) && part.confirmed)
          part.confirmed.recordedAt = "2026-11-20T10:00:00Z";
    },
    {},
  ),
  one("a session moved only afterwards", withSession({ timesSince: "2026-11-23T10:00:01Z" }), {}),
  one(
    "a safeguarding lead who can be reached only until half-way",
    withAssignment("petra-hollowell-as-dsl-on-call", {
      reachableTo: "2026-12-10T17:20:00Z",
    }),
    { B11: "not_met" },
  ),
  one(
    "an observer who is not there throughout",
    withAssignment("tamsin-quillbright-as-observer", { present: false }),
    {
      R14: "not_met",
    },
  ),
  one(
    "a newer check that did not clear the observer",
    withAdult(TAMSIN, {
      vetting: [
        aCheck(TAMSIN, "2025-05-12"),
        aCheck(TAMSIN, "2026-10-12", { clearedForRole: false, clearedOn: null }),
      ],
    }),
    { R14: "not_met" },
  ),
  one(
    "a newer check below the level beside one of the level",
    withAdult(TAMSIN, {
      vetting: [aCheck(TAMSIN, "2025-05-12"), aCheck(TAMSIN, "2026-10-12", { level: "basic" })],
    }),
    {},
  ),
  one(
    "training that is still to come",
    withAdult(TAMSIN, {
      training: [
        {
          id: "training-to-come",
          title: "Safeguarding",
          completedOn: "2026-12-01",
          recordedAt: "2026-11-20T09:00:00Z",
        },
      ],
    }),
    { R14: "not_answered" },
  ),
  ofTwo(
    "one observer with two parts where two are asked for",
    (record) => {
      record.session.assignments = record.session.assignments.map((part) =>
        part.adultId === "lowell-harkstone" ? { ...part, adultId: TAMSIN } : part,
      );
    },
    { R14: "not_answered" },
  ),
  one(
    "somebody new who reports and has not said that they know how",
    (record) => {
      alsoAssigned(anAdult("Lowell Harkstone"), "standby", { addedAt: "2026-11-22T10:00:00Z" })(record);
      record.session.reportingAdultId = "lowell-harkstone";
    },
    { R23: "not_answered" },
  ),
  one(
    "a support contact who can be reached only until half-way",
    withAssignment("wren-castellow-as-support-contact", { reachableTo: "2026-12-10T17:20:00Z" }),
    { R21: "not_met" },
  ),
  one("a standby besides", alsoAssigned(anAdult("Lowell Harkstone"), "standby"), {}),
];
