import { adultRoles, roleWords } from "~/domain/people/role-words";
import type { Finding, Readiness } from "~/domain/readiness/result";
import type { AdultRole } from "~/domain/record/fields";
import type { SessionRecord } from "~/domain/record/schema";
import type { Assignment, Session } from "~/domain/record/session";
import { localParts } from "~/domain/time/local";
import { spokenTime } from "~/forms/time-field";
import { fixPath } from "~/paths";

/** Something about an adult or a role that readiness asks for on this session's date. */
export type AdultIssue = {
  kind: Finding["kind"];
  text: string;
  why: string;
  fixes: { text: string; to: string }[];
};

export type AssignedEntry = {
  id: string;
  name: string;
  facts: string[];
  issues: AdultIssue[];
};

export type RoleGroup = {
  role: AdultRole;
  name: string;
  does: string;
  /** What the role itself lacks: "1 more observer needed". */
  issues: AdultIssue[];
  entries: AssignedEntry[];
};

export type SessionAdults = {
  /** What concerns all adults together. */
  issues: AdultIssue[];
  groups: RoleGroup[];
  reporter: { name: string | null; issues: AdultIssue[] };
};

const roleOfCode: Record<string, AdultRole> = {
  host_missing: "host",
  observer_missing: "observer",
  observer_is_host: "observer",
  host_is_only_observer: "observer",
  observer_is_moderator: "observer",
  moderator_missing: "moderator",
  host_is_moderator: "moderator",
  lead_missing: "dsl_on_call",
  support_contact_missing: "support_contact",
  support_contact_is_host: "support_contact",
};
const ofAll = ["too_few_adults", "ratio_too_low", "no_adult_record"];

/** The adults of a session by role, each with what is still missing for this session's own date. */
export function sessionAdults(record: SessionRecord, readiness: Readiness): SessionAdults {
  const { session } = record;
  const findings = distinct(readiness.requirements.flatMap((requirement) => requirement.findings));
  const issues = (matches: (finding: Finding) => boolean) =>
    findings.filter(matches).map((finding) => issueOf(session, finding));
  const nameOf = (adultId: string | null) => record.adults.find(({ id }) => id === adultId)?.name ?? null;

  return {
    issues: issues(({ code }) => ofAll.includes(code)),
    groups: adultRoles.map((role) => ({
      role,
      ...roleWords(role, session.kind),
      issues: issues(({ code }) => roleOfCode[code] === role),
      entries: session.assignments
        .filter((assignment) => assignment.role === role)
        .map((assignment) => ({
          id: assignment.id,
          name: nameOf(assignment.adultId) ?? "Somebody without a record",
          facts: factsOf(assignment, session),
          issues: issues((finding) => concerns(finding, assignment, session)),
        })),
    })),
    reporter: {
      name: nameOf(session.reportingAdultId),
      issues: issues(({ code }) => code === "reporter_missing"),
    },
  };
}

/** About this adult, and not about another of their roles. Guests are asked nothing. */
function concerns(
  { subject, fixes }: Finding,
  { id, adultId, role }: Assignment,
  { assignments }: Session,
): boolean {
  if (role === "guest" || !subject.startsWith("adult:")) return false;
  if (!subject.slice("adult:".length).split("+").includes(adultId)) return false;
  const elsewhere = fixes.some(
    (fix) =>
      fix.section === "adults" &&
      fix.id !== null &&
      fix.id !== id &&
      assignments.some((a) => a.id === fix.id),
  );
  return !elsewhere;
}

function issueOf({ id }: Session, { kind, headline, message, fixes }: Finding): AdultIssue {
  const toPages = fixes.filter(({ section, id: what }) => section !== "adults" || what !== null);
  return {
    kind,
    text: headline,
    why: message,
    fixes: toPages.map((each) => ({ text: each.text, to: fixPath(id, each) })),
  };
}

function distinct(findings: Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [`${finding.code} ${finding.headline}`, finding])).values()];
}

function factsOf(assignment: Assignment, { zone }: Session): string[] {
  const { role, confirmed, present, device, contact, reachableFrom, reachableTo } = assignment;
  const time = (instant: string) => spokenTime(localParts(instant, zone).time);
  return [
    confirmed ? "Has confirmed" : "Has not confirmed yet",
    role === "dsl_on_call" ? "" : present ? "There throughout" : "Not there throughout",
    device ? (device.kind === "organisation" ? "Organisation's device" : "Own device") : "",
    contact ?? "",
    reachableFrom && reachableTo ? `Reachable ${time(reachableFrom)} to ${time(reachableTo)}` : "",
  ].filter(Boolean);
}
