import type { Strength } from "./result";
import type { Rule } from "./rule";
import type { Source } from "./sources";

/** What a rule's strength is called where rules are read one after the other. */
export const strengthNames: Record<Strength, string> = {
  do: "Do",
  consider: "Consider: a considered answer, not a yes",
  conditional: "Do, when joining somebody else's stream",
  organisation: "The organisation's policy",
  platform: "The platform's terms",
  default: "Good practice, as Greenroom's default",
};

export type RuleWords = {
  id: string;
  title: string;
  strength: string;
  whose: string;
  /** Address, the page's own date where it has one, and the day on which it was read. */
  source: string;
  checks: string;
  states: string;
  undoneBy: string;
};

/** A rule as people read it. */
export function ruleWords({ id, title, strength, source, checks, states, undoneBy }: Rule): RuleWords {
  return {
    id,
    title,
    strength: strengthNames[strength],
    whose: source.label,
    source: sourceInWords(source),
    checks,
    states: states ?? "Nothing: it follows from the record.",
    undoneBy,
  };
}

function sourceInWords({ address, pageDate, readOn }: Source): string {
  if (address === null) return `No page of its own (written down on ${readOn})`;
  return `${address} (${pageDate ? `page of ${pageDate}, ` : ""}read on ${readOn})`;
}
