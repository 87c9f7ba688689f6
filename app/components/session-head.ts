import type { Actor } from "~/domain/actor";
import { may, signOffBar, type Action, type SessionSubject } from "~/domain/permissions";
import type { Readiness } from "~/domain/readiness/result";
import type { ListedFacts } from "~/domain/record/schema";
import { sessionLine } from "~/domain/session/session-line";
import { newestSubmission, type SessionStatus } from "~/domain/session/status";
import { countOf, instantInWords } from "~/domain/time/words";
import { paths } from "~/paths";
import { nextStep, type Step } from "./next-step";
import { readinessFindings } from "./readiness-findings";

/** What stands above every page about one session, as plain data. */
export type SessionHead = {
  id: string;
  title: string;
  reference: string;
  line: string;
  status: SessionStatus;
  /** Where things stand, in a sentence. */
  answer: string;
  /** More to know about where things stand: a manager's comments, what changed. */
  word: { text: string; quote: string | null; link: { text: string; to: string } | null } | null;
  step: Step;
};

type Judged = {
  actor: Actor;
  record: ListedFacts;
  readiness: Readiness;
  status: SessionStatus;
  subject: SessionSubject;
};

export function sessionHead(
  { actor, record, readiness, status, subject }: Judged,
  mayDo: (action: Action) => boolean,
): SessionHead {
  const { session } = record;
  const { putRight, agreement } = readinessFindings(readiness, { sessionId: session.id, may: mayDo });
  const first = putRight.flatMap(({ fixes }) => fixes).find(({ to }) => to !== null)?.to ?? null;
  return {
    id: session.id,
    title: session.title,
    reference: session.reference,
    line: sessionLine(record),
    status,
    answer: answerOf(status, readiness, { left: putRight.length, agreement: agreement.length }),
    word: wordOf(record, status),
    step: nextStep({
      session,
      status,
      readiness,
      first,
      left: putRight.length,
      mayMarkReady: mayDo("session.mark_ready"),
      maySign: may(actor, "session.sign_off") && signOffBar(actor, subject) === null,
    }),
  };
}

type Counts = { left: number; agreement: number };

function answerOf(status: SessionStatus, readiness: Readiness, { left, agreement }: Counts): string {
  if (status === "cancelled") return "This session was cancelled.";
  if (status === "recorded_late") {
    return "This session was put on record after it had happened. Its checks are facts; nobody signed it off.";
  }
  if (status === "finished") return "This session has been held under its sign-off.";
  if (status === "live") return "This session is on air.";
  if (status === "signed_off") return "Everything is in place, and it is signed off.";
  if (status === "waiting_for_sign_off") return "Everything is in place. A manager is asked to sign it off.";
  if (readiness.blockers.length > 0) {
    return "It was not signed off when it started. Put it on record, or cancel it if it did not happen.";
  }
  if (left > 0) return `${countOf(left, "thing")} to put right before it can be marked ready.`;
  if (agreement > 0) {
    return `Nothing left to put right. It can be sent, and a manager is asked to agree to ${countOf(agreement, "answer")}.`;
  }
  return "Everything is in place. It can be sent for sign-off.";
}

function wordOf(record: ListedFacts, status: SessionStatus): SessionHead["word"] {
  const { session, organisation } = record;
  const nameOf = (userId: string) => organisation.staff.find(({ id }) => id === userId)?.name ?? "Somebody";
  const when = (at: string) => instantInWords(at, session.zone);
  const lapsed = { text: "See what changed", to: paths.lapsed(session.id) };
  if (status === "sign_off_lapsed") {
    return { text: "The sign-off lapsed because the session changed.", quote: null, link: lapsed };
  }
  if (status === "sign_off_suspended") {
    const text =
      "The sign-off is suspended because a young person changed their mind. A change that only narrows what the session does brings it back.";
    return { text, quote: null, link: lapsed };
  }
  const returned = newestSubmission(record)?.returned;
  if (status === "returned" && returned) {
    const text = `${nameOf(returned.by)} sent it back on ${when(returned.at)}:`;
    return { text, quote: returned.comments, link: null };
  }
  const ended = session.cancelled ?? session.recordedLate;
  if (!ended) return null;
  const text = `${nameOf(ended.by)}, ${when(ended.at)}:`;
  return { text, quote: ended.reason, link: null };
}
