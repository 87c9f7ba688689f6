import type { Finding, Fix, RequirementResult, Strength } from "~/domain/readiness/result";
import type { Tone } from "./icon";
import type { ReadinessCounts } from "./readiness-summary";

/** A way to put it right: a link that does it or goes there, or words where someone else has to. */
export type RowFix = { text: string; to: string | null };
export type RowPoint = { heading: string; text: string; fixes: RowFix[] };

/** One requirement as a row to read: plain data, so that a loader can send it. */
export type RowData = {
  /** Where links to the row lead: the requirement's id in small letters. */
  id: string;
  tone: Tone;
  heading: string;
  why: string;
  /** Where several things are wrong with one requirement, each of them. */
  points: RowPoint[];
  fixes: RowFix[];
  source: string[];
};

/** The rows under the headings of the readiness page. Each requirement stands in exactly one of them, in order. */
export type ReadinessView = {
  counts: ReadinessCounts;
  putRight: RowData[];
  agree: RowData[];
  worthALook: RowData[];
  met: RowData[];
  notApplicable: RowData[];
};

const STRENGTHS: Record<Strength, string> = {
  do: "do",
  consider: "consider",
  conditional: "only when joining",
  organisation: "your organisation's rule",
  platform: "the platform's terms",
  default: "Greenroom's default",
};

/** Sorts what was evaluated into what a person does about it. `linkOf` gives the page that mends something, or null. */
export function readinessView(
  requirements: readonly RequirementResult[],
  linkOf: (fix: Fix) => string | null,
): ReadinessView {
  const rows = requirements.map((requirement) => rowOf(requirement, linkOf));
  const inTone = (...tones: Tone[]) => rows.filter(({ tone }) => tones.includes(tone));
  return {
    counts: {
      notMet: inTone("not_met").length,
      notAnswered: inTone("not_answered").length,
      needsAgreement: inTone("ask").length,
      met: inTone("met", "warns").length,
      accepted: inTone("accepted").length,
      notApplicable: inTone("not_applicable").length,
    },
    putRight: inTone("not_met", "not_answered"),
    agree: inTone("ask"),
    worthALook: inTone("warns"),
    met: inTone("met", "accepted"),
    notApplicable: inTone("not_applicable"),
  };
}

function rowOf(requirement: RequirementResult, linkOf: (fix: Fix) => string | null): RowData {
  const { id, title, fact, findings } = requirement;
  const linked = (fixes: Fix[]) => fixes.map((fix) => ({ text: fix.text, to: linkOf(fix) }));
  const [first, ...others] = findings;
  const row = { id: id.toLowerCase(), tone: toneOf(requirement), source: sourcesOf(requirement) };
  if (!first || row.tone === "accepted") return { ...row, heading: title, why: fact, points: [], fixes: [] };
  if (others.length === 0) {
    const { headline, message } = first;
    return { ...row, heading: headline, why: message, points: [], fixes: linked(first.fixes) };
  }
  const shared = others.every((finding) => sameFixes(finding, first)) ? linked(first.fixes) : null;
  const why = others.every(({ message }) => message === first.message) ? first.message : "";
  const points = findings.map(({ headline, message, fixes }) => ({
    heading: headline,
    text: why ? "" : message,
    fixes: shared ? [] : linked(fixes),
  }));
  return { ...row, heading: title, why, points, fixes: shared ?? [] };
}

function toneOf({ status, findings }: RequirementResult): Tone {
  if (status === "not_applicable") return "not_applicable";
  if (status === "accepted_with_reason") return "accepted";
  if (status === "met") return findings.length > 0 ? "warns" : "met";
  const blocking = findings.filter(({ severity }) => severity === "blocks");
  if (blocking.every(({ kind }) => kind === "for_approver")) return "ask";
  return status;
}

function sourcesOf({ id, source, strength, findings }: RequirementResult): string[] {
  return [...new Set([{ source, strength }, ...findings].map(attributed)), id];
}

/** Whose rule it is and how strong; once, where the source already says it. */
function attributed({ source, strength }: Pick<Finding, "source" | "strength">): string {
  const words = STRENGTHS[strength];
  return source.toLowerCase() === words.toLowerCase() ? source : `${source} – ${words}`;
}

function sameFixes(one: Finding, other: Finding): boolean {
  const texts = ({ fixes }: Finding) =>
    fixes.map(({ text, section, id }) => `${section} ${id} ${text}`).join("\n");
  return texts(one) === texts(other);
}
