import type { SessionRecord } from "~/domain/record/schema";
import { AMINA, IDRIS, WREN } from "./lanternmoor";
import { aRecord } from "./record";
import { signedOff, thenSignOff } from "./sign-off";
import { thenAnswered, withMedia, withSession } from "./traits";

const at = "2026-11-20T10:00:00Z";
const by = { by: AMINA, recordedAt: at };
const told = {
  ...by,
  answer: "yes" as const,
  toldBy: "Somebody else",
  toldOn: "2026-11-19",
  where: "Their archive",
  until: "2027-06-01",
};
const kept = { reason: "Feedback", keptWhere: "Staff drive", seenBy: "Odalys", deleteBy: "2027-01-11" };

/**
 * A record in which nothing is left open: wherever the format allows an answer there is one, and each list holds
 * something. Nobody would plan such a session; it is for asking what becomes of each single field.
 */
export function aFullRecord(): SessionRecord {
  return aRecord(
    {
      recording: kept,
      aiNotes: kept,
      topic: { text: "Grief", flags: ["violence", "bereavement"], adjustments: "Anyone may leave" },
      audienceRestricted: { answer: "no", how: "A list", reason: "For families" },
      saving: { answer: "no", how: "First names only", reason: "Seldom" },
    },
    withMedia({
      images: true,
      imagesUse: { purpose: "Our web page", until: "2027-01-11" },
      replay: true,
      replayUse: { where: "The town hall", until: "2027-01-11" },
    }),
    answeredSession,
    answeredOrganisation,
    answeredPeople,
    signedOff("2026-11-22T10:00:00Z", [{ requirement: "R28", subject: "session", reason: "Meant so" }]),
    thenSignOff({ at: "2026-11-22T11:00:00Z", kind: "suspended", by: AMINA, changes: ["consent"] }),
    (record) => {
      const [sent] = record.session.submissions;
      const [accepted] = record.acceptances;
      if (sent) sent.returned = { at, by: IDRIS, comments: "Please look again" };
      if (accepted)
        Object.assign(accepted, { until: "2026-12-01T10:00:00Z", endedAt: "2026-11-22T11:00:00Z" });
      record.audit = [{ seq: 1, at, type: "session.created", by: AMINA, subject: "session:s", hash: "a" }];
    },
  );
}

const answeredSession = withSession({
  description: "Bring a mug",
  timesSince: "2026-11-03T10:00:00Z",
  titleConfirmed: { ...by, title: "Evening in December" },
  accessibility: {
    features: ["transcript", "captions"],
    arrangements: [
      { need: "phone_in", arrangement: "A number to dial" },
      { need: "breaks", arrangement: "Half-way" },
    ],
  },
  organiser: {
    name: "Brackenfold Festival",
    dataUse: "First names, to greet them",
    content: { ...by, outline: "Poems", source: "Their producer", obtainedOn: "2026-11-18" },
    suitability: { ...by, suitable: true, ageGuidance: 13, note: "With a content note" },
    saved: told,
    reused: told,
  },
  audienceNotice: {
    ...by,
    points: ["live"],
    version: 1,
    where: "Under the stream",
    placedAt: at,
    contact: "The host",
  },
  cancelled: { at, by: AMINA, reason: "Snow" },
  recordedLate: { at, by: AMINA, reason: "Forgotten" },
});

function answeredOrganisation(record: SessionRecord): void {
  for (const account of record.organisation.approvedAccounts) account.validTo = "2027-12-31";
  record.policy.legalAges = [
    {
      id: "law-1",
      under: 16,
      kinds: ["social"],
      barsWatchingInRoom: false,
      validFrom: "2027-01-01",
      validTo: "2030-01-01",
      source: "The Act",
    },
  ];
  record.policy.wordingChanges = [
    { scope: "images", wordingId: "wording-1", version: 2, digest: "00", from: at, endsEarlier: true },
  ];
  for (const staff of record.organisation.staff) staff.adultId ??= "brogan-ashdune";
  for (const mode of record.platformModes) {
    Object.assign(mode, { reportRoute: "Flag", note: "Worth knowing" });
    mode.sources = [{ address: "example.org/rules", readOn: "2026-11-01" }];
    for (const limit of mode.ageLimits)
      Object.assign(limit, { validFrom: "2020-01-01", validTo: "2030-01-01", sourceDate: "2020-01-01" });
    for (const review of mode.reviews) review.dueBefore = "2027-03-01";
  }
  for (const chosen of record.session.platforms)
    for (const setting of Object.values(chosen.settings)) setting.note = "By design";
}

function answeredPeople(record: SessionRecord): void {
  for (const adult of record.adults) {
    adult.over18 ??= { ...by, answer: true };
    adult.stoodDownAt = at;
    adult.differsFrom = [{ ...by, adultId: "wren-castellow" }];
    adult.otherSessions = [
      {
        sessionId: "another",
        startsAt: "2026-12-24T10:00:00Z",
        endsAt: "2026-12-24T11:00:00Z",
        recordedAt: at,
      },
    ];
    for (const check of adult.vetting)
      Object.assign(check, {
        workforce: "child",
        recheckDue: "2028-01-01",
        lastStatusCheckOn: "2026-10-01",
        clearedOn: "2026-01-01",
      });
  }
  for (const assignment of record.session.assignments) {
    Object.assign(assignment, { contact: "At the door", reachableFrom: at, reachableTo: at });
    Object.assign(assignment.device ?? {}, { authorisedBy: "Idris Marrowby", reason: "Broken" });
  }
  for (const participant of record.participants) {
    participant.noSurname = by;
    participant.displayNameConfirmed = { ...by, displayName: participant.displayName ?? participant.code };
    participant.notCaptured = by;
    participant.needs = ["captions", "breaks"];
  }
  for (const briefing of record.briefings) briefing.accessSupport = "Read out slowly";
  for (const stated of record.statements)
    Object.assign(stated, {
      note: "Talked through",
      scopes: ["camera"],
      giverId: "giver",
      proposedBy: WREN,
      until: "2026-12-09T10:00:00Z",
    });
  thenAnswered({ participantId: "bryony-cattermoss", scope: "camera", answer: "no", at })(record);
  const corrected = record.consentEvents[0];
  for (const event of record.consentEvents)
    Object.assign(event, {
      giver: { ...event.giver, name: "Marian Cattermoss" },
      validUntil: "2027-01-31",
      organisations: ["Brackenfold Festival"],
      told: "a digest of what was told",
      confirmedBy: { by: WREN, at },
      corrects: corrected?.id ?? null,
    });
}
