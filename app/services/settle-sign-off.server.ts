import { tellMembers } from "~/data/notices.server";
import type { Transaction } from "~/data/database.server";
import type { Actor } from "~/domain/actor";
import type { AuditEvent } from "~/domain/audit-events";
import { digestOf } from "~/domain/record/digest";
import type { SessionRecord } from "~/domain/record/schema";
import { concerned } from "~/domain/session/concerned";
import { brokenCode, changeCode } from "~/domain/sign-off/change-words";
import type { EditJudgement } from "~/domain/sign-off/judge-edit";
import { materialFacts } from "~/domain/sign-off/material-facts";
import { signOffEffect, type SignOffEffect } from "~/domain/sign-off/effect";
import { latestSignOff, standingBefore } from "~/domain/sign-off/standing";
import { isBefore } from "~/domain/time/order";

type Settling = {
  tx: Transaction;
  now: string;
  actor: Actor;
  note: (event: AuditEvent) => void;
  before: SessionRecord;
  after: SessionRecord;
  judgement: EditJudgement;
  isAnswer: boolean;
};

/**
 * Writes down what a judged edit does to a running sign-off, and tells who planned, who signed and who hosts. A no
 * that comes after the session has ended changes nothing about the sign-off; they are told all the same, because what
 * was kept may have to go.
 */
export async function settleSignOff(settling: Settling): Promise<SignOffEffect> {
  const signOff = latestSignOff(settling.before.signOffs);
  if (!signOff) return "nothing";
  const { tx, now, actor, note, before, after, judgement, isAnswer } = settling;
  const told = { organisationId: actor.organisationId, sessionId: before.session.id, now };
  const effect = signOffEffect(signOff, { before, after, judgement, isAnswer, now });
  if (effect === "nothing") {
    const ended = !isBefore(now, after.session.endsAt);
    const held = standingBefore(signOff, after.session.startsAt) === "signed";
    if (isAnswer && ended && held && judgement.broken.length > 0) {
      await tellMembers(tx, concerned(before), {
        ...told,
        kind: "consent_changed_after",
        changes: ["consent"],
      });
    }
    return effect;
  }
  const changes = changeCodes(settling);
  const { id: sessionId } = before.session;
  const digest = digestOf(materialFacts(after));
  await tx.signOffEvent.create({
    data: {
      organisationId: actor.organisationId,
      signOffId: signOff.id,
      seq: signOff.events.length + 1,
      happenedAt: new Date(now),
      kind: effect,
      causedBy: actor.userId,
      digest,
      changes,
    },
  });
  if (effect === "lapsed") {
    await tx.acceptance.updateMany({
      where: { signOffId: signOff.id, endedAt: null },
      data: { endedAt: new Date(now) },
    });
  }
  note({
    type: `sign_off.${effect}` as const,
    subject: `sign_off:${signOff.id}`,
    sessionId,
    digest,
    changes,
  });
  await tellMembers(tx, concerned(before), { ...told, kind: `sign_off_${effect}`, changes });
  return effect;
}

/** What changed and what that broke, in codes; of an answer only that it was given. */
function changeCodes({ judgement, isAnswer }: Settling): string[] {
  if (isAnswer) return ["consent"];
  return [...new Set([...judgement.changes.map(changeCode), ...judgement.broken.map(brokenCode)])];
}
