import { setTimeout } from "node:timers/promises";
import { Temporal } from "temporal-polyfill";
import { appendAuditEvents, appendInstallationEvents } from "~/data/audit.server";
import { keepCheckpoint } from "~/data/audit-checkpoint.server";
import { DatabaseError } from "~/data/database-problem.server";
import { withOrganisation, type Transaction } from "~/data/database.server";
import { lastEventOf, lockSession } from "~/data/lock-session.server";
import { claimSubmission, keepSubmissionResult, type Submission } from "~/data/submission.server";
import { checkpointReason } from "~/domain/audit-checkpoint";
import type { AuditEvent } from "~/domain/audit-events";
import type { InstallationEvent } from "~/domain/installation-events";
import { refuse, type Outcome, type Refusal } from "~/domain/refusal";
import { notBefore } from "~/domain/time/order";

export type Clock = () => Temporal.Instant;

/** What a change answers with: ids, versions and the like, so that a repeated submission can be answered with it. */
export type Result =
  string | number | boolean | null | readonly Result[] | { readonly [key: string]: Result };

export type Change = {
  tx: Transaction;
  /**
   * The one instant of this change, ISO 8601 in UTC, to the millisecond. A change about a session takes it while it
   * holds the session, and never before what last happened to it: whoever waited sees what the other has done.
   */
  now: string;
  /** Notes what was done. Written at the very end, in this order, and only if everything else succeeded. */
  record: (event: AuditEvent) => void;
  /**
   * As `record`, for what concerns a person's account or the installation and not one organisation: into the chain of
   * the installation, which no organisation reads. It is written after the organisation's, always in this order.
   */
  recordForInstallation: (event: InstallationEvent) => void;
};

export type ChangeOptions = {
  /** The session that the change is about. It is held before anything else. */
  sessionId?: string;
  submission?: Submission | undefined;
  clock?: Clock | undefined;
};

/** Who changes. `userId` is null for the system's own work, which sends no forms. */
export type Changer = { organisationId: string; userId: string | null };

class RolledBack extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

const ATTEMPTS = 5;
const LONGEST_PAUSE_MS = 50;

/**
 * The only way to write: one transaction in the actor's organisation that holds the work, the result for a repeated
 * submission, and the audit events, which go last. A refusal undoes everything. Work that two transactions did at odds
 * is done again from the start, so `work` must touch nothing outside `tx`.
 *
 * @throws Error where work succeeded and recorded no event; DatabaseError where the database could not do it
 */
export async function change<T extends Result>(
  actor: Changer,
  work: (change: Change) => Promise<Outcome<T>>,
  options: ChangeOptions = {},
): Promise<Outcome<T>> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptChange(actor, work, options);
    } catch (error) {
      if (error instanceof RolledBack) return { ok: false, refusal: error.refusal };
      const again = error instanceof DatabaseError && error.problem === "conflict" && attempt < ATTEMPTS;
      if (!again) throw error;
      await letOthersFinish(attempt);
    }
  }
}

/** A random moment, longer each time: whoever was waited for goes on first, and two do not meet again at once. */
function letOthersFinish(attempt: number): Promise<void> {
  return setTimeout(Math.random() * LONGEST_PAUSE_MS * 2 ** attempt);
}

function attemptChange<T extends Result>(
  { organisationId, userId }: Changer,
  work: (change: Change) => Promise<Outcome<T>>,
  { sessionId, submission, clock = Temporal.Now.instant }: ChangeOptions,
): Promise<Outcome<T>> {
  const scope = { organisationId, actorId: userId };
  return withOrganisation(scope, async (tx) => {
    const owner = submission && ownerOf(scope);
    if (submission && owner) {
      const claim = await claimSubmission(tx, owner, submission);
      // What was kept is what an earlier run of the same work answered.
      if (claim.state === "replay") return { ok: true, value: claim.result as T };
      if (claim.state === "reused") return resubmitted;
    }
    const last = sessionId ? await held(tx, organisationId, sessionId) : null;
    const now = notBefore(last, clock().round("millisecond").toString());
    const events: AuditEvent[] = [];
    const installationEvents: InstallationEvent[] = [];
    const outcome = await work({
      tx,
      now,
      record: (event) => events.push(event),
      recordForInstallation: (event) => installationEvents.push(event),
    });
    if (!outcome.ok) throw new RolledBack(outcome.refusal);
    if (events.length + installationEvents.length === 0)
      throw new Error("A change succeeded without recording what it did");
    if (submission && owner) await keepSubmissionResult(tx, owner, submission.id, outcome.value);
    if (events.length > 0) {
      const end = await appendAuditEvents(tx, scope, now, events);
      const reason = checkpointReason(events);
      if (reason) await keepCheckpoint(tx, organisationId, end, reason);
    }
    if (installationEvents.length > 0) await appendInstallationEvents(tx, scope, now, installationEvents);
    return outcome;
  });
}

/** Holds a session until the transaction ends, and answers with when something last happened to it. */
async function held(tx: Transaction, organisationId: string, sessionId: string): Promise<string | null> {
  await lockSession(tx, organisationId, sessionId);
  return lastEventOf(tx, organisationId, sessionId);
}

const resubmitted = refuse(
  "submission_reused",
  "This page was already sent with something else in it. Open it again and send your change once more.",
);

function ownerOf({ organisationId, actorId }: { organisationId: string; actorId: string | null }) {
  if (actorId === null) throw new Error("A submission needs somebody who sent it");
  return { organisationId, actorId };
}
