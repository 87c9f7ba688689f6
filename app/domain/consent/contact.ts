import { Temporal } from "temporal-polyfill";

/** What a worker found out: whether a message there reaches the young person alone and brings them into no danger. */
export const contactAnswers = ["safe", "not_safe", "not_known"] as const;
export type ContactAnswer = (typeof contactAnswers)[number];

export const contactWords: Record<ContactAnswer, string> = {
  safe: "Yes",
  not_safe: "No",
  not_known: "Nobody knows yet",
};

export type ContactFacts = {
  safe: ContactAnswer;
  /** ISO 8601 in UTC. */
  recordedAt: string;
};

/** `asked_long_ago`: it was safe when somebody asked, and that is no longer relied on. */
export type ContactState = ContactAnswer | "asked_long_ago";

/** Whether a message may go there at an instant; an answer that it is safe holds for so many days. */
export function contactState(
  { safe, recordedAt }: ContactFacts,
  days: number,
  at: Temporal.Instant,
): ContactState {
  if (safe !== "safe") return safe;
  const until = Temporal.Instant.from(recordedAt).add({ hours: days * 24 });
  return Temporal.Instant.compare(at, until) < 0 ? "safe" : "asked_long_ago";
}

/** Why nothing is sent there; null where something may be. */
export const whyNotSent: Record<ContactState, string | null> = {
  safe: null,
  not_safe: "Contact there is not safe for them. Nothing is sent.",
  not_known: "Nobody knows whether contact there is safe for them. Nothing is sent until somebody does.",
  asked_long_ago: "It was found safe too long ago. Ask them again before anything is sent.",
};
