import { Temporal } from "temporal-polyfill";
import type { LinkOwner } from "~/data/consent-requests.server";
import type { Transaction } from "~/data/database.server";
import { lockSession } from "~/data/lock-session.server";
import { withWhoLeft } from "~/data/who-left.server";
import { loadSessionRecord } from "~/data/session-record.server";
import type { Submission } from "~/data/submission.server";
import type { Actor } from "~/domain/actor";
import type { AuditEvent } from "~/domain/audit-events";
import { may, type Action } from "~/domain/permissions";
import type { Participant } from "~/domain/record/participant";
import type { SessionRecord } from "~/domain/record/schema";
import { accept, refuse, refuseStale, type Outcome } from "~/domain/refusal";
import { calledOff } from "~/domain/session/called-off";
import { changeCode } from "~/domain/sign-off/change-words";
import type { SignOffEffect } from "~/domain/sign-off/effect";
import { judgeEdit } from "~/domain/sign-off/judge-edit";
import { subjectOf } from "~/domain/sign-off/subject";
import { change, type Clock } from "./change.server";
import { settleSignOff } from "./settle-sign-off.server";
import { settleTakenBack } from "./settle-taken-back.server";

/** The parts of a session that are edited together; each has its page. */
export type SessionSection =
  | "details"
  | "platform"
  | "adults"
  | "participants"
  | "consent"
  | "briefing"
  | "accessibility"
  | "sensitivities"
  | "statements"
  | "organiser"
  | "audience_notice";

export type SessionEdit = {
  tx: Transaction;
  /** The instant of this edit, ISO 8601 in UTC. */
  now: string;
  /** The record as it stands before the edit, and in it whom an answer is about, also if they left since the start. */
  record: SessionRecord;
  /** Notes an event beside the edit's own. */
  note: (event: AuditEvent) => void;
};

export type EditOptions = {
  section: SessionSection;
  /** What the actor must be allowed to do; editing the session where not given. */
  action?: Action;
  /** The version that the person saw; null where the edit only adds, so that nothing can be overwritten. */
  version: number | null;
  submission?: Submission | undefined;
  clock?: Clock | undefined;
  /** A young person's or parent's no suspends a sign-off where an edit would end it. `about`: whose answer it is. */
  answer?: { about: string };
};

export type SessionEdited = { sessionId: string; version: number; effect: SignOffEffect };

/**
 * The one way to change a session: holds it, refuses who may not and who saw an older version, does the work, and
 * judges what it means for a sign-off by the record before and after, all in one transaction.
 *
 * Refusals: `not_found`, `forbidden`, `stale_version`, `cancelled`, and whatever `work` refuses.
 */
export function editSession(
  actor: Actor,
  sessionId: string,
  options: EditOptions,
  work: (edit: SessionEdit) => Promise<Outcome<null>>,
): Promise<Outcome<SessionEdited>> {
  const { action = "session.edit" } = options;
  return editHeld(actor, sessionId, options, (tx) => holdSession(tx, actor, sessionId, action), work);
}

/**
 * As `editSession`, for what staff write down of answers about one young person, also one who left since the start. It is
 * an answer, not an edit of theirs. Refuses `not_found` too for somebody who does not take part in this session.
 */
export function editAnswers(
  actor: Actor,
  { sessionId, participantId }: { sessionId: string; participantId: string },
  options: Pick<EditOptions, "action" | "submission" | "clock">,
  work: (edit: SessionEdit, participant: Participant) => Promise<Outcome<null>>,
): Promise<Outcome<SessionEdited>> {
  const answer: EditOptions = {
    ...options,
    section: "consent",
    version: null,
    answer: { about: participantId },
  };
  return editSession(actor, sessionId, answer, async (edit) => {
    const participant = edit.record.participants.find(({ id }) => id === participantId);
    return participant
      ? work(edit, participant)
      : refuse("not_found", "There is nobody with this code in this session.");
  });
}

/**
 * As `editSession`, for a young person who answers about themselves through their own link: nobody's roles are asked, and
 * what they say suspends a sign-off where an edit would end it.
 */
