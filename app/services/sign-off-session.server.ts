import { Temporal } from "temporal-polyfill";
import type { Transaction } from "~/data/database.server";
import { listWideners } from "~/data/lock-session.server";
import { newId } from "~/data/new-id.server";
import type { Submission } from "~/data/submission.server";
import type { Actor } from "~/domain/actor";
import { may, signOffBar, type SignOffBar } from "~/domain/permissions";
import { evaluate } from "~/domain/readiness/evaluate";
import { digestOf } from "~/domain/record/digest";
import type { Acceptance, SessionRecord } from "~/domain/record/schema";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { materialFacts } from "~/domain/sign-off/material-facts";
import { subjectOf } from "~/domain/sign-off/subject";
import { statusOf } from "~/domain/session/status";
import { change, type Clock } from "./change.server";
import { holdSession } from "./edit-session.server";

export type AcceptedFinding = { requirement: string; code: string; subject: string; reason: string };

type Options = {
  /** The digest of the facts that the approver saw. */
  seen: string;
  /** A reason for each finding that guidance leaves to a considered answer. */
  accepted: AcceptedFinding[];
  submission?: Submission | undefined;
  clock?: Clock | undefined;
};

const barWords: Record<SignOffBar, string> = {
  planned_it: "You planned this session, so somebody else has to sign it off.",
  hosts_or_observes: "You host or watch over this session, so somebody else has to sign it off.",
  widened_it: "You changed this session, so somebody else has to sign it off.",
};

/**
 * Signs a session off: bound to the facts that the approver saw, to the rules and to each reason accepted. The
 * approver is never the planner, the host, an observer or somebody who widened the session since the last sign-off.
 *
 * Refusals: `not_found`, `forbidden`, `barred`, `not_waiting`, `changed_while_looking`, `reason_missing`, `not_ready`.
 */
export function signOffSession(
  actor: Actor,
  sessionId: string,
  { seen, accepted, submission, clock }: Options,
): Promise<Outcome<{ sessionId: string; signOffId: string }>> {
  return change(
    actor,
    async ({ tx, now, record: note }) => {
      const held = await holdForApprover(tx, actor, sessionId);
      if (!held.ok) return held;
      const record = held.value;
      const at = Temporal.Instant.from(now);
      const digest = digestOf(materialFacts(record));
      if (digest !== seen) {
        return refuse(
          "changed_while_looking",
          "The session changed while you were looking. Look at it again.",
        );
      }
      if (statusOf(record, evaluate(record, at), digest) !== "waiting_for_sign_off") {
        return refuse("not_waiting", "This session is not waiting for sign-off.");
      }
      const signOffId = newId();
      const acceptances = acceptancesFor(accepted, { signOffId, by: actor.userId, at: now });
      const { signOffs: _signOffs, audit: _audit, ...rest } = record;
      const facts = { ...rest, acceptances };
      const readiness = evaluate(facts, at);
      if (readiness.needsAcceptance.length > 0) {
        return refuse("reason_missing", "Give a reason for each thing that you are asked to accept.");
      }
      if (!readiness.ready) return refuse("not_ready", "Something still has to be put right first.");

      await endEarlier(tx, record, now);
      const { organisationId, userId } = actor;
      await tx.signOff.create({
        data: {
          organisationId,
          id: signOffId,
          sessionId,
          signedAt: new Date(now),
          signedBy: userId,
          rules: readiness.rules,
          digest,
        },
      });
      await tx.signOffFacts.create({ data: { organisationId, signOffId, facts } });
      await tx.acceptance.createMany({
        data: acceptances.map(({ by, at: acceptedAt, until: _until, endedAt: _endedAt, ...acceptance }) => ({
          ...acceptance,
          organisationId,
          acceptedBy: by,
          acceptedAt: new Date(acceptedAt),
        })),
      });
      await tellPlanner(tx, actor, record, "signed_off", now);
      note({
        type: "session.signed_off",
        subject: `session:${sessionId}`,
        sessionId,
        signOffId,
        digest,
        rules: readiness.rules,
        accepted: acceptances.map(({ requirement }) => requirement),
      });
      return accept({ sessionId, signOffId });
    },
    { submission, clock },
  );
}

/** Sends a session back to its planner with comments. Refusals as for signing off. */
export function returnSession(
  actor: Actor,
  sessionId: string,
  {
    comments,
    submission,
    clock,
  }: { comments: string; submission?: Submission | undefined; clock?: Clock | undefined },
): Promise<Outcome<{ sessionId: string }>> {
  return change(
    actor,
    async ({ tx, now, record: note }) => {
      const held = await holdForApprover(tx, actor, sessionId);
      if (!held.ok) return held;
      const record = held.value;
      const open = record.session.submissions.at(-1);
      const status = statusOf(
        record,
        evaluate(record, Temporal.Instant.from(now)),
        digestOf(materialFacts(record)),
      );
      if (!open || status !== "waiting_for_sign_off") {
        return refuse("not_waiting", "This session is not waiting for sign-off.");
      }
      await tx.signOffRequest.updateMany({
        where: { id: open.id },
        data: { returnedAt: new Date(now), returnedBy: actor.userId, comments },
      });
      await tellPlanner(tx, actor, record, "returned", now);
      note({ type: "session.returned", subject: `session:${sessionId}`, sessionId, requestId: open.id });
      return accept({ sessionId });
    },
    { submission, clock },
  );
}

async function holdForApprover(
  tx: Transaction,
  actor: Actor,
  sessionId: string,
): Promise<Outcome<SessionRecord>> {
  const held = await holdSession(tx, actor, sessionId, "session.sign_off");
  if (!held.ok) return held;
  const subject = subjectOf(held.value.record, await listWideners(tx, actor.organisationId, sessionId));
  if (!may(actor, "session.sign_off")) return refuse("forbidden", "Only an approver can do this.");
  const bar = signOffBar(actor, subject);
  return bar ? refuse("barred", barWords[bar]) : accept(held.value.record);
}

function acceptancesFor(
  accepted: AcceptedFinding[],
  { signOffId, by, at }: { signOffId: string; by: string; at: string },
): Acceptance[] {
  return accepted
    .filter(({ reason }) => reason.trim().length > 0)
    .map((finding) => ({ ...finding, id: newId(), signOffId, by, at, until: null, endedAt: null }));
}

/** An earlier sign-off, suspended or lapsed, gives way to the new one. */
async function endEarlier(tx: Transaction, record: SessionRecord, now: string) {
  const earlier = record.signOffs.map(({ id }) => id);
  if (earlier.length === 0) return;
  await tx.acceptance.updateMany({
    where: { signOffId: { in: earlier }, endedAt: null },
    data: { endedAt: new Date(now) },
  });
}

async function tellPlanner(tx: Transaction, actor: Actor, record: SessionRecord, kind: string, now: string) {
  await tx.notice.create({
    data: {
      organisationId: actor.organisationId,
      id: newId(),
      userId: record.session.plannedBy,
      sessionId: record.session.id,
      kind,
      changes: [],
      createdAt: new Date(now),
    },
  });
}
