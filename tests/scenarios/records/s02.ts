import type { SessionRecord } from "~/domain/record/schema";
import { ODALYS, WREN } from "../../factories/lanternmoor";
import type { Plan } from "../../factories/plan";
import type { Trait } from "../../factories/record";
import { aRecord } from "../../factories/record";
import { aLeadStatement } from "../../factories/statements";
import { alsoStated, withParticipant } from "../../factories/traits";
import { aYoungPerson, sixteenToSeventeen } from "../../factories/young-people";

const examStress: Partial<Plan> = {
  id: "exam-stress-live",
  title: "Exam stress live",
  startsAt: "2026-12-08T18:00:00Z",
  minutes: 45,
  participants: [
    aYoungPerson("Safiya", "Brindlemoor", "2011-03-02", { parent: "not_asked" }),
    ...sixteenToSeventeen(5),
  ],
};

function decided(changes: { until?: string; by?: string; scopes?: ("take_part" | "camera")[] } = {}): Trait {
  return alsoStated(
    aLeadStatement({
      kind: "competence_decision",
      about: { kind: "participant", id: "safiya-brindlemoor" },
      at: "2026-11-24T11:00:00Z",
      scopes: ["take_part", "camera", "voice", "name_shown"],
      proposedBy: WREN,
      note: "Understands what going live means, what could follow from it, and that she may say no.",
      ...changes,
    }),
  );
}

const inTheRoom = withParticipant("safiya-brindlemoor", { accessRoute: "in_room" });

/** S2: fifteen, where the policy asks a parent under 16. */
export const s02: Record<string, SessionRecord> = {
  s02: aRecord(examStress),
  "s02-variant-competence": aRecord(examStress, decided(), inTheRoom),
  "s02-variant-competence-guest-link": aRecord(examStress, decided()),
  "s02-variant-competence-ends": aRecord(examStress, decided({ until: "2026-12-02T10:00:00Z" }), inTheRoom),
  "s02-variant-competence-by-host": aRecord(examStress, decided({ by: ODALYS }), inTheRoom),
  "s02-variant-competence-some-scopes": aRecord(
    examStress,
    decided({ scopes: ["take_part", "camera"] }),
    inTheRoom,
  ),
};
