import { rulesVersion } from "../record/rule-sets";
import { decisionsWhereGuidanceIsSilent } from "./decisions";
import { ruleWords } from "./rule-words";
import { allRules } from "./rules/all";
import type { Rule } from "./rule";

const introduction = `This page is generated from the rules themselves (\`npm run docs:rules\`); a test fails while it is stale.

Rule set ${rulesVersion}. R01 to R34 are the advice that Youth Access published in 2020, in part quoting the NSPCC; each says
whose it is. B numbers are good practice from elsewhere, which an organisation may change where its policy allows. Where a
requirement is checked further than its own words go, the finding names its own source.`;

/** `docs/rules.md`: every requirement that is checked, and what was decided where guidance is silent. */
export function rulesDocument(): string {
  return [
    "# Rules",
    introduction,
    ...allRules.map(section),
    "## Where guidance is silent",
    "Greenroom had to decide the following. None of it is said by the NSPCC or Youth Access.",
    ...decisionsWhereGuidanceIsSilent.flatMap(({ heading, decisions }) => [
      `### ${heading}`,
      decisions.map((decision) => `- ${decision}`).join("\n"),
    ]),
    "",
  ].join("\n\n");
}

function section(rule: Rule): string {
  const { id, title, strength, whose, source, checks, states, undoneBy } = ruleWords(rule);
  return [
    `## ${id} ${title}`,
    [
      `- **Strength**: ${strength}`,
      `- **Whose**: ${whose}`,
      `- **Source**: ${source}`,
      `- **Checked**: ${checks}`,
      `- **A person states**: ${states}`,
      `- **Undone by**: ${undoneBy}`,
    ].join("\n"),
  ].join("\n\n");
}
