import { aCheck, anAdult } from "../../factories/adults";
import { AMINA } from "../../factories/lanternmoor";
import type { Trait } from "../../factories/record";
import { alsoAssigned, withAdult, withAssignment } from "../../factories/traits";
import type { Assignment } from "~/domain/record/session";
import type { Case } from "../amiss/case";
import { casesFrom } from "../amiss/case";
import type { Told } from "./told";

const one = casesFrom<Told[]>({});
const overnight = casesFrom<Told[]>({ startsAt: "2026-12-10T23:30:00Z", minutes: 60 });
const TAMSIN = "tamsin-quillbright";
const BROGAN = "brogan-ashdune";
const HERS = `adult_record:${TAMSIN}`;

function tamsinsCheck(changes: Parameters<typeof aCheck>[2], issuedOn = "2025-05-12"): Trait {
  return withAdult(TAMSIN, { vetting: [aCheck(TAMSIN, issuedOn, changes)] });
}

function trainedOn(completedOn: string): Trait {
  return (record) => {
    for (const adult of record.adults)
      if (adult.id === TAMSIN)
        for (const training of adult.training) Object.assign(training, { completedOn });
  };
}

function ofTamsin(finding: string, leadsTo: string, whose?: Told[2]): Told {
  return [`${finding} adult:${TAMSIN}`, leadsTo, ...(whose ? [whose] : [])] as Told;
}

function elsewhere(startsAt: string, endsAt: string): Trait {
  return withAdult(TAMSIN, {
    otherSessions: [{ sessionId: "lunch-club", startsAt, endsAt, recordedAt: "2026-11-20T11:00:00Z" }],
  });
}

const keptFromCounting: Case<Told[]>[] = [
  one("an observer stood down", withAdult(TAMSIN, { stoodDownAt: "2026-11-20T10:00:00Z" }), {
    R05: [ofTamsin("silent statement_missing", HERS)],
    R14: [ofTamsin("wrong stood_down", "adults", "organisation")],
  }),
  one("an observer of unstated age", withAdult(TAMSIN, { over18: null }), {
    R14: [ofTamsin("silent over_18_not_stated", HERS, "greenroom")],
  }),
  one(
    "an observer under 18",
    withAdult(TAMSIN, { over18: { by: AMINA, recordedAt: "2026-09-01T09:00:00Z", answer: false } }),
    { R14: [ofTamsin("wrong under_18", "adults", "greenroom")] },
  ),
  one("an observer never checked", withAdult(TAMSIN, { vetting: [] }), {
    R14: [ofTamsin("silent vetting_missing", HERS, "organisation")],
  }),
  one("an observer not cleared", tamsinsCheck({ clearedForRole: false }), {
    R14: [ofTamsin("wrong not_cleared", `${HERS} adults`, "organisation")],
  }),
  one("a check of which nobody recorded whom it is for work with", tamsinsCheck({ workforce: null }), {
    R14: [ofTamsin("silent workforce_missing", HERS, "organisation")],
  }),
  one("a check for work with adults only", tamsinsCheck({ workforce: "adult" }), {
    R14: [ofTamsin("wrong checked_for_adults_only", `${HERS} adults`, "organisation")],
  }),
  one("a check below the level of the role", tamsinsCheck({ level: "basic" }), {
    R14: [ofTamsin("wrong vetting_level_too_low", `${HERS} adults`, "organisation")],
  }),
  one("a re-check due the day before", tamsinsCheck({ recheckDue: "2026-12-09" }), {
    R14: [ofTamsin("wrong recheck_overdue", `${HERS} adults`, "organisation")],
  }),
  one("a re-check due on the day", tamsinsCheck({ recheckDue: "2026-12-10" }), {}),
  overnight(
    "a re-check due on the day before the session's last",
    tamsinsCheck({ recheckDue: "2026-12-10" }),
    {
      R14: [ofTamsin("wrong recheck_overdue", `${HERS} adults`, "organisation")],
    },
  ),
  overnight("a re-check due on the session's last day", tamsinsCheck({ recheckDue: "2026-12-11" }), {}),
  one("an observer never trained", withAdult(TAMSIN, { training: [] }), {
    R14: [ofTamsin("silent training_missing", HERS, "organisation")],
  }),
  one("training good until the day before", trainedOn("2024-12-10"), {
    R14: [ofTamsin("wrong training_overdue", `${HERS} adults`, "organisation")],
  }),
  one("training good until the day", trainedOn("2024-12-11"), {}),
  one("neither checked nor trained", withAdult(TAMSIN, { vetting: [], training: [] }), {
    R14: [
      ofTamsin("silent training_missing", HERS, "organisation"),
      ofTamsin("silent vetting_missing", HERS, "organisation"),
    ],
  }),
];

