import {
  girlguiding,
  greenroom,
  meetConsent,
  organisationPolicy,
  platformTerms,
} from "~/domain/readiness/sources";
import type { Finding, Readiness, RequirementResult } from "~/domain/readiness/result";

/** Whose a finding is where it is not its requirement's own. */
const others = {
  greenroom: { source: greenroom.label, strength: "default" },
  organisation: { source: organisationPolicy.label, strength: "organisation" },
  platform: { source: platformTerms.label, strength: "platform" },
  meet: { source: meetConsent.label, strength: "default" },
  girlguiding: { source: girlguiding.label, strength: "default" },
} as const;

/**
 * A finding without its words: kind, code and subject; where its ways out lead, each as `section` or `section:id`; and
 * whose it is, where it is not its requirement's own.
 */
export type Told = [finding: string, leadsTo: string, whose?: keyof typeof others];

function leadsTo({ fixes }: Finding): string {
  return fixes.map(({ section, id }) => (id === null ? section : `${section}:${id}`)).join(" ");
}

function whose(finding: Finding, requirement: RequirementResult): keyof typeof others | null {
  const { source, strength } = finding;
  if (source === requirement.source && strength === requirement.strength) return null;
  const found = Object.entries(others).find(
    ([, other]) => other.source === source && other.strength === strength,
  );
  if (!found) throw new Error(`${finding.code} is told as ${source}, ${strength}`);
  return found[0] as keyof typeof others;
}

function told(finding: Finding, requirement: RequirementResult): Told {
  const what = `${finding.kind} ${finding.code} ${finding.subject}`;
  const other = whose(finding, requirement);
  return other ? [what, leadsTo(finding), other] : [what, leadsTo(finding)];
}

/** What is found about each requirement, in the order of the results. */
export function toldOf({ requirements }: Readiness): Record<string, Told[]> {
  return Object.fromEntries(
    requirements.map((requirement) => [
      requirement.id,
      requirement.findings.map((finding) => told(finding, requirement)),
    ]),
  );
}
