import { defaultPolicy, isOwnSetting, type PolicySettings } from "~/domain/defaults/policy";
import { policySources } from "~/domain/defaults/policy-sources";
import { countOf, listInWords } from "~/domain/time/words";
import { sentenceCase } from "~/domain/sentence-case";
import { gateWords, levelWords, vettedRoleNames, vettedRoles } from "~/forms/policy-form";

export type PolicyRow = { key: string; value: string; source: string };

/** A policy as people read it, each setting with where it comes from: a changed one is the organisation's own. */
export function policyRows(policy: PolicySettings): PolicyRow[] {
  const values = valuesOf(policy);
  const defaults = valuesOf(defaultPolicy);
  const keys = Object.keys(policySources) as (keyof typeof policySources)[];
  return keys.map((key) => {
    const { label, source } = policySources[key];
    const changed = `Your organisation's own decision. Greenroom proposes: ${defaults[key]}. ${source}`;
    return { key: label, value: values[key], source: isOwnSetting(policy, key) ? changed : source };
  });
}

function valuesOf(policy: PolicySettings): Record<keyof typeof policySources, string> {
  return {
    parentConsentUnder: String(policy.parentConsentUnder),
    parentConsentFrom16: yes(policy.parentConsentFrom16),
    competenceFrom: String(policy.competenceFrom),
    competenceCoversPublic: yes(policy.competenceCoversPublic),
    consentGate: gateWords[policy.consentGate],
    minimumAdults: String(policy.minimumAdults),
    minimumObservers: String(policy.minimumObservers),
    ratios: listInWords(
      policy.ratios.map(
        ({ fromAge, toAge, childrenPerAdult }) => `${childrenPerAdult} aged ${fromAge} to ${toAge}`,
      ),
    ),
    vettingMonths: countOf(policy.vettingMonths, "month"),
    vettingLevels: levelsInWords(policy),
    trainingMonths: countOf(policy.trainingMonths, "month"),
    platformReviewMonths: countOf(policy.platformReviewMonths, "month"),
    statementMonths: countOf(policy.statementMonths, "month"),
    seriesConsentMonths: countOf(policy.seriesConsentMonths, "month"),
    riskAssessmentDays: String(policy.riskAssessmentDays),
    lengthMinutes: String(policy.lengthMinutes),
    flaggedTopics: sentenceCase(listInWords(policy.flaggedTopics)),
  };
}

function yes(answer: boolean): string {
  return answer ? "Yes" : "No";
}

function levelsInWords({ vettingLevels }: PolicySettings): string {
  const asked = vettedRoleNames.flatMap((role) => {
    const level = vettingLevels[role];
    return level ? [`${vettedRoles[role]}: ${levelWords[level].toLowerCase()}`] : [];
  });
  return asked.length === 0 ? "Not decided" : asked.join(", ");
}
