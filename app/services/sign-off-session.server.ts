import { Temporal } from "temporal-polyfill";
import type { Transaction } from "~/data/database.server";
import { listWideners } from "~/data/lock-session.server";
import { newId } from "~/data/new-id.server";
import { tellMembers } from "~/data/notices.server";
import type { Submission } from "~/data/submission.server";
import type { Actor } from "~/domain/actor";
import { barWords, may, signOffBar } from "~/domain/permissions";
import { evaluate } from "~/domain/readiness/evaluate";
import type { Readiness } from "~/domain/readiness/result";
import { digestOf } from "~/domain/record/digest";
import type { Acceptance, SessionRecord } from "~/domain/record/schema";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { isConfirmed, notConfirmed } from "~/domain/second-step";
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
  /** The approver states that these adults suit this group, as the NSPCC asks of those who watch (R14). */
  adultsSuit: boolean;
  submission?: Submission | undefined;
  clock?: Clock | undefined;
};

/**
 * Signs a session off: bound to the facts that the approver saw, to the rules and to each reason accepted. The
 * approver is never the planner, the host, an observer or somebody who widened the session since the last sign-off.
 *
 * Refusals: `not_found`, `forbidden`, `barred`, `not_confirmed`, `not_waiting`, `changed_while_looking`,
 * `statement_missing`, `reason_missing`, `not_ready`.
 */
export function signOffSession(
  actor: Actor,
  sessionId: string,
  { seen, accepted, adultsSuit, submission, clock }: Options,
): Promise<Outcome<{ sessionId: string; signOffId: string }>> {
  return change(
    actor,
    async ({ tx, now, record: note }) => {
      const held = await holdForApprover(tx, actor, sessionId);
      if (!held.ok) return held;
      if (!isConfirmed(actor, now)) return notConfirmed;
      const record = held.value;
      const at = Temporal.Instant.from(now);
      const digest = digestOf(materialFacts(record));
      if (digest !== seen) {
        return refuse(
          "changed_while_looking",
          "The session changed while you were looking. Look at it again.",
        );
      }
      const unsigned = evaluate(record, at);
      if (statusOf(record, unsigned, digest) !== "waiting_for_sign_off") return notWaiting;
      if (!adultsSuit) {
        return refuse("statement_missing", "Confirm that these adults suit this group.", "adultsSuit");
      }
      const signOffId = newId();
      const asked = accepted.filter((one) => isAsked(one, unsigned));
      const acceptances = acceptancesFor(asked, { signOffId, by: actor.userId, at: now });
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
      await tellMembers(tx, [record.session.plannedBy], {
        organisationId,
        sessionId,
        kind: "signed_off",
        now,
      });
      note({
        type: "session.signed_off",
        subject: `session:${sessionId}`,
        sessionId,
        signOffId,
        digest,
        rules: readiness.rules,
        accepted: [...new Set(acceptances.map(({ requirement }) => requirement))],
        stated: ["adults_suit_group"],
      });
      return accept({ sessionId, signOffId });
    },
    { sessionId, submission, clock },
  );
}

/** Holds a session for an approver who may sign it off or return it. Refuses `not_found`, `forbidden`, `barred`. */
export async function holdForApprover(
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

export const notWaiting = refuse("not_waiting", "This session is not waiting for sign-off any more.");

/** Whether a finding waits for the approver: nobody accepts in advance what nobody asks about. */
function isAsked({ requirement, code, subject }: AcceptedFinding, { requirements }: Readiness): boolean {
  return requirements
    .filter(({ id }) => id === requirement)
    .flatMap(({ findings }) => findings)
    .some(
      (finding) => finding.kind === "for_approver" && finding.code === code && finding.subject === subject,
    );
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
