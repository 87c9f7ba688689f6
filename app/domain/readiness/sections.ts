import type { Finding, Readiness, Section } from "./result";

/** How far a part of the plan has come, judged by what readiness still asks of it. */
export type SectionState = "completed" | "incomplete" | "problem";

/**
 * The state of each part of the plan: a problem where something on record stands in the way, incomplete where
 * something is only missing. A finding belongs to the part in which its first fix is made. With an `id`, of one thing
 * in that part; with `null`, of what is about no single one.
 */
export function sectionStates(readiness: Readiness): (section: Section, id?: string | null) => SectionState {
  const blocking = readiness.requirements
    .flatMap((requirement) => requirement.findings)
    .filter((finding) => finding.severity === "blocks" && finding.kind !== "for_approver");
  const belongs = ({ fixes: [first] }: Finding, section: Section, id: string | null | undefined) =>
    first?.section === section && (id === undefined || first.id === id);
  return (section, id) => {
    const findings = blocking.filter((finding) => belongs(finding, section, id));
    if (findings.length === 0) return "completed";
    return findings.some((finding) => finding.kind === "wrong") ? "problem" : "incomplete";
  };
}

/** The state of several parts together: a problem in one is a problem of all. */
export function worstOf(states: readonly SectionState[]): SectionState {
  if (states.includes("problem")) return "problem";
  return states.includes("incomplete") ? "incomplete" : "completed";
}
