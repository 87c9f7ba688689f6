import type { SessionRecord } from "~/domain/record/schema";
import { aCheck } from "../../factories/adults";
import { teamsMeeting } from "../../factories/platform-modes";
import type { Plan } from "../../factories/plan";
import { aRecord } from "../../factories/record";
import { withAdult } from "../../factories/traits";

const careers: Partial<Plan> = {
  id: "careers-questions",
  title: "Careers Q&A",
  startsAt: "2026-12-16T16:00:00Z",
  modes: [teamsMeeting()],
};
const oldCheck = aCheck("tamsin-quillbright", "2023-12-16");
const checkedLongAgo = withAdult("tamsin-quillbright", { vetting: [oldCheck] });

/** S4: an observer whose re-check was due the day before. */
export const s04: Record<string, SessionRecord> = {
  s04: aRecord(careers, checkedLongAgo),
  "s04-twin-last-good-day": aRecord({ ...careers, startsAt: "2026-12-15T16:00:00Z" }, checkedLongAgo),
  "s04-twin-past-midnight": aRecord(
    { ...careers, startsAt: "2026-12-15T23:30:00Z", minutes: 60 },
    checkedLongAgo,
  ),
  "s04-variant-rechecked": aRecord(
    careers,
    withAdult("tamsin-quillbright", { vetting: [oldCheck, aCheck("tamsin-quillbright", "2026-11-20")] }),
  ),
  "s04-variant-update-service": aRecord(
    careers,
    withAdult("tamsin-quillbright", {
      vetting: [{ ...oldCheck, updateService: true, lastStatusCheckOn: "2025-12-17" }],
    }),
  ),
  "s04-variant-update-service-stale": aRecord(
    careers,
    withAdult("tamsin-quillbright", {
      vetting: [{ ...oldCheck, updateService: true, lastStatusCheckOn: "2025-12-16" }],
    }),
  ),
};
