import { Temporal } from "temporal-polyfill";
import { fixesInWords } from "~/domain/readiness/fix-words";
import type { Readiness, RequirementResult } from "~/domain/readiness/result";
import {
  countOf,
  dateInWords,
  instantInWords,
  listInWords,
  longDate,
  timeInWords,
} from "~/domain/time/words";
import type { RecordExport } from "../record-export";
import type { PageContent, RequirementBlock, Tone } from "./page-content";
import {
  adultsSection,
  answersSection,
  briefingSection,
  consentSection,
  historySection,
  participantsSection,
} from "../record-sections";
import { signOffSection } from "../sign-off-section";
import { requirementWords, strengthWords } from "../words";

/** What the PDF of an export says, page by page, as plain data. `digest` is that of the attached JSON's bytes. */
export function contentOf(of: RecordExport, digest: string): PageContent {
  const { record, readiness, status, exportedAt, namesBecause } = of;
  const { session, organisation } = record;
  const utc = exportedAt.toZonedDateTimeISO("UTC");
  return {
    documentTitle: `Session record ${session.reference}`,
    reference: session.reference,
    organisation: organisation.name,
    heading: namesBecause === null ? `Session ${session.reference}` : session.title,
    status,
    tone: toneOf(readiness),
    notice:
      namesBecause === null
        ? "Redacted: young people and adults appear by code, and what somebody typed is withheld."
        : `This record holds names. Reason given: ${namesBecause}`,
    facts: factsOf(of),
    summary: summaryOf(readiness, session.zone),
    sections: [
      signOffSection(record),
      {
        title: "Requirements",
        blocks: [
          { kind: "requirements", items: readiness.requirements.map((r) => requirementBlock(r, readiness)) },
        ],
      },
      adultsSection(record),
      participantsSection(record),
      consentSection(record),
      answersSection(record),
      briefingSection(record),
      historySection(record),
      {
        title: "About this record",
        blocks: [
          {
            kind: "text",
            text: "The whole record is attached to this document as JSON. Whoever has it can have its readiness worked out again, without Greenroom's database: npx greenroom check session-record.json.",
          },
          { kind: "facts", rows: [["SHA-256 of the attached file", digest]] },
        ],
      },
    ],
    date: {
      year: utc.year,
      month: utc.month,
      day: utc.day,
      hour: utc.hour,
      minute: utc.minute,
      second: utc.second,
    },
  };
}

function factsOf({ record, readiness, exportedAt }: RecordExport): [string, string][] {
  const { session, platformModes } = record;
  const start = Temporal.Instant.from(session.startsAt).toZonedDateTimeISO(session.zone);
  const end = Temporal.Instant.from(session.endsAt).toZonedDateTimeISO(session.zone);
  const modes = session.platforms.map(
    ({ modeId }) => platformModes.find(({ id }) => id === modeId)?.name ?? "unknown",
  );
  return [
    ["Reference", session.reference],
    ["Organisation", record.organisation.name],
    [
      "When",
      `${longDate(start.toPlainDate())}, ${timeInWords(start.toPlainTime())} to ${timeInWords(end.toPlainTime())} (${session.zone})`,
    ],
    ["Kind", `${session.kind === "host" ? "We host" : "We join"}, ${session.format.replace("_", " ")}`],
    ["Platform", listInWords(modes) || "Not chosen"],
    ["Young people", String(record.participants.length)],
    ["Rules", readiness.rules],
    ["Exported", `${instantInWords(exportedAt, session.zone)} (${exportedAt.toString()})`],
  ];
}

function toneOf({ ready, needsAcceptance }: Readiness): Tone {
  if (!ready) return "bad";
  return needsAcceptance.length > 0 ? "wait" : "good";
}

function summaryOf(readiness: Readiness, zone: string): PageContent["summary"] {
  const { requirements, needsAcceptance, ready, blockers, breaksOn, goodThrough } = readiness;
  const waits = requirements.filter(({ id }) => needsAcceptance.includes(id)).length;
  const count = (...statuses: string[]) =>
    requirements.filter(({ id, status }) => statuses.includes(status) && !needsAcceptance.includes(id))
      .length;
  const missing = count("not_met", "not_answered");
  const answer = ready
    ? "Ready."
    : `Not ready${missing > 0 ? `: ${countOf(missing, "thing")} to put right.` : "."}`;
  return {
    sentence: [
      answer,
      ...blockers.map(({ message }) => message),
      ...(breaksOn ? [`Breaks on ${instantInWords(breaksOn, zone)}.`] : []),
      ...(goodThrough ? [`Good through ${dateInWords(goodThrough)}.`] : []),
    ].join(" "),
    counts: [
      { words: "met", count: count("met"), tone: "good" as const },
      { words: "accepted with a reason", count: count("accepted_with_reason"), tone: "good" as const },
      { words: "for the approver to accept", count: waits, tone: "wait" as const },
      { words: "not met", count: count("not_met"), tone: "bad" as const },
      { words: "not answered", count: count("not_answered"), tone: "bad" as const },
      { words: "do not apply", count: count("not_applicable"), tone: "plain" as const },
    ].filter((entry) => entry.count > 0),
  };
}

function requirementBlock(requirement: RequirementResult, { needsAcceptance }: Readiness): RequirementBlock {
  const { id, title, status, fact, findings, source, strength } = requirement;
  const waits = needsAcceptance.includes(id);
  const settled = status !== "not_met" && status !== "not_answered";
  return {
    id,
    title,
    status: waits ? "For the approver" : requirementWords[status].word,
    tone: waits ? "wait" : requirementWords[status].tone,
    fact: settled ? fact : "",
    findings: findings.map(({ severity, headline, message, fixes }) => ({
      text: `${headline}. ${message}`.trim(),
      fix: fixesInWords(fixes),
      blocks: severity === "blocks",
    })),
    source: `${source} (${strengthWords[strength]})`,
  };
}
