import { listKnownPeople, type KnownPerson } from "~/data/known-people.server";
import { newId } from "~/data/new-id.server";
import { addParticipantRow } from "~/data/participant-writes.server";
import { nextParticipantCode } from "~/data/session-numbers.server";
import type { Actor } from "~/domain/actor";
import { newParticipant } from "~/domain/people/participant-answers";
import type { Participant } from "~/domain/record/participant";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import type { AddOptions } from "./add-participant.server";
import { editSession, type SessionEdited } from "./edit-session.server";

/** `accessRoute`: how they all join this time, or null where it is not known yet. */
export type KnownPeopleChoice = { personIds: string[]; accessRoute: Participant["accessRoute"] };

/**
 * Adds people of earlier sessions under the name that they used there, with what was stated about that name, and with
 * their access needs. How they are seen and heard is asked anew. Refuses `unknown_person` for somebody who is not
 * among the people of the actor's sessions or takes part already, and as `editSession`.
 */
export function addKnownPeople(
  actor: Actor,
  sessionId: string,
  { personIds, accessRoute }: KnownPeopleChoice,
  options: AddOptions,
): Promise<Outcome<SessionEdited>> {
  const edit = { ...options, section: "participants", version: null } as const;
  return editSession(actor, sessionId, edit, async ({ tx, now, note }) => {
    const { organisationId } = actor;
    const known = await listKnownPeople(tx, actor, sessionId, personIds);
    if (known.length === 0 || known.length !== personIds.length) {
      return refuse(
        "unknown_person",
        "Somebody whom you chose takes part already. Choose again.",
        "personIds",
      );
    }
    for (const person of known) {
      const code = await nextParticipantCode(tx, { organisationId, id: sessionId });
      const participant = taken(person, { code, accessRoute, addedAt: now });
      const { id, personId } = participant;
      await addParticipantRow(tx, { organisationId, sessionId }, participant);
      note({ type: "participant.added", subject: `participant:${id}`, sessionId, personId });
    }
    return accept(null);
  });
}

type New = Pick<Participant, "code" | "accessRoute" | "addedAt">;

function taken({ participant: last }: KnownPerson, { code, accessRoute, addedAt }: New): Participant {
  const { personId, displayName, displayNameConfirmed, noSurname, needs } = last;
  const blank = newParticipant({ id: newId(), personId, code, addedAt });
  return { ...blank, displayName, displayNameConfirmed, noSurname, needs, accessRoute };
}
