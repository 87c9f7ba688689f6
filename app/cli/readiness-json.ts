import { fixesInWords } from "~/domain/readiness/fix-words";
import type { Readiness } from "~/domain/readiness/result";

/** The object that `check --json` prints; other programs rely on its names. */
export function readinessAsJson(readiness: Readiness) {
  return {
    ready: readiness.ready,
    at: readiness.at.toString(),
    rules: readiness.rules,
    redacted: readiness.redacted,
    blockers: readiness.blockers,
    needsAcceptance: readiness.needsAcceptance,
    breaksOn: readiness.breaksOn?.toString() ?? null,
    goodThrough: readiness.goodThrough?.toString() ?? null,
    requirements: readiness.requirements.map((requirement) => ({
      id: requirement.id,
      title: requirement.title,
      status: requirement.status,
      strength: requirement.strength,
      source: requirement.source,
      fact: requirement.fact,
      findings: requirement.findings.map((finding) => ({
        code: finding.code,
        severity: finding.severity,
        subject: finding.subject,
        source: finding.source,
        strength: finding.strength,
        message: `${finding.headline}. ${finding.message}`.trim(),
        fix: fixesInWords(finding.fixes),
      })),
    })),
  };
}
