import type { SessionRecord } from "~/domain/record/schema";
import type { Plan } from "../../factories/plan";
import { aRecord } from "../../factories/record";
import { withMedia, withParticipant } from "../../factories/traits";
import { aYoungPerson, sixteenToSeventeen, UNSEEN } from "../../factories/young-people";

const since = "2026-11-02T10:00:00Z";
const kept = {
  reason: "The band's own feedback",
  keptWhere: "Staff drive",
  seenBy: "Odalys Fennimore and Brogan Ashdune",
  deleteBy: "2027-01-11",
};
const OFF = { on: false, since, reason: null, keptWhere: null, seenBy: null, deleteBy: null };

const bandNight: Partial<Plan> = {
  id: "band-night-stream",
  title: "Band night stream",
  startsAt: "2026-12-12T15:00:00Z",
  recording: kept,
  participants: [
    aYoungPerson("Jory", "Penhallick", "2009-07-16", { own: { recording_kept: "no" } }),
    ...sixteenToSeventeen(7),
  ],
};

/** S3: yes to taking part, no to being recorded, and the session is recorded. */
export const s03: Record<string, SessionRecord> = {
  s03: aRecord(bandNight),
  "s03-twin-ai-notes": aRecord(
    bandNight,
    withMedia({ recording: OFF, aiNotes: { on: true, since, ...kept } }),
  ),
  "s03-variant-recording-off": aRecord(bandNight, withMedia({ recording: OFF })),
  "s03-variant-not-captured": aRecord(
    bandNight,
    withParticipant("jory-penhallick", {
      exposure: UNSEEN,
      notCaptured: { by: "user-odalys-fennimore", recordedAt: "2026-11-22T14:00:00Z" },
    }),
  ),
  "s03-variant-unseen-only": aRecord(bandNight, withParticipant("jory-penhallick", { exposure: UNSEEN })),
  "s03-variant-no-retention": aRecord(
    { ...bandNight, participants: sixteenToSeventeen(7) },
    withMedia({ recording: { on: true, since, ...kept, reason: null, seenBy: null } }),
  ),
};
