import { attendanceOf } from "~/domain/people/attendance";
import { adultRoles, roleWords } from "~/domain/people/role-words";
import type { Finding, Readiness } from "~/domain/readiness/result";
import type { AdultRole } from "~/domain/record/fields";
import type { SessionRecord } from "~/domain/record/schema";
import type { Assignment, Session } from "~/domain/record/session";
import { countOf } from "~/domain/time/words";
import { localParts } from "~/domain/time/local";
import { spokenTime } from "~/forms/time-field";
import { fixPath } from "~/paths";

/** Something about an adult or a role that readiness asks for on this session's date. */
export type AdultIssue = {
  kind: Finding["kind"];
  text: string;
  why: string;
  isStatement?: boolean;
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
  /** A session can do without. */
  optional: boolean;
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
  too_few_observers: "observer",
  observer_is_host: "observer",
  host_is_only_observer: "observer",
  observer_is_moderator: "observer",
  moderator_missing: "moderator",
  host_is_moderator: "moderator",
  lead_missing: "dsl_on_call",
  support_contact_missing: "support_contact",
  support_contact_is_host: "support_contact",
};
const aboutNumber = ["observer_missing", "too_few_observers", "observer_is_host"];
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
      optional: role === "standby" || role === "guest",
      issues: [
        ...issues(({ code }) => roleOfCode[code] === role),
        ...(role === "observer" && !findings.some(({ code }) => aboutNumber.includes(code))
          ? observersWanted(record)
          : []),
      ],
      entries: session.assignments
        .filter((assignment) => assignment.role === role)
        .map((assignment) => ({
          id: assignment.id,
          name: nameOf(assignment.adultId) ?? "Somebody without a record",
          facts: factsOf(assignment, session),
          issues: inOneLine(issues((finding) => concerns(finding, assignment, session))),
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
  { code, subject, fixes }: Finding,
  { id, adultId, role }: Assignment,
  { assignments }: Session,
): boolean {
  if (code.startsWith("lead_") && role !== "dsl_on_call") return false;
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

/** Before there is a host readiness cannot yet say who observes besides; that somebody has to is known. */
function observersWanted({ session, policy }: SessionRecord): AdultIssue[] {
  const ids = session.assignments.filter(({ role }) => role === "observer").map(({ adultId }) => adultId);
  const wanted = policy.minimumObservers - new Set(ids).size;
  if (wanted <= 0) return [];
  const text = `${countOf(wanted, "more observer")} needed`;
  return [
    { kind: "silent", text, why: "An observer watches the whole session and does not host.", fixes: [] },
  ];
}

/** The three yearly statements are asked for and renewed together, so they are one line. */
function inOneLine(issues: AdultIssue[]): AdultIssue[] {
  const [first, ...others] = issues.filter(({ isStatement }) => isStatement);
  if (!first || others.length === 0) return issues;
  const together = {
    ...first,
    kind: [first, ...others].some(({ kind }) => kind === "wrong") ? ("wrong" as const) : first.kind,
    text: `${countOf(others.length + 1, "statement")} on social media to make or renew`,
    why: "They hold for every session and are renewed together.",
  };
  return [together, ...issues.filter(({ isStatement }) => !isStatement)];
}

function issueOf({ id }: Session, { code, kind, headline, message, fixes }: Finding): AdultIssue {
  const toPages = fixes.filter(({ section, id: what }) => section !== "adults" || what !== null);
  return {
    kind,
    text: headline,
    why: message,
    isStatement: code.startsWith("statement_"),
    fixes: toPages.map((each) => ({ text: each.text, to: fixPath(id, each) })),
  };
}

function distinct(findings: Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [`${finding.code} ${finding.headline}`, finding])).values()];
}

const attendanceWords = {
  confirmed: "Has confirmed",
  again: "Has to confirm again: the session was moved",
  not_yet: "Has not confirmed yet",
};

function factsOf(assignment: Assignment, session: Session): string[] {
  const { zone } = session;
  const { role, present, device, contact, reachableFrom, reachableTo } = assignment;
  const time = (instant: string) => spokenTime(localParts(instant, zone).time);
  return [
    attendanceWords[attendanceOf(assignment, session)],
    role === "dsl_on_call" ? "" : present ? "There throughout" : "Not there throughout",
    device ? (device.kind === "organisation" ? "Organisation's device" : "Own device") : "",
    contact ?? "",
    reachableFrom && reachableTo ? `Reachable ${time(reachableFrom)} to ${time(reachableTo)}` : "",
  ].filter(Boolean);
}
