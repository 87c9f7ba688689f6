import type { Action } from "~/domain/permissions";
import { fixesInWords, lowerFirst } from "~/domain/readiness/fix-words";
import type {
  Finding,
  Fix,
  Readiness,
  RequirementResult,
  Section,
  Strength,
} from "~/domain/readiness/result";
import { sourceLabelled } from "~/domain/readiness/sources";
import { dateInWords, parseDate } from "~/domain/time/words";
import { fixPath, paths } from "~/paths";
import type { Tone } from "./icon";
import type { RowFix, RowPoint } from "./readiness-row";
import type { ReadinessCounts } from "./readiness-summary";

export type ShownFinding = {
  tone: Tone;
  heading: string;
  why: string;
  fixes: RowFix[];
  source: string[];
  /** The same about others, each with the place that mends it. */
  points: RowPoint[];
};
export type ShownRequirement = {
  id: string;
  tone: Tone;
  title: string;
  why: string;
  fixes: RowFix[];
  source: string[];
};
/** A readiness result as plain data that a loader can send. */
export type ReadinessFindings = {
  counts: ReadinessCounts;
  putRight: ShownFinding[];
  agreement: ShownFinding[];
  look: ShownFinding[];
  /** Every requirement, in order. */
  requirements: ShownRequirement[];
};

/** Who reads: what they may not do is told with who can. */
export type Reader = {
  sessionId: string;
  may: (action: Action) => boolean;
  /** When the session's platforms were last looked at, in words. */
  platformsChecked?: string | null;
};

/** A finding with the requirement that it stands in the way of. */
type Found = Finding & { of: Pick<RequirementResult, "source" | "strength"> };

/** A readiness result as people read it: what stands in the way first, each thing once, then every requirement in order. */
export function readinessFindings(readiness: Readiness, reader: Reader): ReadinessFindings {
  const findings: Found[] = readiness.requirements.flatMap((of) =>
    of.findings.map((finding) => ({ ...finding, of })),
  );
  const show = (wanted: (finding: Finding) => boolean) =>
    grouped(findings.filter(wanted)).map((group) => shownFinding(group, reader));
  const blocks = (finding: Finding) => finding.severity === "blocks";
  const requirements = readiness.requirements.map((requirement) => shownRequirement(requirement, reader));
  return {
    counts: countsOf(requirements),
    putRight: show((finding) => blocks(finding) && finding.kind !== "for_approver"),
    agreement: show((finding) => blocks(finding) && finding.kind === "for_approver"),
    look: show((finding) => !blocks(finding) && finding.kind === "advice"),
    requirements,
  };
}

/** Findings about one thing that several requirements share are one; those of one kind about many stand together. */
function grouped(findings: Found[]): [Found, ...Found[]][] {
  const once = new Map<string, Found>();
  for (const finding of findings) {
    const key = `${finding.code} ${finding.subject} ${finding.headline}`;
    if (!once.has(key)) once.set(key, finding);
  }
  const groups = new Map<string, [Found, ...Found[]]>();
  for (const [key, finding] of once) {
    const section = finding.fixes[0]?.section ?? "";
    const kind = finding.subject.startsWith("participant:") ? `${finding.code} ${section}` : key;
    const group = groups.get(kind);
    if (group) group.push(finding);
    else groups.set(kind, [finding]);
  }
  return [...groups.values()].sort(([a], [b]) => rank(a) - rank(b));
}

/** What is wrong comes before what is only missing. */
function rank({ kind }: Finding): number {
  return kind === "wrong" ? 0 : 1;
}

function shownFinding([first, ...others]: [Found, ...Found[]], reader: Reader): ShownFinding {
  const fixes = fixesOf(first, reader);
  const shared = others.every((other) => JSON.stringify(fixesOf(other, reader)) === JSON.stringify(fixes));
  return {
    tone: toneOf(first),
    heading: others.length === 0 ? first.headline : `${first.headline}, and ${others.length} more like this`,
    why: first.message,
    fixes,
    source: sourcesOf(first, reader),
    points: others.map((other) => ({
      heading: other.headline,
      text: other.message === first.message ? "" : other.message,
      fixes: shared ? [] : fixesOf(other, reader),
    })),
  };
}

