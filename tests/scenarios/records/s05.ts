import type { SessionRecord } from "~/domain/record/schema";
import { anAdult, lanternmoorAdults } from "../../factories/adults";
import { AMINA } from "../../factories/lanternmoor";
import type { Plan } from "../../factories/plan";
import type { Trait } from "../../factories/record";
import { aRecord } from "../../factories/record";
import { alsoAssigned, find, withAdult, without, withSession } from "../../factories/traits";
import { sixteenToSeventeen } from "../../factories/young-people";

const quizHour: Partial<Plan> = {
  id: "quiz-hour",
  title: "Quiz hour",
  startsAt: "2026-12-11T17:00:00Z",
  participants: sixteenToSeventeen(6),
};
const odalys = find(lanternmoorAdults(), "odalys-fennimore");
const tamsin = find(lanternmoorAdults(), "tamsin-quillbright");
const alone: Trait[] = [
  without("tamsin-quillbright"),
  without("brogan-ashdune"),
  withSession({ reportingAdultId: "odalys-fennimore" }),
];
const sameAddress = alsoAssigned(
  anAdult("O Fennimore", { email: "Odalys.Fennimore+quiz@Lanternmoor.example" }),
  "observer",
);

/** S5: the observer is the host. */
export const s05: Record<string, SessionRecord> = {
  s05: aRecord(quizHour, ...alone, alsoAssigned(odalys, "observer")),
  "s05-variant-tamsin-added": aRecord(
    quizHour,
    ...alone,
    alsoAssigned(odalys, "observer"),
    alsoAssigned(tamsin, "observer"),
  ),
  "s05-twin-same-email": aRecord(quizHour, ...alone, sameAddress),
  "s05-twin-same-email-differs": aRecord(
    quizHour,
    ...alone,
    sameAddress,
    withAdult("o-fennimore", {
      differsFrom: [{ adultId: "odalys-fennimore", by: AMINA, recordedAt: "2026-11-22T09:00:00Z" }],
    }),
  ),
};
