import { removeContacts } from "~/data/consent-contacts.server";
import type { Actor } from "~/domain/actor";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import { editSession, type EditOptions, type SessionEdited } from "./edit-session.server";

/**
 * Takes somebody off the list of a session. Their answers stay in the history, and their code is never given to
 * anybody else. Refuses `not_found` for somebody who does not take part in this session, and as `editSession`.
 */
export function removeParticipant(
  actor: Actor,
  sessionId: string,
  participantId: string,
  options: Omit<EditOptions, "section">,
): Promise<Outcome<SessionEdited>> {
  return editSession(
    actor,
    sessionId,
    { ...options, section: "participants" },
    async ({ tx, now, record, note }) => {
      const found = record.participants.some(({ id }) => id === participantId);
      if (!found) return refuse("not_found", "There is nobody with this code in this session.");
      const { organisationId } = actor;
      await tx.participant.updateMany({
        where: { organisationId, sessionId, id: participantId },
        data: { removedAt: new Date(now) },
      });
      await removeContacts(tx, organisationId, { participantIds: [participantId] });
      note({ type: "participant.removed", subject: `participant:${participantId}`, sessionId });
      return accept(null);
    },
  );
}
