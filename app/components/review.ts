import { signOffBar, barWords, type SessionSubject } from "~/domain/permissions";
import type { Actor } from "~/domain/actor";
import type { Readiness } from "~/domain/readiness/result";
import type { SessionRecord } from "~/domain/record/schema";
import { latestSignOff } from "~/domain/sign-off/standing";
import { instantInWords } from "~/domain/time/words";
import { changeLines, type ChangeLine } from "./change-lines";

/** A finding that the approver is asked to accept: what the form posts, and what the page says of it. */
export type AskedFinding = {
  requirement: string;
  code: string;
  subject: string;
  heading: string;
  why: string;
  source: string;
};

export function askedFindings({ requirements }: Readiness): AskedFinding[] {
  return requirements.flatMap(({ id, findings }) =>
    findings
      .filter(({ severity, kind }) => severity === "blocks" && kind === "for_approver")
      .map(({ code, subject, headline, message, source }) => ({
        requirement: id,
        code,
        subject,
        heading: headline,
        why: message,
        source,
      })),
  );
}

/** What changed since the newest sign-off, or null where there was none yet. */
export function changedSince(record: SessionRecord): { when: string; lines: ChangeLine[] } | null {
  const last = latestSignOff(record.signOffs);
  if (!last) return null;
  return { when: instantInWords(last.at, record.session.zone), lines: changeLines(last.facts, record) };
}

/** Why somebody cannot sign this session off, in words, or null. */
export function barOf(actor: Actor, subject: SessionSubject): string | null {
  const bar = signOffBar(actor, subject);
  return bar && barWords[bar];
}