const doneBy: Partial<Record<Section, { action: Action; who: string }>> = {
  organisation: { action: "organisation.edit", who: "An administrator" },
  adult_record: { action: "adult.edit", who: "A planner, safeguarding lead or administrator" },
  platform_record: { action: "platform.edit", who: "A planner, safeguarding lead or administrator" },
};

/** The ways to mend a finding that are open to the reader, as links; else who can, in one sentence for each. */
function fixesOf({ code, fixes }: Finding, { sessionId, may }: Reader): RowFix[] {
  if (code.startsWith("lead_") && may("session.consider")) {
    return [{ text: "Record what you have considered", to: paths.leadConsiders(sessionId) }];
  }
  const shown: RowFix[] = [];
  const byOthers = new Map<string, Fix[]>();
  for (const fix of fixes) {
    const { action, who } = doneBy[fix.section] ?? { action: "session.edit", who: "The planner" };
    const to = fixPath(sessionId, fix);
    if (fix.section === "decision" && may("session.consider")) shown.push({ text: decisionText(code), to });
    else if (may(action)) shown.push({ text: fix.text, to });
    else byOthers.set(who, [...(byOthers.get(who) ?? []), fix]);
  }
  const told = [...byOthers].map(([who, ways]) => `${who} can ${lowerFirst(fixesInWords(ways))}`);
  return [...shown, ...told.map((text) => ({ text, to: null }))];
}

/** What a safeguarding lead is asked, where others are told to ask one. */
function decisionText(code: string): string {
  return code === "conflict" ? "Decide whose answer counts" : "Decide whether they can answer alone";
}

function toneOf({ kind }: Finding): Tone {
  if (kind === "wrong") return "not_met";
  if (kind === "silent") return "not_answered";
  return kind === "for_approver" ? "ask" : "warns";
}

const strengthWords: Partial<Record<Strength, string>> = {
  do: "do",
  consider: "consider",
  conditional: "only when joining",
};

/** Whose rule a finding follows, and first whose requirement it stands in the way of where that is somebody else's. */
function sourcesOf({ source, strength, of }: Found, { platformsChecked }: Reader): string[] {
  const own = sourceWords(source, strength);
  const checked = strength === "platform" && platformsChecked ? [`checked ${platformsChecked}`] : [];
  return of.source === source
    ? [...own, ...checked]
    : [...sourceWords(of.source, of.strength), ...own, ...checked];
}

/** Whose rule it is, how strong, the date of the page and the day it was read. */
function sourceWords(label: string, strength: Strength): string[] {
  const source = sourceLabelled(label);
  const words = strengthWords[strength];
  const dated = source?.pageDate && !label.includes(source.pageDate) ? [`page of ${source.pageDate}`] : [];
  const read = source?.address ? [`read ${dateInWords(parseDate(source.readOn))}`] : [];
  return [words ? `${label} – ${words}` : label, ...dated, ...read];
}

const tones: Record<RequirementResult["status"], Tone> = {
  met: "met",
  not_met: "not_met",
  not_answered: "not_answered",
  not_applicable: "not_applicable",
  accepted_with_reason: "accepted",
};

const mostHeadlines = 3;

function shownRequirement(requirement: RequirementResult, reader: Reader): ShownRequirement {
  const { id, title, status, fact, source, strength, findings } = requirement;
  const blocking = findings.filter((finding) => finding.severity === "blocks");
  const asks = blocking.length > 0 && blocking.every((finding) => finding.kind === "for_approver");
  const headlines = [...new Set(blocking.map((finding) => finding.headline))];
  const more = headlines.length - mostHeadlines;
  const said = headlines.slice(0, mostHeadlines).join(". ");
  const first = blocking.find((finding) => finding.kind === "wrong") ?? blocking[0];
  return {
    id,
    title,
    tone: asks ? "ask" : tones[status],
    why: headlines.length === 0 ? fact : `${said}.${more > 0 ? ` And ${more} more.` : ""}`,
    fixes: first && !asks ? fixesOf(first, reader).slice(0, 1) : [],
    source: [...sourceWords(source, strength), id],
  };
}

function countsOf(requirements: ShownRequirement[]): ReadinessCounts {
  const count = (tone: Tone) => requirements.filter((each) => each.tone === tone).length;
  return {
    notMet: count("not_met"),
    notAnswered: count("not_answered"),
    needsAgreement: count("ask"),
    met: count("met"),
    accepted: count("accepted"),
    notApplicable: count("not_applicable"),
  };
}
