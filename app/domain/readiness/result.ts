import type { Temporal } from "temporal-polyfill";

export type Status = "met" | "not_met" | "not_answered" | "not_applicable" | "accepted_with_reason";

/** Who asks for something: the guidance (do, consider, only when joining), the organisation, the platform's terms, or Greenroom itself. */
export type Strength = "do" | "consider" | "conditional" | "organisation" | "platform" | "default";

/** The part of the session, or of the organisation's own pages, in which something is mended. */
export type Section =
  | "details"
  | "platform"
  | "shown"
  | "watchers"
  | "adults"
  | "participants"
  | "consent"
  | "decision"
  | "briefing"
  | "accessibility"
  | "sensitivities"
  | "statements"
  | "organiser"
  | "audience_notice"
  | "sign_off"
  | "adult_record"
  | "platform_record"
  | "organisation";

export type Fix = { text: string; section: Section; id: string | null };

export type Finding = {
  code: string;
  severity: "blocks" | "warns";
  /** Whether the record says nothing (so that it may only not have been asked yet) or says something that stands in the way. */
  kind: "silent" | "wrong" | "for_approver" | "advice";
  /** What it is about, as `participant:ID`, `adult:ID`, `mode:ID`, `session` or `organisation`. */
  subject: string;
  source: string;
  strength: Strength;
  /** The short sentence a volunteer reads first. */
  headline: string;
  message: string;
  fixes: Fix[];
};

export type RequirementResult = {
  id: string;
  title: string;
  status: Status;
  strength: Strength;
  source: string;
  /** Why it is met, not met or does not apply: the fact behind it, in a sentence. */
  fact: string;
  findings: Finding[];
  /** The last local dates of the session on which what this rests on still holds. */
  goodUntil: Temporal.PlainDate[];
};

export type Blocker = { code: "start_passed" | "cancelled"; message: string };

export type Readiness = {
  ready: boolean;
  at: Temporal.Instant;
  rules: string;
  redacted: boolean;
  blockers: Blocker[];
  needsAcceptance: string[];
  /** The first instant after `at` at which time alone stops it being ready; `null` when it is not ready now. */
  breaksOn: Temporal.Instant | null;
  /** The last local date to which these facts could move before something dated runs out; `null` when nothing is dated. */
  goodThrough: Temporal.PlainDate | null;
  requirements: RequirementResult[];
};
