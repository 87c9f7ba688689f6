import type { SessionRecord } from "~/domain/record/schema";
import { AMINA, WREN } from "../../factories/lanternmoor";
import type { Plan } from "../../factories/plan";
import type { Trait } from "../../factories/record";
import { aRecord } from "../../factories/record";
import { signedOff, thenSignOff } from "../../factories/sign-off";
import { thenAnswered, withMedia, withParticipant } from "../../factories/traits";
import { aYoungPerson, sixteenToSeventeen } from "../../factories/young-people";

const newYear: Partial<Plan> = {
  id: "new-year-plans",
  title: "New Year plans",
  startsAt: "2026-12-03T17:00:00Z",
  recording: {
    reason: "Shown to the young people who could not come",
    keptWhere: "Staff drive",
    seenBy: "Odalys Fennimore and Wren Castellow",
    deleteBy: "2027-01-04",
  },
  participants: [aYoungPerson("Caspian", "Thorley", "2009-05-08"), ...sixteenToSeventeen(4)],
};

function caspianWithdraws(at: string): Trait[] {
  return (["camera", "recording_kept"] as const).map((scope) =>
    thenAnswered({
      participantId: "caspian-thorley",
      scope,
      answer: "withdrawn",
      how: "text",
      recordedBy: WREN,
      at,
    }),
  );
}

const signed = signedOff("2026-11-22T10:00:00Z");
const withdrawn = [
  ...caspianWithdraws("2026-11-23T09:00:00Z"),
  thenSignOff({
    at: "2026-11-23T09:00:00Z",
    kind: "suspended",
    by: null,
    changes: ["A young person changed their mind"],
  }),
];
const restored = thenSignOff({
  at: "2026-11-23T09:30:00Z",
  kind: "restored",
  by: AMINA,
  changes: ["Only narrowing changes since"],
});

/** S8: consent withdrawn after the sign-off. */
export const s08: Record<string, SessionRecord> = {
  s08: aRecord(newYear, signed, ...withdrawn),
  "s08-variant-narrowed": aRecord(
    newYear,
    signed,
    ...withdrawn,
    withMedia({
      recording: {
        on: false,
        since: "2026-11-23T09:30:00Z",
        reason: null,
        keptWhere: null,
        seenBy: null,
        deleteBy: null,
      },
    }),
    withParticipant("caspian-thorley", { exposure: { camera: false, voice: true, name: true, chat: false } }),
    restored,
  ),
  "s08-variant-camera-off-only": aRecord(
    newYear,
    signed,
    ...withdrawn,
    withParticipant("caspian-thorley", { exposure: { camera: false, voice: true, name: true, chat: false } }),
  ),
  "s08-variant-removed": aRecord(
    newYear,
    signed,
    ...withdrawn,
    (record) => {
      record.participants = record.participants.filter((one) => one.id !== "caspian-thorley");
    },
    restored,
  ),
  "s08-variant-after-the-session": aRecord(newYear, signed, ...caspianWithdraws("2026-12-04T09:00:00Z")),
};
