import { holdOpenRequest, noteOnRequest } from "~/data/consent-requests.server";
import { writeParticipantRow } from "~/data/participant-writes.server";
import type { Submission } from "~/data/submission.server";
import type { Actor } from "~/domain/actor";
import { proposeName } from "~/domain/consent/own-link";
import { accept, refuse, type Outcome } from "~/domain/refusal";
import type { Clock } from "./change.server";
import { editSession, type SessionEdited } from "./edit-session.server";

/**
 * A worker looks at the name that a young person proposed through their link. Accepted, it is what they are shown by from
 * now on; refused, they are asked for another, and never told why.
 *
 * Refusals: `nothing_proposed` where nothing waits, `name_refused` where what is held of the person has changed so that
 * the name now tells too much, and as `editSession`.
 */
export function decideProposedName(
  actor: Actor,
  sessionId: string,
  requestId: string,
  accepted: boolean,
  { submission, clock }: { submission?: Submission | undefined; clock?: Clock | undefined } = {},
): Promise<Outcome<SessionEdited>> {
  const { organisationId } = actor;
  const options = { section: "participants", version: null, submission, clock } as const;
  return editSession(actor, sessionId, options, async ({ tx, record, note }) => {
    const request = await holdOpenRequest(tx, organisationId, requestId);
    const participant = record.participants.find(({ id }) => id === request?.participantId);
    if (!request || !participant) return refuse("not_found", "There is no such link any more.");
    if (request.proposedName === null || request.nameAccepted !== null)
      return refuse("nothing_proposed", "No name of theirs waits any more.");
    const name = proposeName(participant, request.proposedName);
    if (accepted && !name.ok) return name;
    await noteOnRequest(tx, organisationId, requestId, { nameAccepted: accepted });
    const about = { sessionId, participantId: participant.id };
    note({ type: "consent_request.name_decided", subject: `request:${requestId}`, ...about, accepted });
    if (!accepted) return accept(null);
    const after = { ...participant, displayName: request.proposedName };
    await writeParticipantRow(tx, { organisationId, sessionId }, after);
    const subject = `participant:${participant.id}` as const;
    note({ type: "participant.changed", subject, sessionId, fields: ["displayName"] });
    return accept(null);
  });
}
