import { Temporal } from "temporal-polyfill";
import { isOwnSetting } from "../defaults/policy";
import type { Facts } from "../record/schema";
import { rulesVersion } from "../record/rule-sets";
import { allRules } from "./rules/all";
import type { Blocker, Finding, Readiness, RequirementResult, Status, Strength } from "./result";
import type { Check, Rule, RuleFinding } from "./rule";
import { afterNspcc, organisationPolicy } from "./sources";
import { viewAt, type View } from "./view";

/**
 * Whether a session may go ahead, requirement by requirement, in the fixed order of the rules: a pure function of
 * what had been recorded by `at`, judged for the session's own date in its own zone. Nothing recorded after `at`
 * matters. Never throws for a record that `readSessionRecord` accepts.
 */
export function evaluate(facts: Facts, at: Temporal.Instant): Readiness {
  const view = viewAt(facts, at);
  const requirements = allRules.map((rule) => judge(rule, view));
  const blockers = blockersOf(view);
  const ready = isReady(blockers, requirements);

  return {
    ready,
    at,
    rules: rulesVersion,
    redacted: facts.derived !== null,
    blockers,
    needsAcceptance: requirements.filter(awaitsApprover).map((requirement) => requirement.id),
    breaksOn: ready ? breaksOn(view) : null,
    goodThrough: earliestDate(requirements.flatMap((requirement) => requirement.goodUntil)),
    requirements,
  };
}

function isReady(blockers: Blocker[], requirements: RequirementResult[]): boolean {
  return blockers.length === 0 && requirements.every((r) => !stands(r) || awaitsApprover(r));
}

/** Whether a requirement still stands in the way, counting what waits for the approver. */
function stands(requirement: RequirementResult): boolean {
  return requirement.status === "not_met" || requirement.status === "not_answered";
}

function awaitsApprover(requirement: RequirementResult): boolean {
  const blocking = requirement.findings.filter((finding) => finding.severity === "blocks");
  return blocking.length > 0 && blocking.every((finding) => finding.kind === "for_approver");
}

function judge(rule: Rule, view: View): RequirementResult {
  const check = rule.check(view);
  const { source, strength } = whose(rule, view);
  const base = { id: rule.id, title: rule.title, strength, source };
  if (!check.applies) {
    return { ...base, status: "not_applicable", fact: check.reason, findings: [], goodUntil: [] };
  }
  const findings = check.findings
    .map((finding) => settle(rule, view, finding, source, strength))
    .sort(bySeverityCodeSubject);
  return {
    ...base,
    status: statusOf(check, findings),
    fact: check.fact,
    findings,
    goodUntil: check.goodUntil,
  };
}

/** Whose rule it is here: who said it, or the organisation where it has put a number of its own in the place of theirs. */
function whose(rule: Rule, view: View): { source: string; strength: Strength } {
  if (rule.number && isOwnSetting(view.facts.policy, rule.number))
    return { source: organisationPolicy.label, strength: "organisation" };
  const borrowed =
    !view.hosting && rule.source.label.startsWith("NSPCC, as quoted") && isAboutHosting(rule.id);
  return borrowed
    ? { source: afterNspcc.label, strength: "default" }
    : { source: rule.source.label, strength: rule.strength };
}

/** What the NSPCC says of a session that one hosts is Greenroom's own wish for one that one joins. */
function isAboutHosting(id: string): boolean {
  return id >= "R13" && id <= "R27";
}

function settle(
  rule: Rule,
  view: View,
  { source, strength, ...finding }: RuleFinding,
  ruleSource: string,
  ruleStrength: Finding["strength"],
): Finding {
  const accepted = finding.kind === "for_approver" && acceptanceOf(rule, view, finding) !== null;
  return {
    ...finding,
    severity: accepted ? "warns" : finding.severity,
    source: source?.label ?? ruleSource,
    strength: strength ?? ruleStrength,
  };
}

function acceptanceOf(rule: Rule, view: View, finding: { code: string; subject: string }) {
  return (
    view.facts.acceptances.find(
      (acceptance) =>
        acceptance.requirement === rule.id &&
        acceptance.code === finding.code &&
        acceptance.subject === finding.subject &&
        !reached(acceptance.until, view.at) &&
        !reached(acceptance.endedAt, view.at),
    ) ?? null
  );
}

function reached(moment: string | null, at: Temporal.Instant): boolean {
  return moment !== null && Temporal.Instant.compare(Temporal.Instant.from(moment), at) <= 0;
}

function statusOf(check: Extract<Check, { applies: true }>, findings: Finding[]): Status {
  const blocking = findings.filter((finding) => finding.severity === "blocks");
  if (blocking.some((finding) => finding.kind !== "silent")) return "not_met";
  if (blocking.length > 0) return "not_answered";
  return check.findings.some((finding) => finding.kind === "for_approver") ? "accepted_with_reason" : "met";
}

function bySeverityCodeSubject(a: Finding, b: Finding): number {
  return compare(a.severity, b.severity) || compare(a.code, b.code) || compare(a.subject, b.subject);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function blockersOf(view: View): Blocker[] {
  const blockers: Blocker[] = [];
  if (view.facts.session.cancelled) {
    blockers.push({ code: "cancelled", message: "This session was cancelled." });
  }
  if (Temporal.Instant.compare(view.at, view.start) >= 0) {
    blockers.push({
      code: "start_passed",
      message: "The start has passed, so the session can no longer be marked ready or signed off.",
    });
  }
  return blockers;
}

/**
 * The start, unless a lead's decision that readiness rests on ends before it. An acceptance that ends leaves the session
 * ready: what was accepted waits for the approver again.
 */
function breaksOn(view: View): Temporal.Instant {
  const ends = view.facts.statements
    .map((statement) => statement.until)
    .filter((until): until is string => until !== null)
    .map((until) => Temporal.Instant.from(until))
    .filter(
      (until) =>
        Temporal.Instant.compare(until, view.at) > 0 && Temporal.Instant.compare(until, view.start) < 0,
    )
    .sort(Temporal.Instant.compare);
  return ends.find((end) => !readyAt(view.facts, end)) ?? view.start;
}

function readyAt(facts: Facts, at: Temporal.Instant): boolean {
  const view = viewAt(facts, at);
  return isReady(
    blockersOf(view),
    allRules.map((rule) => judge(rule, view)),
  );
}

function earliestDate(dates: Temporal.PlainDate[]): Temporal.PlainDate | null {
  return [...dates].sort(Temporal.PlainDate.compare)[0] ?? null;
}
