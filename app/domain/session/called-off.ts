import type { Session } from "../record/session";
import { isBefore } from "../time/order";

/**
 * Whether a session was cancelled before its start, so that nobody was seen and nothing of anybody was kept. One that was
 * cancelled later may have been held all the same.
 */
export function calledOff({ cancelled, startsAt }: Pick<Session, "cancelled" | "startsAt">): boolean {
  return cancelled !== null && isBefore(cancelled.at, startsAt);
}
