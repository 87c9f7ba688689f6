import type { Readiness } from "../readiness/result";
import type { ListedFacts, ListedSignOff } from "../record/schema";
import { heldUnder, isInForce } from "../sign-off/in-force";
import { lapsedAt, latestSignOff, standingOf } from "../sign-off/standing";
import { isBefore, newestOf } from "../time/order";

export type SessionStatus =
  | "cancelled"
  | "recorded_late"
  | "finished"
  | "live"
  | "signed_off"
  | "waiting_for_sign_off"
  | "sign_off_suspended"
  | "sign_off_lapsed"
  | "returned"
  | "ready"
  | "not_ready"
  | "draft";

/**
 * What a person sees of a session at `readiness.at`: the first that fits. Derived, never stored. `digest` is that of
 * the material facts as they stand.
 */
export function statusOf(record: ListedFacts, readiness: Readiness, digest: string): SessionStatus {
  const { session } = record;
  const reached = (moment: string) => !isBefore(readiness.at.toString(), moment);
  if (session.cancelled) return "cancelled";
  if (session.recordedLate) return "recorded_late";
  const signOff = latestSignOff(record.signOffs);
  if (signOff && reached(session.startsAt) && heldUnder(signOff, record, digest)) {
    return reached(session.endsAt) ? "finished" : "live";
  }
  if (signOff && isInForce(signOff, record, readiness, digest)) return "signed_off";

  const sent = newestSubmission(record);
  const anew = sent !== null && (signOff === null || isAnew(sent.at, signOff));
  if (anew && !sent.returned && sent.digest === digest && readiness.ready) return "waiting_for_sign_off";
  if (signOff && standingOf(signOff) === "suspended") return "sign_off_suspended";
  if (signOff && !anew) return "sign_off_lapsed";
  if (sent?.returned) return "returned";
  if (readiness.ready) return "ready";
  return sent ? "not_ready" : "draft";
}

/** Sent again since the sign-off was given and, where it lapsed, since then. */
function isAnew(sentAt: string, signOff: ListedSignOff): boolean {
  const lapsed = lapsedAt(signOff);
  return isBefore(signOff.at, sentAt) && (lapsed === null || !isBefore(sentAt, lapsed));
}

/** The newest time that a session was marked ready, which sent it for sign-off. */
export function newestSubmission({ session }: Pick<ListedFacts, "session">) {
  return newestOf(session.submissions, ({ at }) => at);
}

export const statusWords: Record<SessionStatus, string> = {
  cancelled: "Cancelled",
  recorded_late: "Recorded late",
  finished: "Finished",
  live: "Live",
  signed_off: "Signed off",
  waiting_for_sign_off: "Waiting for sign-off",
  sign_off_suspended: "Sign-off suspended",
  sign_off_lapsed: "Sign-off lapsed",
  returned: "Returned",
  ready: "Ready",
  not_ready: "Not ready",
  draft: "Draft",
};
