import type { SessionRecord } from "~/domain/record/schema";
import { anAdult, lanternmoorAdults } from "../../factories/adults";
import { IDRIS } from "../../factories/lanternmoor";
import type { Trait } from "../../factories/record";
import { aRecord } from "../../factories/record";
import { alsoAssigned, find, withAdult, withAssignment, without, withSession } from "../../factories/traits";
import { aYoungPerson, sixteenToSeventeen, UNSEEN } from "../../factories/young-people";

const guest = anAdult("Perpetua Winslade", { vetting: [], training: [], over18: null });

function tamsinElsewhere(startsAt: string, endsAt: string): Trait {
  return withAdult("tamsin-quillbright", {
    otherSessions: [{ sessionId: "lunch-club", startsAt, endsAt, recordedAt: "2026-11-10T09:00:00Z" }],
  });
}

/** 7 aged 12 (7/8) and 9 aged 14 (9/10) make 1.775: two adults. */
const sixteenInTheRoom = [
  ...Array.from({ length: 7 }, (_, index) => ["Twelve", index, "2014-06-01"] as const),
  ...Array.from({ length: 9 }, (_, index) => ["Fourteen", index, "2012-06-01"] as const),
].map(([age, index, birth]) =>
  aYoungPerson(`${age}${"ABCDEFGHI"[index]}`, "Wetherby", birth, {
    displayName: `Seat ${age.charAt(0)}${"ABCDEFGHI"[index]}`,
    route: "in_room",
    exposure: UNSEEN,
  }),
);

const brogan = find(lanternmoorAdults(), "brogan-ashdune");
const odalys = find(lanternmoorAdults(), "odalys-fennimore");

/** Domain edge cases that turn on the adults. */
export const edgesOfAdults: Record<string, SessionRecord> = {
  "edge-observer-seventeen": aRecord(
    {},
    withAdult("tamsin-quillbright", {
      over18: { by: IDRIS, recordedAt: "2026-09-01T09:00:00Z", answer: false },
    }),
  ),
  "edge-observer-double-booked": aRecord({}, tamsinElsewhere("2026-12-10T17:30:00Z", "2026-12-10T18:30:00Z")),
  "edge-observer-back-to-back": aRecord({}, tamsinElsewhere("2026-12-10T17:40:00Z", "2026-12-10T18:30:00Z")),
  "edge-observer-unconfirmed": aRecord(
    {},
    withAssignment("tamsin-quillbright-as-observer", { confirmed: null }),
  ),
  "edge-observer-stood-down": aRecord(
    {},
    withAdult("tamsin-quillbright", { stoodDownAt: "2026-11-22T09:00:00Z" }),
  ),
  "edge-training-overdue": aRecord(
    {},
    withAdult("brogan-ashdune", {
      training: [
        {
          id: "training-brogan-ashdune",
          title: "Safeguarding young people online",
          completedOn: "2024-12-10",
          recordedAt: "2024-12-11T09:00:00Z",
        },
      ],
    }),
  ),
  "edge-guest-speaker": aRecord(
    {
      policy: { minimumAdults: 3, ratios: [{ fromAge: 13, toAge: 17, childrenPerAdult: 2 }] },
    },
    without("brogan-ashdune"),
    withSession({ reportingAdultId: "tamsin-quillbright" }),
    alsoAssigned(guest, "guest"),
  ),
  "edge-guest-speaker-besides": aRecord({}, alsoAssigned(guest, "guest")),
  "edge-ratio-example": aRecord(
    { participants: sixteenInTheRoom },
    without("brogan-ashdune"),
    withSession({ reportingAdultId: "tamsin-quillbright" }),
  ),
  "edge-host-moderates": aRecord(
    {},
    without("brogan-ashdune"),
    withSession({ reportingAdultId: "tamsin-quillbright" }),
    alsoAssigned(odalys, "moderator"),
  ),
  "edge-one-participant": aRecord({ participants: sixteenToSeventeen(1) }),
  "edge-lead-not-on-call": aRecord({}, without("petra-hollowell")),
  "edge-lead-hosts": aRecord(
    {},
    without("petra-hollowell"),
    alsoAssigned(odalys, "dsl_on_call", {
      present: false,
      contact: "01632 960142",
      reachableFrom: "2026-12-10T16:30:00Z",
      reachableTo: "2026-12-10T18:40:00Z",
    }),
  ),
  "edge-no-support-contact": aRecord({}, without("wren-castellow")),
  "edge-personal-device": aRecord(
    {},
    withAssignment("tamsin-quillbright-as-observer", {
      device: {
        kind: "personal",
        authorisedBy: "Idris Marrowby",
        reason: "Her work telephone is being repaired",
        recordedAt: "2026-11-19T11:00:00Z",
      },
    }),
  ),
  "edge-personal-device-unauthorised": aRecord(
    {},
    withAssignment("tamsin-quillbright-as-observer", {
      device: { kind: "personal", authorisedBy: null, reason: null, recordedAt: "2026-11-19T11:00:00Z" },
    }),
  ),
  "edge-approver-is-planner": aRecord({}, withSession({ plannedBy: IDRIS })),
  "edge-adult-statements-lapsed": aRecord({}, (record) => {
    record.statements = record.statements.map((one) =>
      one.about.id === brogan.id
        ? { ...one, statedOn: "2025-12-10", recordedAt: "2025-12-10T10:00:00Z" }
        : one,
    );
  }),
};
