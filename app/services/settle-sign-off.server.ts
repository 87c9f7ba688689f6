import { Temporal } from "temporal-polyfill";
import { tellMembers } from "~/data/notices.server";
import type { Transaction } from "~/data/database.server";
import type { Actor } from "~/domain/actor";
import type { AuditEvent } from "~/domain/audit-events";
import { isNoNew } from "~/domain/consent/begins";
import { digestOf } from "~/domain/record/digest";
import type { SessionRecord, SignOff } from "~/domain/record/schema";
import { concerned } from "~/domain/session/concerned";
import type { NoticeKind } from "~/domain/session/notice-kinds";
import { brokenCode, changeCode, mendedOtherwise } from "~/domain/sign-off/change-words";
import type { EditJudgement } from "~/domain/sign-off/judge-edit";
import { materialFacts } from "~/domain/sign-off/material-facts";
import { signOffEffect, type SignOffEffect } from "~/domain/sign-off/effect";
import { latestSignOff, standingBefore, standingOf } from "~/domain/sign-off/standing";
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
  /** What was agreed to and is not any more, as codes that tell what has to change. */
  taken: readonly string[];
};

/**
 * Writes down what a judged edit does to a running sign-off, and tells who planned, who signed and who hosts: of that,
 * and of whatever somebody does not agree to any more.
 */
export async function settleSignOff(settling: Settling): Promise<SignOffEffect> {
  const signOff = latestSignOff(settling.before.signOffs);
  const { tx, now, actor, note, before, after, judgement, isAnswer, taken } = settling;
  const told = { organisationId: actor.organisationId, sessionId: before.session.id, now };
  if (!signOff) {
    if (taken.length > 0)
      await tellMembers(tx, concerned(before), { ...told, kind: "consent_changed", changes: [...taken] });
    return "nothing";
  }
  const effect = signOffEffect(signOff, { before, after, judgement, isAnswer, now });
  if (effect === "nothing") {
    const kind = untouchedButTold(signOff, settling);
    if (kind) await tellMembers(tx, concerned(before), { ...told, kind, changes: ["consent", ...taken] });
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
  await tellMembers(tx, concerned(before), {
    ...told,
    kind: `sign_off_${effect}`,
    changes: [...changes, ...taken],
  });
  return effect;
}

/**
 * A no that a sign-off cannot suspend, because it is suspended already or the session is over, is told all the same. One
 * that is only said again, and a yes that waits, are not told as a suspension.
 */
function untouchedButTold(
  signOff: SignOff,
  { isAnswer, judgement, taken, before, after, now }: Settling,
): NoticeKind | null {
  if (!isAnswer) return null;
  const { startsAt, endsAt } = after.session;
  const otherwise = taken.length > 0 ? "consent_changed" : null;
  if (isBefore(now, endsAt)) {
    const broken = judgement.broken.length > 0 && standingOf(signOff) === "suspended";
    const suspended = broken && isNoNew({ before, after, at: Temporal.Instant.from(now) });
    return suspended ? "sign_off_suspended" : otherwise;
  }
  const held = judgement.broken.length > 0 && standingBefore(signOff, startsAt) === "signed";
  return held || otherwise ? "consent_changed_after" : null;
}

/** What changed and what that broke, in codes; of an answer only that it was given. */
function changeCodes({ judgement, isAnswer }: Settling): string[] {
  if (isAnswer) return ["consent"];
  const codes = [...judgement.changes.map(changeCode), ...judgement.broken.map(brokenCode)];
  return codes.length > 0 ? [...new Set(codes)] : [mendedOtherwise];
}