export function answerInSession(
  { organisationId, sessionId, participantId }: LinkOwner,
  options: Pick<EditOptions, "submission" | "clock">,
  work: (edit: SessionEdit) => Promise<Outcome<null>>,
): Promise<Outcome<SessionEdited>> {
  const owner: Actor = { organisationId, userId: participantId, roles: [], confirmedAt: null };
  const answer: EditOptions = {
    ...options,
    section: "consent",
    version: null,
    answer: { about: participantId },
  };
  return editHeld(owner, sessionId, answer, (tx) => takeSession(tx, organisationId, sessionId), work);
}

type Held = { record: SessionRecord; version: number };

function editHeld(
  actor: Actor,
  sessionId: string,
  { section, action, version, submission, clock, answer }: EditOptions,
  hold: (tx: Transaction) => Promise<Outcome<Held>>,
  work: (edit: SessionEdit) => Promise<Outcome<null>>,
): Promise<Outcome<SessionEdited>> {
  return change(
    actor,
    async ({ tx, now, record: note }) => {
      const held = await hold(tx);
      if (!held.ok) return held;
      const before = held.value.record;
      if (version !== null && version !== held.value.version) return refuseStale();
      // What was seen and kept before a session was cancelled can be said no to all the same.
      const closed = answer ? calledOff(before.session) : before.session.cancelled !== null;
      if (closed) return wasCancelled;

      const whole = (record: SessionRecord) =>
        answer ? withWhoLeft(tx, actor.organisationId, record, answer.about) : Promise.resolve(record);
      const done = await work({ tx, now, record: await whole(before), note });
      if (!done.ok) return done;

      await tx.session.updateMany({ where: { id: sessionId }, data: { version: { increment: 1 } } });
      const after = await recordOf(tx, actor, sessionId);
      const judgement = judgeEdit(before, after, Temporal.Instant.from(now));
      // What only a role may state is no edit, and bars nobody from signing off afterwards.
      const isRoleStatement = action === "session.consider";
      note({
        type: "session.changed",
        subject: `session:${sessionId}`,
        sessionId,
        section,
        effect: answer || isRoleStatement ? "nothing" : judgement.effect,
        changes: [...new Set(judgement.changes.map(changeCode))],
      });
      const { organisationId } = actor;
      const taken = answer
        ? await settleTakenBack({ tx, now, organisationId, note, before, after: await whole(after) })
        : [];
      const isAnswer = answer !== undefined;
      const effect = await settleSignOff({ tx, now, actor, note, before, after, judgement, isAnswer, taken });
      return accept({ sessionId, version: held.value.version + 1, effect });
    },
    { sessionId, submission, clock },
  );
}

/** Locks a session and loads it, for whoever may do `action` to it. What somebody may not see does not exist for them. */
export async function holdSession(
  tx: Transaction,
  actor: Actor,
  sessionId: string,
  action: Action,
): Promise<Outcome<Held>> {
  const held = await takeSession(tx, actor.organisationId, sessionId);
  if (!held.ok) return held;
  const subject = subjectOf(held.value.record);
  if (!may(actor, "session.view", subject)) return notFound;
  if (action !== "session.sign_off" && action !== "session.return" && !may(actor, action, subject)) {
    return refuse("forbidden", "You may look at this session but not change this part of it.");
  }
  return held;
}

async function takeSession(
  tx: Transaction,
  organisationId: string,
  sessionId: string,
): Promise<Outcome<Held>> {
  const version = await lockSession(tx, organisationId, sessionId);
  const record = version === null ? null : await loadSessionRecord(tx, organisationId, sessionId);
  return version === null || !record ? notFound : accept({ record, version });
}

export const wasCancelled = refuse("cancelled", "This session was cancelled and cannot be changed.");
const notFound = refuse("not_found", "There is no such session.");

async function recordOf(tx: Transaction, actor: Actor, sessionId: string): Promise<SessionRecord> {
  const record = await loadSessionRecord(tx, actor.organisationId, sessionId);
  if (!record) throw new Error("A session vanished inside its own transaction");
  return record;
}
