import { Temporal } from "temporal-polyfill";
import { fixesInWords } from "~/domain/readiness/fix-words";
import type { Finding, Readiness, RequirementResult, Status, Strength } from "~/domain/readiness/result";
import type { Facts } from "~/domain/record/schema";
import { countOf, dateInWords, instantInWords } from "~/domain/time/words";

const WIDTH = 80;

const statusWords: Record<Status, string> = {
  met: "met",
  not_met: "NOT MET",
  not_answered: "NOT ANSWERED",
  not_applicable: "does not apply",
  accepted_with_reason: "accepted with a reason",
};

const strengthWords: Record<Strength, string> = {
  do: "do",
  consider: "consider",
  conditional: "when joining",
  organisation: "the organisation's rule",
  platform: "the platform's terms",
  default: "default",
};

/** A readiness for people to read in a terminal: the answer, then every requirement in order, in 80 columns. */
export function readinessAsText(facts: Facts, readiness: Readiness): string {
  return [
    ...heading(facts, readiness),
    "",
    ...readiness.requirements.flatMap((requirement) => requirementLines(requirement, readiness)),
  ].join("\n");
}

function heading({ session }: Facts, readiness: Readiness): string[] {
  const { ready, blockers, needsAcceptance, breaksOn, goodThrough, requirements } = readiness;
  const zone = session.zone;
  const standing = requirements.filter(
    ({ id, status }) => (status === "not_met" || status === "not_answered") && !needsAcceptance.includes(id),
  );
  const start = Temporal.Instant.from(session.startsAt);
  return [
    wrap(`${session.reference}: ${session.title}`, 0),
    wrap(`${instantInWords(start, zone)} (${zone})`, 0),
    "",
    ready ? "READY" : "NOT READY",
    ...blockers.map(({ message }) => wrap(message, 2)),
    ...(standing.length > 0 ? [wrap(`${countOf(standing.length, "requirement")} to put right.`, 2)] : []),
    ...(needsAcceptance.length > 0
      ? [wrap(`The approver is asked to accept: ${needsAcceptance.join(", ")}.`, 2)]
      : []),
    ...(breaksOn ? [wrap(`Breaks on ${instantInWords(breaksOn, zone)}.`, 2)] : []),
    ...(goodThrough ? [wrap(`Good through ${dateInWords(goodThrough)}.`, 2)] : []),
    wrap(
      `As of ${instantInWords(readiness.at, zone)}, rules ${readiness.rules}${readiness.redacted ? ", redacted record" : ""}.`,
      2,
    ),
  ];
}

function requirementLines(requirement: RequirementResult, readiness: Readiness): string[] {
  const { id, title, status, fact, source, strength, findings } = requirement;
  const waits = readiness.needsAcceptance.includes(id);
  const word = waits ? "for the approver to accept" : statusWords[status];
  const settled = status === "met" || status === "not_applicable" || status === "accepted_with_reason";
  return [
    wrap(`${id}  ${word}: ${title}`, 0, 5),
    ...(settled && fact !== "" ? [wrap(fact, 5)] : []),
    ...findings.flatMap(findingLines),
    wrap(`(${source}; ${strengthWords[strength]})`, 5),
    "",
  ];
}

function findingLines(finding: Finding): string[] {
  const mark = finding.severity === "blocks" ? "!" : "-";
  const fix = fixesInWords(finding.fixes);
  return [
    wrap(`${mark} ${finding.headline}. ${finding.message}`.trimEnd(), 5, 7),
    ...(fix === "" ? [] : [wrap(`To put it right: ${fix}.`, 7)]),
  ];
}

/** Text in lines of at most 80 columns, the first indented by `first`, the others by `rest`. */
function wrap(text: string, first: number, rest = first): string {
  const lines: string[] = [];
  let line = " ".repeat(first);
  let empty = true;
  for (const word of text.split(/\s+/)) {
    if (!empty && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = " ".repeat(rest);
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line].join("\n");
}