const inTwoPlaces: Case<Told[]>[] = [
  ["that ends when this one starts", "2026-12-10T16:00:00Z", "2026-12-10T17:00:00Z", false],
  ["that ends after this one starts", "2026-12-10T16:00:00Z", "2026-12-10T17:00:01Z", true],
  ["that starts before this one ends", "2026-12-10T17:39:59Z", "2026-12-10T18:00:00Z", true],
  ["that starts when this one ends", "2026-12-10T17:40:00Z", "2026-12-10T18:00:00Z", false],
].map(([what, from, to, overlaps]) =>
  one(
    `an observer in another session ${what as string}`,
    elsewhere(from as string, to as string),
    overlaps ? { R14: [ofTamsin("wrong double_booked", "adults details", "greenroom")] } : {},
  ),
);

type Device = NonNullable<Assignment["device"]>;

function tamsinsDevice(changes: Partial<Device>): Trait {
  const device: Device = {
    kind: "personal",
    authorisedBy: "Idris Marrowby",
    reason: "Hers reads aloud",
    recordedAt: "2026-11-02T10:00:00Z",
    ...changes,
  };
  return withAssignment(`${TAMSIN}-as-observer`, { device });
}

const HER_PART = `adults:${TAMSIN}-as-observer`;

const devices: Case<Told[]>[] = [
  one("no device named", withAssignment(`${TAMSIN}-as-observer`, { device: null }), {
    R03: [ofTamsin("silent device_missing", HER_PART)],
  }),
  one("a personal device that somebody authorised and why", tamsinsDevice({}), {
    R03: [ofTamsin("for_approver needs_acceptance", HER_PART)],
  }),
  one("a personal device that nobody authorised", tamsinsDevice({ authorisedBy: null }), {
    R03: [ofTamsin("wrong personal_device_not_authorised", `${HER_PART} ${HER_PART}`, "greenroom")],
  }),
  one("a personal device without why", tamsinsDevice({ reason: null }), {
    R03: [ofTamsin("wrong personal_device_not_authorised", `${HER_PART} ${HER_PART}`, "greenroom")],
  }),
  one(
    "an adult in two parts whose device nobody named",
    (record) => {
      alsoAssigned(anAdult("Lowell Harkstone"), "standby", { device: null })(record);
      alsoAssigned(anAdult("Lowell Harkstone"), "host", { device: null })(record);
    },
    { R03: [["silent device_missing adult:lowell-harkstone", "adults:lowell-harkstone-as-host"]] },
  ),
  one(
    "a guest whose device nobody named",
    alsoAssigned(anAdult("Lowell Harkstone"), "guest", { device: null }),
    {},
  ),
];

const ofThree = casesFrom<Told[]>({ policy: { minimumAdults: 3 } });

function oneTooFew(finding: string, leadsTo: string, whose: Told[2]): Record<string, Told[]> {
  return {
    R14: [[`${finding} adult:${BROGAN}`, leadsTo, whose] as Told],
    B02: [["wrong too_few_adults session", "adults"]],
  };
}

/** Brogan watches the messages, and is the third of three adults. */
const notCounted: Case<Told[]>[] = [
  ofThree(
    "the third adult is under 18",
    withAdult(BROGAN, { over18: { by: AMINA, recordedAt: "2026-09-01T09:00:00Z", answer: false } }),
    oneTooFew("wrong under_18", "adults", "greenroom"),
  ),
  ofThree(
    "the third adult was never checked",
    withAdult(BROGAN, { vetting: [] }),
    oneTooFew("silent vetting_missing", `adult_record:${BROGAN}`, "organisation"),
  ),
  ofThree(
    "the third adult was never trained",
    withAdult(BROGAN, { training: [] }),
    oneTooFew("silent training_missing", `adult_record:${BROGAN}`, "organisation"),
  ),
];

const nobody: Case<Told[]>[] = [
  one(
    "nobody but a guest",
    (record) => {
      alsoAssigned(anAdult("Lowell Harkstone"), "guest", { device: null })(record);
      record.session.assignments = record.session.assignments.filter(({ role }) => role === "guest");
    },
    {
      ...Object.fromEntries(
        ["R03", "R04", "R05", "R06"].map((id) => [id, [["silent no_adults session", "adults"]]]),
      ),
      R14: [["silent host_missing session", "adults", "greenroom"]],
      R21: [["silent support_contact_missing session", "adults"]],
      R23: [["silent reporter_missing session", "adults"]],
      B02: [["wrong too_few_adults session", "adults"]],
      B03: [["wrong ratio_too_low session", "adults"]],
      B11: [["silent lead_missing session", "adults"]],
      B12: [["advice moderator_missing session", "adults"]],
    },
  ),
];

/** What is on record of the adults, one thing at a time. */
export const adultsTold: Case<Told[]>[] = [
  ...keptFromCounting,
  ...inTwoPlaces,
  ...devices,
  ...notCounted,
  ...nobody,
];
