import type { Finding, Readiness, RequirementResult, Section, Strength } from "~/domain/readiness/result";
import { sourceLabelled } from "~/domain/readiness/sources";
import { dateInWords, instantInWords, parseDate } from "~/domain/time/words";
import { fixPath } from "~/paths";
import type { Tone } from "./icon";
import type { ReadinessCounts } from "./readiness-summary";
import type { RowFix } from "./readiness-view";

export type ShownFinding = {
  tone: Tone;
  heading: string;
  why: string;
  fixes: RowFix[];
  source: string[];
  /** Further findings of the same kind, about others. */
  others: string[];
};
export type ShownRequirement = { id: string; tone: Tone; title: string; why: string; source: string[] };
export type ReadinessFindings = {
  counts: ReadinessCounts;
  putRight: ShownFinding[];
  agreement: ShownFinding[];
  look: ShownFinding[];
  requirements: ShownRequirement[];
  breaksOn: string | null;
  goodThrough: string | null;
};

const strengthWords: Record<Strength, string> = {
  do: "asked for",
  consider: "to be considered",
  conditional: "asked for when joining",
  organisation: "your organisation's rule",
  platform: "the platform's rule",
  default: "good practice",
};

const whoElse: Partial<Record<Section, string>> = {
  organisation: "An administrator can: ",
};

type Reader = { sessionId: string; zone: string; mayEdit: boolean };

/** A readiness result as people read it: what stands in the way first, each thing once, then every requirement in order. */
export function readinessFindings(readiness: Readiness, reader: Reader): ReadinessFindings {
  const findings = readiness.requirements.flatMap((requirement) => requirement.findings);
  const show = (wanted: (finding: Finding) => boolean) =>
    grouped(findings.filter(wanted)).map((group) => shownFinding(group, reader));
  const blocks = (finding: Finding) => finding.severity === "blocks";
  return {
    counts: countsOf(readiness),
    putRight: show((finding) => blocks(finding) && finding.kind !== "for_approver"),
    agreement: show((finding) => blocks(finding) && finding.kind === "for_approver"),
    look: show((finding) => !blocks(finding) && finding.kind === "advice"),
    requirements: readiness.requirements.map(shownRequirement),
    breaksOn: readiness.breaksOn ? instantInWords(readiness.breaksOn, reader.zone) : null,
    goodThrough: readiness.goodThrough ? dateInWords(readiness.goodThrough) : null,
  };
}

/** Findings about one thing that several requirements share are one; those of one kind about many stand together. */
function grouped(findings: Finding[]): Finding[][] {
  const once = new Map(
    findings.map((finding) => [`${finding.code} ${finding.subject} ${finding.headline}`, finding]),
  );
  const groups = new Map<string, Finding[]>();
  for (const finding of once.values()) {
    const section = finding.fixes[0]?.section ?? "";
    const key = finding.subject.startsWith("participant:")
      ? `${finding.code} ${section}`
      : `${finding.code} ${finding.subject} ${finding.headline}`;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()].sort((a, b) => rank(a[0]) - rank(b[0]));
}

/** What is wrong comes before what is only missing. */
function rank(finding: Finding | undefined): number {
  return finding?.kind === "wrong" ? 0 : 1;
}

function shownFinding(group: Finding[], reader: Reader): ShownFinding {
  const [first, ...others] = group;
  if (!first) throw new Error("A group of findings is never empty");
  return {
    tone: toneOf(first),
    heading: others.length === 0 ? first.headline : `${first.headline}, and ${others.length} more like this`,
    why: first.message,
    fixes: first.fixes.map(({ text, section, id }) => ({
      text: `${reader.mayEdit ? "" : (whoElse[section] ?? "")}${text}`,
      to: reader.mayEdit ? fixPath(reader.sessionId, { section, id }) : null,
    })),
    source: sourceWords(first.source, first.strength),
    others: others.map((finding) => finding.headline),
  };
}

function toneOf({ kind }: Finding): Tone {
  if (kind === "wrong") return "not_met";
  if (kind === "silent") return "not_answered";
  return kind === "for_approver" ? "ask" : "warns";
}

function sourceWords(label: string, strength: Strength): string[] {
  const source = sourceLabelled(label);
  const words =
    strength === "default" || strength === "organisation" || strength === "platform"
      ? []
      : [strengthWords[strength]];
  const read = source?.address ? [`read ${dateInWords(parseDate(source.readOn))}`] : [];
  return [label, ...words, ...read];
}

const tones: Record<RequirementResult["status"], Tone> = {
  met: "met",
  not_met: "not_met",
  not_answered: "not_answered",
  not_applicable: "not_applicable",
  accepted_with_reason: "accepted",
};

function shownRequirement(requirement: RequirementResult): ShownRequirement {
  const { id, title, status, fact, source, strength, findings } = requirement;
  const blocking = findings.filter((finding) => finding.severity === "blocks");
  const asks = blocking.length > 0 && blocking.every((finding) => finding.kind === "for_approver");
  const headlines = [...new Set(blocking.map((finding) => finding.headline))];
  const shown = headlines.slice(0, 3).join(". ");
  const more = headlines.length > 3 ? ` And ${headlines.length - 3} more.` : "";
  return {
    id,
    title,
    tone: asks ? "ask" : tones[status],
    why: headlines.length > 0 ? `${shown}.${more}` : fact,
    source: sourceWords(source, strength),
  };
}

function countsOf(readiness: Readiness): ReadinessCounts {
  const tonesOf = readiness.requirements.map((requirement) => shownRequirement(requirement).tone);
  const count = (tone: Tone) => tonesOf.filter((each) => each === tone).length;
  return {
    notMet: count("not_met"),
    notAnswered: count("not_answered"),
    needsAgreement: count("ask"),
    met: count("met"),
    accepted: count("accepted"),
    notApplicable: count("not_applicable"),
  };
}
