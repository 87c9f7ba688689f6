import { newId } from "~/data/new-id.server";
import type { Transaction } from "~/data/database.server";
import type { Actor } from "~/domain/actor";
import type { AuditEvent } from "~/domain/audit-events";
import { digestOf } from "~/domain/record/digest";
import type { SessionRecord, SignOff } from "~/domain/record/schema";
import { changeCode } from "~/domain/sign-off/change-words";
import type { EditJudgement } from "~/domain/sign-off/judge-edit";
import { materialFacts } from "~/domain/sign-off/material-facts";
import { latestSignOff, standingOf } from "~/domain/sign-off/standing";

export type SignOffEffect = "nothing" | "carried_forward" | "lapsed" | "suspended" | "restored";

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
 * Writes down what a judged edit does to a running sign-off, and tells who planned, who signed and who hosts. A
 * suspended sign-off is restored only by edits that narrow and that make the session ready again.
 */
export async function settleSignOff(settling: Settling): Promise<SignOffEffect> {
  const signOff = latestSignOff(settling.before.signOffs);
  if (!signOff) return "nothing";
  const effect = effectOn(signOff, settling);
  if (effect === "nothing") return effect;

  const { tx, now, actor, note, before, after, judgement } = settling;
  const codes = [...new Set(judgement.changes.map(changeCode))];
  const changes = codes.length > 0 ? codes : ["consent"];
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
  await tellPeople(settling, signOff, effect, changes);
  return effect;
}

function effectOn(signOff: SignOff, { judgement, isAnswer }: Settling): SignOffEffect {
  const standing = standingOf(signOff);
  if (standing === "lapsed") return "nothing";
  if (isAnswer) return judgement.broken.length > 0 && standing === "signed" ? "suspended" : "nothing";
  if (standing === "signed" || judgement.effect !== "carried_forward") return judgement.effect;
  return judgement.after.ready ? "restored" : "nothing";
}

async function tellPeople(
  { tx, now, actor, before }: Settling,
  signOff: SignOff,
  kind: string,
  changes: string[],
) {
  const hosts = before.session.assignments
    .filter(({ role }) => role === "host")
    .map(({ adultId }) => adultId);
  const hostUsers = before.organisation.staff
    .filter(({ adultId }) => adultId !== null && hosts.includes(adultId))
    .map(({ id }) => id);
  const people = new Set([before.session.plannedBy, signOff.by, ...hostUsers]);
  await tx.notice.createMany({
    data: [...people].map((userId) => ({
      organisationId: actor.organisationId,
      id: newId(),
      userId,
      sessionId: before.session.id,
      kind: `sign_off_${kind}`,
      changes,
      createdAt: new Date(now),
    })),
  });
}
