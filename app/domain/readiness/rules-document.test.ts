import { describe, expect, test } from "vitest";
import { decisionsWhereGuidanceIsSilent } from "./decisions";
import { ruleWords, strengthNames } from "./rule-words";
import { allRules } from "./rules/all";
import { rulesDocument } from "./rules-document";
import { sourceLabelled } from "./sources";

describe("the rules as people read them", () => {
  const blocks = () => rulesDocument().split("\n\n");

  test.each(allRules.map((rule) => [rule.id, rule] as const))(
    "%s says all that is to be said of it",
    (id, rule) => {
      const at = blocks().indexOf(`## ${id} ${rule.title}`);
      const lines = blocks()[at + 1]?.split("\n") ?? [];
      expect(at).toBeGreaterThan(0);
      expect(lines.map((line) => line.slice(0, line.indexOf("**:")))).toEqual([
        "- **Strength",
        "- **Whose",
        "- **Source",
        "- **Checked",
        "- **A person states",
        "- **Undone by",
      ]);
      expect(ruleWords(rule)).toMatchObject({
        strength: strengthNames[rule.strength],
        whose: rule.source.label,
        checks: rule.checks,
        states: rule.states ?? "Nothing: it follows from the record.",
        undoneBy: rule.undoneBy,
      });
      expect(strengthNames[rule.strength]).toMatch(/^[A-Z]/);
    },
  );

  test("name the page, its own date and the day on which it was read", () => {
    const { address, pageDate, readOn } = allRules[0]!.source;
    expect(ruleWords(allRules[0]!).source).toBe(`${address} (page of ${pageDate}, read on ${readOn})`);
    const undated = { ...allRules[0]!, source: { ...allRules[0]!.source, pageDate: null } };
    expect(ruleWords(undated).source).toBe(`${address} (read on ${readOn})`);
    const without = { ...allRules[0]!, source: { ...allRules[0]!.source, address: null } };
    expect(ruleWords(without).source).toBe(`No page of its own (written down on ${readOn})`);
  });

  test("begin with their heading, and end with what was decided where guidance is silent", () => {
    expect(blocks()[0]).toBe("# Rules");
    expect(rulesDocument().endsWith("\n\n")).toBe(true);
    expect(decisionsWhereGuidanceIsSilent.map(({ heading }) => heading)).toEqual([
      "What a result means",
      "Ages and dates",
      "Platforms",
      "Adults and statements",
      "Briefing",
      "Consent",
      "Changes after a sign-off",
    ]);
    for (const { heading, decisions } of decisionsWhereGuidanceIsSilent) {
      expect(decisions.length).toBeGreaterThan(2);
      expect(blocks()[blocks().indexOf(`### ${heading}`) + 1]).toBe(`- ${decisions.join("\n- ")}`);
    }
  });
});

test("a source is known by its label", () => {
  for (const { source } of allRules) expect(sourceLabelled(source.label)?.address).toBe(source.address);
  expect(sourceLabelled("A page that nobody read")).toBeNull();
});
