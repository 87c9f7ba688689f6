import { Temporal } from "temporal-polyfill";
import { newId } from "~/data/new-id.server";
import { addParticipantRow } from "~/data/participant-writes.server";
import { nextParticipantCode } from "~/data/session-numbers.server";
import type { Submission } from "~/data/submission.server";
import type { Actor } from "~/domain/actor";
import {
  answered,
  birthProblem,
  newParticipant,
  type ParticipantAnswers,
} from "~/domain/people/participant-answers";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import type { Clock } from "./change.server";
import { editSession, type SessionEdited } from "./edit-session.server";

export type AddOptions = { submission?: Submission | undefined; clock?: Clock | undefined };

/**
 * Adds somebody whom the organisation does not know yet to a session. Refuses `birth` for a birth that cannot be, and as
 * `editSession`.
 */
export function addParticipant(
  actor: Actor,
  sessionId: string,
  answers: ParticipantAnswers,
  options: AddOptions,
): Promise<Outcome<SessionEdited>> {
  const edit = { ...options, section: "participants", version: null } as const;
  return editSession(actor, sessionId, edit, async ({ tx, now, record, note }) => {
    const { organisationId, userId: by } = actor;
    const today = Temporal.Instant.from(now).toZonedDateTimeISO(record.session.zone).toPlainDate();
    const problem = birthProblem(answers.birth, today);
    if (problem) return refuse("birth", problem, "birth");

    const code = await nextParticipantCode(tx, { organisationId, id: sessionId });
    const blank = newParticipant({ id: newId(), personId: newId(), code, addedAt: now });
    const participant = answered(blank, answers, { by, recordedAt: now });
    const { id, personId, firstName, surname, birth } = participant;
    await tx.youngPerson.create({
      data: {
        organisationId,
        id: personId,
        firstName,
        surname,
        birth,
        createdAt: new Date(now),
        createdBy: by,
      },
    });
    await addParticipantRow(tx, { organisationId, sessionId }, participant);
    note({ type: "person.added", subject: `person:${personId}` });
    note({ type: "participant.added", subject: `participant:${id}`, sessionId, personId });
    return accept(null);
  });
}
