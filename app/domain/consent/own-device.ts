import { Temporal } from "temporal-polyfill";
import { nameOf } from "../readiness/view";
import type { Participant } from "../record/participant";

/** What stands for each young person on a device that a worker has handed over. */
export const shownOnDevice = ["name", "code"] as const;
export type ShownOnDevice = (typeof shownOnDevice)[number];

const HOURS = 2;

/** Whether a device that was handed over at an instant (ISO 8601 in UTC) takes no answers any more: two hours are enough. */
export function deviceRests(handedAt: string, at: Temporal.Instant): boolean {
  return Temporal.Instant.from(handedAt).until(at).total("hours") >= HOURS;
}

/** How a young person finds themselves among the others on the device. */
export function shownAs(participant: Participant, shown: ShownOnDevice): string {
  if (shown === "code") return participant.code;
  return participant.firstName ?? nameOf(participant);
}
