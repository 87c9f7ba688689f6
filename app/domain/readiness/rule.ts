import type { Temporal } from "temporal-polyfill";
import type { Finding, Fix, Section, Strength } from "./result";
import type { Source } from "./sources";
import type { View } from "./view";

export type Check =
  | { applies: false; reason: string }
  | { applies: true; fact: string; findings: RuleFinding[]; goodUntil: Temporal.PlainDate[] };

/** A finding as a rule writes it: source and strength are the rule's own unless it names others. */
export type RuleFinding = Omit<Finding, "source" | "strength"> & { source?: Source; strength?: Strength };

/** One requirement: who asks for it, what is checked, and the words that `docs/rules.md` prints. */
export type Rule = {
  id: string;
  title: string;
  strength: Strength;
  source: Source;
  checks: string;
  states: string | null;
  undoneBy: string;
  /** The setting of the policy whose number it checks: once the organisation changed it, the number is its own. */
  number?: "minimumAdults" | "ratios" | "riskAssessmentDays" | "lengthMinutes";
  check: (view: View) => Check;
};

type FindingParts = {
  subject: string;
  headline: string;
  message: string;
  fixes: Fix[];
  source?: Source;
  strength?: Strength;
};

/** The record does not say: what is missing may simply not have been asked yet. */
export function silent(code: string, parts: FindingParts): RuleFinding {
  return { code, severity: "blocks", kind: "silent", ...parts };
}

/** The record says no, withdrawn, wrong or too late. */
export function wrong(code: string, parts: FindingParts): RuleFinding {
  return { code, severity: "blocks", kind: "wrong", ...parts };
}

/** A considered answer that a manager accepts, with a reason, when signing off. */
export function forApprover(parts: FindingParts): RuleFinding {
  return { code: "needs_acceptance", severity: "blocks", kind: "for_approver", ...parts };
}

/** Worth knowing; changes no status. */
export function advice(code: string, parts: FindingParts): RuleFinding {
  return { code, severity: "warns", kind: "advice", ...parts };
}

/** A way to put something right. Each begins with a capital, for any of them may be the first or only one shown. */
export function fix(text: string, section: Section, id: string | null = null): Fix {
  return { text: text.charAt(0).toUpperCase() + text.slice(1), section, id };
}

export function notApplicable(reason: string): Check {
  return { applies: false, reason };
}

export function checked(fact: string, findings: RuleFinding[], goodUntil: Temporal.PlainDate[] = []): Check {
  return { applies: true, fact, findings, goodUntil };
}

/** Most rules about young people say the same of a list that is still empty. */
export function noParticipants(): RuleFinding {
  return silent("no_participants", {
    subject: "session",
    headline: "No young people have been added yet",
    message: "This can only be checked once the young people who take part are on the list.",
    fixes: [
      fix("Add the young people who take part", "participants"),
      fix("say that the audience is not named", "details"),
    ],
  });
}
