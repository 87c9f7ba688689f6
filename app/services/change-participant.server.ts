import { Temporal } from "temporal-polyfill";
import { writeParticipantRow } from "~/data/participant-writes.server";
import type { Actor } from "~/domain/actor";
import { answered, birthProblem, type ParticipantAnswers } from "~/domain/people/participant-answers";
import type { Participant } from "~/domain/record/participant";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { editSession, type EditOptions, type SessionEdit, type SessionEdited } from "./edit-session.server";
import { settleSharedChange } from "./settle-shared-change.server";

/**
 * Changes what is recorded of somebody who takes part. Names held for the check and the birth belong to the person: the
 * other sessions that they take part in count as edited too, and their sign-offs are judged anew.
 *
 * Refuses `not_found` for somebody who does not take part in this session, `birth`, and as `editSession`.
 */
export function changeParticipant(
  actor: Actor,
  sessionId: string,
  participantId: string,
  answers: ParticipantAnswers,
  options: Omit<EditOptions, "section">,
): Promise<Outcome<SessionEdited>> {
  return editSession(actor, sessionId, { ...options, section: "participants" }, async (edit) => {
    const { tx, now, record, note } = edit;
    const before = record.participants.find(({ id }) => id === participantId);
    if (!before) return refuse("not_found", "There is nobody with this code in this session.");
    const today = Temporal.Instant.from(now).toZonedDateTimeISO(record.session.zone).toPlainDate();
    const problem = birthProblem(answers.birth, today);
    if (problem) return refuse("birth", problem, "birth");

    const after = answered(before, answers, { by: actor.userId, recordedAt: now });
    await writeParticipantRow(tx, { organisationId: actor.organisationId, sessionId }, after);
    const fields = changedFields(before, after);
    note({ type: "participant.changed", subject: `participant:${participantId}`, sessionId, fields });
    await changePerson(edit, actor, sessionId, { before, after });
    return accept(null);
  });
}

const ofPerson = ["firstName", "surname", "birth"] as const;

async function changePerson(
  { tx, now, note }: SessionEdit,
  actor: Actor,
  sessionId: string,
  { before, after }: { before: Participant; after: Participant },
): Promise<void> {
  const fields = ofPerson.filter((field) => before[field] !== after[field]);
  if (fields.length === 0) return;
  const { organisationId } = actor;
  const { personId, firstName, surname, birth } = after;
  const write = async () => {
    await tx.youngPerson.updateMany({
      where: { organisationId, id: personId },
      data: { firstName, surname, birth, version: { increment: 1 } },
    });
    await tx.session.updateMany({
      where: {
        organisationId,
        id: { not: sessionId },
        participants: { some: { personId, removedAt: null } },
      },
      data: { version: { increment: 1 } },
    });
  };
  const elsewhere = { kind: "person", personId, exceptSessionId: sessionId } as const;
  await settleSharedChange({ tx, now, record: note, actor }, elsewhere, write);
  note({ type: "person.changed", subject: `person:${personId}`, fields });
}

function changedFields(before: Participant, after: Participant): string[] {
  const fields = ["displayName", "accessRoute", "needs", "exposure", "noSurname", "notCaptured"] as const;
  return [...fields, "displayNameConfirmed" as const].filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
}
