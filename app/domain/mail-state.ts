import { Temporal } from "temporal-polyfill";

/** `uncertain`: the connection broke while the mail server had it. `dropped`: what it was about was over before it left. */
export type MailFailure = "unreachable" | "refused" | "uncertain" | "dropped";

export type MailFacts = {
  /** ISO 8601 in UTC; null where no attempt is under way, or one that certainly failed. */
  attemptBeganAt: string | null;
  sentAt: string | null;
  expiresAt: string;
  failure: MailFailure | null;
};

/**
 * `waiting`: not tried yet. `not_sent_yet`: tried, and tried again by itself. `leaving`: being tried. `may_not_have_left`:
 * cut off between the attempt and its answer; nobody tries again unless somebody asks. `refused`, `dropped` and
 * `given_up`: nobody tries any more.
 */
export type MailState =
  "sent" | "waiting" | "not_sent_yet" | "leaving" | "may_not_have_left" | "refused" | "dropped" | "given_up";

/** Longer than any attempt lasts: each of its steps is cut after 20 seconds. */
export const LONGEST_ATTEMPT_SECONDS = 300;

/** What has become of a mail at an instant. */
export function mailState(
  { attemptBeganAt, sentAt, expiresAt, failure }: MailFacts,
  at: Temporal.Instant,
): MailState {
  if (sentAt !== null) return "sent";
  if (failure === "refused" || failure === "dropped") return failure;
  if (failure === "uncertain") return "may_not_have_left";
  if (attemptBeganAt !== null) {
    const end = Temporal.Instant.from(attemptBeganAt).add({ seconds: LONGEST_ATTEMPT_SECONDS });
    return Temporal.Instant.compare(at, end) < 0 ? "leaving" : "may_not_have_left";
  }
  if (Temporal.Instant.compare(Temporal.Instant.from(expiresAt), at) <= 0) return "given_up";
  return failure === null ? "waiting" : "not_sent_yet";
}
