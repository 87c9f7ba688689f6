import type { SessionRecord } from "~/domain/record/schema";
import { assignmentSteps } from "./adult-steps";
import { briefingSteps, consentSteps, participantSteps } from "./people-steps";
import { planSteps, settingsSteps } from "./plan-steps";
import type { Step } from "./play";
import { signOffSteps } from "./sign-off-steps";
import { boundarySteps, leadSteps, preparationSteps } from "./statement-steps";

/** How the facts of one record came to be, as steps that somebody took; those of one moment in an order that works. */
export function sessionSteps(record: SessionRecord): Step[] {
  return [
    ...planSteps(record),
    ...assignmentSteps(record),
    ...boundarySteps(record),
    ...settingsSteps(record),
    ...participantSteps(record),
    ...preparationSteps(record),
    ...consentSteps(record),
    ...briefingSteps(record),
    ...leadSteps(record),
    ...signOffSteps(record),
  ];
}
