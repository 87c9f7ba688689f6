import { Temporal } from "temporal-polyfill";
import type { Readiness } from "../readiness/result";
import type { SessionRecord } from "../record/schema";
import { coveredDigest, latestSignOff, standingOf } from "../sign-off/standing";

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
export function statusOf(record: SessionRecord, readiness: Readiness, digest: string): SessionStatus {
  const { session } = record;
  const after = (moment: string) =>
    Temporal.Instant.compare(readiness.at, Temporal.Instant.from(moment)) >= 0;
  if (session.cancelled) return "cancelled";
  if (session.recordedLate) return "recorded_late";
  const signOff = latestSignOff(record.signOffs);
  const standing = signOff ? standingOf(signOff) : null;
  const covered = signOff !== null && standing === "signed" && coveredDigest(signOff) === digest;
  if (covered && after(session.startsAt)) return after(session.endsAt) ? "finished" : "live";
  if (covered && readiness.ready && readiness.needsAcceptance.length === 0) return "signed_off";

  const sent = newestSubmission(record);
  const open = sent && (!signOff || sent.at > signOff.at) && !sent.returned ? sent : null;
  const sentAfterLapse = !signOff || !open || signOff.events.every((event) => event.at < open.at);
  if (open && sentAfterLapse && open.digest === digest && readiness.ready) return "waiting_for_sign_off";
  if (standing === "suspended") return "sign_off_suspended";
  if (signOff && !readiness.ready) return "sign_off_lapsed";
  if (signOff && (standing === "lapsed" || !covered) && !sentSince(record, signOff.at))
    return "sign_off_lapsed";
  if (sent?.returned && (!signOff || sent.at > signOff.at)) return "returned";
  if (readiness.ready) return "ready";
  return sent ? "not_ready" : "draft";
}

function newestSubmission(record: SessionRecord) {
  return [...record.session.submissions].sort((a, b) => (a.at < b.at ? -1 : 1)).at(-1) ?? null;
}

function sentSince(record: SessionRecord, at: string): boolean {
  return record.session.submissions.some((submission) => submission.at > at);
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
